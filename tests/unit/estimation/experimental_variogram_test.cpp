#include "geology/estimation/experimental_variogram.h"

#include <gtest/gtest.h>

#include <numbers>

#include "geology/analysis/desurvey.h"
#include "tests/unit/estimation/random_samples.h"

namespace adit::estimation {
namespace {

using geology::Progress;
using geology::Vec3;

struct Data {
  std::vector<Vec3> position;
  std::vector<std::uint32_t> hole;
  std::vector<double> value;

  VariogramSamples view() const { return {position, hole, value}; }
};

ExperimentalVariogram computed(const Data& data, const VariogramDirection& direction,
                               const LagClasses& classes) {
  Progress progress;
  return experimentalVariogram(data.view(), direction, classes, progress);
}

Data regularLine() {
  Data data;
  for (int i = 0; i < 6; ++i) {
    data.position.push_back({10.0 * i, 0, 0});
    data.hole.push_back(i < 3 ? 0 : 1);
    data.value.push_back(i * i);  // 0 1 4 9 16 25
  }
  return data;
}

TEST(ExperimentalVariogram, ALineByHand) {
  const ExperimentalVariogram v = computed(regularLine(), {}, {.lag = 10, .count = 4});
  ASSERT_EQ(v.lags.size(), 4U);
  EXPECT_EQ(v.lags[0].pairs, 0U);
  EXPECT_TRUE(std::isnan(v.lags[0].gamma));
  // Differences at 10 m: 1 3 5 7 9; at 20 m: 4 8 12 16; at 30 m: 9 15 21.
  EXPECT_EQ(v.lags[1].pairs, 5U);
  EXPECT_NEAR(v.lags[1].distance, 10, 1e-12);
  EXPECT_NEAR(v.lags[1].gamma, (1 + 9 + 25 + 49 + 81) / 10.0, 1e-12);
  EXPECT_NEAR(v.lags[2].gamma, (16 + 64 + 144 + 256) / 8.0, 1e-12);
  EXPECT_NEAR(v.lags[3].gamma, (81 + 225 + 441) / 6.0, 1e-12);
  EXPECT_NEAR(v.mean, 55.0 / 6, 1e-12);
}

TEST(ExperimentalVariogram, DownTheHoleOnly) {
  const ExperimentalVariogram v = computed(regularLine(), {.sameHole = true}, {.lag = 10, .count = 4});
  EXPECT_EQ(v.lags[1].pairs, 4U) << "not the one between the holes";
  EXPECT_EQ(v.lags[2].pairs, 2U);
  EXPECT_EQ(v.lags[3].pairs, 0U);
}

TEST(ExperimentalVariogram, CorrelogramAndPairwiseRelativeByHand) {
  Data data;
  data.position = {{0, 0, 0}, {10, 0, 0}, {1000, 0, 0}, {1010, 0, 0}};
  data.hole = {0, 0, 1, 1};
  data.value = {1, 3, 5, 7};
  const ExperimentalLag lag = computed(data, {}, {.lag = 10, .count = 2}).lags[1];
  EXPECT_EQ(lag.pairs, 2U);
  // Pairs (1,3) and (5,7), each both ways: mean 4, variance 84/4 - 16 = 5, mean product 19.
  EXPECT_NEAR(lag.correlogram, 1 - (19.0 - 16) / 5, 1e-12);
  EXPECT_NEAR(lag.pairwiseRelative, (1.0 + 1.0 / 9) / 4, 1e-12);
}

ExperimentalVariogram byBruteForce(const Data& data, const VariogramDirection& direction,
                                   const LagClasses& classes) {
  ExperimentalVariogram result;
  result.lags.resize(static_cast<std::size_t>(classes.count));
  const Vec3 along = analysis::tangentOf(direction.azimuth, direction.dip);
  for (std::size_t i = 0; i < data.value.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const Vec3 lag = data.position[i] - data.position[j];
      const double h = length(lag), angle = std::acos(std::min(1.0, std::abs(dot(lag, along)) / h));
      if (direction.sameHole && data.hole[i] != data.hole[j]) continue;
      if (direction.tolerance < 90 && angle > direction.tolerance * std::numbers::pi / 180) continue;
      if (direction.tolerance < 90 && direction.bandwidth > 0 && h * std::sin(angle) > direction.bandwidth)
        continue;
      const auto k = static_cast<std::size_t>(std::lround(h / classes.lag));
      const double tolerance = classes.tolerance > 0 ? classes.tolerance : classes.lag / 2;
      if (k >= result.lags.size() || std::abs(h - static_cast<double>(k) * classes.lag) > tolerance) continue;
      ++result.lags[k].pairs;
      result.lags[k].distance += h;
      result.lags[k].gamma += std::pow(data.value[i] - data.value[j], 2) / 2;
    }
  return result;
}

TEST(ExperimentalVariogram, AgreesWithEveryPairByBruteForce) {
  synthetic::Random random(9);
  Data data;
  data.position = tests::randomPositions(random, 900, {500'000, 4'000'000, 900}, 400);
  for (std::size_t i = 0; i < 900; ++i) {
    data.hole.push_back(static_cast<std::uint32_t>(random.uniform(0, 30)));
    data.value.push_back(random.uniform(0, 5));
  }
  const VariogramDirection directions[] = {{},
                                           {.sameHole = true},
                                           {"", 30, 20, 22.5, 0, false},
                                           {"", 200, -60, 40, 25, false},
                                           {"", 0, 90, 10, 0, true}};
  std::size_t pairs = 0;
  for (const VariogramDirection& direction : directions)
    for (const LagClasses& classes : {LagClasses{12, 12, 0}, LagClasses{40, 5, 9}, LagClasses{100, 9, 0}}) {
      const ExperimentalVariogram got = computed(data, direction, classes);
      const ExperimentalVariogram expected = byBruteForce(data, direction, classes);
      for (std::size_t k = 0; k < expected.lags.size(); ++k) {
        const auto n = static_cast<double>(expected.lags[k].pairs);
        ASSERT_EQ(got.lags[k].pairs, expected.lags[k].pairs) << k;
        pairs += got.lags[k].pairs;
        if (n == 0) continue;
        EXPECT_NEAR(got.lags[k].distance, expected.lags[k].distance / n, 1e-9);
        EXPECT_NEAR(got.lags[k].gamma, expected.lags[k].gamma / n, 1e-9);
      }
    }
  EXPECT_GT(pairs, 500'000U);
}

TEST(ExperimentalVariogram, WithoutSamplesOrWithOneThereAreNoPairs) {
  EXPECT_EQ(computed({}, {}, {}).lags[1].pairs, 0U);
  EXPECT_EQ(computed({{{1, 2, 3}}, {0}, {5}}, {}, {}).lags[0].pairs, 0U);
}

}  // namespace
}  // namespace adit::estimation
