// Kriging against numbers that others published (Isaaks and Srivastava's seven samples, Kitanidis'
// exercise 3.2, GSLIB's own output), one by hand, and the textbook's way on random samples.
#include "geology/estimation/kriging.h"

#include <gtest/gtest.h>

#include <numeric>

#include "geology/estimation/sample_weights.h"
#include "tests/support/plain_kriging.h"
#include "tests/unit/estimation/random_samples.h"

namespace adit::estimation {
namespace {

using geology::Vec3;

const std::vector<Vec3> kSeven{{61, 139, 0}, {63, 140, 0}, {64, 129, 0}, {68, 128, 0},
                               {71, 140, 0}, {73, 141, 0}, {75, 128, 0}};
const std::vector<double> kSevenValues{477, 696, 227, 646, 606, 791, 783};
const Vec3 kSevenTarget{65, 137, 0};

Variogram oneStructure(double nugget, VariogramModel model, double sill, double range) {
  return {nugget, {{model, sill, sphere(range)}}};
}

struct Solved {
  std::vector<double> weights;
  KrigingAnswer answer;

  double estimate(const std::vector<double>& values, double mean = 0) const {
    double sum = mean;
    for (std::size_t i = 0; i < values.size(); ++i) sum += weights[i] * (values[i] - mean);
    return sum;
  }
};

/// A point unless `offsets` says otherwise.
Solved krige(const Variogram& variogram, const std::vector<Vec3>& positions, const Vec3& target,
             KrigingMean mean = KrigingMean::Unknown, const std::vector<Vec3>& offsets = {{}}) {
  const CovarianceModel model(variogram, 1000);
  const KrigingSamples samples(model, positions);
  const BlockSupport support(model, offsets);
  KrigingSolver solver(model, samples, mean);
  std::vector<std::uint32_t> all(positions.size());
  std::iota(all.begin(), all.end(), 0U);
  Solved solved;
  solved.answer = solver.solve(all, target, support);
  solved.weights.assign(solver.weights().begin(), solver.weights().end());
  return solved;
}

TEST(OrdinaryKriging, IsaaksAndSrivastava) {
  const Solved solved = krige(oneStructure(0, VariogramModel::Exponential, 10, 10), kSeven, kSevenTarget);
  const double expected[] = {.17294, .31779, .12873, .08640, .15113, .05723, .08578};
  ASSERT_EQ(solved.weights.size(), 7U);
  for (std::size_t i = 0; i < 7; ++i) EXPECT_NEAR(solved.weights[i], expected[i], 1e-5);
  EXPECT_NEAR(solved.estimate(kSevenValues), 592.7289, 1e-4);
  EXPECT_NEAR(solved.answer.variance, 8.95605, 1e-5);
  EXPECT_NEAR(solved.answer.multiplier, -.906617, 1e-6);
}

TEST(OrdinaryKriging, SphericalWithNugget) {
  const Solved solved = krige(oneStructure(2, VariogramModel::Spherical, 8, 20), kSeven, kSevenTarget);
  EXPECT_NEAR(solved.estimate(kSevenValues), 560.872635, 1e-6);
  EXPECT_NEAR(solved.answer.variance, 5.278270, 1e-6);
}

TEST(SimpleKriging, SphericalWithNugget) {
  const Solved solved =
      krige(oneStructure(2, VariogramModel::Spherical, 8, 20), kSeven, kSevenTarget, KrigingMean::Known);
  EXPECT_NEAR(solved.estimate(kSevenValues, 604), 561.010947, 1e-6);
  EXPECT_NEAR(solved.answer.variance, 5.277712, 1e-6);
  EXPECT_EQ(solved.answer.slope, 1);
}

TEST(OrdinaryKriging, KitanidisWithAVariogramWithoutSill) {
  const Variogram linear = oneStructure(0.1, VariogramModel::Linear, 0.006, 1);
  const std::vector<Vec3> samples{{9.7, 47.6, 0}, {43.8, 24.6, 0}};
  const Solved solved = krige(linear, samples, {18.8, 67.9, 0});
  EXPECT_NEAR(solved.weights[0], .740081, 1e-6);
  EXPECT_NEAR(solved.weights[1], .259919, 1e-6);
  EXPECT_NEAR(solved.estimate({1.22, 2.822}), 1.636390, 1e-6);
  EXPECT_NEAR(solved.answer.variance, .420099, 1e-6);
  EXPECT_TRUE(std::isnan(solved.answer.slope)) << "there is no sill";
  const Solved atSample = krige(linear, samples, samples[1]);
  EXPECT_NEAR(atSample.estimate({1.22, 2.822}), 2.822, 1e-9);
  EXPECT_NEAR(atSample.answer.variance, 0, 1e-9);
}

TEST(OrdinaryKriging, MidpointByHand) {
  const std::vector<Vec3> samples{{0, 0, 0}, {4, 0, 0}};
  const Solved solved = krige(oneStructure(0, VariogramModel::Spherical, 1, 10), samples, {2, 0, 0});
  EXPECT_NEAR(solved.weights[0], 0.5, 1e-12);
  EXPECT_NEAR(solved.estimate({1, 3}), 2, 1e-12);
  EXPECT_NEAR(solved.answer.variance, .308, 1e-12);
}

TEST(OrdinaryKriging, ASingleSampleGetsAllTheWeight) {
  const Solved solved = krige(oneStructure(0.2, VariogramModel::Spherical, 0.8, 10), {{0, 0, 0}}, {5, 0, 0});
  EXPECT_DOUBLE_EQ(solved.weights[0], 1);
  // 2 gamma(5) = 2 (0.2 + 0.8 (0.75 - 0.0625))
  EXPECT_NEAR(solved.answer.variance, 1.5, 1e-12);
}

TEST(OrdinaryKriging, TwoSamplesAtOnePlaceAreSeenAndShareTheirWeight) {
  const std::vector<Vec3> twins{{0, 0, 0}, {0, 0, 0}, {4, 0, 0}};
  const Solved solved = krige(oneStructure(0, VariogramModel::Spherical, 1, 10), twins, {2, 0, 0});
  EXPECT_TRUE(solved.answer.singular);
  EXPECT_NEAR(solved.weights[0], 0.25, 1e-9);
  EXPECT_NEAR(solved.weights[1], 0.25, 1e-9);
  EXPECT_NEAR(solved.weights[2], 0.5, 1e-9);
  EXPECT_NEAR(solved.answer.variance, .308, 1e-9);
}

TEST(OrdinaryKriging, SlopeIsThatOfTheTextbook) {
  const Solved solved = krige(oneStructure(0, VariogramModel::Exponential, 10, 10), kSeven, kSevenTarget);
  const double kv = solved.answer.variance, mu = std::abs(solved.answer.multiplier);
  ASSERT_LT(solved.answer.multiplier, 0);
  EXPECT_NEAR(solved.answer.slope, (10 - kv + mu) / (10 - kv + 2 * mu), 1e-12);
  EXPECT_NEAR(solved.answer.efficiency, (10 - kv) / 10, 1e-12);
}

Variogram randomVariogram(synthetic::Random& random, bool smooth) {
  Variogram variogram;
  variogram.nugget = random.uniform(0.05, 0.4);
  for (int s = 0; s < 3; ++s) {
    VariogramStructure structure;
    structure.model = s == 0   ? VariogramModel::Spherical
                      : s == 1 ? VariogramModel::Exponential
                      : smooth ? VariogramModel::Gaussian
                               : VariogramModel::Linear;
    structure.sill = random.uniform(0.1, 1);
    structure.shape.axis =
        axesOf(PlaneAngles{random.uniform(0, 90), random.uniform(0, 360), random.uniform(0, 180)});
    structure.shape.range = {random.uniform(60, 200), random.uniform(40, 60), random.uniform(10, 40)};
    variogram.structures.push_back(structure);
  }
  return variogram;
}

TEST(OrdinaryKriging, AgreesWithTheTextbooksWayForPointsAndBlocks) {
  synthetic::Random random(11);
  for (int round = 0; round < 200; ++round) {
    const Variogram variogram = randomVariogram(random, round % 2 == 0);
    const auto n = static_cast<std::size_t>(random.uniform(1, 30));
    const std::vector<Vec3> positions = tests::randomPositions(random, n, {500'000, 4'000'000, 1000}, 100);
    const Vec3 target = Vec3{500'000, 4'000'000, 1000} + tests::randomPositions(random, 1, {}, 100).front();
    const BlockPoints points{round % 3 == 0 ? std::array{1, 1, 1} : std::array{3, 2, 4}};
    const std::vector<Vec3> offsets =
        pointOffsets(points, axesOf(PlaneAngles{0, random.uniform(0, 360), 0}), {20, 10, 5});
    const Solved solved = krige(variogram, positions, target, KrigingMean::Unknown, offsets);
    std::vector<Vec3> places;
    for (const Vec3& offset : offsets) places.push_back(target + offset);
    const tests::PlainAnswer plain =
        tests::plainOrdinaryKriging(variogram, positions, places, tests::plainWithinBlock(variogram, places));
    for (std::size_t i = 0; i < n; ++i) EXPECT_NEAR(solved.weights[i], plain.weights[i], 1e-8) << round;
    EXPECT_NEAR(solved.answer.variance, plain.variance, 1e-8) << round;
    EXPECT_NEAR(solved.answer.multiplier, plain.multiplier, 1e-8) << round;
  }
}

TEST(ExpOfNegative, IsTheLibrarys) {
  for (double x = 0; x > -100; x -= 0.0137) EXPECT_NEAR(expOfNegative(x) / std::exp(x), 1, 1e-14) << x;
  EXPECT_LT(expOfNegative(-1e6), 1e-300);
  EXPECT_EQ(expOfNegative(0), 1);
}

}  // namespace
}  // namespace adit::estimation
