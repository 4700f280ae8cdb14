// Showing only what is hidden for one reason: the question behind every count of hidden rows.
#pragma once
#include <string>

#include "viewer/state/view_state.h"

namespace adit::viewer {

/// The reason of rows that no condition hides: while others are revealed, they are hidden themselves.
inline constexpr const char* kNotHidden = "not hidden otherwise";
/// Drillholes whose way through the ground is an assumption. They are drawn; to reveal them shows them alone.
inline constexpr const char* kNoSurvey = "no survey";
inline constexpr const char* kLayerOff = "layer off";

/// Whether of this object only what is hidden for a reason is shown.
inline bool reveals(const ViewState& state, const std::string& object) {
  return state.reveal && state.reveal->object == object;
}

/// The view in which the revealed object is drawn: its layer is on, as blocks and not as shells. The rows
/// that are revealed stay the same.
ViewState revealingView(const ViewState& state);

/// "Only what is hidden by below range cu_pct is shown of blocks"; empty when nothing is revealed.
std::string revealText(const ViewState& state);

}  // namespace adit::viewer
