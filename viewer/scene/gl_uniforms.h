// Camera, light and cutting planes of the scene, as the pieces of shaders/ declare them.
#pragma once
#include <cstdint>

#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/scene_frame.h"

class vtkRenderer;
class vtkShaderProgram;

namespace adit::viewer {

/// camera.glsl: clipFromView, viewFromScene, parallelProjection.
void setCameraUniforms(vtkShaderProgram& program, vtkRenderer& renderer);

/// As of vtkProperty; MeshProp's values are the default.
struct Shading {
  double ambient = 0.24, diffuse = 0.86, specular = 0.08, specularPower = 18;
};
/// light.glsl: the renderer's lights (directional ones), and the shading of the prop.
void setLightUniforms(vtkShaderProgram& program, vtkRenderer& renderer, const Shading& shading);

/// cut_planes.glsl has room for so many; a prop with more draws its mesh.
constexpr std::size_t kMostShaderPlanes = 24;
/// cut_planes.glsl: the planes in view coordinates. `shift` (scene coordinates) moves them with the prop.
void setPlaneUniforms(vtkShaderProgram& program, vtkRenderer& renderer, const CutPlanes& planes,
                      const SceneFrame& frame, const geology::Vec3& shift);

/// picking.glsl: what the renderer's hardware selector asks for now; `mostNumber` is the largest that the
/// prop may answer. To be called, and drawn, between the selector's BeginRenderProp() and EndRenderProp(); a
/// prop that is to be picked also overrides GetSupportsSelection().
void setPickingUniforms(vtkShaderProgram& program, vtkRenderer& renderer, std::int64_t mostNumber);

}  // namespace adit::viewer
