// The arrangement of the window: bars above and below, panels at the sides, the view in the middle.
#pragma once
#include "viewer/panels/panels.h"

namespace adit::viewer {

/// Framebuffer pixels, origin top left.
struct ScreenRect {
  float x = 0, y = 0, width = 0, height = 0;
  bool contains(float px, float py) const { return px >= x && py >= y && px < x + width && py < y + height; }
  friend bool operator==(const ScreenRect&, const ScreenRect&) = default;
};

struct WorkspaceLayout {
  ScreenRect toolbar, left, right, status, drawer,
      timeline;     ///< panels that are hidden have no width or height
  ScreenRect view;  ///< what is left for the picture
};
struct WorkspaceRoom {
  float width = 0, height = 0;
  bool open = false;    ///< a deposit is shown, so that there are side panels
  bool charts = false;  ///< a chart is asked for: ChartState::shown
};
WorkspaceLayout layoutOf(const PanelMemory& memory, const WorkspaceRoom& room);

/// Draws every bar and panel but the picture itself, which the caller draws into layout.view.
void drawWorkspace(const WorkspaceLayout& layout, const PanelInput& input, PanelMemory& memory,
                   PanelOutput& output);

}  // namespace adit::viewer
