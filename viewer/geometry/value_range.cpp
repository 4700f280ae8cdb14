#include "viewer/geometry/value_range.h"

#include <cmath>
#include <vector>

#include "geology/model/parallel_for.h"

namespace adit::viewer {
namespace {

constexpr std::size_t kGrain = 1 << 18;  // values a thread takes at once: 1 MB

}  // namespace

ValueRange rangeOf(const float* values, std::size_t count) {
  RunningRange running;
  running.include(values, count);
  return running.range();
}

ValueRange finiteRange(const geology::Column& column) {
  const std::vector<float>& values = column.values;
  std::vector<ValueRange> parts((values.size() + kGrain - 1) / kGrain);
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = values.size(), .grain = kGrain, .threads = 0}, neverCancelled,
                       [&](geology::ParallelRange range) {
                         parts[range.begin / kGrain] =
                             rangeOf(values.data() + range.begin, range.end - range.begin);
                       });
  ValueRange all;
  for (const ValueRange& part : parts) all.include(part);
  if (std::isfinite(all.lo) && std::isfinite(all.hi)) return all;
  const auto [lo, hi] =
      geology::valueRange(column);  // infinite values, or none at all: rare, and told apart there
  return {lo, hi};
}

}  // namespace adit::viewer
