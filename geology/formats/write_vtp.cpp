// VTK polydata through VTK's own XML writer.
#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkDoubleArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>
#include <vtkStringArray.h>
#include <vtkXMLPolyDataWriter.h>

#include "geology/formats/synthetic_mark.h"
#include "geology/formats/write_mesh.h"

namespace adit::formats {
namespace {

using geology::Column;
using geology::TriangleMesh;

/// The column as a VTK array, after `empty` rows without a value.
vtkSmartPointer<vtkAbstractArray> arrayOf(const Column& column, std::size_t empty) {
  const auto rows = static_cast<vtkIdType>(empty + column.size());
  if (column.isNumeric()) {
    const auto numbers = vtkSmartPointer<vtkFloatArray>::New();
    numbers->Allocate(rows);
    for (std::size_t i = 0; i < empty; ++i) numbers->InsertNextValue(geology::kMissing);
    for (const float value : column.values) numbers->InsertNextValue(value);
    return numbers;
  }
  const auto texts = vtkSmartPointer<vtkStringArray>::New();
  texts->Allocate(rows);
  for (std::size_t i = 0; i < empty; ++i) texts->InsertNextValue("");
  for (std::size_t i = 0; i < column.size(); ++i) texts->InsertNextValue(std::string(column.category(i)));
  return texts;
}

void addColumns(vtkFieldData* data, const std::vector<Column>& columns, std::size_t empty) {
  for (const Column& column : columns) {
    const auto array = arrayOf(column, empty);
    // "part" is taken by the names of the parts, and VTK keeps one array a name.
    array->SetName((column.name == "part" ? "part 2" : column.name).c_str());
    data->AddArray(array);
  }
}

void addPlaces(const TriangleMesh& mesh, vtkPolyData* data) {
  vtkNew<vtkPoints> points;
  points->SetDataTypeToDouble();
  points->SetNumberOfPoints(static_cast<vtkIdType>(mesh.vertices.size()));
  for (std::size_t v = 0; v < mesh.vertices.size(); ++v)
    points->SetPoint(static_cast<vtkIdType>(v), mesh.vertices[v].x, mesh.vertices[v].y, mesh.vertices[v].z);
  data->SetPoints(points);
}

void addCells(const TriangleMesh& mesh, vtkPolyData* data) {
  vtkNew<vtkCellArray> lines, triangles;
  for (const geology::Polyline& line : mesh.lines) {
    lines->InsertNextCell(static_cast<int>(line.vertices.size() + (line.closed ? 1 : 0)));
    for (const std::uint32_t corner : line.vertices) lines->InsertCellPoint(corner);
    if (line.closed) lines->InsertCellPoint(line.vertices.front());
  }
  for (const auto& triangle : mesh.triangles) {
    triangles->InsertNextCell(3);
    for (const std::uint32_t corner : triangle) triangles->InsertCellPoint(corner);
  }
  data->SetLines(lines);
  data->SetPolys(triangles);
}

/// Cell data are numbered lines first, then triangles.
void addParts(const TriangleMesh& mesh, vtkPolyData* data) {
  if (mesh.parts.empty()) return;
  vtkNew<vtkStringArray> names;
  names->SetName("part");
  for (const geology::Polyline& line : mesh.lines)
    names->InsertNextValue(mesh.parts[static_cast<std::size_t>(line.part)]);
  for (const std::int32_t part : mesh.trianglePart)
    names->InsertNextValue(mesh.parts[static_cast<std::size_t>(part)]);
  data->GetCellData()->AddArray(names);
}

}  // namespace

void writeVtp(const TriangleMesh& mesh, std::ostream& out) {
  vtkNew<vtkPolyData> data;
  addPlaces(mesh, data);
  addCells(mesh, data);
  addParts(mesh, data);
  addColumns(data->GetPointData(), mesh.vertexColumns, 0);
  addColumns(data->GetCellData(), mesh.triangleColumns, mesh.lines.size());
  vtkNew<vtkXMLPolyDataWriter> writer;
  writer->WriteToOutputStringOn();
  writer->SetInputData(data);
  writer->SetDataModeToBinary();
  writer->Write();
  writeMarkedXml(writer->GetOutputString(), mesh.source, out);
}

}  // namespace adit::formats
