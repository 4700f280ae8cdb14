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

/// The camera with focus and distance decided: framed ones unchanged, others so that `bounds` (stretched by
/// `exaggeration` about its centre) fills a view of that aspect (width / height) with a small margin.
CameraState resolveCamera(const CameraState& camera, const geology::Box3& bounds, double aspect,
                          double exaggeration);

/// Degrees. Plunge is kept within -90..90.
CameraState orbited(CameraState camera, double bearingChange, double plungeChange);
/// Shares of the view height: the scene follows the pointer.
CameraState panned(CameraState camera, double right, double up);
/// factor < 1 comes closer. Zooms towards `target`, which keeps its place on the screen.
CameraState zoomed(CameraState camera, double factor, const Vec3& target);
/// Walk and fly: moves eye and focus together, in deposit units along the view.
CameraState walked(CameraState camera, double forward, double right, double up);

}  // namespace adit::viewer
