#include "viewer/state/camera.h"

#include <algorithm>
#include <cmath>

#include "viewer/state/angles.h"
#include "viewer/state/limits.h"

namespace adit::viewer {
namespace {

constexpr double kMargin = 1.06;  ///< of empty space around what is framed

Vec3 unexaggerated(Vec3 shown, double exaggeration) {
  shown.z /= exaggeration;
  return shown;
}

/// The distance from which the corner, relative to the focus, is just on the edge of the view.
double distanceToHold(const Vec3& corner, const CameraState& camera, double aspect) {
  const CameraAxes axes = axesOf(camera);
  const double slope = std::tan(radians(camera.viewAngle / 2));
  const double across = std::max(std::abs(dot(corner, axes.up)), std::abs(dot(corner, axes.right)) / aspect);
  const double depth = camera.orthographic ? 0 : dot(corner, axes.forward);
  return across / slope - depth;
}

}  // namespace

CameraAxes axesOf(const CameraState& camera) {
  const double sinBearing = sinDegrees(camera.bearing);
  const double cosBearing = cosDegrees(camera.bearing);
  const double sinPlunge = sinDegrees(camera.plunge);
  const double cosPlunge = cosDegrees(camera.plunge);
  return {.forward = {sinBearing * cosPlunge, cosBearing * cosPlunge, -sinPlunge},
          .right = {cosBearing, -sinBearing, 0},
          .up = {sinBearing * sinPlunge, cosBearing * sinPlunge, cosPlunge}};
}

CameraPose poseOf(const CameraState& camera) {
  const CameraAxes axes = axesOf(camera);
  return {camera.focus - axes.forward * camera.distance, camera.focus, axes.up};
}

double viewHeight(const CameraState& camera) {
  return 2 * camera.distance * std::tan(radians(camera.viewAngle / 2));
}

CameraState resolveCamera(const CameraState& camera, const geology::Box3& bounds, double aspect,
                          double exaggeration) {
  if (camera.framed) return camera;
  CameraState resolved = camera;
  resolved.framed = true;
  if (bounds.empty()) return resolved;
  resolved.focus = bounds.center();
  Vec3 half = bounds.size() * 0.5;
  half.z *= exaggeration;
  double distance = 0;
  for (int corner = 0; corner < 8; ++corner) {
    const Vec3 place{(corner & 1) ? half.x : -half.x, (corner & 2) ? half.y : -half.y,
                     (corner & 4) ? half.z : -half.z};
    distance = std::max(distance, distanceToHold(place, camera, aspect));
  }
  constexpr double kFromAPoint = 10;  // a single point is seen from ten units
  resolved.distance =
      std::clamp(distance > 0 ? distance * kMargin : kFromAPoint, kDistanceBounds.lo, kDistanceBounds.hi);
  return resolved;
}

CameraState orbited(CameraState camera, double bearingChange, double plungeChange) {
  camera.bearing = normalizedBearing(camera.bearing + bearingChange);
  camera.plunge = std::clamp(camera.plunge + plungeChange, -90.0, 90.0);
  return camera;
}

CameraState panned(CameraState camera, double right, double up, double exaggeration) {
  const CameraAxes axes = axesOf(camera);
  const Vec3 move = (axes.right * right + axes.up * up) * viewHeight(camera);
  camera.focus = camera.focus - unexaggerated(move, exaggeration);
  return camera;
}

CameraState zoomed(CameraState camera, double factor, const Vec3& target) {
  const double distance = std::clamp(camera.distance * factor, kDistanceBounds.lo, kDistanceBounds.hi);
  const double used = distance / camera.distance;
  camera.focus = target + (camera.focus - target) * used;
  camera.distance = distance;
  return camera;
}

CameraState walked(CameraState camera, const Stride& stride, double exaggeration) {
  const CameraAxes axes = axesOf(camera);
  camera.focus += unexaggerated(
      axes.forward * stride.forward + axes.right * stride.right + axes.up * stride.up, exaggeration);
  return camera;
}

}  // namespace adit::viewer
