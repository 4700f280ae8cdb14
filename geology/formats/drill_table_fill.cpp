#include "geology/formats/drill_table_fill.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "geology/formats/column_builder.h"
#include "geology/formats/table_cell.h"
#include "geology/formats/table_rows.h"

namespace adit::formats {
namespace {

using geology::Severity;

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

constexpr FindingKind kBadNumber{Severity::Error, "DH-BAD-NUMBER",
                                 "a cell of a position, depth or direction column is no number",
                                 "correct the cells, or choose other columns"};
constexpr FindingKind kRenamed{Severity::Note, "TAB-RENAMED-COLUMN",
                               "columns without a name, or with one that an earlier column has, get one",
                               "name the columns in the file"};

std::vector<double>& arrayOf(DrillTable& table, DrillField field) {
  switch (field) {
    case DrillField::X:
    case DrillField::Longitude:
      return table.x;
    case DrillField::Y:
    case DrillField::Latitude:
      return table.y;
    case DrillField::Z:
      return table.z;
    case DrillField::EndOfHole:
      return table.depth;
    case DrillField::Azimuth:
      return table.azimuth;
    case DrillField::Dip:
      return table.dip;
    case DrillField::To:
      return table.to;
    default:
      return table.from;  // From, and the depth of a survey station
  }
}

/// A number of the table itself: position, depth or direction.
struct FieldColumn {
  std::size_t column;
  std::vector<double>& values;
  ColumnPlan plan;
};

/// A value that rides along.
struct AttributeColumn {
  std::size_t column;
  ColumnBuilder builder;
};

struct CountedColumns {
  std::vector<std::optional<DeclaredNulls>> declared;
  std::vector<ColumnProfile> profiles;
};

bool isHoleId(const DrillHeader& header, std::size_t column) {
  return header.column(DrillField::HoleId) == column;
}

CountedColumns countColumns(const DrillTableText& text, const std::vector<std::string>& names,
                            const ColumnPlanner& planner) {
  CountedColumns counted;
  for (const std::string& name : names) counted.declared.push_back(planner.declaredNulls(name));
  for (const auto& declared : counted.declared)
    counted.profiles.emplace_back(declared ? &*declared : nullptr);
  TableRows rows(text.bytes, text.dialect, names.size(), text.progress);
  Record record;
  while (rows.next(record)) {
    noteWidth(rows, record, text.findings);
    noteQuotes(record, text.findings);
    for (std::size_t c = 0; c < names.size(); ++c)
      if (!isHoleId(text.header, c))
        counted.profiles[c].add(record.cells[c], readCell(record, c, text.dialect.decimalComma), record.line);
  }
  noteText(rows, text.dialect, text.findings);
  return counted;
}

double readField(const FieldColumn& field, const Record& record, const DrillTableText& text) {
  const std::string_view cell = record.cells[field.column];
  const TableCell read = readCell(record, field.column, text.dialect.decimalComma);
  const bool declared =
      std::find(field.plan.words.begin(), field.plan.words.end(), cell) != field.plan.words.end();
  if (read.kind == CellKind::Number) {
    const auto& nulls = field.plan.nulls;
    return std::find(nulls.begin(), nulls.end(), read.value) == nulls.end() ? read.value : kNoNumber;
  }
  const bool empty = read.kind == CellKind::Empty || declared ||
                     (read.kind == CellKind::NullWord && field.plan.guessNullWords);
  if (!empty)
    text.findings.add(kBadNumber, {record.line, field.column + 1},
                      field.plan.name + " \"" + toUtf8(cell.substr(0, 40), text.dialect) + "\"");
  return kNoNumber;
}

/// The columns of one table, ready to take rows.
class TableFiller {
 public:
  TableFiller(DrillTable& table, const DrillTableText& text) : table_(table), text_(text) {}

  void prepare(const std::vector<std::string>& names) {
    ColumnPlanner planner(text_.decision, text_.findings);
    counted_ = countColumns(text_, names, planner);
    std::vector<bool> isField(names.size(), false);
    isField[holeColumn()] = true;
    for (const DrillField field : fieldsOf(text_.header.role)) {
      const auto column = text_.header.column(field);
      if (field == DrillField::HoleId || !column) continue;
      isField[*column] = true;
      fields_.push_back({*column, arrayOf(table_, field),
                         planner.planField(names[*column], *column + 1, counted_.profiles[*column],
                                           counted_.declared[*column])});
    }
    for (std::size_t c = 0; c < names.size(); ++c) {
      if (isField[c]) continue;
      const bool nothing = text_.header.names[c].empty() && counted_.profiles[c].empty();
      if (nothing) continue;  // a delimiter at the end of every line
      if (names[c] != text_.header.names[c]) text_.findings.add(kRenamed, {1, c + 1}, names[c]);
      attributes_.push_back(
          {c, ColumnBuilder(planner.plan(names[c], c + 1, counted_.profiles[c], counted_.declared[c]),
                            text_.dialect)});
    }
  }

  void add(const Record& record) {
    table_.holeId.push_back(toUtf8(record.cells[holeColumn()], text_.dialect));
    table_.line.push_back(static_cast<std::uint32_t>(record.line));
    for (const FieldColumn& field : fields_) field.values.push_back(readField(field, record, text_));
    for (AttributeColumn& attribute : attributes_)
      attribute.builder.add(record.cells[attribute.column],
                            readCell(record, attribute.column, text_.dialect.decimalComma));
  }

  void finish() {
    ColumnPlanner planner(text_.decision, text_.findings);
    for (AttributeColumn& attribute : attributes_) {
      planner.sayNegatives(attribute.builder.plan(), attribute.column + 1,
                           counted_.profiles[attribute.column], attribute.builder.negativeCodes());
      table_.columns.push_back(attribute.builder.build());
    }
    const std::size_t rows = table_.holeId.size();
    if (table_.role != DrillRole::Collar) return;
    if (table_.z.empty()) table_.z.assign(rows, kNoNumber);
    if (table_.depth.empty()) table_.depth.assign(rows, kNoNumber);
  }

 private:
  std::size_t holeColumn() const { return *text_.header.column(DrillField::HoleId); }

  DrillTable& table_;
  const DrillTableText& text_;
  CountedColumns counted_;
  std::vector<FieldColumn> fields_;
  std::vector<AttributeColumn> attributes_;
};

}  // namespace

void fillDrillTable(DrillTable& table, const DrillTableText& text) {
  const std::vector<std::string> names = distinctNames(text.header.names);
  TableFiller filler(table, text);
  filler.prepare(names);
  TableRows rows(text.bytes, text.dialect, names.size(), text.progress);
  Record record;
  while (rows.next(record)) filler.add(record);
  filler.finish();
}

}  // namespace adit::formats
