#include "geology/analysis/parallel_for.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace adit::analysis {

void parallelFor(const ParallelPlan& plan, const geology::Progress& progress,
                 const std::function<void(ParallelRange)>& body) {
  const std::size_t grain = std::max<std::size_t>(plan.grain, 1);
  const std::size_t ranges = (plan.count + grain - 1) / grain;
  const std::size_t wanted =
      plan.threads > 0 ? plan.threads : std::max(1U, std::thread::hardware_concurrency());
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::exception_ptr failure;
  const auto work = [&] {
    for (std::size_t i = next++; i < ranges; i = next++) {
      try {
        progress.throwIfCancelled();
        body({i * grain, std::min(plan.count, (i + 1) * grain)});
      } catch (...) {
        const std::scoped_lock lock(mutex);
        if (!failure) failure = std::current_exception();
        next = ranges;
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (std::size_t t = 1; t < std::min(wanted, ranges); ++t) helpers.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace adit::analysis
