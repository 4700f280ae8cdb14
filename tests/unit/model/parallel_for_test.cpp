// Loops on kept threads: every item once, also nested, from several threads, with failures and cancel.
#include "geology/model/parallel_for.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

#include "geology/model/worker_pool.h"

namespace adit::geology {
namespace {

std::vector<int> visits(const ParallelPlan& plan) {
  std::vector<int> count(plan.count, 0);
  parallelFor(plan, {}, [&](ParallelRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i) ++count[i];
  });
  return count;
}

TEST(ParallelFor, VisitsEveryItemOnce) {
  for (const std::size_t count : {0U, 1U, 2U, 7U, 1000U, 12'345U})
    for (const std::size_t grain : {0U, 1U, 10U, 100'000U})
      for (const unsigned threads : {0U, 1U, 2U, 9U})
        EXPECT_EQ(visits({count, grain, threads}), std::vector<int>(count, 1)) << count << " " << grain;
}

TEST(ParallelFor, LoopsWithinLoops) {
  std::atomic<int> sum{0};
  parallelFor({.count = 20}, {}, [&](ParallelRange outer) {
    parallelFor({.count = 50}, {}, [&](ParallelRange inner) {
      for (std::size_t i = inner.begin; i < inner.end; ++i) sum += static_cast<int>(outer.begin + i);
    });
  });
  EXPECT_EQ(sum, 50 * 190 + 20 * 1225);
}

TEST(ParallelFor, FromSeveralThreadsAtTheSameTime) {
  std::atomic<int> right{0};
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 6; ++t)
      threads.emplace_back([&] {
        for (int n = 0; n < 100; ++n)
          if (visits({500, 7, 0}) == std::vector<int>(500, 1)) ++right;
      });
  }
  EXPECT_EQ(right, 600);
}

TEST(ParallelFor, ThrowsTheFirstFailureAndWorksOn) {
  for (int n = 0; n < 50; ++n)
    EXPECT_THROW(parallelFor({.count = 100}, {},
                             [](ParallelRange range) {
                               if (range.begin == 42) throw std::runtime_error("42");
                             }),
                 std::runtime_error);
  EXPECT_EQ(visits({100, 1, 0}), std::vector<int>(100, 1));
}

TEST(ParallelFor, StopsWhenCancelled) {
  Progress progress;
  std::atomic<int> done{0};
  EXPECT_THROW(parallelFor({.count = 100'000}, progress,
                           [&](ParallelRange) {
                             if (++done == 10) progress.cancel();
                           }),
               geology::Cancelled);
  EXPECT_LT(done, 100'000);
}

TEST(WorkerPool, WorksWithoutAnyThread) {
  WorkerPool pool(0);
  int calls = 0;
  pool.run(3, [&] { ++calls; });
  EXPECT_EQ(calls, 1);
}

TEST(WorkerPool, HelpersComeWhileOneIsBusy) {
  WorkerPool pool(4);
  std::atomic<bool> free{false};
  std::atomic<int> inside{0};
  // Both loops hold a helper until the other has one too: with a pool that lent out its threads to one loop
  // at a time this would never end.
  const auto work = [&] {
    ++inside;
    while (inside < 4 && !free) std::this_thread::yield();
    free = true;
  };
  std::jthread other([&] { pool.run(1, work); });
  pool.run(1, work);
  EXPECT_TRUE(free);
}

}  // namespace
}  // namespace adit::geology
