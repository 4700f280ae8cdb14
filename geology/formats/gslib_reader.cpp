#include "geology/formats/gslib_reader.h"

#include "geology/formats/block_assembly.h"
#include "geology/formats/block_presets.h"
#include "geology/formats/column_rows.h"
#include "geology/formats/grid_values.h"
#include "geology/formats/gslib_header.h"
#include "geology/formats/position_room.h"
#include "geology/formats/table_reader.h"
#include "geology/formats/unknown_content.h"

namespace adit::formats {
namespace {

using geology::Severity;

constexpr std::size_t kRecogniseBytes = std::size_t{64} << 10;

constexpr FindingKind kFlat{Severity::Note, "BM-FLAT",
                            "the rows have X and Y and no Z; they are put at Z = 0",
                            "nothing, if the data is a plan"};

/// The rows behind the head: points where there are coordinates, and the columns of values.
class GslibRows : public RowGatherer {
 public:
  GslibRows(const Source& source, const GslibHeader& header) : source_(source), header_(header) {
    // A grid has its positions in the head, whatever its columns are called.
    if (header.grid) return;
    if (const auto columns = matchBlockColumns(header.names); columns && columns->positioned())
      fields_ = *columns;
  }
  bool positioned() const { return fields_.positioned(); }

  CollectedRows collect(const Decision& decision, Findings& findings, geology::Progress& progress) {
    const std::vector<std::string> names = distinctNames(header_.names);
    std::vector<ValueColumn> columns;
    for (std::size_t c = 0; c < names.size(); ++c)
      if (!fields_.isField(c)) columns.push_back({c, names[c]});
    const TableText text{
        source_, header_.dialect, {header_.dialect.bodyOffset, header_.lines + 1}, names.size()};
    TableResult table = readTable({text, std::move(columns), decision, findings, progress}, *this);
    CollectedRows rows;
    if (positioned()) {
      RowPositions positions = positions_.join(table.chunks, table.rows);
      if (positions.points.empty())
        rows.planes = std::move(positions.planes);
      else
        rows.points = std::move(positions.points);
    }
    rows.line = std::move(table.lines);
    rows.columns = std::move(table.columns);
    nameUnits(rows.columns);
    return rows;
  }
  bool flat() const { return !fields_.has(BlockField::Z); }

 private:
  void begin(const TableChunks& chunks) override {
    if (positioned()) positions_.begin(chunks);
  }
  void add(std::size_t chunk, const Record& record) override {
    if (positioned()) positions_.add(chunk, position(record));
  }
  geology::Vec3 position(const Record& record) const {
    const auto number = [&](BlockField field) {
      return parseNumber(record.cells[*fields_.column(field)]).value_or(kNoNumber);
    };
    return {number(BlockField::X), number(BlockField::Y), flat() ? 0.0 : number(BlockField::Z)};
  }
  void nameUnits(std::vector<geology::Column>& columns) const {
    const std::vector<std::string> names = distinctNames(header_.names);
    for (geology::Column& column : columns)
      for (std::size_t c = 0; c < names.size(); ++c)
        if (names[c] == column.name && !header_.units[c].empty()) column.unit = header_.units[c];
  }

  const Source& source_;
  const GslibHeader& header_;
  BlockColumns fields_;
  PositionRoom positions_;
};

/// Cuts what belongs to further realisations, and lays the rest on the grid, X fastest.
geology::BlockModel onGrid(CollectedRows rows, const geology::Lattice& lattice, std::size_t cells) {
  geology::BlockModel model;
  model.name = std::move(rows.name);
  model.source = std::move(rows.source);
  model.lattice = lattice;
  for (geology::Column& column : rows.columns) cutRows(column, cells);
  model.columns = std::move(rows.columns);
  rows.line.cut(cells);
  model.line = std::move(rows.line);
  return model;
}

}  // namespace

int recogniseGslib(const Source& source) {
  if (looksBinary(source.bytes)) return 0;
  const auto header = readGslibHeader(source.bytes.substr(0, kRecogniseBytes));
  if (!header) return 0;
  return header->grid ? 80 : 60;
}

ImportResult readGslib(const Source& source, const ImportChoices& choices, geology::Progress& progress) {
  const auto header = readGslibHeader(source.bytes);
  if (!header)
    throw ReadError{{.severity = Severity::Error,
                     .code = "BM-NO-HEADER",
                     .file = source.path,
                     .line = 1,
                     .message = "the file does not begin with a title, a number of columns and their names",
                     .remedy = "check the first lines against the GSLIB format"}};
  ImportResult result;
  geology::Provenance provenance;
  provenance.path = source.path;
  provenance.format = "GSLIB / GeoEAS / SGeMS";
  provenance.bytes = source.bytes.size();
  const Decision decision{choices, provenance, result.diagnostics};
  Findings findings(source.path);
  GslibRows reader(source, *header);
  CollectedRows rows = reader.collect(decision, findings, progress);
  rows.name = baseName(source.path);
  if (reader.positioned()) {
    if (reader.flat()) findings.add(kFlat, {1, 0});
    LatticeSearch search = decideLattice(rows, {}, decision, {findings, progress});
    rows.source = std::move(provenance);
    result.objects.push_back(assemble(std::move(rows), std::move(search), {findings, progress}));
  } else {
    const geology::Lattice lattice =
        decideGrid(source, rows.line.size(), {header->grid, header->sizesStated}, decision, findings);
    const std::size_t cells = rowsOfOneGrid(source, rows.line.size(), lattice, findings);
    rows.source = std::move(provenance);
    result.objects.emplace_back(onGrid(std::move(rows), lattice, cells));
  }
  findings.appendTo(result.diagnostics);
  return result;
}

}  // namespace adit::formats
