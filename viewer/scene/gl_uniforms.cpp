#include "viewer/scene/gl_uniforms.h"

#include <vtkCamera.h>
#include <vtkHardwareSelector.h>
#include <vtkMatrix3x3.h>
#include <vtkMatrix4x4.h>
#include <vtkOpenGLCamera.h>
#include <vtkRenderer.h>
#include <vtkShaderProgram.h>

#include <algorithm>
#include <array>

#include "viewer/scene/lamps.h"

namespace adit::viewer {
namespace {

using geology::Vec3;

constexpr int kMostLights = 8;  // as in light.glsl

/// A point (w = 1) or direction (w = 0) of the scene, seen from the camera.
Vec3 toView(vtkRenderer& renderer, const Vec3& p, double w) {
  const std::array<double, 4> in{p.x, p.y, p.z, w};
  std::array<double, 4> out{};
  renderer.GetActiveCamera()->GetViewTransformMatrix()->MultiplyPoint(in.data(), out.data());
  return {out[0], out[1], out[2]};
}

std::array<float, 3> asFloats(const Vec3& v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)};
}

}  // namespace

void setCameraUniforms(vtkShaderProgram& program, vtkRenderer& renderer) {
  vtkMatrix4x4* viewFromScene = nullptr;
  vtkMatrix4x4* clipFromView = nullptr;
  vtkMatrix4x4* clipFromScene = nullptr;
  vtkMatrix3x3* normals = nullptr;
  auto* camera = vtkOpenGLCamera::SafeDownCast(renderer.GetActiveCamera());
  camera->GetKeyMatrices(&renderer, viewFromScene, normals, clipFromView, clipFromScene);
  program.SetUniformMatrix("viewFromScene", viewFromScene);
  program.SetUniformMatrix("clipFromView", clipFromView);
  program.SetUniformMatrix("clipFromScene", clipFromScene);
  program.SetUniformi("parallelProjection", camera->GetParallelProjection());
}

void setLightUniforms(vtkShaderProgram& program, vtkRenderer& renderer, const Shading& shading) {
  std::array<std::array<float, 3>, kMostLights> directions{};
  std::array<std::array<float, 3>, kMostLights> colors{};
  const std::vector<Lamp> lamps = lampsInView(renderer);
  const std::size_t count = std::min<std::size_t>(lamps.size(), kMostLights);
  for (std::size_t i = 0; i < count; ++i) {
    directions[i] = asFloats(lamps[i].beam);
    colors[i] = asFloats(lamps[i].color);
  }
  program.SetUniformi("lightCount", static_cast<int>(count));
  program.SetUniform3fv("lightDirection", kMostLights, directions.front().data());
  program.SetUniform3fv("lightColor", kMostLights, colors.front().data());
  const std::array<float, 4> share{static_cast<float>(shading.ambient), static_cast<float>(shading.diffuse),
                                   static_cast<float>(shading.specular),
                                   static_cast<float>(shading.specularPower)};
  program.SetUniform4f("shading", share.data());
}

void setPlaneUniforms(vtkShaderProgram& program, vtkRenderer& renderer, const CutPlanes& planes,
                      const SceneFrame& frame, const Vec3& shift) {
  std::array<std::array<float, 4>, kMostShaderPlanes> inView{};
  const std::size_t count = std::min(planes.size(), kMostShaderPlanes);
  for (std::size_t i = 0; i < count; ++i) {
    const Vec3 normal = toView(renderer, frame.normalToScene(planes[i].normal), 0);
    const Vec3 point = toView(renderer, frame.toScene(planes[i].point) + shift, 1);
    const auto n = asFloats(normal);
    inView[i] = {n[0], n[1], n[2], static_cast<float>(-geology::dot(normal, point))};
  }
  program.SetUniformi("planeCount", static_cast<int>(count));
  program.SetUniform4fv("cutPlane", static_cast<int>(kMostShaderPlanes), inView.front().data());
}

void setPickingUniforms(vtkShaderProgram& program, vtkRenderer& renderer, std::int64_t mostNumber) {
  vtkHardwareSelector* selector = renderer.GetSelector();
  int asked = 0;
  if (selector != nullptr) {
    selector->UpdateMaximumCellId(mostNumber);
    asked = 1;
    if (selector->GetCurrentPass() == vtkHardwareSelector::CELL_ID_LOW24) asked = 2;
    if (selector->GetCurrentPass() == vtkHardwareSelector::CELL_ID_HIGH24) asked = 3;
    program.SetUniform3f("propColor", selector->GetPropColorValue());
  }
  program.SetUniformi("picking", asked);
}

}  // namespace adit::viewer
