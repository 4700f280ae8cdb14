#include "viewer/geometry/value_range.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "geology/analysis/parallel_for.h"

namespace adit::viewer {
namespace {

constexpr std::size_t kGrain = 1 << 18;  // values a thread takes at once: 1 MB
constexpr std::size_t kLanes = 16;       // independent minima, so that compilers make vector code of the loop
constexpr float kInfinity = std::numeric_limits<float>::infinity();

}  // namespace

ValueRange rangeOf(const float* values, std::size_t count) {
  std::array<float, kLanes> lo;
  std::array<float, kLanes> hi;
  lo.fill(kInfinity);
  hi.fill(-kInfinity);
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes)
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const float v = values[i + lane];
      lo[lane] = v < lo[lane] ? v : lo[lane];
      hi[lane] = v > hi[lane] ? v : hi[lane];
    }
  for (; i < count; ++i) {
    lo[0] = values[i] < lo[0] ? values[i] : lo[0];
    hi[0] = values[i] > hi[0] ? values[i] : hi[0];
  }
  return {*std::min_element(lo.begin(), lo.end()), *std::max_element(hi.begin(), hi.end())};
}

ValueRange finiteRange(const geology::Column& column) {
  const std::vector<float>& values = column.values;
  std::vector<ValueRange> parts((values.size() + kGrain - 1) / kGrain);
  const geology::Progress neverCancelled;
  analysis::parallelFor({.count = values.size(), .grain = kGrain, .threads = 0}, neverCancelled,
                        [&](analysis::ParallelRange range) {
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
