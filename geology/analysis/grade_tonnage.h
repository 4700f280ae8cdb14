// Tonnes, metal and mean grade of the blocks at or above a cut-off.
#pragma once
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "geology/analysis/graded_blocks.h"
#include "geology/model/bit_mask.h"
#include "geology/model/progress.h"

namespace adit::analysis {

/// Sums over blocks that have a grade at or above a cut-off.
struct GradeTonnage {
  std::size_t blocks = 0;
  std::size_t withoutDensity = 0;  ///< of `blocks`: they are in the volume, not in tonnes and metal
  double volume = 0;               ///< m3
  double tonnes = 0;
  double metal = 0;  ///< sum of grade x tonnes; tonnes of metal after multiplication by metalShare(unit)

  /// By tonnes, in the grade's unit; NaN when there are no tonnes.
  double meanGrade() const { return tonnes > 0 ? metal / tonnes : std::numeric_limits<double>::quiet_NaN(); }

  void add(float grade, double blockVolume, double density) {
    const double mass = blockVolume * density;
    ++blocks;
    withoutDensity += density > 0 ? 0 : 1;
    volume += blockVolume;
    tonnes += mass;
    metal += mass * static_cast<double>(grade);
  }
  GradeTonnage& operator+=(const GradeTonnage& o) {
    blocks += o.blocks;
    withoutDensity += o.withoutDensity;
    volume += o.volume;
    tonnes += o.tonnes;
    metal += o.metal;
    return *this;
  }
  friend bool operator==(const GradeTonnage&, const GradeTonnage&) = default;
};

struct GradeTonnageTable {
  std::vector<GradeTonnage> above;  ///< one a cut-off, in the order in which they were asked
  std::size_t withoutGrade = 0;     ///< blocks that were looked at and have no grade: in no sum
};

/// One pass over the blocks, or over those of them that are set in `shown`, for all cut-offs at once.
/// Cut-offs are floats, as columns are: 0.7 in a file and 0.7 in a question are the same number. A cut-off of
/// -infinity is every block with a grade; of NaN, none. The sums do not depend on the number of threads.
/// Throws geology::Cancelled.
GradeTonnageTable gradeTonnage(const GradedBlocks& blocks, const geology::BitMask* shown,
                               std::span<const float> cutoffs, const geology::Progress& progress);

}  // namespace adit::analysis
