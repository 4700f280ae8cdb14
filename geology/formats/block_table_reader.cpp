#include "geology/formats/block_table_reader.h"

#include <algorithm>
#include <cmath>

#include "geology/formats/block_assembly.h"
#include "geology/formats/block_indices.h"
#include "geology/formats/block_presets.h"
#include "geology/formats/column_names.h"
#include "geology/formats/datamine_rotation.h"
#include "geology/formats/position_room.h"
#include "geology/formats/size_rows.h"
#include "geology/formats/stated_rotation.h"
#include "geology/formats/table_reader.h"
#include "geology/formats/unknown_content.h"

namespace adit::formats {
namespace {

using geology::Severity;
using geology::Vec3;

constexpr std::size_t kRecogniseBytes = std::size_t{64} << 10;

constexpr FindingKind kHeaderLines{Severity::Note, "BM-HEADER-LINES",
                                   "lines before or after the header are no rows and are not read",
                                   "nothing, if they are a preamble, types or descriptions"};
constexpr FindingKind kIndexOnly{
    Severity::Warning, "BM-INDEX-ONLY",
    "the rows have block indices and no coordinates; the cell size is not in the "
    "file",
    "state the cell size with the choice cell-size, e.g. 25,25,10"};
constexpr FindingKind kNoHeight{Severity::Warning, "BM-NO-HEIGHT",
                                "the rows have no heights; they are put at Z = 0",
                                "choose the column of the heights with column-z"};
constexpr FindingKind kRenamed{Severity::Note, "TAB-RENAMED-COLUMN",
                               "columns without a name, or with one that an earlier column has, get one",
                               "name the columns in the file"};
constexpr FindingKind kOwnGrid{
    Severity::Note, "BM-OWN-GRID",
    "Vulcan can write centroids in the model's own grid, and the file does not say whether it "
    "did; they are taken for places in the world",
    "if they are of its own grid, state it with the choices bearing-plunge-dip and grid-origin"};
constexpr FindingKind kProgram{Severity::Note, "BM-PROGRAM", "the header is that of an export of a program",
                               "choose the columns with column-x, column-size-x, ... if that is wrong"};

[[noreturn]] void refuse(const Source& source, std::string code, std::string message, std::string remedy) {
  throw ReadError{{.severity = Severity::Error,
                   .code = std::move(code),
                   .file = source.path,
                   .message = std::move(message),
                   .remedy = std::move(remedy)}};
}

/// The columns as the person wants them: each is a guess from its header.
void decideColumns(BlockHeader& header, const Decision& decision) {
  std::vector<std::string_view> allowed(header.names.begin(), header.names.end());
  allowed.emplace_back("none");
  for (std::size_t f = 0; f < kBlockFieldCount; ++f) {
    auto& column = header.columns.at[f];
    const std::string question = "column-" + std::string(blockFieldName(static_cast<BlockField>(f)));
    const bool asked = personsAnswer(decision.choices, decision.source.path, question) != nullptr;
    if (!column && !asked) continue;
    const std::string answer =
        decision.take(question, column ? header.names[*column] : "none", "the name of the column", allowed);
    if (column && header.names[*column] == answer) continue;
    const auto named = std::find(header.names.begin(), header.names.end(), answer);
    column.reset();
    if (named != header.names.end()) column = static_cast<std::size_t>(named - header.names.begin());
  }
}

void requireColumns(const Source& source, const BlockColumns& columns) {
  using enum BlockField;
  const bool positions = columns.has(X) && columns.has(Y);
  const bool indices = columns.has(I) && columns.has(J) && columns.has(K);
  if (!positions && !indices)
    refuse(source, "BM-MISSING-COLUMN", "no columns hold X and Y, nor I, J and K",
           "choose column-x, column-y and column-z");
  const int sizes = columns.has(SizeX) + columns.has(SizeY) + columns.has(SizeZ);
  if (sizes != 0 && sizes != 3)
    refuse(source, "BM-MISSING-COLUMN", "sizes of blocks need three columns",
           "choose column-size-x, column-size-y and column-size-z, or none for all three");
}

/// Decimals of the coordinates in the first rows: half a unit of the last digit is how exact they are.
class Decimals {
 public:
  void add(std::string_view cell, char point) {
    if (cell.find_first_of("eE") != std::string_view::npos) most_ = kExact;
    const std::size_t at = cell.find(point);
    if (at != std::string_view::npos) most_ = std::max(most_, cell.size() - at - 1);
  }
  /// 0 = exact. Whole numbers are taken as exact: nobody rounds block centres to metres.
  double resolution() const {
    return most_ == 0 || most_ >= kExact ? 0 : 0.5 * std::pow(10.0, -static_cast<double>(most_));
  }

