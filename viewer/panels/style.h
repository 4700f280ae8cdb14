// How Adit looks: the roles of its colours in two themes, and the 4-pixel grid.
#pragma once
#include <imgui.h>

#include "viewer/state/view_state.h"

namespace adit::viewer {

enum class Role {
  Ground,    ///< behind everything
  Panel,     ///< of the side panels
  Raised,    ///< fields, buttons, the row under the pointer
  Line,      ///< separators and frames
  Text,      ///<
  Quiet,     ///< labels, units, secondary text
  Accent,    ///< what can be moved or is switched on
  Evidence,  ///< what the data says
  Caution,   ///< doubtful, inferred, synthetic
  Error,     ///< could not be used
  OnAccent   ///< text on the accent colour
};

/// The colour of a role in a theme, RGB 0..1 and alpha 1.
ImVec4 roleColor(Role role, Theme theme);

/// WCAG 2.1 contrast ratio of two opaque colours, 1..21.
double contrastRatio(const ImVec4& a, const ImVec4& b);

/// Colours, spacing and rounding of every control; `scale` is that of the monitor.
void applyStyle(ImGuiStyle& style, Theme theme, float scale);

/// The colour of a role in the style that is applied now.
ImVec4 color(Role role);
ImU32 ink(Role role, float alpha = 1);

/// Design pixels (those of scale 1) as whole framebuffer pixels.
float px(float designPixels);

constexpr float kRowHeight = 28;      ///< design pixels
constexpr float kControlHeight = 24;  ///< of fields and buttons inside a row

}  // namespace adit::viewer
