#include "geology/reporting/swath.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace adit::reporting {

std::vector<SwathSlice> swathOf(const std::vector<SwathSample>& samples, const SwathAxis& axis) {
  const double slices = std::ceil((axis.to - axis.from) / axis.width);
  if (!(slices >= 0) || slices > static_cast<double>(kMostSlices)) return {};
  std::vector<SwathSlice> swath(std::max<std::size_t>(1, static_cast<std::size_t>(slices)));
  for (std::size_t s = 0; s < swath.size(); ++s)
    swath[s].position = axis.from + (static_cast<double>(s) + 0.5) * axis.width;
  std::vector<double> sums(swath.size(), 0);
  for (const SwathSample& sample : samples) {
    const double at = dot(sample.place - axis.origin, axis.direction);
    if (!(at >= axis.from && at <= axis.to) || !std::isfinite(sample.value) || !(sample.weight > 0)) continue;
    const auto slice =
        std::min(swath.size() - 1, static_cast<std::size_t>(std::floor((at - axis.from) / axis.width)));
    ++swath[slice].count;
    swath[slice].weight += sample.weight;
    sums[slice] += sample.weight * sample.value;
  }
  for (std::size_t s = 0; s < swath.size(); ++s)
    swath[s].mean =
        swath[s].weight > 0 ? sums[s] / swath[s].weight : std::numeric_limits<double>::quiet_NaN();
  return swath;
}

}  // namespace adit::reporting
