// Source: Kitware, "VTK XML File Formats", as VTK 9 reads them.
#include "geology/formats/vtp_reader.h"

#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkDataArray.h>
#include <vtkExecutive.h>
#include <vtkIdList.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkStringArray.h>
#include <vtkXMLPolyDataReader.h>

#include "geology/formats/array_nulls.h"
#include "geology/formats/mesh_builder.h"
#include "geology/formats/vtk_messages.h"
#include "geology/formats/vtk_poly_data.h"
#include "geology/formats/vtk_xml_limits.h"

namespace adit::formats {
namespace {

using geology::Column;
using geology::Severity;

const FindingKind kVtkError{Severity::Error, "VTK-ERROR", "VTK could not read all of the file",
                            "write it again, in ParaView for example"};
const FindingKind kVtkWarning{Severity::Warning, "VTK-WARNING", "VTK read the file with a doubt",
                              "write it again, in ParaView for example"};

vtkSmartPointer<vtkPolyData> readXml(const Source& source, VtkMessages* messages) {
  const auto reader = vtkSmartPointer<vtkXMLPolyDataReader>::New();
  listenTo(reader, messages);
  listenTo(reader->GetExecutive(), messages);
  reader->SetReaderErrorObserver(messages);
  reader->SetParserErrorObserver(messages);
  reader->ReadFromInputStringOn();
  reader->SetInputString(std::string(source.bytes));
  reader->Update();
  return reader->GetOutput();
}

Column numericOf(vtkDataArray* array, int component) {
  const std::string name = array->GetName() == nullptr ? "unnamed" : array->GetName();
  const bool several = array->GetNumberOfComponents() > 1;
  Column column = geology::numericColumn(several ? name + " " + std::to_string(component + 1) : name, {});
  column.values.reserve(static_cast<std::size_t>(array->GetNumberOfTuples()));
  for (vtkIdType row = 0; row < array->GetNumberOfTuples(); ++row)
    column.values.push_back(static_cast<float>(array->GetComponent(row, component)));
  return column;
}

Column categoryOf(vtkStringArray* array) {
  std::vector<std::string> texts;
  for (vtkIdType row = 0; row < array->GetNumberOfValues(); ++row) texts.emplace_back(array->GetValue(row));
  return geology::categoryColumn(array->GetName() == nullptr ? "unnamed" : array->GetName(), texts);
}

std::vector<Column> columnsOf(vtkFieldData* data) {
  std::vector<Column> columns;
  for (int i = 0; i < data->GetNumberOfArrays(); ++i) {
    vtkAbstractArray* any = data->GetAbstractArray(i);
    if (auto* numbers = vtkDataArray::SafeDownCast(any))
      for (int c = 0; c < numbers->GetNumberOfComponents(); ++c) columns.push_back(numericOf(numbers, c));
    else if (auto* texts = vtkStringArray::SafeDownCast(any))
      columns.push_back(categoryOf(texts));
  }
  return columns;
}

VtkCells cellsOf(vtkCellArray* array) {
  VtkCells cells;
  if (!array->IsValid()) {
    cells.offsets.clear();  // said by addPolyData
    return cells;
  }
  vtkNew<vtkIdList> ids;
  for (vtkIdType i = 0; i < array->GetNumberOfCells(); ++i) {
    array->GetCellAtId(i, ids);
    cells.corners.insert(cells.corners.end(), ids->begin(), ids->end());
    cells.offsets.push_back(static_cast<std::int64_t>(cells.corners.size()));
  }
  return cells;
}

VtkPolyData polyDataOf(vtkPolyData* data) {
  VtkPolyData out;
  if (vtkPoints* points = data->GetPoints()) {
    out.floatPoints = points->GetDataType() == VTK_FLOAT;
    for (vtkIdType i = 0; i < points->GetNumberOfPoints(); ++i) {
      double place[3];
      points->GetPoint(i, place);
      out.points.push_back({place[0], place[1], place[2]});
    }
  }
  out.vertices = cellsOf(data->GetVerts());
  out.lines = cellsOf(data->GetLines());
  out.polygons = cellsOf(data->GetPolys());
  out.strips = cellsOf(data->GetStrips());
  out.pointColumns = columnsOf(data->GetPointData());
  out.cellColumns = columnsOf(data->GetCellData());
  return out;
}

}  // namespace

int recogniseVtp(const Source& source) {
  const std::string_view head = source.bytes.substr(0, 2048);
  const bool mine = head.find("<VTKFile") != std::string_view::npos &&
                    head.find("type=\"PolyData\"") != std::string_view::npos;
  return mine ? 100 : 0;
}

ImportResult readVtp(const Source& source, const ImportChoices& choices, geology::Progress& progress) {
  progress.throwIfCancelled();
  checkVtkXmlCounts(source);
  const auto messages = VtkMessages::create();
  const vtkSmartPointer<vtkPolyData> data = readXml(source, messages);
  MeshBuilder builder(source.path);
  builder.mesh().name = baseName(source.path);
  if (messages->failed()) builder.findings().add(kVtkError, {}, messages->firstError());
  if (!messages->firstWarning().empty()) builder.findings().add(kVtkWarning, {}, messages->firstWarning());
  if (data != nullptr) addPolyData(polyDataOf(data), builder);
  ImportResult result;
  builder.finish(result);
  decideNulls(result, source, choices);
  return result;
}

}  // namespace adit::formats
