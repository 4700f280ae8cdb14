#include "viewer/geometry/quad_mesh.h"

#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkFloatArray.h>
#include <vtkPoints.h>
#include <vtkTypeInt32Array.h>
#include <vtkTypeInt64Array.h>
#include <vtkUnsignedIntArray.h>

#include <limits>

#include "geology/model/parallel_for.h"
#include "viewer/geometry/mesh_buffer.h"

namespace adit::viewer {
namespace {

/// 0, step, 2 * step, ...
template <typename Array>
vtkSmartPointer<Array> multiplesOf(std::size_t step, std::size_t count) {
  auto array = vtkSmartPointer<Array>::New();
  array->SetNumberOfValues(static_cast<vtkIdType>(count));
  auto* values = array->GetPointer(0);
  using Value = std::remove_pointer_t<decltype(values)>;
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = count, .grain = 1 << 16}, neverCancelled,
                       [values, step](geology::ParallelRange range) {
                         for (std::size_t i = range.begin; i < range.end; ++i)
                           values[i] = static_cast<Value>(i * step);
                       });
  return array;
}

template <typename Array>
vtkSmartPointer<vtkCellArray> quadCells(std::size_t quads) {
  auto cells = vtkSmartPointer<vtkCellArray>::New();
  cells->SetData(multiplesOf<Array>(4, quads + 1), multiplesOf<Array>(1, 4 * quads));
  return cells;
}

}  // namespace

QuadMesh quadMesh(std::size_t quads) {
  QuadMesh mesh{vtkSmartPointer<vtkPolyData>::New(), {}};
  const auto coordinates = vtkSmartPointer<vtkFloatArray>::New();
  coordinates->SetNumberOfComponents(3);
  coordinates->SetNumberOfTuples(static_cast<vtkIdType>(4 * quads));
  const auto points = vtkSmartPointer<vtkPoints>::New();
  points->SetData(coordinates);
  mesh.polyData->SetPoints(points);
  const auto rows = vtkSmartPointer<vtkUnsignedIntArray>::New();
  rows->SetName(kRowArray);
  rows->SetNumberOfValues(static_cast<vtkIdType>(quads));
  mesh.polyData->GetCellData()->AddArray(rows);
  // Half the memory where the numbers fit.
  const bool small = 4 * quads <= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
  mesh.polyData->SetPolys(small ? quadCells<vtkTypeInt32Array>(quads) : quadCells<vtkTypeInt64Array>(quads));
  mesh.arrays = {reinterpret_cast<std::array<float, 3>*>(coordinates->GetPointer(0)), rows->GetPointer(0)};
  return mesh;
}

}  // namespace adit::viewer
