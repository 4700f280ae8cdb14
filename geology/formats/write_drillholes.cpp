#include "geology/formats/write_drillholes.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <ostream>
#include <string>

#include "geology/formats/csv_line.h"

namespace adit::formats {
namespace {

using geology::Column;
using geology::DrillHole;
using geology::DrillHoles;
using geology::IntervalTable;
using geology::TraceBasis;
using geology::Vec3;

geology::Provenance sourceOf(const DrillHoles& holes) {
  return holes.sources.empty() ? geology::Provenance{} : holes.sources.front();
}

bool alongCollar(const DrillHole& hole) {
  return hole.basis == TraceBasis::CollarDirection && !hole.surveys.empty();
}

void headers(CsvLine& line, std::initializer_list<std::string_view> names,
             const std::vector<Column>& columns) {
  for (const std::string_view name : names) line.text(name);
  for (const Column& column : columns) line.text(csvHeaderOf(column));
}

}  // namespace

void writeCollars(const DrillHoles& holes, std::ostream& out) {
  const bool directions = std::any_of(holes.holes.begin(), holes.holes.end(), alongCollar);
  writeSyntheticNote(sourceOf(holes), out);
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
  writeSyntheticNote(sourceOf(holes), out);
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
  writeSyntheticNote(table.source, out);
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
  writeSyntheticNote(table.source, out);
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
