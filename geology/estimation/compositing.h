// From samples of any length to composites of one length, hole by hole.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "geology/model/drillholes.h"

namespace adit::estimation {

/// Pieces of holes: composites of equal length from the collar down, the last one of a hole as long as the
/// data. Only pieces with a value in at least one column are there.
struct Composites {
  std::vector<std::uint32_t> hole;  ///< index into DrillHoles::holes
  std::vector<double> from, to;
  std::vector<geology::Vec3> middle;  ///< on the trace
  std::vector<geology::Column> columns;
  /// coverage[c][i]: the part 0..1 of composite i that has a value in column c.
  std::vector<std::vector<float>> coverage;

  std::size_t size() const { return from.size(); }
};

/// Length-weighted means g = sum(o_k g_k) / sum(o_k) over the overlaps o_k that have a value: missing is not
/// zero. Where samples overlap one another, each counts with its own length. Names that the table does not
/// have as numeric columns are left out. `length` > 0.
Composites compositeTable(const geology::DrillHoles& holes, const geology::IntervalTable& table,
                          const std::vector<std::string>& columns, double length);

/// For each composite the category that fills most of it, by length; none where the log has none.
geology::Column dominantCategory(const Composites& composites, const geology::IntervalTable& table,
                                 const geology::Column& category);

}  // namespace adit::estimation
