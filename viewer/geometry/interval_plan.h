// How much each interval that is shown adds to an array, and where it begins in it.
#pragma once
#include <cstddef>
#include <vector>

#include "geology/model/parallel_for.h"

namespace adit::viewer {

constexpr std::size_t kIntervalsAtOnce = 8192;

/// Sums what rows take, `sizeOf(row)`, on all cores. Size: has += and is {} when empty.
template <typename Size>
class IntervalPlan {
 public:
  template <typename SizeOf>
  IntervalPlan(std::size_t rows, const SizeOf& sizeOf) : rows_(rows), before_(chunks() + 1) {
    forEachChunk([&](std::size_t chunk, geology::ParallelRange range) {
      for (std::size_t row = range.begin; row < range.end; ++row) before_[chunk + 1] += sizeOf(row);
    });
    for (std::size_t chunk = 0; chunk < chunks(); ++chunk) before_[chunk + 1] += before_[chunk];
  }
  const Size& total() const { return before_.back(); }
  /// Calls body(row, what the rows before it take) on all cores; it says what the row takes.
  template <typename Body>
  void forEachRow(const Body& body) const {
    forEachChunk([&](std::size_t chunk, geology::ParallelRange range) {
      Size before = before_[chunk];
      for (std::size_t row = range.begin; row < range.end; ++row) before += body(row, before);
    });
  }

 private:
  std::size_t chunks() const { return (rows_ + kIntervalsAtOnce - 1) / kIntervalsAtOnce; }
  template <typename Body>
  void forEachChunk(const Body& body) const {
    const geology::Progress neverCancelled;
    geology::parallelFor({.count = rows_, .grain = kIntervalsAtOnce, .threads = 0}, neverCancelled,
                         [&](geology::ParallelRange range) { body(range.begin / kIntervalsAtOnce, range); });
  }

  std::size_t rows_;
  std::vector<Size> before_;  ///< of each chunk of rows, and the whole
};

}  // namespace adit::viewer
