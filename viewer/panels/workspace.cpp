#include "viewer/panels/workspace.h"

#include <algorithm>
#include <cmath>

#include "viewer/panels/widget_parts.h"

namespace adit::viewer {
namespace {

constexpr float kToolbarHeight = 40, kStatusHeight = 26, kDrawerHeight = 220, kTimelineHeight = 116;
constexpr float kChartShare = 0.5F;  ///< of the height between the bars
constexpr float kSplitter = 4;       ///< width of the edge that resizes a panel
constexpr ImGuiWindowFlags kFixed = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                    ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                                    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNavInputs;
constexpr ImGuiWindowFlags kBehind = ImGuiWindowFlags_NoBringToFrontOnFocus;  ///< sheets stay over these
constexpr ImGuiWindowFlags kNoScroll =
    kBehind | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;

/// A window on exactly that rectangle for the life of the object.
class Pane {
 public:
  Pane(const char* name, const ScreenRect& rect, ImVec2 padding, ImGuiWindowFlags flags = kBehind) {
    ImGui::SetNextWindowPos({rect.x, rect.y});
    ImGui::SetNextWindowSize({rect.width, rect.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
    ImGui::Begin(name, nullptr, kFixed | flags);
    ImGui::PopStyleVar();
  }
  ~Pane() { ImGui::End(); }
  Pane(const Pane&) = delete;
  Pane& operator=(const Pane&) = delete;
};

/// Along an edge of the current pane, outside the clip rectangle of its content.
void edgeLine(const ImVec2& a, const ImVec2& b) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRectFullScreen();
  list->AddLine(a, b, ink(Role::Line), std::max(1.0F, px(1)));
  list->PopClipRect();
}

/// The inner edge of a side panel, which the mouse can draw.
struct PanelEdge {
  const char* id;
  float x;
  float direction;  ///< +1: the panel grows to the right
  float usual;      ///< design pixels
};

void drawEdge(const PanelEdge& edge, const ScreenRect& panel, float& designWidth) {
  // Windows that stay behind are stacked the first one topmost; the edge has to lie over all of them.
  const Pane pane(edge.id, {edge.x - px(kSplitter) / 2, panel.y, px(kSplitter), panel.height}, {0, 0},
                  ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing);
  const ItemBox box = item("##edge", {px(kSplitter), panel.height});
  edgeLine({edge.x, box.min.y}, {edge.x, box.max.y});
  if (box.hovered || box.active) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    ImGui::GetWindowDrawList()->AddRectFilled(box.min, box.max, ink(Role::Accent));
  }
  hintOfLastItem(
      {"Drag to make the panel wider or narrower; double click for its usual width.", "Tab hides it"});
  if (box.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) designWidth = edge.usual;
  if (!box.active) return;
  const float drawn = edge.direction * ImGui::GetIO().MouseDelta.x / px(1);
  designWidth = std::clamp(designWidth + drawn, kNarrowestPanel, kWidestPanel);
}

void gap() {
  ImGui::Dummy({0, px(4)});
}

void drawLeft(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  drawLayers(input, memory, output);
  gap();
  drawEvidence(input, memory, output);
  gap();
  drawInspector(input, memory, output);
  gap();
  drawMeasurement(input, memory, output);
  gap();
  drawSavedViews(input, memory, output);
  gap();
  drawCompare(input, memory, output);
  gap();
  drawTour(input, memory, output);
  gap();
  drawCameraPath(input, memory, output);
}

void drawRight(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  using Panel = void (*)(const PanelInput&, PanelMemory&, PanelOutput&);
  std::vector<Panel> panels{drawThreshold,  drawClaim,        drawResources, drawEstimate, drawPit,
                            drawCategories, drawFilter,       drawSections,  drawRegion,   drawLegendEditor,
                            drawAssetPlace, drawLayerDisplay, drawDisplay,   drawGuard};
  // While an estimate is planned it is what one works on.
  const auto estimate = std::find(panels.begin(), panels.end(), &drawEstimate);
  if (!input.state.estimate.plan.empty()) std::rotate(panels.begin(), estimate, estimate + 1);
  for (const Panel panel : panels) {
    const float before = ImGui::GetCursorPosY();
    panel(input, memory, output);
    if (ImGui::GetCursorPosY() > before) gap();
  }
}

void drawSides(const WorkspaceLayout& layout, const PanelInput& input, PanelMemory& memory,
               PanelOutput& output) {
  if (layout.left.width <= 0) return;
  const ImVec2 padding{px(14), px(8)};
  {
    const Pane pane("##left", layout.left, padding);
    drawLeft(input, memory, output);
  }
  {
    const Pane pane("##right", layout.right, padding);
    drawRight(input, memory, output);
  }
  drawEdge({"##leftedge", layout.left.width, 1, kLeftWidth}, layout.left, memory.leftWidth);
  drawEdge({"##rightedge", layout.right.x, -1, kRightWidth}, layout.right, memory.rightWidth);
}

ScreenRect centered(const ScreenRect& room, float width, float height) {
  width = std::min(px(width), room.width - px(32));
  height = std::min(px(height), room.height - px(32));
  return {std::round(room.x + (room.width - width) / 2), std::round(room.y + (room.height - height) / 2),
          width, height};
}

void drawSheets(const WorkspaceLayout& layout, const PanelInput& input, PanelMemory& memory,
                PanelOutput& output) {
  const ImVec2 padding{px(20), px(16)};
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, px(1));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(6));
  const ScreenRect whole{0, layout.toolbar.height, layout.toolbar.width,
                         layout.status.y - layout.toolbar.height};
  if (memory.helpShown) {
    const Pane pane("##help", centered(whole, 1120, 620), padding, 0);
    drawHelpSheet(input, memory, output);
  }
  if (memory.leaveAsked) {
    const Pane pane("##leave", centered(whole, 460, 150), padding, 0);
    drawLeaveQuestion(input, memory, output);
  }
  if (memory.browser) {
    const Pane pane("##browser", centered(whole, 720, 560), padding, 0);
    drawFileDialog(input, memory, output);
  }
  ImGui::PopStyleVar(2);
}

}  // namespace

