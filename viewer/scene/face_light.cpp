#include "viewer/scene/face_light.h"

#include <vtkCamera.h>
#include <vtkLight.h>
#include <vtkLightCollection.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkTransform.h>

#include <algorithm>

namespace adit::viewer {
namespace {

using geology::Vec3;

/// Unit vector from the lamp towards what it lights, in view coordinates.
Vec3 beamInView(vtkLight& lamp, vtkCamera& camera) {
  std::array<double, 3> from{};
  std::array<double, 3> to{};
  lamp.GetTransformedPosition(from.data());
  lamp.GetTransformedFocalPoint(to.data());
  const std::array<double, 3> beam{to[0] - from[0], to[1] - from[1], to[2] - from[2]};
  std::array<double, 3> inView{};
  camera.GetModelViewTransformObject()->TransformVector(beam.data(), inView.data());
  return geology::normalized({inView[0], inView[1], inView[2]});
}

}  // namespace

Color lightOnFace(vtkRenderer& renderer, vtkProperty& property, const Vec3& normalInView) {
  const Vec3 normal = normalInView.z < 0 ? normalInView * -1 : normalInView;
  std::array<double, 3> sum{property.GetAmbient(), property.GetAmbient(), property.GetAmbient()};
  vtkLightCollection* lamps = renderer.GetLights();
  vtkCollectionSimpleIterator at{};
  lamps->InitTraversal(at);
  while (vtkLight* lamp = lamps->GetNextLight(at)) {
    if (lamp->GetSwitch() == 0) continue;
    const double facing = std::max(0.0, -dot(beamInView(*lamp, *renderer.GetActiveCamera()), normal));
    for (std::size_t c = 0; c < 3; ++c)
      sum[c] += property.GetDiffuse() * facing * lamp->GetIntensity() * lamp->GetDiffuseColor()[c];
  }
  return {static_cast<float>(sum[0]), static_cast<float>(sum[1]), static_cast<float>(sum[2])};
}

}  // namespace adit::viewer
