// Source: Kitware, "VTK File Formats" (The VTK User's Guide, chapter 19), as VTK 9 reads them.
#include "geology/formats/vtp_reader.h"

#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkDataArray.h>
#include <vtkIdList.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkPolyDataReader.h>
#include <vtkStringArray.h>
#include <vtkXMLPolyDataReader.h>

#include <limits>

#include "geology/formats/mesh_builder.h"
#include "geology/formats/vtk_messages.h"

namespace adit::formats {
namespace {

using geology::Column;
using geology::Severity;

const FindingKind kVtkError{Severity::Error, "VTK-ERROR", "VTK could not read all of the file",
                            "write it again, in ParaView for example"};
const FindingKind kVtkWarning{Severity::Warning, "VTK-WARNING", "VTK read the file with a doubt",
                              "write it again, in ParaView for example"};
const FindingKind kLineData{Severity::Note, "VTK-LINE-DATA", "cell data of lines and vertices are not used",
                            "move them to the points if they matter"};
constexpr const char* kPartArray = "part";

bool isLegacy(std::string_view bytes) {
  return bytes.starts_with("# vtk DataFile");
}

vtkSmartPointer<vtkPolyData> readXml(const Source& source, VtkMessages* messages) {
  const auto reader = vtkSmartPointer<vtkXMLPolyDataReader>::New();
  listenTo(reader, messages);
  reader->SetReaderErrorObserver(messages);
  reader->SetParserErrorObserver(messages);
  reader->ReadFromInputStringOn();
  reader->SetInputString(std::string(source.bytes));
  reader->Update();
  return reader->GetOutput();
}

vtkSmartPointer<vtkPolyData> readLegacy(const Source& source, VtkMessages* messages) {
  if (source.bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw ReadError{{.severity = Severity::Error,
                     .code = "VTK-TOO-LARGE",
                     .file = source.path,
                     .message = "VTK reads legacy files of up to 2 GB",
                     .remedy = "save it as .vtp"}};
  const auto reader = vtkSmartPointer<vtkPolyDataReader>::New();
  listenTo(reader, messages);
  reader->ReadFromInputStringOn();
  reader->SetInputString(source.bytes.data(), static_cast<int>(source.bytes.size()));
  reader->ReadAllScalarsOn();
  reader->ReadAllVectorsOn();
  reader->ReadAllNormalsOn();
  reader->ReadAllTensorsOn();
  reader->ReadAllColorScalarsOn();
  reader->ReadAllTCoordsOn();
  reader->ReadAllFieldsOn();
  reader->Update();
  return reader->GetOutput();
}

/// Rows of the data of a VTK object that become rows of a column.
using Rows = std::vector<vtkIdType>;

Column numericOf(vtkDataArray* array, int component, const Rows& rows) {
  const std::string name = array->GetName() == nullptr ? "unnamed" : array->GetName();
  const int components = array->GetNumberOfComponents();
  Column column =
      geology::numericColumn(components == 1 ? name : name + " " + std::to_string(component + 1), {});
  column.values.reserve(rows.size());
  for (const vtkIdType row : rows)
    column.values.push_back(row < array->GetNumberOfTuples()
                                ? static_cast<float>(array->GetComponent(row, component))
                                : geology::kMissing);
  return column;
}

std::vector<std::string> textsOf(vtkStringArray* array, const Rows& rows) {
  std::vector<std::string> texts;
  texts.reserve(rows.size());
  for (const vtkIdType row : rows)
    texts.push_back(row < array->GetNumberOfTuples() ? std::string(array->GetValue(row)) : std::string());
  return texts;
}

void addColumns(vtkFieldData* data, const Rows& rows, std::vector<Column>& columns) {
  for (int i = 0; i < data->GetNumberOfArrays(); ++i) {
    vtkAbstractArray* any = data->GetAbstractArray(i);
    if (auto* numbers = vtkDataArray::SafeDownCast(any))
      for (int c = 0; c < numbers->GetNumberOfComponents(); ++c)
        columns.push_back(numericOf(numbers, c, rows));
    else if (auto* texts = vtkStringArray::SafeDownCast(any); texts != nullptr && texts->GetName() != nullptr)
      columns.push_back(geology::categoryColumn(texts->GetName(), textsOf(texts, rows)));
  }
}

class PolyDataReading {
 public:
  PolyDataReading(vtkPolyData* data, MeshBuilder& builder) : data_(data), builder_(builder) {}

  void read() {
    takeVertices();
    parts_ = vtkStringArray::SafeDownCast(data_->GetCellData()->GetAbstractArray(kPartArray));
    // Cell data are numbered in this order.
    vtkIdType firstCell = data_->GetVerts()->GetNumberOfCells();
    takeCells(data_->GetLines(), firstCell, &PolyDataReading::takeLine);
    firstCell += data_->GetLines()->GetNumberOfCells();
    if (firstCell > 0 && data_->GetCellData()->GetNumberOfArrays() > (parts_ == nullptr ? 0 : 1))
      builder_.findings().add(kLineData, {});
    takeCells(data_->GetPolys(), firstCell, &PolyDataReading::takePolygon);
    firstCell += data_->GetPolys()->GetNumberOfCells();
    takeCells(data_->GetStrips(), firstCell, &PolyDataReading::takeStrip);
    addColumns(data_->GetCellData(), cellOfTriangle_, builder_.mesh().triangleColumns);
    std::erase_if(builder_.mesh().triangleColumns,
                  [&](const Column& column) { return parts_ != nullptr && column.name == kPartArray; });
  }

 private:
  using Corners = std::vector<std::int64_t>;

  void takeVertices() {
    vtkPoints* points = data_->GetPoints();
    if (points == nullptr) return;
    if (points->GetDataType() == VTK_FLOAT) builder_.coordinatesWereFloat();
    Rows rows;
    for (vtkIdType i = 0; i < points->GetNumberOfPoints(); ++i) {
      double place[3];
      points->GetPoint(i, place);
      builder_.addVertex({place[0], place[1], place[2]});
      rows.push_back(i);
    }
    addColumns(data_->GetPointData(), rows, builder_.mesh().vertexColumns);
  }

  void takeCells(vtkCellArray* cells, vtkIdType firstCell,
                 void (PolyDataReading::*take)(const Corners&, vtkIdType)) {
    if (!cells->IsValid()) return builder_.findings().add(kVtkError, {}, "the cells are not in order");
    Corners corners;
    vtkNew<vtkIdList> ids;
    for (vtkIdType i = 0; i < cells->GetNumberOfCells(); ++i) {
      cells->GetCellAtId(i, ids);
      corners.assign(ids->begin(), ids->end());
      if (parts_ != nullptr && firstCell + i < parts_->GetNumberOfTuples())
        builder_.startPart(std::string(parts_->GetValue(firstCell + i)));
      (this->*take)(corners, firstCell + i);
    }
  }

  void takeLine(const Corners& corners, vtkIdType /*cell*/) {
    const bool closed = corners.size() > 2 && corners.front() == corners.back();
    builder_.addLine({corners.data(), corners.size() - (closed ? 1 : 0)}, closed, 0);
  }

  void takePolygon(const Corners& corners, vtkIdType cell) {
    cellOfTriangle_.insert(cellOfTriangle_.end(), builder_.addPolygon(corners, 0), cell);
  }

  /// Every second triangle of a strip runs the other way round.
  void takeStrip(const Corners& corners, vtkIdType cell) {
    for (std::size_t i = 2; i < corners.size(); ++i) {
      const bool odd = i % 2 == 1;
      const Corners triangle{corners[i - 2], corners[odd ? i : i - 1], corners[odd ? i - 1 : i]};
      takePolygon(triangle, cell);
    }
  }

  vtkPolyData* data_;
  MeshBuilder& builder_;
  vtkStringArray* parts_ = nullptr;
  Rows cellOfTriangle_;
};

}  // namespace

int recogniseVtp(const Source& source) {
  const std::string_view head = source.bytes.substr(0, 2048);
  if (isLegacy(head)) return head.find("DATASET POLYDATA") != std::string_view::npos ? 100 : 0;
  return head.find("<VTKFile") != std::string_view::npos &&
                 head.find("type=\"PolyData\"") != std::string_view::npos
             ? 100
             : 0;
}

ImportResult readVtp(const Source& source, const ImportChoices& /*choices*/, geology::Progress& progress) {
  progress.throwIfCancelled();
  const auto messages = VtkMessages::create();
  const vtkSmartPointer<vtkPolyData> data =
      isLegacy(source.bytes) ? readLegacy(source, messages) : readXml(source, messages);
  MeshBuilder builder(source.path);
  builder.mesh().name = baseName(source.path);
  if (messages->failed()) builder.findings().add(kVtkError, {}, messages->firstError());
  if (!messages->firstWarning().empty()) builder.findings().add(kVtkWarning, {}, messages->firstWarning());
  if (data != nullptr) PolyDataReading(data, builder).read();
  ImportResult result;
  builder.finish(result);
  return result;
}

}  // namespace adit::formats
