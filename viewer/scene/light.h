// Light that shows shape: a key light over the left shoulder, a cool fill, a headlight, and ambient
// occlusion.
#pragma once
class vtkRenderer;

namespace adit::viewer {

void setUpLight(vtkRenderer& renderer);
/// Ambient occlusion darkens corners within about 2 % of the extent; edges are smoothed in both cases.
void setUpShading(vtkRenderer& renderer, bool ambientOcclusion, double extent);

}  // namespace adit::viewer
