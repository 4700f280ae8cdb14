// The way of a camera from one view to another.
#pragma once
#include "viewer/state/camera_state.h"

namespace adit::viewer {

/// Both framed. share 0..1 is `from`..`to`, at an even pace for the eye; orthographic changes in the middle.
///
/// Focus and width of the view follow the path along which the picture moves least on the screen: it draws
/// back, crosses and comes closer (J. J. van Wijk, W. A. A. Nuij, "Smooth and efficient zooming and panning",
/// IEEE InfoVis 2003, equation 9). The bearing turns the shorter way, clockwise where both are equal.
CameraState flownBetween(const CameraState& from, const CameraState& to, double share);

/// Degrees to turn from one bearing to another the shorter way: -180 < turn <= 180.
double shorterTurn(double fromBearing, double toBearing);

}  // namespace adit::viewer
