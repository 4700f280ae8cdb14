#include "geology/synthetic/drainage.h"

#include <gtest/gtest.h>

#include <cmath>

#include "geology/synthetic/arid_terrain.h"
#include "geology/synthetic/erosion.h"

namespace adit::synthetic {
namespace {

// A slope of one in ten towards row 0, with a pit of 8 m in the middle.
HeightGrid slopeWithPit() {
  HeightGrid grid{9, 10, std::vector<double>(81)};
  for (int r = 0; r < 9; ++r)
    for (int c = 0; c < 9; ++c) grid.height[grid.index(c, r)] = r;
  grid.height[grid.index(4, 4)] -= 8;
  return grid;
}

std::vector<std::uint8_t> southEdge(const HeightGrid& grid) {
  std::vector<std::uint8_t> outlets(grid.height.size());
  for (int c = 0; c < grid.n; ++c) outlets[grid.index(c, 0)] = 1;
  return outlets;
}

TEST(Drain, FillsDepressionsAndSendsEveryDropToAnOutlet) {
  const HeightGrid grid = slopeWithPit();
  const Drainage water = drain(grid, southEdge(grid), {.jitter = 0.5, .seed = 3});
  EXPECT_GE(water.filled[grid.index(4, 4)], grid.height[grid.index(4, 3)]);
  ASSERT_EQ(water.order.size(), 81U);
  std::vector<int> place(81);
  for (int i = 0; i < 81; ++i) place[water.order[static_cast<std::size_t>(i)]] = i;
  double arrived = 0;
  for (std::size_t node = 0; node < 81; ++node) {
    if (water.receiver[node] == node)
      arrived += water.area[node];
    else
      EXPECT_LT(place[water.receiver[node]], place[node]) << "a receiver comes before its donors";
  }
  EXPECT_DOUBLE_EQ(arrived, 81 * 100.0);
}

TEST(Drain, StraightSlopeRunsStraight) {
  HeightGrid grid = slopeWithPit();
  grid.height[grid.index(4, 4)] += 8;
  const Drainage water = drain(grid, southEdge(grid), {});
  EXPECT_EQ(water.receiver[grid.index(2, 5)], grid.index(2, 4));
  EXPECT_DOUBLE_EQ(water.area[grid.index(2, 0)], 900);
}

TEST(Erode, SteadyStateHasTheSlopeOfTheStreamPowerLaw) {
  // One row of nodes as a river: nothing creeps or slides, U = K A^m S gives S = U / (K (A + A0)^m).
  Landscape land;
  land.grid = {33, 20, std::vector<double>(33 * 33, 0.0)};
  land.outlets = southEdge(land.grid);
  land.uplift.assign(33 * 33, 1);
  land.erodibility.assign(33 * 33, 1);
  ErosionSettings settings;
  settings.steps = 1500;
  settings.uplift = 1;
  settings.strength = 0.05;
  settings.creep = 0;
  settings.jitter = 0;
  settings.talusSlope = 100;
  const geology::Progress progress;
  erode(land, settings, progress);
  const Drainage water = drain(land.grid, land.outlets, {});
  const std::size_t node = land.grid.index(16, 10);
  ASSERT_EQ(water.receiver[node], land.grid.index(16, 9));
  const double slope = (land.grid.height[node] - land.grid.height[land.grid.index(16, 9)]) / 20;
  const double expected =
      1 / (0.05 * std::pow(water.area[node] + settings.hillslopeArea, settings.areaExponent));
  EXPECT_NEAR(slope, expected, expected * 1e-6);
}

TEST(Erode, NoSlopeOnTheWaysOfTheWaterIsSteeperThanTalus) {
  Landscape land;
  land.grid = {33, 20, std::vector<double>(33 * 33, 0.0)};
  land.outlets = southEdge(land.grid);
  land.uplift.assign(33 * 33, 1);
  land.erodibility.assign(33 * 33, 0.01);
  ErosionSettings settings;
  settings.steps = 100;
  settings.uplift = 10;
  settings.creep = 0;
  settings.jitter = 0;
  settings.talusSlope = 0.7;
  const geology::Progress progress;
  erode(land, settings, progress);
  for (int r = 1; r < 33; ++r)
    EXPECT_LE(land.grid.height[land.grid.index(16, r)] - land.grid.height[land.grid.index(16, r - 1)],
              14.001);
}

TEST(AridTerrain, MountainsPlainAndRivers) {
  AridTerrainOptions options;
  options.nodes = 257;
  const geology::Progress progress;
  const AridTerrain terrain = aridTerrain(options, progress);
  const auto& heights = terrain.topography.heights;
  const auto [low, high] = std::minmax_element(heights.begin(), heights.end());
  EXPECT_GT(*low, 880);
  EXPECT_GT(*high - *low, 250) << "relief of the hills of the Chagai belt: 150 to 600 m";
  EXPECT_LT(*high - *low, 650);
  // The plain in the south-west is gravel and nearly flat; a large part of the country is rock.
  EXPECT_GT(terrain.alluvium[0], 10);
  std::size_t rock = 0;
  std::size_t rivers = 0;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    rock += terrain.alluvium[i] < 0.5F;
    rivers += terrain.drainage[i] > 1e5F;
  }
  EXPECT_GT(static_cast<double>(rock) / static_cast<double>(heights.size()), 0.15);
  EXPECT_GT(rivers, heights.size() / 200) << "drainage gathers in valleys";
}

TEST(AridTerrain, Cancel) {
  geology::Progress progress;
  progress.cancel();
  EXPECT_THROW(aridTerrain({.nodes = 129, .erodibility = {}}, progress), geology::Cancelled);
}

}  // namespace
}  // namespace adit::synthetic
