#include "geology/formats/vtk_poly_data.h"

#include <algorithm>
#include <array>

namespace adit::formats {
namespace {

using geology::Column;
using geology::Severity;
using Corners = std::span<const std::int64_t>;

const FindingKind kCells{Severity::Error, "VTK-CELLS",
                         "the numbers that cut a list into cells are not in order; the list is left out",
                         "write the file again, in ParaView for example"};
const FindingKind kLineData{Severity::Note, "VTK-LINE-DATA", "cell data of lines and vertices are not used",
                            "move them to the points if they matter"};
constexpr std::string_view kPartColumn = "part";

class PolyDataAssembly {
 public:
  PolyDataAssembly(VtkPolyData data, MeshBuilder& builder) : data_(std::move(data)), builder_(builder) {}

  void assemble() {
    if (data_.floatPoints) builder_.coordinatesWereFloat();
    for (const geology::Vec3& place : data_.points) builder_.addVertex(place);
    builder_.mesh().vertexColumns = std::move(data_.pointColumns);
    takePartColumn();
    std::size_t firstCell = data_.vertices.size();
    take(data_.lines, firstCell, [&](Corners corners, std::size_t) { addLine(corners); });
    firstCell += data_.lines.size();
    if (hasValuesBefore(firstCell)) builder_.findings().add(kLineData, {});
    take(data_.polygons, firstCell, [&](Corners corners, std::size_t cell) { addPolygon(corners, cell); });
    firstCell += data_.polygons.size();
    take(data_.strips, firstCell, [&](Corners corners, std::size_t cell) { addStrip(corners, cell); });
    for (Column& column : data_.cellColumns)
      builder_.mesh().triangleColumns.push_back(rowsOfTriangles(column));
  }

 private:
  void takePartColumn() {
    const auto found =
        std::find_if(data_.cellColumns.begin(), data_.cellColumns.end(),
                     [](const Column& column) { return column.name == kPartColumn && !column.isNumeric(); });
    if (found == data_.cellColumns.end()) return;
    part_ = std::move(*found);
    data_.cellColumns.erase(found);
  }

  /// The cells before the polygons carry data of their own.
  bool hasValuesBefore(std::size_t firstPolygon) const {
    return std::any_of(data_.cellColumns.begin(), data_.cellColumns.end(), [&](const Column& column) {
      for (std::size_t row = 0; row < std::min(firstPolygon, column.size()); ++row)
        if (column.hasValue(row)) return true;
      return false;
    });
  }

  template <typename Add>
  void take(const VtkCells& cells, std::size_t firstCell, Add&& add) {
    if (!cells.valid()) return builder_.findings().add(kCells, {});
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (firstCell + i < part_.size()) builder_.startPart(part_.category(firstCell + i));
      add(cells.cell(i), firstCell + i);
    }
  }

  /// VTK closes a line by naming its first point again.
  void addLine(Corners corners) {
    const bool closed = corners.size() > 2 && corners.front() == corners.back();
    builder_.addLine(corners.first(corners.size() - (closed ? 1 : 0)), closed, 0);
  }

  void addPolygon(Corners corners, std::size_t cell) {
    cellOfTriangle_.insert(cellOfTriangle_.end(), builder_.addPolygon(corners, 0), cell);
  }

  /// Every second triangle of a strip runs the other way round.
  void addStrip(Corners corners, std::size_t cell) {
    if (corners.size() < 3) return addPolygon(corners, cell);
    for (std::size_t i = 2; i < corners.size(); ++i) {
      const bool odd = i % 2 == 1;
      const std::array triangle{corners[i - 2], corners[odd ? i : i - 1], corners[odd ? i - 1 : i]};
      addPolygon(triangle, cell);
    }
  }

  Column rowsOfTriangles(Column& ofCells) const {
    Column column;
    column.name = std::move(ofCells.name);
    column.kind = ofCells.kind;
    column.names = std::move(ofCells.names);
    for (const std::size_t cell : cellOfTriangle_) {
      if (column.isNumeric())
        column.values.push_back(cell < ofCells.values.size() ? ofCells.values[cell] : geology::kMissing);
      else
        column.codes.push_back(cell < ofCells.codes.size() ? ofCells.codes[cell] : geology::kNoCategory);
    }
    return column;
  }

  VtkPolyData data_;
  MeshBuilder& builder_;
  Column part_;
  std::vector<std::size_t> cellOfTriangle_;
};

}  // namespace

std::span<const std::int64_t> VtkCells::cell(std::size_t i) const {
  return Corners(corners).subspan(static_cast<std::size_t>(offsets[i]),
                                  static_cast<std::size_t>(offsets[i + 1] - offsets[i]));
}

bool VtkCells::valid() const {
  return !offsets.empty() && offsets.front() == 0 && std::is_sorted(offsets.begin(), offsets.end()) &&
         offsets.back() == static_cast<std::int64_t>(corners.size());
}

void addPolyData(VtkPolyData data, MeshBuilder& builder) {
  PolyDataAssembly(std::move(data), builder).assemble();
}

}  // namespace adit::formats
