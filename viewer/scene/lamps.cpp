#include "viewer/scene/lamps.h"

#include <vtkCamera.h>
#include <vtkLight.h>
#include <vtkLightCollection.h>
#include <vtkRenderer.h>
#include <vtkTransform.h>

#include <array>

namespace adit::viewer {
namespace {

using geology::Vec3;

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

std::vector<Lamp> lampsInView(vtkRenderer& renderer) {
  std::vector<Lamp> result;
  vtkLightCollection* lamps = renderer.GetLights();
  vtkCollectionSimpleIterator at{};
  lamps->InitTraversal(at);
  while (vtkLight* lamp = lamps->GetNextLight(at)) {
    if (lamp->GetSwitch() == 0) continue;
    const double* color = lamp->GetDiffuseColor();
    result.push_back({beamInView(*lamp, *renderer.GetActiveCamera()),
                      Vec3{color[0], color[1], color[2]} * lamp->GetIntensity()});
  }
  return result;
}

}  // namespace adit::viewer
