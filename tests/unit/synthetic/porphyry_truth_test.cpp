// The truth against the figures for which it was calibrated, and against those of real porphyries.
#include "geology/synthetic/porphyry_truth.h"

#include <gtest/gtest.h>

#include <cmath>

namespace adit::synthetic {
namespace {

// Flat country: tonnes and grades do not depend on the relief.
PorphyryTruth flatTruth(std::uint64_t seed) {
  return {seed, {0, 0, 0}, [](double, double) { return Ground{0, 0}; }};
}

struct Statistics {
  double tonnes = 0, copper = 0, gold = 0;                           // above 0.2 % Cu: Mt, %, g/t
  double copperMean = 0, copperCv = 0, goldCv = 0, correlation = 0;  // of fresh potassic rock
};

struct Moments {
  double n = 0, sum = 0, squares = 0;
  void add(double v) { n += 1, sum += v, squares += v * v; }
  double mean() const { return sum / n; }
  double variance() const { return squares / n - mean() * mean(); }
  double cv() const { return std::sqrt(variance()) / mean(); }
};

Statistics statistics(const PorphyryTruth& truth) {
  Statistics s;
  Moments copper;
  Moments gold;
  Moments logCopper;
  Moments logGold;
  double product = 0;
  constexpr double kMegatonnes = 50.0 * 50 * 40 / 1e6;
  for (double z = -1180; z < 0; z += 40)
    for (double y = -775; y < 900; y += 50)
      for (double x = -975; x < 1100; x += 50) {
        const auto rock = truth.rockAt({x, y, z});
        const Grades g = truth.gradesAt({x, y, z}, *rock);
        if (g.copper >= 0.2) {
          s.tonnes += kMegatonnes * g.density;
          s.copper += kMegatonnes * g.density * g.copper;
          s.gold += kMegatonnes * g.density * g.gold;
        }
        if (rock->alteration != Alteration::Potassic || rock->zone != OxidationZone::Hypogene ||
            rock->lithology == Lithology::LateDyke)
          continue;
        copper.add(g.copper);
        gold.add(g.gold);
        logCopper.add(std::log(g.copper));
        logGold.add(std::log(g.gold));
        product += std::log(g.copper) * std::log(g.gold);
      }
  s.copper /= s.tonnes;
  s.gold /= s.tonnes;
  s.copperMean = copper.mean();
  s.copperCv = copper.cv();
  s.goldCv = gold.cv();
  s.correlation = (product / logCopper.n - logCopper.mean() * logGold.mean()) /
                  std::sqrt(logCopper.variance() * logGold.variance());
  return s;
}

TEST(PorphyryTruth, TonnesAndGradesStayWhereTheyWereCalibrated) {
  // The recipe was calibrated to 947 Mt at 0.435 % Cu and 0.217 g/t Au above 0.2 % Cu; every seed has its own
  // luck.
  for (const std::uint64_t seed : {7U, 1U, 2U}) {
    const Statistics s = statistics(flatTruth(seed));
    EXPECT_NEAR(s.tonnes, 947, 0.12 * 947) << "seed " << seed;
    EXPECT_NEAR(s.copper, 0.435, 0.12 * 0.435) << "seed " << seed;
    EXPECT_NEAR(s.gold, 0.217, 0.15 * 0.217) << "seed " << seed;
  }
}

TEST(PorphyryTruth, PotassicRockIsLikeRealOnes) {
  const Statistics s = statistics(flatTruth(7));
  EXPECT_GT(s.copperMean, 0.3);
  EXPECT_LT(s.copperMean, 0.7);
  EXPECT_GT(s.copperCv, 0.4);
  EXPECT_LT(s.copperCv, 0.7);
  EXPECT_GT(s.goldCv, 0.5);
  EXPECT_LT(s.goldCv, 1.0);
  EXPECT_GT(s.correlation, 0.6);
  EXPECT_LT(s.correlation, 0.85);
}

TEST(PorphyryTruth, ZonesFollowEachOtherDownAndOut) {
  const PorphyryTruth truth = flatTruth(7);
  EXPECT_FALSE(truth.rockAt({0, 0, 5})) << "above the ground is no rock";
  EXPECT_EQ(truth.rockAt({0, 0, -1})->zone, OxidationZone::Leached);
  EXPECT_EQ(truth.rockAt({0, 0, -400})->zone, OxidationZone::Hypogene);
  EXPECT_EQ(truth.rockAt({0, 0, -380})->alteration, Alteration::Potassic);
  EXPECT_EQ(truth.rockAt({3000, 3000, -380})->alteration, Alteration::Unaltered);
  // From the middle outwards the alteration only ever weakens by one step at a time.
  int last = static_cast<int>(Alteration::Potassic);
  for (double x = 0; x < 3000; x += 10) {
    const int now = static_cast<int>(truth.rockAt({x, -600 - x, -380})->alteration);
    EXPECT_LE(std::abs(now - last), x == 0 ? 3 : 1);
    last = now;
  }
}

TEST(PorphyryTruth, CopperPeaksOnAShellNotInTheMiddle) {
  const PorphyryBody body(7);
  const Shell middle = body.at({0, 0, -380});
  double best = 0;
  double bestRadius = 0;
  for (double x = -400; x <= 0; x += 5) {
    const Shell shell = body.at({x, 0, -380});
    if (shell.copperTrend <= best) continue;
    best = shell.copperTrend;
    bestRadius = shell.radius;
  }
  EXPECT_GT(best, 1.5 * middle.copperTrend);
  EXPECT_NEAR(bestRadius, 0.6, 0.05);
}

TEST(PorphyryTruth, GravelIsBarren) {
  const PorphyryTruth truth(7, {0, 0, 0}, [](double, double) { return Ground{0, 12}; });
  EXPECT_EQ(truth.rockAt({0, 0, -11})->lithology, Lithology::Alluvium);
  EXPECT_EQ(truth.gradesAt({0, 0, -11}, *truth.rockAt({0, 0, -11})).copper, 0);
  EXPECT_NE(truth.rockAt({0, 0, -13})->lithology, Lithology::Alluvium);
}

}  // namespace
}  // namespace adit::synthetic
