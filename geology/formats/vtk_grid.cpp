#include "geology/formats/vtk_grid.h"

#include "geology/formats/delimited.h"
#include "geology/formats/text_lines.h"

namespace adit::formats {
namespace {

constexpr std::size_t kHead = 4096;
constexpr double kMostPerByte = 1100;

constexpr FindingKind kLength{geology::Severity::Warning, "VTK-ARRAY-LENGTH",
                              "an array has another length than there are cells or points, and is not used",
                              "write the file again, in ParaView for example"};

bool isLegacy(std::string_view bytes) {
  return bytes.starts_with("# vtk DataFile");
}

VtkGridKind kindNamed(std::string_view name) {
  if (equalIgnoringCase(name, "ImageData") || equalIgnoringCase(name, "STRUCTURED_POINTS"))
    return VtkGridKind::Image;
  if (equalIgnoringCase(name, "RectilinearGrid") || equalIgnoringCase(name, "RECTILINEAR_GRID"))
    return VtkGridKind::Rectilinear;
  if (equalIgnoringCase(name, "UnstructuredGrid") || equalIgnoringCase(name, "UNSTRUCTURED_GRID"))
    return VtkGridKind::Unstructured;
  return VtkGridKind::None;
}

void dropWrongLengths(std::vector<geology::Column>& columns, std::size_t rows, Findings& findings) {
  std::erase_if(columns, [&](const geology::Column& column) {
    const bool wrong = column.size() != rows;
    if (wrong) findings.add(kLength, {}, column.name);
    return wrong;
  });
}

}  // namespace

std::size_t VtkGrid::pointCount() const {
  if (kind == VtkGridKind::Unstructured) return points.size();
  return static_cast<std::size_t>(pointsAlong(0) * pointsAlong(1) * pointsAlong(2));
}

std::size_t VtkGrid::cellCount() const {
  if (kind == VtkGridKind::Unstructured) return offsets.size() - 1;
  return static_cast<std::size_t>(cellsAlong(0) * cellsAlong(1) * cellsAlong(2));
}

VtkGridKind vtkGridKind(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHead);
  if (!isLegacy(head)) {
    const std::size_t file = head.find("<VTKFile");
    if (file == std::string_view::npos) return VtkGridKind::None;
    const std::size_t type = head.find("type=\"", file);
    if (type == std::string_view::npos || type > head.find('>', file)) return VtkGridKind::None;
    return kindNamed(head.substr(type + 6, head.find('"', type + 6) - type - 6));
  }
  LineScanner lines(head);
  std::string_view line;
  while (lines.next(line))
    if (equalIgnoringCase(takeWord(line), "DATASET")) return kindNamed(takeWord(line));
  return VtkGridKind::None;
}

VtkGrid readVtkGrid(const Source& source, Findings& findings, geology::Progress& progress) {
  VtkGrid grid =
      isLegacy(source.bytes) ? readVtkLegacyGrid(source) : readVtkXmlGrid(source, findings, progress);
  dropWrongLengths(grid.cellColumns, grid.cellCount(), findings);
  dropWrongLengths(grid.pointColumns, grid.pointCount(), findings);
  return grid;
}

void refuseVtk(const Source& source, std::string code, std::string message) {
  throw ReadError{{.severity = geology::Severity::Error,
                   .code = std::move(code),
                   .file = source.path,
                   .message = std::move(message),
                   .remedy = "check that the file is complete, or write it again, in ParaView for example"}};
}

void requirePlausible(const Source& source, double pointsOrCells) {
  if (pointsOrCells <= kMostPerByte * static_cast<double>(source.bytes.size()) &&
      pointsOrCells < 4294967295.0)
    return;
  refuseVtk(source, "VTK-TOO-MANY-CELLS", "the file claims more points or cells than it can hold");
}

void addComponents(const std::string& name, const std::vector<double>& numbers, std::size_t components,
                   std::vector<geology::Column>& columns) {
  for (std::size_t c = 0; c < components; ++c) {
    geology::Column column;
    column.name = components == 1 ? name : name + " " + std::to_string(c + 1);
    column.unit = unitFromHeader(column.name);
    column.values.reserve(numbers.size() / components);
    for (std::size_t i = c; i < numbers.size(); i += components)
      column.values.push_back(static_cast<float>(numbers[i]));
    columns.push_back(std::move(column));
  }
}

}  // namespace adit::formats
