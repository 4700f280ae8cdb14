#include "viewer/geometry/shell_surface.h"

#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkTypeInt64Array.h>

#include "viewer/geometry/shell_steps.h"

namespace adit::viewer {
namespace {

vtkSmartPointer<vtkFloatArray> vectors(std::size_t count) {
  auto array = vtkSmartPointer<vtkFloatArray>::New();
  array->SetNumberOfComponents(3);
  array->SetNumberOfTuples(static_cast<vtkIdType>(count));
  return array;
}

vtkSmartPointer<vtkTypeInt64Array> integers(std::size_t count) {
  auto array = vtkSmartPointer<vtkTypeInt64Array>::New();
  array->SetNumberOfValues(static_cast<vtkIdType>(count));
  return array;
}

}  // namespace

vtkSmartPointer<vtkPolyData> shellSurface(const ShellSamples& samples, const SceneFrame& frame) {
  const ShellPlan plan(samples);
  const auto points = vectors(plan.pointCount());
  const auto normals = vectors(plan.pointCount());
  const auto corners = integers(3 * plan.triangleCount());
  placeShellPoints(samples, plan, frame, points->GetPointer(0));
  joinShellTriangles(samples, plan, corners->GetPointer(0));
  addShellNormals(plan, points->GetPointer(0), corners->GetPointer(0), normals->GetPointer(0));

  const auto offsets = integers(plan.triangleCount() + 1);
  for (vtkIdType t = 0; t < offsets->GetNumberOfValues(); ++t) offsets->SetValue(t, 3 * t);
  auto triangles = vtkSmartPointer<vtkCellArray>::New();
  triangles->SetData(offsets, corners);
  auto places = vtkSmartPointer<vtkPoints>::New();
  places->SetData(points);
  auto shell = vtkSmartPointer<vtkPolyData>::New();
  shell->SetPoints(places);
  shell->SetPolys(triangles);
  shell->GetPointData()->SetNormals(normals);
  return shell;
}

}  // namespace adit::viewer
