#include "geology/formats/block_table_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geology/formats/block_assembly.h"
#include "geology/formats/block_presets.h"
#include "geology/formats/column_names.h"
#include "geology/formats/datamine_rotation.h"
#include "geology/formats/table_rows.h"
#include "geology/formats/unknown_content.h"
#include "geology/formats/value_columns.h"

namespace adit::formats {
namespace {

using geology::Severity;
using geology::Vec3;

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
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
    const bool asked = personsAnswer(decision.choices, choiceKey(decision.source.path, question)) != nullptr;
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

/// One table on its way from text to rows.
class BlockTable {
 public:
  BlockTable(const Source& source, const BlockHeader& header, Findings& findings)
      : source_(source), header_(header), findings_(findings), dialect_(detectDialect(source.bytes)) {}

  CollectedRows collect(const Decision& decision, geology::Progress& progress) {
    ValueColumns values(valueColumns(), dialect_, decision, findings_);
    TableRows first = rows(progress);
    Record record;
    while (first.next(record)) {
      noteWidth(first, record, findings_);
      addPosition(record);
      addSize(record);
      rows_.line.push_back(static_cast<std::uint32_t>(record.line));
      values.count(record);
    }
    noteText(first, dialect_, findings_);
    values.decide();
    TableRows second = rows(progress);
    while (second.next(record)) values.fill(record);
    rows_.columns = values.build();
    return std::move(rows_);
  }
  double resolution() const { return decimals_.resolution(); }

 private:
  /// A scanner that stands behind the header and what follows it.
  TableRows rows(geology::Progress& progress) const {
    RecordScanner ahead(source_.bytes, dialect_);
    RecordScanner scanner = ahead;
    Record record;
    while (ahead.next(record) && record.line < header_.firstRow) scanner = ahead;
    return {std::move(scanner), source_.bytes.size(), header_.names.size(), progress};
  }

  std::vector<ValueColumn> valueColumns() const {
    std::vector<ValueColumn> columns;
    const std::vector<std::string> names = distinctNames(header_.names);
    for (std::size_t c = 0; c < names.size(); ++c) {
      if (header_.columns.isField(c)) continue;
      const bool unnamed = header_.names[c].empty();
      if (!unnamed && names[c] != header_.names[c]) findings_.add(kRenamed, {header_.line, c + 1}, names[c]);
      columns.push_back({c, names[c], unnamed});
    }
    return columns;
  }

  double number(const Record& record, BlockField field) const {
    const auto column = header_.columns.column(field);
    if (!column) return kNoNumber;
    return parseNumber(record.cells[*column], dialect_.decimalComma).value_or(kNoNumber);
  }

  void addPosition(const Record& record) {
    using enum BlockField;
    if (!header_.columns.positioned()) {
      rows_.points.push_back({number(record, I), number(record, J), number(record, K)});
      return;
    }
    rows_.points.push_back(
        {number(record, X), number(record, Y), header_.columns.has(Z) ? number(record, Z) : 0.0});
    if (rows_.points.size() > kSampledRows) return;
    for (const BlockField field : {X, Y, Z})
      if (const auto column = header_.columns.column(field))
        decimals_.add(record.cells[*column], dialect_.decimalComma ? ',' : '.');
  }

  /// Sizes are kept one a row only once they differ.
  void addSize(const Record& record) {
    if (!header_.columns.sized()) return;
    const Vec3 size{number(record, BlockField::SizeX), number(record, BlockField::SizeY),
                    number(record, BlockField::SizeZ)};
    std::vector<Vec3>& sizes = rows_.sizes;
    if (sizes.size() == 1 && size == sizes.front()) return;
    if (sizes.size() == 1) sizes.assign(rows_.points.size() - 1, sizes.front());
    sizes.push_back(size);
  }

  static constexpr std::size_t kSampledRows = 5000;

  const Source& source_;
  const BlockHeader& header_;
  Findings& findings_;
  Dialect dialect_;
  CollectedRows rows_;
  Decimals decimals_;
};

/// What the header says beyond the rows, and what there is to say about it.
LatticeHints hintsOf(const BlockHeader& header, Findings& findings) {
  LatticeHints hints;
  hints.position = header.columns.position;
  hints.cellSize = header.statedSize;
  if (header.skipped > 0) findings.add(kHeaderLines, {1, 0}, {}, header.skipped);
  if (!header.columns.program.empty()) findings.add(kProgram, {header.line, 0}, header.columns.program);
  if (!header.columns.positioned())
    findings.add(kIndexOnly, {header.line, 0});
  else if (!header.columns.has(BlockField::Z))
    findings.add(kNoHeight, {header.line, 0});
  return hints;
}

/// Block centres in cells: the block of index 0 (or 1, where there is no 0) begins at the origin.
void indicesToPositions(CollectedRows& rows, LatticeHints& hints) {
  Vec3 first{kNoNumber, kNoNumber, kNoNumber};
  for (const Vec3& index : rows.points)
    first = {std::fmin(first.x, index.x), std::fmin(first.y, index.y), std::fmin(first.z, index.z)};
  const double toCentre = first.x >= 1 && first.y >= 1 && first.z >= 1 ? -0.5 : 0.5;
  for (Vec3& index : rows.points) index += {toCentre, toCentre, toCentre};
  hints.indices = true;
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
  auto header = findBlockHeader(source.bytes, detectDialect(source.bytes));
  if (!header)
    refuse(source, "BM-NO-HEADER", "no line names columns X, Y, Z or I, J, K with numbers under them",
           "name the columns in the first line, e.g. X,Y,Z,Cu");
  decideColumns(*header, decision);
  requireColumns(source, header->columns);
  Findings findings(source.path);
  LatticeHints hints = hintsOf(*header, findings);
  BlockTable table(source, *header, findings);
  CollectedRows rows = table.collect(decision, progress);
  hints.resolution = table.resolution();
  const auto rotation = decideRotation(source, *header, rows.columns, decision, findings);
  rows.name = baseName(source.path);
  if (!header->columns.positioned()) indicesToPositions(rows, hints);
  progress.throwIfCancelled();
  LatticeSearch search = decideLattice(rows, hints, decision, findings);
  if (rotation) turnIntoWorld(rows, search, *rotation);
  rows.source = std::move(provenance);
  result.objects.push_back(assemble(std::move(rows), std::move(search), findings));
  findings.appendTo(result.diagnostics);
  return result;
}

}  // namespace adit::formats
