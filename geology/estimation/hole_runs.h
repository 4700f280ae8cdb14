// Holes cut at the boundaries of domains, and runs cut into pieces.
#pragma once
#include <vector>

#include "geology/estimation/compositing.h"

namespace adit::estimation {

struct Piece {
  double from = 0, to = 0;

  double length() const { return to - from; }
};

/// The rows of one hole in a table.
struct Rows {
  std::size_t begin = 0, end = 0;
};
Rows rowsOf(const geology::IntervalTable& table, std::uint32_t hole);

/// A part of a hole in one domain.
struct Run {
  Piece piece;
  std::int32_t domain = geology::kNoCategory;
};

/// From the collar to `end`, in order and without gaps; ground that the log does not know has no domain.
/// Where rows of the log overlap, the deeper one begins where it says.
std::vector<Run> runsOf(const CompositeRule& rule, std::uint32_t hole, double end);

/// The composites of a run, and the residual when the rule discards it.
struct CutRun {
  std::vector<Piece> pieces;
  std::optional<Piece> discarded;
};
CutRun cutRun(const Piece& run, const CompositeRule& rule);

}  // namespace adit::estimation
