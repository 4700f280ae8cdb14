#include "viewer/scene/view_sight.h"

#include <vtkCamera.h>
#include <vtkRenderer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace adit::viewer {
namespace {

using geology::Vec3;

/// VTK gives a, b, c, d of planes whose normals point into the picture: left, right, bottom, top, far, near.
constexpr std::array<std::size_t, 5> kSidesAndNear{0, 1, 2, 3, 5};

HalfSpace keepingInside(const double* plane) {
  const Vec3 inward{plane[0], plane[1], plane[2]};
  const double length = geology::length(inward);
  return {inward * (-plane[3] / (length * length)), inward * (-1 / length)};
}

}  // namespace

ViewSight sightOf(vtkRenderer& renderer) {
  vtkCamera& camera = *renderer.GetActiveCamera();
  ViewSight sight;
  std::array<double, 24> planes{};
  camera.GetFrustumPlanes(renderer.GetTiledAspectRatio(), planes.data());
  for (const std::size_t side : kSidesAndNear) sight.frustum.push_back(keepingInside(&planes[side * 4]));
  sight.parallel = camera.GetParallelProjection() != 0;
  const double* eye = camera.GetPosition();
  const double* forward = camera.GetDirectionOfProjection();
  sight.eye = {eye[0], eye[1], eye[2]};
  sight.forward = {forward[0], forward[1], forward[2]};
  const double half =
      sight.parallel ? camera.GetParallelScale() : std::tan(camera.GetViewAngle() * std::numbers::pi / 360);
  sight.pixel = 2 * half / std::max(1, renderer.GetSize()[1]);
  return sight;
}

}  // namespace adit::viewer
