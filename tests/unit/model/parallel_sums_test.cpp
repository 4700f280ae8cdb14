// Sums over many items do not depend on the threads that made them.
#include "geology/model/parallel_sums.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace adit::geology {
namespace {

std::vector<float> values() {
  std::vector<float> all;
  for (int n = 0; n < 100'003; ++n) all.push_back(0.1F * static_cast<float>(n % 977));
  return all;
}

float sumBy(const std::vector<float>& all, ParallelPlan plan) {
  plan.count = all.size();
  return parallelSums(
      plan, {}, 0.0F,
      [&](ParallelRange range) {
        return std::accumulate(all.data() + range.begin, all.data() + range.end, 0.0F);
      },
      [](float& sum, float more) { sum += more; });
}

TEST(ParallelSums, AreTheSameForAnyNumberOfThreads) {
  const auto all = values();
  const float one = sumBy(all, {.grain = 64, .threads = 1});
  for (const unsigned threads : {2U, 3U, 8U}) EXPECT_EQ(sumBy(all, {.grain = 64, .threads = threads}), one);
}

TEST(ParallelSums, RoundLessThanOneSumAfterTheOther) {
  const auto all = values();
  const double exact = std::accumulate(all.begin(), all.end(), 0.0);
  const float plain = std::accumulate(all.begin(), all.end(), 0.0F);
  const auto error = [&](float sum) { return std::abs(static_cast<double>(sum) - exact); };
  EXPECT_LT(error(sumBy(all, {.grain = 64})), error(plain) / 10);
}

TEST(ParallelSums, OfNothingAreNothing) {
  EXPECT_EQ(sumBy({}, {.grain = 64}), 0);
  EXPECT_EQ(sumBy({1, 2, 4}, {.grain = 0}), 7) << "a range has one item at least";
}

TEST(ParallelSums, CanBeCancelled) {
  Progress progress;
  progress.cancel();
  const auto none = [](ParallelRange) { return 0; };
  const auto join = [](int&, int) {};
  EXPECT_THROW(parallelSums({.count = 10}, progress, 0, none, join), Cancelled);
}

}  // namespace
}  // namespace adit::geology
