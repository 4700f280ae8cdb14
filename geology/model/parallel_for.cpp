#include "geology/model/parallel_for.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "geology/model/worker_pool.h"

namespace adit::geology {
namespace {

unsigned cores() {
  static const unsigned count = std::max(1U, std::thread::hardware_concurrency());
  return count;
}

/// Of the whole program. More threads than cores, so that a loop of the frame finds helpers while one in the
/// background has its own: the system then shares the cores between them.
WorkerPool& sharedPool() {
  static WorkerPool pool(4 * cores());
  return pool;
}

}  // namespace

void parallelFor(const ParallelPlan& plan, const Progress& progress,
                 const std::function<void(ParallelRange)>& body) {
  const std::size_t grain = std::max<std::size_t>(plan.grain, 1);
  const std::size_t ranges = (plan.count + grain - 1) / grain;
  const std::size_t wanted = plan.threads > 0 ? plan.threads : cores();
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
  const std::size_t threads = std::min(wanted, ranges);
  if (threads > 1)
    sharedPool().run(static_cast<unsigned>(threads - 1), work);
  else
    work();
  if (failure) std::rethrow_exception(failure);
}

void parallelForEach(std::size_t count, const Progress& progress,
                     const std::function<void(std::size_t)>& body) {
  parallelFor({.count = count}, progress, [&](ParallelRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i) body(i);
  });
}

}  // namespace adit::geology