WorkspaceLayout layoutOf(const PanelMemory& memory, const WorkspaceRoom& room) {
  const auto& [width, height, open, chartsAsked] = room;
  WorkspaceLayout layout;
  const float top = px(kToolbarHeight), bottom = px(kStatusHeight);
  const bool sides = open && memory.sidesShown;
  const float most = std::max(0.0F, (width - px(200)) / 2);  // a narrow window keeps a strip of the view
  const float left = sides ? std::min(px(memory.leftWidth), most) : 0;
  const float right = sides ? std::min(px(memory.rightWidth), most) : 0;
  const float middle = std::max(0.0F, height - top - bottom);
  const float charts =
      open && chartsAsked ? std::max(std::min(px(kDrawerHeight), middle), middle * kChartShare) : 0;
  const float drawer = memory.diagnosticsShown ? std::min(px(kDrawerHeight), middle / 2) : charts;
  layout.toolbar = {0, 0, width, top};
  layout.status = {0, height - bottom, width, bottom};
  layout.left = {0, top, left, middle};
  layout.right = {width - right, top, right, middle};
  const float timeline = open && memory.timelineShown ? std::min(px(kTimelineHeight), middle / 2) : 0;
  layout.view = {left, top, std::max(0.0F, width - left - right), middle - drawer - timeline};
  layout.timeline = {left, top + layout.view.height, layout.view.width, timeline};
  layout.drawer = {left, top + middle - drawer, layout.view.width, drawer};
  return layout;
}

void drawWorkspace(const WorkspaceLayout& layout, const PanelInput& input, PanelMemory& memory,
                   PanelOutput& output) {
  {
    const Pane pane("##toolbar", layout.toolbar, {px(14), px(6)}, kNoScroll);
    drawToolbar(input, memory, output);
    edgeLine({0, layout.toolbar.height}, {layout.toolbar.width, layout.toolbar.height});
  }
  {
    const Pane pane("##status", layout.status, {px(12), px(6)}, kNoScroll);
    drawStatusBar(input, output);
    edgeLine({0, layout.status.y}, {layout.status.width, layout.status.y});
  }
  drawSides(layout, input, memory, output);
  if (layout.timeline.height > 0) {
    const Pane pane("##timeline", layout.timeline, {px(14), px(6)}, kNoScroll);
    drawTimeline(input, memory, output);
    edgeLine({layout.timeline.x, layout.timeline.y},
             {layout.timeline.x + layout.timeline.width, layout.timeline.y});
  }
  if (layout.drawer.height > 0) {
    const Pane pane("##drawer", layout.drawer, {px(14), px(8)});
    if (memory.diagnosticsShown)
      drawDiagnostics(input, memory, output);
    else
      drawCharts(input, memory, output);
    edgeLine({layout.drawer.x, layout.drawer.y}, {layout.drawer.x + layout.drawer.width, layout.drawer.y});
  }
  if (input.deposit.empty()) {
    const Pane pane("##startpage", layout.view, {0, 0}, kNoScroll);
    drawStartPage(input, memory, output);
  }
  drawSheets(layout, input, memory, output);
}

}  // namespace adit::viewer
