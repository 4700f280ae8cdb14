#include "geology/formats/write_drillholes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <ostream>
#include <string>

#include "geology/formats/delimited.h"

namespace adit::formats {
namespace {

using geology::Column;
using geology::DrillHole;
using geology::DrillHoles;
using geology::IntervalTable;
using geology::TraceBasis;
using geology::ValueState;
using geology::Vec3;

/// One line of the file.
class CsvLine {
 public:
  void text(std::string_view cell) {
    separate();
    const bool plain = cell.find_first_of(",\"\r\n") == std::string_view::npos &&
                       (cell.empty() || (cell.front() != ' ' && cell.back() != ' ' && cell.front() != '#'));
    if (plain) {
      line_.append(cell);
      return;
    }
    line_.push_back('"');
    for (const char c : cell) {
      if (c == '"') line_.push_back('"');
      line_.push_back(c);
    }
    line_.push_back('"');
  }

  template <typename Number>
  void number(Number value, std::string_view prefix = {}) {
    separate();
    if (std::isnan(value)) return;
    std::array<char, 40> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    line_.append(prefix).append(buffer.data(), end);
  }

  void place(const Vec3& position) {
    for (const double coordinate : {position.x, position.y, position.z}) number(coordinate);
  }

  void value(const Column& column, std::size_t row) {
    if (!column.isNumeric()) return text(column.category(row));
    switch (column.state(row)) {
      case ValueState::Measured:
        return number(column.values[row]);
      case ValueState::BelowDetection:
        return number(column.limits[row], "<");
      case ValueState::NotSampled:
        return text({});
      case ValueState::NotRepresentable:
        return text("?");
    }
  }

  void end(std::ostream& out) {
    line_.push_back('\n');
    out.write(line_.data(), static_cast<std::streamsize>(line_.size()));
    line_.clear();
    first_ = true;
  }

 private:
  void separate() {
    if (!first_) line_.push_back(',');
    first_ = false;
  }
  std::string line_;
  bool first_ = true;
};

void writeNote(const geology::Provenance& source, std::ostream& out) {
  if (!source.synthetic) return;
  std::string note = source.note.empty() ? "SYNTHETIC" : source.note;
  std::replace_if(
      note.begin(), note.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  out << "# " << note << '\n';
}

geology::Provenance sourceOf(const DrillHoles& holes) {
  return holes.sources.empty() ? geology::Provenance{} : holes.sources.front();
}

// The unit stands in the name of a column from a file; one that was made carries it beside.
std::string headerOf(const Column& column) {
  if (column.unit.empty() || unitFromHeader(column.name) == column.unit) return column.name;
  return column.name + " (" + column.unit + ")";
}

bool alongCollar(const DrillHole& hole) {
  return hole.basis == TraceBasis::CollarDirection && !hole.surveys.empty();
}

void headers(CsvLine& line, std::initializer_list<std::string_view> names,
             const std::vector<Column>& columns) {
  for (const std::string_view name : names) line.text(name);
  for (const Column& column : columns) line.text(headerOf(column));
}

}  // namespace

void writeCollars(const DrillHoles& holes, std::ostream& out) {
  const bool directions = std::any_of(holes.holes.begin(), holes.holes.end(), alongCollar);
  writeNote(sourceOf(holes), out);
  CsvLine line;
  headers(line, {"hole_id", "x", "y", "z", "depth"}, holes.collarColumns);
  if (directions) headers(line, {"azimuth", "dip_positive_down"}, {});
  line.end(out);
  for (std::size_t h = 0; h < holes.holes.size(); ++h) {
    const DrillHole& hole = holes.holes[h];
    line.text(hole.id);
    line.place(hole.collar);
    line.number(hole.lengthStated ? hole.length : std::nan(""));
    for (const Column& column : holes.collarColumns) line.value(column, h);
    if (directions) {
      line.number(alongCollar(hole) ? hole.surveys.front().azimuth : std::nan(""));
      line.number(alongCollar(hole) ? hole.surveys.front().dip : std::nan(""));
    }
    line.end(out);
  }
}

void writeSurveys(const DrillHoles& holes, std::ostream& out) {
  writeNote(sourceOf(holes), out);
  CsvLine line;
  headers(line, {"hole_id", "depth", "azimuth", "dip_positive_down"}, {});
  line.end(out);
  for (const DrillHole& hole : holes.holes) {
    if (alongCollar(hole)) continue;  // that direction stands in the collar table
    for (const geology::SurveyStation& station : hole.surveys) {
      line.text(hole.id);
      for (const double number : {station.depth, station.azimuth, station.dip}) line.number(number);
      line.end(out);
    }
  }
}

void writeIntervals(const DrillHoles& holes, const IntervalTable& table, std::ostream& out) {
  writeNote(table.source, out);
  CsvLine line;
  headers(line, {"hole_id", "from", "to"}, table.columns);
  line.end(out);
  for (std::size_t row = 0; row < table.size(); ++row) {
    line.text(holes.holes[table.hole[row]].id);
    line.number(table.from[row]);
    line.number(table.to[row]);
    for (const Column& column : table.columns) line.value(column, row);
    line.end(out);
  }
}

void writeDesurveyedIntervals(const DrillHoles& holes, const IntervalTable& table, std::ostream& out) {
  writeNote(table.source, out);
  CsvLine line;
  headers(line,
          {"hole_id", "from", "to", "x_from", "y_from", "z_from", "x_mid", "y_mid", "z_mid", "x_to", "y_to",
           "z_to"},
          table.columns);
  line.end(out);
  for (std::size_t row = 0; row < table.size(); ++row) {
    const DrillHole& hole = holes.holes[table.hole[row]];
    const double from = table.from[row];
    const double to = table.to[row];
    line.text(hole.id);
    line.number(from);
    line.number(to);
    for (const double depth : {from, std::midpoint(from, to), to}) line.place(hole.trace.positionAt(depth));
    for (const Column& column : table.columns) line.value(column, row);
    line.end(out);
  }
}

}  // namespace adit::formats
