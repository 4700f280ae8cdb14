// Light that shows shape: a key light over the left shoulder, a cool fill, a headlight, and ambient
// occlusion.
#pragma once
class vtkRenderer;

namespace adit::viewer {

void setUpLight(vtkRenderer& renderer);
/// Under ground: one lamp at the eye, whose light is gone some 30 m away. `metre`: scene units in a metre.
void setUpLamp(vtkRenderer& renderer, double metre);
struct Refinement {
  bool ambientOcclusion = true;
  bool antialiasing = true;
};
/// Ambient occlusion darkens corners within about 2 % of the extent.
void setUpRefinement(vtkRenderer& renderer, const Refinement& refinement, double extent);

}  // namespace adit::viewer
