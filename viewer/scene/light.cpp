#include "viewer/scene/light.h"

#include <vtkLight.h>
#include <vtkNew.h>
#include <vtkRenderer.h>

namespace adit::viewer {
namespace {

// Camera lights: x right, y up, z towards the viewer.
void addLight(vtkRenderer& renderer, const double (&from)[3], const double (&color)[3], double intensity) {
  vtkNew<vtkLight> light;
  light->SetLightTypeToCameraLight();
  light->SetPosition(from[0], from[1], from[2]);
  light->SetFocalPoint(0, 0, 0);
  light->SetColor(color[0], color[1], color[2]);
  light->SetIntensity(intensity);
  renderer.AddLight(light);
}

}  // namespace

void setUpLight(vtkRenderer& renderer) {
  renderer.AutomaticLightCreationOff();
  renderer.RemoveAllLights();
  addLight(renderer, {-0.5, 0.8, 0.95}, {1.0, 0.975, 0.94}, 0.72);  // key: warm, high on the left
  addLight(renderer, {0.9, -0.1, 0.55}, {0.86, 0.92, 1.0}, 0.26);   // fill: cool, from the right
  addLight(renderer, {0.0, 0.0, 1.0}, {1.0, 1.0, 1.0}, 0.28);       // headlight: nothing is ever black
  addLight(renderer, {0.1, -1.0, -0.4}, {0.9, 0.94, 1.0}, 0.14);    // rim from below and behind
}

void setUpLamp(vtkRenderer& renderer, double metre) {
  renderer.RemoveAllLights();
  constexpr double kHalfBright = 9;  // metres at which a wall has half the light of one at hand
  constexpr double kWideOpen = 180;  // degrees: shines on all that is seen
  vtkNew<vtkLight> lamp;
  lamp->SetLightTypeToHeadlight();
  lamp->SetPositional(true);
  lamp->SetConeAngle(kWideOpen);
  lamp->SetColor(1.0, 0.96, 0.88);
  lamp->SetIntensity(1.5);
  const double half = kHalfBright * metre;
  lamp->SetAttenuationValues(1, 0, 1 / (half * half));
  renderer.AddLight(lamp);
}

void setUpRefinement(vtkRenderer& renderer, const Refinement& refinement, double extent) {
  renderer.SetUseFXAA(refinement.antialiasing);
  renderer.SetUseSSAO(refinement.ambientOcclusion && extent > 0);
  renderer.SetSSAORadius(extent * 0.03);
  renderer.SetSSAOBias(extent * 0.0004);
  renderer.SetSSAOKernelSize(48);
  renderer.SetSSAOBlur(true);
}

}  // namespace adit::viewer
