#include "geology/formats/value_list_reader.h"

#include <algorithm>
#include <filesystem>

#include "geology/formats/column_rows.h"
#include "geology/formats/grid_values.h"
#include "geology/formats/table_cell.h"
#include "geology/formats/table_reader.h"
#include "geology/formats/text_lines.h"
#include "geology/formats/ubc_mesh.h"
#include "geology/formats/ubc_reader.h"
#include "geology/formats/unknown_content.h"

namespace adit::formats {
namespace {

using geology::Severity;

constexpr std::size_t kLinesToTry = 200;
constexpr std::size_t kFewestValues = 4;
constexpr std::string_view kValueName = "value";

constexpr FindingKind kMesh{Severity::Note, "BM-MESH-FOUND",
                            "the values are laid on the mesh in the same folder that has as many cells",
                            "choose another mesh with the choice mesh, or none"};
constexpr FindingKind kBadValue{Severity::Error, "BM-BAD-VALUE",
                                "a line is no number; its block has no value", "correct the lines"};

/// A number, or a word that says there is none.
bool isValue(const TableCell& cell) {
  return cell.kind == CellKind::Number || cell.kind == CellKind::NullWord;
}

struct Values {
  geology::Column column;
  geology::LineNumbers line;
};

/// Lines that are no numbers.
class BadValues : public RowGatherer {
 public:
  explicit BadValues(const std::string& file) : file_(file) {}
  void begin(const TableChunks& chunks) override { found_.assign(chunks.list.size(), Findings(file_)); }
  void add(std::size_t chunk, const Record& record) override {
    if (isValue(readCell(record, 0, false))) return;
    found_[chunk].add(kBadValue, {record.line, 1}, record.cells[0].substr(0, 40));
  }
  void appendTo(Findings& findings) const {
    for (const Findings& found : found_) findings.append(found);
  }

 private:
  std::string file_;
  std::vector<Findings> found_;
};

Values readValues(const Source& source, const Decision& decision, Findings& findings,
                  geology::Progress& progress) {
  const TableText text{source, {.delimiter = ' '}, {}, 1};
  BadValues bad(source.path);
  TableResult table = readTable({text, {{0, std::string(kValueName)}}, decision, findings, progress}, bad);
  bad.appendTo(findings);
  return {std::move(table.columns.at(0)), std::move(table.lines)};
}

/// The mesh of the choice, or the only one beside the file that has as many cells.
std::optional<FoundMesh> decideMesh(const Source& source, std::size_t cells, const Decision& decision) {
  if (personsAnswer(decision.choices, source.path, "lattice") != nullptr) return std::nullopt;
  std::vector<FoundMesh> meshes = findUbcMeshes(source.path, cells);
  if (meshes.empty()) return std::nullopt;
  const auto nameOf = [](const FoundMesh& mesh) {
    return std::filesystem::path(mesh.path).filename().string();
  };
  const std::string guess = meshes.size() == 1 ? nameOf(meshes.front()) : "none";
  const std::string answer = decision.take(
      "mesh", guess, std::to_string(meshes.size()) + " mesh in the folder has as many cells as values");
  const auto chosen = std::find_if(meshes.begin(), meshes.end(),
                                   [&](const FoundMesh& mesh) { return nameOf(mesh) == answer; });
  if (chosen == meshes.end()) return std::nullopt;
  return std::move(*chosen);
}

void layOnMesh(Values& values, const TensorGrid& grid, geology::BlockModel& model) {
  TensorBlocks blocks = tensorBlocks(grid);
  for (std::uint32_t& cell : blocks.gridCell) cell = static_cast<std::uint32_t>(ubcValueOf(grid, cell));
  takeRows(values.column, blocks.gridCell);
  values.line.take(blocks.gridCell);
  model.lattice = blocks.lattice;
  model.cellOfBlock = std::move(blocks.cellOfBlock);
  model.boxes = std::move(blocks.boxes);
}

}  // namespace

int recogniseValueList(const Source& source) {
  if (looksBinary(source.bytes)) return 0;
  LineScanner lines(source.bytes);
  std::string_view line;
  std::size_t values = 0;
  while (values < kLinesToTry && lines.next(line)) {
    line = trimBlanks(line);
    if (line.empty()) continue;
    if (!isValue(readCell(line, false))) return 0;
    ++values;
  }
  return values >= kFewestValues ? 40 : 0;
}

ImportResult readValueList(const Source& source, const ImportChoices& choices, geology::Progress& progress) {
  ImportResult result;
  geology::BlockModel model;
  model.name = baseName(source.path);
  model.source.path = source.path;
  model.source.format = "list of values";
  model.source.bytes = source.bytes.size();
  const Decision decision{choices, model.source, result.diagnostics};
  Findings findings(source.path);
  Values values = readValues(source, decision, findings, progress);
  if (const auto mesh = decideMesh(source, values.line.size(), decision)) {
    findings.add(kMesh, {}, std::filesystem::path(mesh->path).filename().string());
    result.sideFiles.push_back(mesh->path);
    layOnMesh(values, mesh->grid, model);
  } else {
    model.lattice = decideGrid(source, values.line.size(), {}, decision, findings);
    const std::size_t cells = rowsOfOneGrid(source, values.line.size(), model.lattice, findings);
    cutRows(values.column, cells);
    values.line.cut(cells);
  }
  model.columns.push_back(std::move(values.column));
  model.line = std::move(values.line);
  findings.appendTo(result.diagnostics);
  result.objects.emplace_back(std::move(model));
  return result;
}

}  // namespace adit::formats
