// Views between two views: how a tour comes from one stop to the next.
#pragma once
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// share 0 is `from`, 1 is `to`, both exactly. Between them the way begins and ends gently: cameras fly
/// (camera_flight.h), numbers that both have change evenly (ranges, opacities, sections, legends, the moment
/// of the plan), things that only one of both shows fade, and everything else changes in the middle. Two
/// cameras of which one is not framed cannot fly; resolve them first (camera.h).
ViewState between(const ViewState& from, const ViewState& to, double share);

/// 0..1 to 0..1, with no speed and no jolt at both ends: 6s^5 - 15s^4 + 10s^3.
double eased(double share);

}  // namespace adit::viewer
