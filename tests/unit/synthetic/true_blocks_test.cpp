// Blocks that hold the truth: sums over the truth function, and the world that a note tells of.
#include "geology/synthetic/true_blocks.h"

#include <gtest/gtest.h>

#include <cmath>

#include "geology/synthetic/arid_terrain.h"
#include "geology/synthetic/porphyry_deposit.h"

namespace adit::synthetic {
namespace {

/// Ground at height 0; three columns of blocks from 60 m above it down.
PorphyryTruth flatTruth() {
  return {7, {0, 0, 0}, [](double, double) { return Ground{0, 5}; }};
}
geology::BlockModel smallModel() {
  geology::BlockModel model;
  model.lattice.origin = {-40, 100, -180};
  model.lattice.size = {20, 20, 15};
  model.lattice.count = {4, 3, 13};
  return model;
}

TEST(TrueBlocks, AreSumsOverTheTruthFunction) {
  const PorphyryTruth truth = flatTruth();
  const geology::BlockModel model = smallModel();
  for (const Analyte analyte : {Analyte::Copper, Analyte::Gold, Analyte::Molybdenum}) {
    const TrueBlocks blocks = trueBlocks(truth, model, {analyte, {2, 3, 1}}, {});
    std::size_t above = 0;
    for (std::size_t b = 0; b < model.blockCount(); ++b) {
      const geology::Vec3 c = model.blockCenter(b);
      double mass = 0, metal = 0;
      for (const double x : {c.x - 5, c.x + 5})
        for (const double y : {c.y - 20.0 / 3, c.y, c.y + 20.0 / 3}) {
          const auto rock = truth.rockAt({x, y, c.z});
          if (!rock) continue;
          const Grades g = truth.gradesAt({x, y, c.z}, *rock);
          const double grade = analyte == Analyte::Copper ? g.copper
                               : analyte == Analyte::Gold ? g.gold
                                                          : g.molybdenum;
          mass += g.density / 6;
          metal += g.density / 6 * grade;
        }
      if (c.z > 0) {
        ++above;
        EXPECT_TRUE(std::isnan(blocks.grade[b]));
        EXPECT_EQ(blocks.tonnes[b], 0);
      } else {
        EXPECT_NEAR(blocks.tonnes[b], mass * 6000, 1e-6 * mass * 6000);
        EXPECT_NEAR(blocks.grade[b], metal / mass, 1e-12 + 1e-9 * metal);
      }
    }
    EXPECT_EQ(above, 12U);
  }
}

TEST(TrueBlocks, PartsAboveTheSurfaceHaveNoTonnes) {
  geology::BlockModel model = smallModel();
  model.lattice.origin.z = -10;  // the ground cuts the lowest blocks of 20 m in two halves
  model.lattice.size[2] = 20;
  model.lattice.count[2] = 1;
  const PorphyryTruth truth = flatTruth();
  const TrueBlocks whole = trueBlocks(truth, model, {Analyte::Copper, {1, 1, 2}}, {});
  const geology::Vec3 below = model.blockCenter(0) - geology::Vec3{0, 0, 5};
  const double density = truth.gradesAt(below, *truth.rockAt(below)).density;
  EXPECT_NEAR(whole.tonnes[0], density * 4000, 1e-6 * density * 4000) << "half of 8000 m3";
}

TEST(PorphyryWorld, IsTheOneThatTheDepositWasDrilledFrom) {
  const PorphyryOptions options{.seed = 11, .terrainNodes = 129};
  geology::Progress progress;
  const auto deposit = porphyryDeposit(options, progress);
  const PorphyryWorld world(options, progress);
  EXPECT_EQ(world.terrain().topography.heights, deposit->terrains.front()->heights);
  // The log of a hole is that of the truth at the middles of its intervals.
  const geology::DrillHoles& holes = *deposit->drillholes.front();
  const geology::IntervalTable& logs = *holes.table("alteration");
  const geology::Column& alteration = *geology::findColumn(logs.columns, "alteration");
  std::size_t same = 0, asked = 0;
  for (std::size_t row = 0; row < logs.size(); row += 7) {
    const double middle = (logs.from[row] + logs.to[row]) / 2;
    const auto rock = world.truth().rockAt(holes.holes[logs.hole[row]].trace.positionAt(middle));
    if (!rock || !alteration.hasValue(row)) continue;
    ++asked;
    same += alteration.category(row) == alterationName(rock->alteration) ? 1 : 0;
  }
  ASSERT_GT(asked, 50U);
  EXPECT_GT(static_cast<double>(same), 0.9 * static_cast<double>(asked))
      << "surveys have errors, so that a boundary may be missed";
}

TEST(PorphyryWorld, NotesTellTheSeed) {
  EXPECT_EQ(porphyryOptionsOf(porphyryNote({.seed = 123}))->seed, 123U);
  EXPECT_FALSE(porphyryOptionsOf("SYNTHETIC - porphyry generator 2, seed 7"));
  EXPECT_FALSE(porphyryOptionsOf("SYNTHETIC - porphyry generator 1, seed x"));
  EXPECT_FALSE(porphyryOptionsOf("SYNTHETIC - porphyry generator 1, seed 7 and more"));
  EXPECT_FALSE(porphyryOptionsOf(""));
}

}  // namespace
}  // namespace adit::synthetic
