// Estimators against textbook numbers: Isaaks and Srivastava's seven samples, Kitanidis' exercise 3.2, and
// one by hand.
#include "geology/analysis/sample_weights.h"

#include <gtest/gtest.h>

#include <numeric>

namespace adit::analysis {
namespace {

using geology::Vec3;

const std::vector<Vec3> kSeven{{61, 139, 0}, {63, 140, 0}, {64, 129, 0}, {68, 128, 0},
                               {71, 140, 0}, {73, 141, 0}, {75, 128, 0}};
const std::vector<double> kSevenValues{477, 696, 227, 646, 606, 791, 783};
const Vec3 kSevenTarget{65, 137, 0};

double estimate(const Weights& weights, const std::vector<double>& values) {
  return std::inner_product(weights.weight.begin(), weights.weight.end(), values.begin(), 0.0);
}

Variogram oneStructure(double nugget, VariogramModel model, double sill, double range) {
  return {nugget, {{model, sill, range}}};
}

TEST(InverseDistanceWeights, IsaaksAndSrivastava) {
  const double expected[] = {593.953671, 597.620376, 609.259585};
  for (int power = 1; power <= 3; ++power)
    EXPECT_NEAR(
        estimate(weigh(InverseDistance{static_cast<double>(power)}, kSeven, kSevenTarget), kSevenValues),
        expected[power - 1], 1e-6);
}

TEST(InverseDistanceWeights, AHighPowerIsTheNearestNeighbour) {
  EXPECT_NEAR(estimate(weigh(InverseDistance{200}, kSeven, kSevenTarget), kSevenValues), 696, 1e-9);
}

TEST(InverseDistanceWeights, ExactAtASample) {
  EXPECT_DOUBLE_EQ(estimate(weigh(InverseDistance{2}, kSeven, kSeven[4]), kSevenValues), 606);
  const std::vector<Vec3> twins{{0, 0, 0}, {0, 0, 0}, {5, 0, 0}};
  EXPECT_DOUBLE_EQ(estimate(weigh(InverseDistance{2}, twins, {0, 0, 0}), {1, 3, 100}), 2);
}

TEST(OrdinaryKrigingWeights, IsaaksAndSrivastava) {
  const OrdinaryKriging kriging{oneStructure(0, VariogramModel::Exponential, 10, 10)};
  const Weights w = weigh(kriging, kSeven, kSevenTarget);
  const double expected[] = {.17294, .31779, .12873, .08640, .15113, .05723, .08578};
  ASSERT_EQ(w.weight.size(), 7U);
  for (std::size_t i = 0; i < 7; ++i) EXPECT_NEAR(w.weight[i], expected[i], 1e-5);
  EXPECT_NEAR(estimate(w, kSevenValues), 592.7289, 1e-4);
  EXPECT_NEAR(w.variance, 8.95605, 1e-5);
  EXPECT_NEAR(w.multiplier, -.906617, 1e-6);
}

TEST(OrdinaryKrigingWeights, SphericalWithNugget) {
  const Weights w =
      weigh(OrdinaryKriging{oneStructure(2, VariogramModel::Spherical, 8, 20)}, kSeven, kSevenTarget);
  EXPECT_NEAR(estimate(w, kSevenValues), 560.872635, 1e-6);
  EXPECT_NEAR(w.variance, 5.278270, 1e-6);
}

TEST(OrdinaryKrigingWeights, KitanidisWithAVariogramWithoutSill) {
  const OrdinaryKriging kriging{oneStructure(0.1, VariogramModel::Linear, 0.006, 1)};
  const std::vector<Vec3> samples{{9.7, 47.6, 0}, {43.8, 24.6, 0}};
  const Weights w = weigh(kriging, samples, {18.8, 67.9, 0});
  EXPECT_NEAR(w.weight[0], .740081, 1e-6);
  EXPECT_NEAR(w.weight[1], .259919, 1e-6);
  EXPECT_NEAR(estimate(w, {1.22, 2.822}), 1.636390, 1e-6);
  EXPECT_NEAR(w.variance, .420099, 1e-6);
  const Weights atSample = weigh(kriging, samples, samples[1]);
  EXPECT_NEAR(estimate(atSample, {1.22, 2.822}), 2.822, 1e-9);
  EXPECT_NEAR(atSample.variance, 0, 1e-9);
}

TEST(OrdinaryKrigingWeights, MidpointByHand) {
  const std::vector<Vec3> samples{{0, 0, 0}, {4, 0, 0}};
  const Weights w =
      weigh(OrdinaryKriging{oneStructure(0, VariogramModel::Spherical, 1, 10)}, samples, {2, 0, 0});
  EXPECT_NEAR(w.weight[0], 0.5, 1e-12);
  EXPECT_NEAR(estimate(w, {1, 3}), 2, 1e-12);
  EXPECT_NEAR(w.variance, .308, 1e-12);
}

TEST(OrdinaryKrigingWeights, TwoSamplesAtOnePlaceShareTheirWeight) {
  const OrdinaryKriging kriging{oneStructure(0, VariogramModel::Spherical, 1, 10)};
  const std::vector<Vec3> twins{{0, 0, 0}, {0, 0, 0}, {4, 0, 0}};
  const Weights w = weigh(kriging, twins, {2, 0, 0});
  EXPECT_NEAR(w.weight[0], 0.25, 1e-9);
  EXPECT_NEAR(w.weight[1], 0.25, 1e-9);
  EXPECT_NEAR(w.weight[2], 0.5, 1e-9);
  EXPECT_NEAR(w.variance, .308, 1e-9);
}

TEST(VariogramAt, ModelsAtTheirRange) {
  EXPECT_DOUBLE_EQ(oneStructure(0.2, VariogramModel::Spherical, 0.8, 10).at(10), 1);
  EXPECT_DOUBLE_EQ(oneStructure(0.2, VariogramModel::Spherical, 0.8, 10).at(0), 0);
  EXPECT_NEAR(oneStructure(0, VariogramModel::Exponential, 1, 10).at(10), 0.950213, 1e-6);
  EXPECT_NEAR(oneStructure(0, VariogramModel::Gaussian, 1, 10).at(10), 0.950213, 1e-6);
}

}  // namespace
}  // namespace adit::analysis
