// Camera arithmetic on plain values: framing, orbiting, panning, zooming, the compass keys.
#pragma once
#include "geology/model/vec3.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Eye, focus and up of a camera in deposit coordinates; z is NOT exaggerated.
struct CameraPose {
  Vec3 eye, focus, up;
};
/// Precondition: camera.framed.
CameraPose poseOf(const CameraState& camera);

/// Unit vectors of a camera's directions: where it looks, and what is right and up on the screen.
struct CameraAxes {
  Vec3 forward, right, up;
};
CameraAxes axesOf(const CameraState& camera);

/// Height of what the camera sees at its focus, in deposit units (orthographic too).
double viewHeight(const CameraState& camera);

/// Width over height assumed where no window is known: by commands that move a camera nobody framed yet.
constexpr double kNominalAspect = 1.6;

/// The camera with focus and distance decided: framed ones unchanged, others so that `bounds` (stretched by
/// `exaggeration` about its centre) fills a view of that aspect (width / height) with a small margin.
CameraState resolveCamera(const CameraState& camera, const geology::Box3& bounds, double aspect,
                          double exaggeration);

/// Degrees. Plunge is kept within -90..90.
CameraState orbited(CameraState camera, double bearingChange, double plungeChange);
/// Shares of the view height: the scene follows the pointer. The focus is in true coordinates, so its z moves
/// by less under an exaggeration.
CameraState panned(CameraState camera, double right, double up, double exaggeration = 1);
/// factor < 1 comes closer. Zooms towards `target`, which keeps its place on the screen.
CameraState zoomed(CameraState camera, double factor, const Vec3& target);

/// Deposit units as seen on the screen.
struct Stride {
  double forward = 0, right = 0, up = 0;
};
/// Walk and fly: moves eye and focus together along the view.
CameraState walked(CameraState camera, const Stride& stride, double exaggeration = 1);

}  // namespace adit::viewer
