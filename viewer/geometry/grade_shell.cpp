#include "viewer/geometry/grade_shell.h"

#include <vtkFloatArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyDataNormals.h>

#include <algorithm>
#include <cmath>

namespace adit::viewer {

namespace {

// Block centres as the points of an image in lattice units, with one layer of empty ground around.
vtkSmartPointer<vtkImageData> centerImage(const geology::BlockModel& model, const geology::Column& column,
                                          const geology::BitMask& shown, double value) {
  const auto& n = model.lattice.count;
  auto image = vtkSmartPointer<vtkImageData>::New();
  image->SetDimensions(static_cast<int>(n[0] + 2), static_cast<int>(n[1] + 2), static_cast<int>(n[2] + 2));
  image->SetOrigin(-0.5, -0.5, -0.5);
  image->AllocateScalars(VTK_FLOAT, 1);
  auto* values = static_cast<float*>(image->GetScalarPointer());
  const auto [lo, hi] = geology::valueRange(column);
  const double below =
      value - std::max({value - static_cast<double>(lo), static_cast<double>(hi) - value, 1e-6});
  std::fill_n(values, image->GetNumberOfPoints(), static_cast<float>(below));
  for (std::size_t block = 0; block < model.blockCount(); ++block) {
    if (!shown.test(block) || std::isnan(column.values[block])) continue;
    const auto c = model.lattice.cellAt(model.cellOf(block));
    values[(c[0] + 1) + (n[0] + 2) * ((c[1] + 1) + (n[1] + 2) * (c[2] + 1))] = column.values[block];
  }
  return image;
}

}  // namespace

vtkSmartPointer<vtkPolyData> gradeShell(const geology::BlockModel& model, const geology::Column& column,
                                        const geology::BitMask& shown, double value,
                                        const SceneFrame& frame) {
  if (model.subBlocked() || !column.isNumeric()) return vtkSmartPointer<vtkPolyData>::New();
  vtkNew<vtkFlyingEdges3D> contour;
  contour->SetInputData(centerImage(model, column, shown, value));
  contour->SetValue(0, value);
  contour->ComputeNormalsOff();
  contour->ComputeGradientsOff();
  contour->ComputeScalarsOff();
  contour->Update();
  vtkNew<vtkPolyData> placed;
  placed->ShallowCopy(contour->GetOutput());
  vtkNew<vtkPoints> points;
  points->SetNumberOfPoints(placed->GetNumberOfPoints());
  for (vtkIdType i = 0; i < placed->GetNumberOfPoints(); ++i) {
    const double* p = placed->GetPoint(i);
    const auto scene = frame.toFloat(model.lattice.world(p[0], p[1], p[2]));
    points->SetPoint(i, static_cast<double>(scene[0]), static_cast<double>(scene[1]),
                     static_cast<double>(scene[2]));
  }
  placed->SetPoints(points);
  vtkNew<vtkPolyDataNormals> normals;
  normals->SetInputData(placed);
  normals->SplittingOff();
  normals->ConsistencyOff();
  normals->Update();
  return normals->GetOutput();
}

}  // namespace adit::viewer
