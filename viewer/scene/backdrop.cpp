#include "viewer/scene/backdrop.h"

#include <vtkCellArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkUnsignedCharArray.h>

#include <utility>

#include "viewer/geometry/row_colors.h"

namespace adit::viewer {

Backdrop::Backdrop(vtkRenderer& renderer) : renderer_(renderer), mesh_(vtkSmartPointer<vtkPolyData>::New()) {
  vtkNew<vtkCellArray> quad;
  quad->InsertNextCell({0, 1, 2, 3});
  mesh_->SetPolys(quad);
  vtkNew<vtkPolyDataMapper> mapper;
  mapper->SetInputData(mesh_);
  mapper->SetColorModeToDirectScalars();
  vtkNew<vtkActor> actor;
  actor->SetMapper(mapper);
  actor->GetProperty()->LightingOff();
  actor->SetPickable(0);
  actor->UseBoundsOff();  // it follows the clipping range and must not widen it
  renderer_.AddActor(actor);
}

void Backdrop::place(const Palette& palette) {
  const int* size = renderer_.GetSize();
  const int* origin = renderer_.GetOrigin();
  vtkNew<vtkPoints> points;
  for (const auto& [x, y] : {std::pair(-1, -1), std::pair(size[0] + 1, -1),
                             std::pair(size[0] + 1, size[1] + 1), std::pair(-1, size[1] + 1)}) {
    renderer_.SetDisplayPoint(origin[0] + x, origin[1] + y, kBackdropDepth);
    renderer_.DisplayToWorld();
    const double* w = renderer_.GetWorldPoint();
    points->InsertNextPoint(w[0] / w[3], w[1] / w[3], w[2] / w[3]);
  }
  mesh_->SetPoints(points);
  vtkNew<vtkUnsignedCharArray> colors;
  colors->SetNumberOfComponents(4);
  for (const Color* color : {&palette.skyBottom, &palette.skyBottom, &palette.skyTop, &palette.skyTop})
    colors->InsertNextTypedTuple(toRgba(*color).data());
  mesh_->GetPointData()->SetScalars(colors);
  mesh_->Modified();
}

}  // namespace adit::viewer