 private:
  static constexpr std::size_t kExact = 9;
  std::size_t most_ = 0;
};

/// Positions and sizes of the rows of a block table.
class BlockRows : public RowGatherer {
 public:
  BlockRows(const BlockHeader& header, const Dialect& dialect) : header_(header), dialect_(dialect) {}

  void sample(const Record& record) override {
    if (!header_.columns.positioned()) return;
    for (const BlockField field : {BlockField::X, BlockField::Y, BlockField::Z})
      if (const auto column = header_.columns.column(field))
        decimals_.add(record.cells[*column], dialect_.decimalComma ? ',' : '.');
  }
  void begin(const TableChunks& chunks) override {
    positions_.begin(chunks);
    sizes_.assign(chunks.list.size(), {});
  }
  void add(std::size_t chunk, const Record& record) override {
    using enum BlockField;
    const bool positioned = header_.columns.positioned();
    const double z = positioned && !header_.columns.has(Z) ? 0.0 : number(record, positioned ? Z : K);
    positions_.add(chunk, {number(record, positioned ? X : I), number(record, positioned ? Y : J), z});
    if (header_.columns.sized())
      sizes_[chunk].add({number(record, SizeX), number(record, SizeY), number(record, SizeZ)});
  }

  double resolution() const { return decimals_.resolution(); }
  CollectedRows join(TableResult table) {
    CollectedRows rows;
    RowPositions positions = positions_.join(table.chunks, table.rows);
    if (positions.points.empty())
      rows.planes = std::move(positions.planes);
    else
      rows.points = std::move(positions.points);
    SizeRows sizes;
    for (const SizeRows& own : sizes_) sizes.append(own);
    rows.sizes = sizes.take();
    rows.columns = std::move(table.columns);
    rows.line = std::move(table.lines);
    return rows;
  }

 private:
  double number(const Record& record, BlockField field) const {
    const auto column = header_.columns.column(field);
    if (!column) return kNoNumber;
    const double read = record.numbers[*column];
    if (read == read) return read;
    return parseNumber(record.cells[*column], dialect_.decimalComma).value_or(kNoNumber);
  }

