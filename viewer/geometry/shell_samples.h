// What a grade shell is drawn through: one sample in the centre of every cell, inside or outside.
#pragma once
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include "viewer/geometry/block_index.h"
#include "viewer/geometry/grade_shell.h"
#include "viewer/geometry/value_range.h"

namespace adit::viewer {

/// Samples stand in the centres of `lattice`'s cells, with a frame of one sample of empty ground around:
/// sample (x, y, z) is cell (x-1, y-1, z-1), and count() is two more than the cells. Hidden, absent and
/// missing blocks are far below the value. What the question refers to outlives the samples.
class ShellSamples {
 public:
  /// `steps` of each parent, as subBlockSteps() gives them: every sample lies in one sub-block.
  ShellSamples(const ShellQuestion& question, const std::array<std::int64_t, 3>& steps);

  const geology::Lattice& lattice() const { return lattice_; }
  double value() const { return question_.value; }
  const std::array<std::int64_t, 3>& count() const { return count_; }
  std::int64_t wordsPerRow() const { return wordsPerRow_; }
  /// One bit a sample along x: at the value or above. The first and the last bit are 0, as are all bits past
  /// it.
  const std::uint64_t* row(std::int64_t y, std::int64_t z) const { return &inside_[rowStart(y, z)]; }
  /// The value of a sample, finite.
  double at(const std::array<std::int64_t, 3>& sample) const;

 private:
  std::size_t rowStart(std::int64_t y, std::int64_t z) const {
    return static_cast<std::size_t>((z * count_[1] + y) * wordsPerRow_);
  }
  /// Both mark the samples of a layer of parents that are inside, and say what values the layer has.
  ValueRange markFullLayer(std::int64_t k);
  ValueRange markBlocksOfLayer(std::int64_t k);
  void markBox(const std::array<std::int64_t, 3>& min, const std::array<std::int64_t, 3>& max);

  double valueOf(std::size_t block) const;
  std::optional<std::size_t> searchBlock(const std::array<std::int64_t, 3>& step) const;

  ShellQuestion question_;
  std::array<std::int64_t, 3> steps_;
  geology::Lattice lattice_;
  BlockIndex index_;
  std::array<std::int64_t, 3> count_;
  std::int64_t wordsPerRow_;
  double farBelow_ = 0, farAbove_ = 0;
  std::vector<std::uint64_t> inside_;
};

inline double ShellSamples::valueOf(std::size_t block) const {
  if (!question_.shown.test(block)) return farBelow_;
  const auto v = static_cast<double>(question_.column.values[block]);
  if (std::isnan(v)) return farBelow_;
  return std::isfinite(v) ? v : v < 0 ? farBelow_ : farAbove_;
}

inline double ShellSamples::at(const std::array<std::int64_t, 3>& sample) const {
  for (std::size_t a = 0; a < 3; ++a)
    if (sample[a] < 1 || sample[a] > lattice_.count[a]) return farBelow_;
  const std::array<std::int64_t, 3> step{sample[0] - 1, sample[1] - 1, sample[2] - 1};
  if (question_.model.full())
    return valueOf(static_cast<std::size_t>(lattice_.cellIndex(step[0], step[1], step[2])));
  const auto block = searchBlock(step);
  return block ? valueOf(*block) : farBelow_;
}

}  // namespace adit::viewer
