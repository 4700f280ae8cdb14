#include "geology/synthetic/random_field.h"

#include <gtest/gtest.h>

#include <cmath>

#include "geology/synthetic/noise.h"
#include "geology/synthetic/random.h"

namespace adit::synthetic {
namespace {

using geology::Vec3;

// The covariance at a distance along x, estimated over many seeds.
double covariance(Covariance kind, double distance) {
  constexpr int kSeeds = 3000;
  double sum = 0;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const RandomField field({subSeed(7, seed), {100, 50, 50}, kind});
    const Vec3 p{1000, -400, 300};
    sum += field.at(p) * field.at(p + Vec3{distance, 0, 0});
  }
  return sum / kSeeds;
}

TEST(RandomField, HasUnitVarianceAndTheStatedCovariance) {
  // Standard error of a product of normals over 3000 seeds: about sqrt(2 / 3000) = 0.026; four of them.
  constexpr double kTolerance = 0.1;
  EXPECT_NEAR(covariance(Covariance::Exponential, 0), 1, kTolerance);
  EXPECT_NEAR(covariance(Covariance::Exponential, 100), std::exp(-1), kTolerance);
  EXPECT_NEAR(covariance(Covariance::Exponential, 300), std::exp(-3), kTolerance);
  EXPECT_NEAR(covariance(Covariance::Gaussian, 0), 1, kTolerance);
  EXPECT_NEAR(covariance(Covariance::Gaussian, 100), std::exp(-0.5), kTolerance);
  EXPECT_NEAR(covariance(Covariance::Gaussian, 250), std::exp(-3.125), kTolerance);
}

TEST(RandomField, IsDeterminedByItsSeed) {
  const FieldSpec spec{.seed = 5, .length = {90, 90, 140}};
  EXPECT_EQ(RandomField(spec).at({1, 2, 3}), RandomField(spec).at({1, 2, 3}));
  FieldSpec other = spec;
  other.seed = 6;
  EXPECT_NE(RandomField(spec).at({1, 2, 3}), RandomField(other).at({1, 2, 3}));
}

TEST(RandomStream, NormalsHaveMeanZeroAndVarianceOne) {
  Random random(1);
  constexpr int kCount = 40000;
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < kCount; ++i) {
    const double v = random.normal();
    sum += v;
    squares += v * v;
  }
  EXPECT_NEAR(sum / kCount, 0, 0.02);        // four standard errors
  EXPECT_NEAR(squares / kCount, 1, 0.0283);  // four standard errors
}

TEST(Noise, IsContinuousAndZeroOnTheLattice) {
  EXPECT_DOUBLE_EQ(gradientNoise(3, -8, 42), 0);
  for (double x = -2; x < 2; x += 0.17)
    EXPECT_NEAR(gradientNoise(x, 0.3, 42), gradientNoise(x + 1e-7, 0.3, 42), 1e-5);
  EXPECT_NE(gradientNoise(0.4, 0.4, 1), gradientNoise(0.4, 0.4, 2));
}

}  // namespace
}  // namespace adit::synthetic