  const BlockHeader& header_;
  Dialect dialect_;
  PositionRoom positions_;
  std::vector<SizeRows> sizes_;
  Decimals decimals_;
};

/// The columns that are no positions, sizes or indices.
std::vector<ValueColumn> valueColumns(const BlockHeader& header, Findings& findings) {
  std::vector<ValueColumn> columns;
  const std::vector<std::string> names = distinctNames(header.names);
  for (std::size_t c = 0; c < names.size(); ++c) {
    if (header.columns.isField(c)) continue;
    const bool unnamed = header.names[c].empty();
    if (!unnamed && names[c] != header.names[c]) findings.add(kRenamed, {header.line, c + 1}, names[c]);
    columns.push_back({c, names[c], unnamed});
  }
  return columns;
}

/// Before the record of the first row.
TextPlace firstRowOf(const Source& source, const Dialect& dialect, const BlockHeader& header) {
  RecordScanner scanner(source.bytes, dialect);
  TextPlace place = scanner.place();
  Record record;
  while (scanner.next(record) && record.line < header.firstRow) place = scanner.place();
  return place;
}

/// What the header says beyond the rows, and what there is to say about it.
LatticeHints hintsOf(const BlockHeader& header, Findings& findings) {
  LatticeHints hints;
  hints.position = header.columns.position;
  hints.cellSize = header.statedSize;
  for (const HeaderLine& line : header.skipped) findings.add(kHeaderLines, {line.line, 0}, line.text);
  if (!header.columns.program.empty()) findings.add(kProgram, {header.line, 0}, header.columns.program);
  if (!header.columns.positioned())
    findings.add(kIndexOnly, {header.line, 0});
  else if (!header.columns.has(BlockField::Z))
    findings.add(kNoHeight, {header.line, 0});
  return hints;
}

}  // namespace

int recogniseBlockTable(const Source& source) {
  if (looksBinary(source.bytes)) return 0;
  const std::string_view beginning = source.bytes.substr(0, kRecogniseBytes);
  const auto header = findBlockHeader(beginning, detectDialect(beginning));
  if (!header) return 0;
  bool hole = false, from = false, to = false, collar = false;
  for (const std::string& name : header->names) {
    const auto match = drillField(name);
    if (!match) continue;
    hole = hole || match->field == DrillField::HoleId;
    from = from || match->field == DrillField::From;
    to = to || match->field == DrillField::To;
    collar = collar || match->field == DrillField::Azimuth || match->field == DrillField::Dip ||
             match->field == DrillField::Depth || match->field == DrillField::EndOfHole;
  }
  if (hole && ((from && to) || collar)) return 0;
  if (!header->columns.positioned()) return 60;
  if (header->columns.sized()) return 95;
  if (!header->columns.has(BlockField::Z)) return 25;
  if (header->names.size() == 3) return 40;
  return hole ? 70 : 92;
}

ImportResult readBlockTable(const Source& source, const ImportChoices& choices, geology::Progress& progress) {
  ImportResult result;
  geology::Provenance provenance;
  provenance.path = source.path;
  provenance.format = "delimited block table";
  provenance.bytes = source.bytes.size();
  const Decision decision{choices, provenance, result.diagnostics};
  // Until every byte has been looked at; what is UTF-8 stays as it is.
  Dialect dialect = detectDialectOfBeginning(source.bytes);
  dialect.windows1252 = true;
  auto header = findBlockHeader(source.bytes, dialect);
  if (!header)
    refuse(source, "BM-NO-HEADER", "no line names columns X, Y, Z or I, J, K with numbers under them",
           "name the columns in the first line, e.g. X,Y,Z,Cu");
  decideColumns(*header, decision);
  requireColumns(source, header->columns);
  Findings findings(source.path);
  LatticeHints hints = hintsOf(*header, findings);
  const TableText text{source, dialect, firstRowOf(source, dialect, *header), header->names.size()};
  BlockRows gathered(*header, dialect);
  CollectedRows rows = gathered.join(
      readTable({text, valueColumns(*header, findings), decision, findings, progress}, gathered));
  hints.resolution = gathered.resolution();
  auto rotation = statedRotation(decision, findings);
  if (!rotation) rotation = decideRotation(source, *header, rows.columns, decision, findings);
  if (!rotation && header->columns.program == "Vulcan") findings.add(kOwnGrid, {header->line, 0});
  rows.name = baseName(source.path);
  if (!header->columns.positioned()) indicesToPositions(rows, hints, decision, findings);
  LatticeSearch search = decideLattice(rows, hints, decision, {findings, progress});
  if (rotation) turnIntoWorld(rows, search, *rotation);
  rows.source = std::move(provenance);
  result.objects.push_back(assemble(std::move(rows), std::move(search), {findings, progress}));
  findings.appendTo(result.diagnostics);
  return result;
}

}  // namespace adit::formats
