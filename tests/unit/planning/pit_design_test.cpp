#include "geology/planning/pit_design.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "tests/unit/planning/random_pit.h"

namespace adit::planning {
namespace {

using geology::Vec3;

struct Designed {
  geology::Deposit deposit = tests::pitDeposit(21);
  PitOutcome outcome;
  PitDesign design;
};

Designed designed(const PitDesignTerms& terms) {
  Designed made;
  geology::Progress progress;
  PitInputs inputs = tests::pitTerms();
  inputs.schedule = {};
  made.outcome = planPit({made.deposit, inputs}, progress);
  made.design = designPit({made.outcome.model->lattice, made.outcome.shells.shellOfCell,
                           static_cast<ShellIndex>(*made.outcome.limit), terms, nullptr});
  return made;
}

constexpr PitSlope kSlope{.benchHeight = 10, .faceAngle = 65, .berm = 4, .rampWidth = 12, .rampGrade = .1};

double plan(const Vec3& a, const Vec3& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

TEST(PitDesign, HoldsTheShellAndSaysWhatItCosts) {
  const Designed made = designed({kSlope, 40});
  ASSERT_EQ(made.design.fault, "");
  EXPECT_GT(made.design.benches.size(), 5U);
  EXPECT_GT(made.design.shellInside, .97);
  EXPECT_GT(made.design.designVolume, .97 * made.design.shellVolume);
  EXPECT_LT(made.design.designVolume, 2.5 * made.design.shellVolume);
  EXPECT_FALSE(made.design.mesh.closed);
  EXPECT_FALSE(made.design.mesh.triangles.empty());
  EXPECT_THAT(made.design.mesh.parts, testing::Contains("RAMP"));
  EXPECT_EQ(made.design.mesh.parts[0], "floor");
}

TEST(PitDesign, FacesAreNoSteeperAndBermsNoNarrowerThanAskedFor) {
  const Designed made = designed({kSlope, 40});
  const auto& benches = made.design.benches;
  const std::size_t n = benches[0].toe.size();
  // Across the wall: the distance from a point to the line of its ring's neighbours.
  const auto across = [&](const std::vector<Vec3>& ring, std::size_t s, const Vec3& from) {
    const Vec3 a = ring[(s + n - 1) % n], b = ring[(s + 1) % n];
    return std::abs((b.x - a.x) * (from.y - a.y) - (b.y - a.y) * (from.x - a.x)) / plan(a, b);
  };
  for (std::size_t bench = 0; bench < benches.size(); ++bench) {
    std::size_t steep = 0, narrow = 0;
    for (std::size_t s = 0; s < n; ++s) {
      const PitBench& b = benches[bench];
      const auto ramp = [&](std::size_t i) { return b.rampInner[i % n] != b.rampOuter[i % n]; };
      if (!ramp(s) && !ramp(s + 1) && !ramp(s + n - 1)) {
        const double run = across(b.crest, s, b.toe[s]);
        steep += std::atan2(kSlope.benchHeight, run) * 180 / std::numbers::pi > kSlope.faceAngle + 1 ? 1 : 0;
      }
      if (bench > 0) narrow += plan(b.toe[s], benches[bench - 1].crest[s]) < kSlope.berm - 1e-6 ? 1 : 0;
    }
    EXPECT_EQ(narrow, 0U) << bench;
    EXPECT_EQ(steep, 0U) << bench;
  }
}

TEST(PitDesign, TheRampClimbsAtItsGradientAndKeepsItsWidth) {
  const Designed made = designed({kSlope, 40});
  for (const PitBench& bench : made.design.benches) {
    std::size_t wide = 0;
    for (std::size_t s = 0; s + 1 < bench.toe.size(); ++s) {
      const double width = plan(bench.rampInner[s], bench.rampOuter[s]);
      const double rise = bench.rampInner[s + 1].z - bench.rampInner[s].z;
      if (width < kSlope.rampWidth - 1e-9 || rise <= 0) continue;
      ++wide;
      EXPECT_LE(rise, kSlope.rampGrade * plan(bench.rampInner[s], bench.rampInner[s + 1]) * 1.001);
    }
    EXPECT_GT(wide, 3U);
  }
}

TEST(PitDesign, EndsAtTheTerrainAndSaysWhenItCannot) {
  const geology::Deposit deposit = tests::pitDeposit(21);
  geology::Progress progress;
  PitInputs inputs = tests::pitTerms();
  inputs.schedule = {};
  const PitOutcome outcome = planPit({deposit, inputs}, progress);
  const auto last = static_cast<ShellIndex>(*outcome.limit);
  geology::Terrain terrain;
  terrain.columns = terrain.rows = 2;
  terrain.origin = {-1000, -1000};
  terrain.stepColumn = {3000, 0};
  terrain.stepRow = {0, 3000};
  terrain.heights = {140, 140, 140, 140};
  const PitDesign pit =
      designPit({outcome.model->lattice, outcome.shells.shellOfCell, last, {kSlope, 40}, &terrain});
  ASSERT_EQ(pit.fault, "");
  for (const auto& triangle : pit.mesh.triangles)
    for (const auto v : triangle) EXPECT_LE(pit.mesh.vertices[v].z, 140 + 1e-6);
  EXPECT_THAT(pit.mesh.parts, testing::Contains("PIT OUTLINE"));
  terrain.heights = {-50, -50, -50, -50};
  EXPECT_NE(
      designPit({outcome.model->lattice, outcome.shells.shellOfCell, last, {kSlope, 40}, &terrain}).fault,
      "");
  EXPECT_NE(
      designPit({outcome.model->lattice, outcome.shells.shellOfCell, last, {kSlope, 9000}, nullptr}).fault,
      "");
}

}  // namespace
}  // namespace adit::planning
