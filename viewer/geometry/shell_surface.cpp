#include "viewer/geometry/shell_surface.h"

#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkTypeInt32Array.h>

#include <limits>

#include "viewer/geometry/shell_steps.h"
#include "viewer/geometry/taken_array.h"

namespace adit::viewer {

vtkSmartPointer<vtkPolyData> shellSurface(const ShellSamples& samples, const SceneFrame& frame,
                                          vtkPolyData* old) {
  const ShellPlan plan(samples);
  auto shell = vtkSmartPointer<vtkPolyData>::New();
  if (3 * plan.triangleCount() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
    return shell;
  const OldArrays before = oldArrays(old);
  const auto points = takenArray<vtkFloatArray>(before.points, plan.pointCount(), 3);
  const auto normals = takenArray<vtkFloatArray>(before.normals, plan.pointCount(), 3);
  const auto corners = takenArray<vtkTypeInt32Array>(before.corners, 3 * plan.triangleCount());
  const auto offsets = takenArray<vtkTypeInt32Array>(before.offsets, plan.triangleCount() + 1);
  const ShellArrays arrays{points->GetPointer(0), normals->GetPointer(0), corners->GetPointer(0),
                           offsets->GetPointer(0)};
  placeShellPoints(samples, plan, frame, arrays);
  joinShellTriangles(samples, plan, arrays);
  normalizeShellNormals(plan, arrays.normals);

  auto triangles = vtkSmartPointer<vtkCellArray>::New();
  triangles->SetData(offsets, corners);
  auto places = vtkSmartPointer<vtkPoints>::New();
  places->SetData(points);
  shell->SetPoints(places);
  shell->SetPolys(triangles);
  shell->GetPointData()->SetNormals(normals);
  return shell;
}

}  // namespace adit::viewer
