// Sums over many items, on all cores, that come out the same for any number of threads.
#pragma once
#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "geology/model/parallel_for.h"

namespace adit::geology {

/// `sumsOf(range)` of each range of `plan.grain` items, joined by `join(sums, more)`: neighbours first, then
/// pairs of pairs, so that errors of rounding grow with the logarithm of the number of ranges. `nothing`
/// where there are no items. Throws as parallelFor().
template <typename Sums, typename SumsOf, typename Join>
Sums parallelSums(const ParallelPlan& plan, const Progress& progress, Sums nothing, const SumsOf& sumsOf,
                  const Join& join) {
  if (plan.count == 0) return nothing;
  const std::size_t grain = std::max<std::size_t>(plan.grain, 1);
  std::vector<Sums> parts((plan.count + grain - 1) / grain);
  parallelFor(plan, progress, [&](ParallelRange range) { parts[range.begin / grain] = sumsOf(range); });
  for (std::size_t step = 1; step < parts.size(); step *= 2)
    for (std::size_t i = 0; i + step < parts.size(); i += 2 * step) join(parts[i], parts[i + step]);
  return std::move(parts.front());
}

}  // namespace adit::geology
