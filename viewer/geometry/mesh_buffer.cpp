#include "viewer/geometry/mesh_buffer.h"

#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkFloatArray.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkTypeInt64Array.h>
#include <vtkUnsignedCharArray.h>
#include <vtkUnsignedIntArray.h>

#include <cstring>

namespace adit::viewer {
namespace {

vtkSmartPointer<vtkFloatArray> tripleArray(const std::vector<std::array<float, 3>>& triples) {
  auto array = vtkSmartPointer<vtkFloatArray>::New();
  array->SetNumberOfComponents(3);
  array->SetNumberOfTuples(static_cast<vtkIdType>(triples.size()));
  if (!triples.empty())
    std::memcpy(array->GetPointer(0), triples.data(), triples.size() * sizeof(triples[0]));
  return array;
}

template <typename Array, typename Value>
vtkSmartPointer<Array> valueArray(const std::vector<Value>& values) {
  auto array = vtkSmartPointer<Array>::New();
  array->SetNumberOfValues(static_cast<vtkIdType>(values.size()));
  if (!values.empty()) std::memcpy(array->GetPointer(0), values.data(), values.size() * sizeof(Value));
  return array;
}

}  // namespace

vtkSmartPointer<vtkPolyData> toPolyData(const MeshBuffer& mesh, bool asLines) {
  auto polyData = vtkSmartPointer<vtkPolyData>::New();
  auto points = vtkSmartPointer<vtkPoints>::New();
  points->SetData(tripleArray(mesh.points));
  polyData->SetPoints(points);
  auto cells = vtkSmartPointer<vtkCellArray>::New();
  cells->SetData(valueArray<vtkTypeInt64Array>(mesh.offsets), valueArray<vtkTypeInt64Array>(mesh.corners));
  if (asLines)
    polyData->SetLines(cells);
  else
    polyData->SetPolys(cells);
  if (!mesh.normals.empty()) polyData->GetPointData()->SetNormals(tripleArray(mesh.normals));
  if (!mesh.rows.empty()) {
    const auto rows = valueArray<vtkUnsignedIntArray>(mesh.rows);
    rows->SetName(kRowArray);
    polyData->GetCellData()->AddArray(rows);
  }
  return polyData;
}

void setCellColors(vtkPolyData& mesh, const std::vector<Rgba>& colors) {
  auto array = vtkSmartPointer<vtkUnsignedCharArray>::New();
  array->SetName("adit:color");
  array->SetNumberOfComponents(4);
  array->SetNumberOfTuples(static_cast<vtkIdType>(colors.size()));
  if (!colors.empty()) std::memcpy(array->GetPointer(0), colors.data(), colors.size() * sizeof(Rgba));
  mesh.GetCellData()->SetScalars(array);
}

std::span<const std::uint32_t> rowsOf(vtkPolyData& mesh) {
  auto* rows = vtkUnsignedIntArray::SafeDownCast(mesh.GetCellData()->GetArray(kRowArray));
  if (rows == nullptr) return {};
  return {rows->GetPointer(0), static_cast<std::size_t>(rows->GetNumberOfValues())};
}

std::int64_t rowOfCell(vtkPolyData& mesh, std::int64_t cell) {
  const auto rows = rowsOf(mesh);
  return cell < 0 || cell >= std::ssize(rows) ? -1 : rows[static_cast<std::size_t>(cell)];
}

}  // namespace adit::viewer
