#include "geology/formats/drill_table_header.h"

#include <algorithm>
#include <set>

namespace adit::formats {
namespace {

constexpr std::size_t kSampleRows = 50;
constexpr std::size_t kMostColumns = 4096;  // the widest geochemical tables have a few hundred

/// Every field that some header names, whatever the role will be.
using Columns = std::array<std::optional<std::size_t>, kDrillFieldCount>;

std::optional<std::size_t>& at(Columns& columns, DrillField field) {
  return columns[static_cast<std::size_t>(field)];
}
bool has(const Columns& columns, DrillField field) {
  return columns[static_cast<std::size_t>(field)].has_value();
}

Columns matchFields(const std::vector<std::string>& names) {
  Columns columns;
  std::array<std::size_t, kDrillFieldCount> rank{};
  for (std::size_t c = 0; c < names.size(); ++c) {
    const auto match = drillField(names[c]);
    if (!match) continue;
    const auto field = static_cast<std::size_t>(match->field);
    if (columns[field] && rank[field] <= match->rank) continue;
    columns[field] = c;
    rank[field] = match->rank;
  }
  // "end depth" beside a FROM is the TO.
  if (has(columns, DrillField::From) && !has(columns, DrillField::To))
    std::swap(at(columns, DrillField::To), at(columns, DrillField::EndOfHole));
  return columns;
}

std::vector<std::vector<std::string>> sampleRows(RecordScanner& scanner) {
  std::vector<std::vector<std::string>> rows;
  Record record;
  while (rows.size() < kSampleRows && scanner.next(record))
    rows.emplace_back(record.cells.begin(), record.cells.end());
  return rows;
}

using Rows = std::vector<std::vector<std::string>>;

// A collar table names each hole once, a survey with positions many times.
bool repeatsHoles(const Rows& rows, std::size_t holeColumn) {
  std::set<std::string> seen;
  return std::any_of(rows.begin(), rows.end(), [&](const std::vector<std::string>& row) {
    return holeColumn < row.size() && !seen.insert(row[holeColumn]).second;
  });
}

// Blast holes and other points carry a hole id and a grade, but neither depth nor direction.
bool looksLikePoints(const DrillHeader& header, const Rows& rows, const Dialect& dialect) {
  if (header.column(DrillField::EndOfHole) || header.column(DrillField::Azimuth) ||
      header.column(DrillField::Dip))
    return false;
  for (std::size_t c = 0; c < header.names.size(); ++c) {
    if (!namesGrade(header.names[c]) || drillField(header.names[c])) continue;
    for (const auto& row : rows)
      if (c < row.size() && parseNumber(row[c], dialect.decimalComma)) return true;
  }
  return false;
}

std::optional<DrillRole> roleOf(const Columns& columns, const Rows& rows) {
  if (!has(columns, DrillField::HoleId)) return std::nullopt;
  const bool position = (has(columns, DrillField::X) && has(columns, DrillField::Y)) ||
                        (has(columns, DrillField::Longitude) && has(columns, DrillField::Latitude));
  const bool direction = has(columns, DrillField::Azimuth) && has(columns, DrillField::Dip);
  if (has(columns, DrillField::From) && has(columns, DrillField::To)) return DrillRole::Interval;
  if (direction && has(columns, DrillField::Depth) &&
      (!position || repeatsHoles(rows, *columns[static_cast<std::size_t>(DrillField::HoleId)])))
    return DrillRole::Survey;
  if (position) return DrillRole::Collar;
  return std::nullopt;
}

void keepFieldsOf(DrillHeader& header, Columns columns) {
  if (header.role == DrillRole::Collar && !has(columns, DrillField::EndOfHole))
    std::swap(at(columns, DrillField::EndOfHole), at(columns, DrillField::Depth));
  if (has(columns, DrillField::X) && has(columns, DrillField::Y)) {
    at(columns, DrillField::Longitude).reset();
    at(columns, DrillField::Latitude).reset();
  } else {
    at(columns, DrillField::X).reset();
    at(columns, DrillField::Y).reset();
  }
  for (const DrillField field : fieldsOf(header.role)) at(header.columns, field) = at(columns, field);
}

}  // namespace

const std::vector<DrillField>& fieldsOf(DrillRole role) {
  using enum DrillField;
  static const std::vector<DrillField> kCollar{HoleId, X, Y, Z, Longitude, Latitude, EndOfHole, Azimuth, Dip};
  static const std::vector<DrillField> kSurvey{HoleId, Depth, Azimuth, Dip};
  static const std::vector<DrillField> kInterval{HoleId, From, To};
  return role == DrillRole::Collar ? kCollar : role == DrillRole::Survey ? kSurvey : kInterval;
}

bool skipToRows(RecordScanner& scanner, Record& header) {
  while (scanner.next(header))
    if (!header.cells.front().starts_with('#')) return true;
  return false;
}

std::optional<DrillHeader> findDrillHeader(std::string_view text, const Dialect& dialect,
                                           std::optional<DrillRole> role) {
  RecordScanner scanner(text, dialect);
  Record record;
  if (!skipToRows(scanner, record) || record.cells.size() > kMostColumns) return std::nullopt;
  DrillHeader header;
  for (const std::string_view cell : record.cells) header.names.push_back(toUtf8(cell, dialect));
  const Columns columns = matchFields(header.names);
  const Rows rows = sampleRows(scanner);
  if (!role) role = roleOf(columns, rows);
  if (!role) return std::nullopt;
  header.role = *role;
  keepFieldsOf(header, columns);
  header.score = 90;
  if (header.role == DrillRole::Collar) {
    if (!header.column(DrillField::Z)) header.score = 60;
    if (looksLikePoints(header, rows, dialect)) header.score = 20;
  }
  return header;
}

}  // namespace adit::formats
