// Checking that all contenders of a row agree, then timing them.
#pragma once
#include <string>
#include <vector>

#include "benchmarks/row.h"

namespace adit::benchmarks {

/// What was measured of one contender. NaN: not measured.
struct Measured {
  double microseconds = 0;  ///< median
  double megabytes = 0;     ///< growth of the peak of resident memory over what was resident before
};
struct MeasuredRow {
  Measured ours, floor;
  std::vector<Measured> peers;
};

/// Runs every contender for two rounds and compares with ours. Returns what differs, one line each; empty:
/// all agree. Fills in the memory.
std::vector<std::string> checkRow(const Row& row, MeasuredRow& measured);

/// Times all rows in one run of Google Benchmark. Its own flags can stand in `arguments` (argv[0] first), and
/// win over ours: five repetitions, interleaved at random. False when one of them is unknown.
bool timeRows(const std::vector<Row>& rows, std::vector<std::string> arguments,
              std::vector<MeasuredRow>& measured);

/// Markdown: a table with one line a peer, and what it was measured on.
std::string markdownTable(const std::vector<Row>& rows, const std::vector<MeasuredRow>& measured);

}  // namespace adit::benchmarks
