#include "viewer/geometry/column_bounds.h"

#include <algorithm>
#include <array>
#include <limits>

#include "geology/model/parallel_for.h"

namespace adit::viewer {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

struct Bounds {
  float smallest = kInfinity, largest = -kInfinity;
  bool missing = false;
};

/// Sixteen values side by side, which compilers turn into vector code. A value that is no number is neither
/// smaller nor larger than another and leaves the bounds as they are.
Bounds boundsOf(const float* values, std::size_t count) {
  constexpr std::size_t kLanes = 16;
  std::array<float, kLanes> smallest, largest;
  std::array<std::int32_t, kLanes> missing{};
  smallest.fill(kInfinity);
  largest.fill(-kInfinity);
  std::size_t row = 0;
  for (; row + kLanes <= count; row += kLanes)
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const float value = values[row + lane];
      smallest[lane] = value < smallest[lane] ? value : smallest[lane];
      largest[lane] = value > largest[lane] ? value : largest[lane];
      missing[lane] |= value != value ? 1 : 0;
    }
  for (; row < count; ++row) {
    smallest[0] = values[row] < smallest[0] ? values[row] : smallest[0];
    largest[0] = values[row] > largest[0] ? values[row] : largest[0];
    missing[0] |= values[row] != values[row] ? 1 : 0;
  }
  return {*std::min_element(smallest.begin(), smallest.end()),
          *std::max_element(largest.begin(), largest.end()),
          std::any_of(missing.begin(), missing.end(), [](std::int32_t m) { return m != 0; })};
}

}  // namespace

ColumnBounds::ColumnBounds(const geology::Column& column) {
  const std::size_t rows = column.values.size();
  const std::size_t stretches = (rows + kRows - 1) / kRows;
  smallest_.resize(stretches);
  largest_.resize(stretches);
  missing_.resize(stretches);
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = stretches, .grain = 256}, neverCancelled, [&](geology::ParallelRange range) {
    for (std::size_t s = range.begin; s < range.end; ++s) {
      const std::size_t first = s * kRows;
      const Bounds bounds = boundsOf(column.values.data() + first, std::min(kRows, rows - first));
      smallest_[s] = bounds.smallest;
      largest_[s] = bounds.largest;
      missing_[s] = bounds.missing ? 1 : 0;
    }
  });
}

}  // namespace adit::viewer
