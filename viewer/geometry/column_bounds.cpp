#include "viewer/geometry/column_bounds.h"

#include <algorithm>

#include "geology/model/parallel_for.h"
#include "viewer/geometry/value_range.h"

namespace adit::viewer {
namespace {

bool anyMissing(const float* values, std::size_t count) {
  std::int32_t missing = 0;
  for (std::size_t row = 0; row < count; ++row) missing |= values[row] != values[row] ? 1 : 0;
  return missing != 0;
}

}  // namespace

ColumnBounds::ColumnBounds(const geology::Column& column) {
  const std::size_t rows = column.values.size();
  const std::size_t stretches = (rows + kRows - 1) / kRows;
  smallest_.resize(stretches);
  largest_.resize(stretches);
  missing_.resize(stretches);
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = stretches, .grain = 256}, neverCancelled, [&](geology::ParallelRange part) {
    for (std::size_t s = part.begin; s < part.end; ++s) {
      const std::size_t first = s * kRows;
      const float* values = column.values.data() + first;
      const std::size_t count = std::min(kRows, rows - first);
      const ValueRange range = rangeOf(values, count);
      smallest_[s] = range.lo;
      largest_[s] = range.hi;
      missing_[s] = anyMissing(values, count) ? 1 : 0;  // from the nearest cache, where they are now
    }
  });
}

}  // namespace adit::viewer
