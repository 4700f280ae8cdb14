// One loop over many independent items, on all cores.
#pragma once
#include <cstddef>
#include <functional>

#include "geology/model/progress.h"

namespace adit::geology {

struct ParallelRange {
  std::size_t begin = 0, end = 0;
};

struct ParallelPlan {
  std::size_t count = 0;
  std::size_t grain = 1;  ///< items a range, so that slow and fast ranges even out
  unsigned threads = 0;   ///< 0: as many as the machine has
};

/// Calls body for ranges that cover 0..count once, from several threads at a time; returns when all are done.
/// The threads are kept from one loop to the next, so that a loop of a tenth of a millisecond is worth
/// sharing. A body may run a loop of its own, and several threads may run loops at the same time. Throws
/// Cancelled when `progress` is cancelled, or the first exception of the body.
void parallelFor(const ParallelPlan& plan, const Progress& progress,
                 const std::function<void(ParallelRange)>& body);

/// The same for a few large items: body(0) .. body(count - 1).
void parallelForEach(std::size_t count, const Progress& progress,
                     const std::function<void(std::size_t)>& body);

}  // namespace adit::geology
