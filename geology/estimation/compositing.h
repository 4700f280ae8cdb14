// From samples of any length to composites of one length, hole by hole, never across a domain boundary.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/drillholes.h"

namespace adit::estimation {

/// What becomes of the piece at the end of a hole or domain that is shorter than the composites.
enum class Residual : std::uint8_t {
  Keep,        ///< as it is, short
  Discard,     ///< left out when shorter than half a composite
  Merge,       ///< with the one before when shorter than half; kept where there is none before
  Distribute,  ///< no residual: every run is cut into equal pieces of about the length asked for
};

/// The value that a sample below the laboratory's limit counts with.
enum class BelowDetection : std::uint8_t {
  AsRead,  ///< as the import decided (half of the limit unless chosen otherwise)
  Zero,
  HalfLimit,
  LimitByRootTwo,  ///< limit / sqrt(2)
  Limit,           ///< the most that it can be
};

struct CompositeRule {
  std::vector<std::string> columns;  ///< numeric, of the table; names that it does not have are left out
  double length = 2;                 ///< > 0
  Residual residual = Residual::Keep;
  BelowDetection belowDetection = BelowDetection::AsRead;
  /// A category of an interval log: composites begin anew where it changes. nullptr: no domains.
  const geology::IntervalTable* domainLog = nullptr;
  const geology::Column* domain = nullptr;
  /// What ground without a sample counts as. nullopt: nothing is known of it, and missing is not zero.
  std::optional<double> unsampled = {};
  /// Rows of the table that count; nullptr: all. Ground of the others is not known, whatever `unsampled`
  /// says: there is a sample, and nobody wants its value.
  const geology::BitMask* kept = nullptr;
};

/// How much of what went in; lengths in the unit of the depths.
struct CompositeTally {
  double withValue = 0;                            ///< length that carries a value
  double belowDetection = 0;                       ///< of it, below the limit
  double metal = 0;                                ///< sum of length times value
  double discardedLength = 0, discardedMetal = 0;  ///< of residuals that were left out, with a value
};

struct Composites {
  std::vector<std::uint32_t> hole;  ///< index into DrillHoles::holes
  std::vector<double> from, to;
  std::vector<geology::Vec3> middle;  ///< on the trace
  std::vector<geology::Column> columns;
  /// coverage[c][i]: the part 0..1 of composite i that has a value in column c.
  std::vector<std::vector<float>> coverage;
  /// The category that the composite lies in; without names and rows when no domains were asked for.
  geology::Column domain;
  std::vector<CompositeTally> tally;  ///< of each column

  std::size_t size() const { return from.size(); }
};

/// Length-weighted means g = sum(o_k g_k) / sum(o_k) over the overlaps o_k that have a value. Where samples
/// overlap one another, each counts with its own length. Pieces without a value in any column are left out.
Composites compositeTable(const geology::DrillHoles& holes, const geology::IntervalTable& table,
                          const CompositeRule& rule);

/// For each composite the category that fills most of it, by length; none where the log has none.
geology::Column dominantCategory(const Composites& composites, const geology::IntervalTable& table,
                                 const geology::Column& category);

}  // namespace adit::estimation
