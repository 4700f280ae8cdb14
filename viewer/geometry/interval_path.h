// The intervals of a table as polylines along their holes: what tubes of every kind are made of.
#pragma once
#include <cstdint>
#include <vector>

#include "geology/model/drillholes.h"

namespace adit::viewer {

struct PathPoint {
  geology::Vec3 position;  ///< deposit coordinates
  geology::Vec3 tangent;   ///< unit, down the hole
};

/// Row r runs through points[first[r]] .. points[last[r]]. Where it begins at the depth at which the row
/// before it in the same hole ends, both share that point.
struct IntervalPath {
  std::vector<PathPoint> points;
  std::vector<std::uint32_t> first, last;  ///< one a row; equal where the interval has no length

  std::size_t rows() const { return first.size(); }
  std::size_t pieces(std::size_t row) const { return last[row] - first[row]; }
  /// Whether the row after this one goes on where it ends.
  bool goesOn(std::size_t row) const {
    return row + 1 < rows() && pieces(row) > 0 && pieces(row + 1) > 0 && last[row] == first[row + 1];
  }
};

/// Depends on nothing that a person changes while looking, so it is made once for a table. On all cores.
IntervalPath intervalPath(const geology::DrillHoles& holes, const geology::IntervalTable& table);

/// Points of the trace from one depth to another: its ends, the stations between, and as many on the arcs as
/// it takes that no piece turns by more than 4 degrees, which look round at any zoom. Precondition: from <
/// to.
std::vector<PathPoint> tracePoints(const geology::HoleTrace& trace, double from, double to);

}  // namespace adit::viewer
