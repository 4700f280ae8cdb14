// A camera that is the eyes of a person: where its feet are, and what they stand on.
#pragma once
#include <optional>
#include "viewer/state/camera_path.h"

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Degrees, upright: as much as one sees without turning the eyes.
constexpr double kViewAngleOnFoot = 60;
/// The same look from an eye at another place; the focus is a few metres ahead.
CameraState eyeAt(CameraState camera, const Vec3& eye, const ViewState& state, geology::LengthUnit unit);
/// The feet below the eye.
Vec3 feetOf(const geology::Deposit& deposit, const ViewState& state, const CameraState& camera);

/// The highest of what one can stand on under the sky: the ground as mined at the view's moment, visible
/// terrains, visible open surfaces above them. Heaps are not asked. Nothing where there is no ground.
std::optional<double> groundOnFoot(const geology::Deposit& deposit, const ViewState& state, double x,
                                   double y);

}  // namespace adit::viewer
