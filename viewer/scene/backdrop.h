// The gradient behind everything: light at the top, dark at the bottom. A far plane in the scene itself,
// because ambient occlusion paints over VTK's own gradient, and an overlay would paint over what is
// translucent.
#pragma once
#include <vtkActor.h>
#include <vtkPolyData.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>

#include "viewer/scene/palette.h"

namespace adit::viewer {

/// Depth of the backdrop, near the far plane, where neighbouring depths are far apart: nothing of the deposit
/// lies behind it.
constexpr double kBackdropDepth = 0.99999;

class Backdrop {
 public:
  explicit Backdrop(vtkRenderer& renderer);
  /// Fills the view just before the far clipping plane; call when camera and clipping range are set.
  void place(const Palette& palette);

 private:
  vtkRenderer& renderer_;
  vtkSmartPointer<vtkPolyData> mesh_;
};

}  // namespace adit::viewer
