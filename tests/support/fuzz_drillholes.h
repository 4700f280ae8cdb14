// What the fuzz targets of drillhole tables do with bytes; the ordinary tests do it with the seeds and
// damaged copies of them. Whatever the bytes are: no crash, no endless loop, and what comes out is whole.
#pragma once
#include <cstdlib>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "geology/formats/delimited.h"
#include "geology/formats/drill_table_reader.h"
#include "geology/formats/write_drillholes.h"
#include "geology/project/join_drillholes.h"

namespace adit::tests {

inline void demand(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "broken: " << what << '\n';
  std::abort();
}

inline void fuzzDelimited(std::string_view bytes) {
  const formats::Dialect dialect = formats::detectDialect(bytes);
  formats::RecordScanner scanner(bytes, dialect);
  formats::Record record;
  std::size_t line = 0;
  std::size_t cells = 0;
  std::size_t text = 0;
  while (scanner.next(record)) {
    demand(record.line > line, "lines rise");
    demand(!record.cells.empty(), "a record has a cell");
    line = record.line;
    cells += record.cells.size();
    for (const std::string_view cell : record.cells) {
      text += cell.size();
      const auto number = formats::parseNumber(cell, dialect.decimalComma);
      demand(!number || *number == *number, "a number is no NaN");
      const std::string utf8 = formats::toUtf8(cell, dialect);
      demand(utf8.size() <= 3 * cell.size(), "a cell does not grow beyond its encoding");
      demand(formats::normalizedHeader(cell).size() <= cell.size(), "a header does not grow");
      demand(formats::unitFromHeader(cell).size() <= cell.size(), "nor does its unit");
    }
  }
  demand(scanner.offset() == bytes.size() || bytes.size() < dialect.bodyOffset,
         "the text is read to its end");
  demand(cells <= bytes.size() + 1 && text <= bytes.size(), "cells come from the text");
}

inline void demandWhole(const formats::DrillTable& table) {
  const std::size_t rows = table.holeId.size();
  const auto fits = [&](const auto& values, bool filled) { return values.size() == (filled ? rows : 0); };
  const bool collar = table.role == formats::DrillRole::Collar;
  const bool interval = table.role == formats::DrillRole::Interval;
  demand(fits(table.line, true) && fits(table.x, collar) && fits(table.y, collar) && fits(table.z, collar) &&
             fits(table.depth, collar) && fits(table.from, !collar) && fits(table.to, interval),
         "arrays run in parallel");
  for (const geology::Column& column : table.columns) {
    demand(column.size() == rows && (column.states.empty() || column.states.size() == rows) &&
               (column.limits.empty() || column.limits.size() == rows),
           "columns run in parallel");
    for (std::size_t row = 0; row < rows; ++row)
      demand(column.isNumeric() || column.codes[row] < static_cast<std::int32_t>(column.names.size()),
             "codes have names");
  }
}

inline void demandWhole(const geology::DrillHoles& holes) {
  for (const geology::DrillHole& hole : holes.holes) {
    demand(!hole.trace.empty() && isFinite(hole.collar) && hole.length >= 0, "a hole has a trace");
    const auto& stations = hole.trace.stations();
    for (std::size_t i = 1; i < stations.size(); ++i)
      demand(stations[i].depth > stations[i - 1].depth, "the stations of a trace rise");
  }
  for (const geology::IntervalTable& table : holes.tables)
    for (std::size_t row = 0; row < table.size(); ++row) {
      demand(table.hole[row] < holes.holes.size() && table.from[row] < table.to[row],
             "an interval has a hole");
      demand(row == 0 || table.hole[row - 1] <= table.hole[row], "intervals are ordered by hole");
    }
}

/// Tables are separated by a line "%%".
inline void fuzzDrillTable(std::string_view bytes) {
  constexpr std::string_view kSeparator = "\n%%\n";
  std::vector<formats::DrillTable> tables;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find(kSeparator);
    const std::string_view text = bytes.substr(0, end);
    bytes = end == std::string_view::npos ? std::string_view() : bytes.substr(end + kSeparator.size());
    const formats::Source source{"table" + std::to_string(tables.size()) + ".csv", text};
    const int score = formats::recogniseDrillTable(source);
    demand(score >= 0 && score <= 100, "a score is a percentage");
    try {
      geology::Progress progress;
      formats::ImportResult result = formats::readDrillTable(source, {}, progress);
      tables.push_back(std::get<formats::DrillTable>(std::move(result.objects.at(0))));
      demandWhole(tables.back());
    } catch (const formats::ReadError& error) {
      demand(!error.diagnostic.message.empty() && !error.diagnostic.remedy.empty(), "a refusal says why");
    }
  }
  for (const geology::DrillHoles& holes : project::joinDrillholes(std::move(tables), {}).drillholes) {
    demandWhole(holes);
    std::ostringstream out;
    formats::writeCollars(holes, out);
    formats::writeSurveys(holes, out);
    for (const geology::IntervalTable& table : holes.tables)
      formats::writeDesurveyedIntervals(holes, table, out);
  }
}

}  // namespace adit::tests
