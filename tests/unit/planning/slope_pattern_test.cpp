#include "geology/planning/slope_pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <set>
#include <tuple>

#include "tests/unit/planning/mineflow_data.h"

namespace adit::planning {
namespace {

using geology::Lattice;
using tests::cubes;

std::size_t countAt(const std::vector<CellOffset>& offsets, int dz) {
  std::size_t n = 0;
  for (const CellOffset& o : offsets) n += o.dz == dz ? 1 : 0;
  return n;
}

/// Every cell that the pattern reaches within `levels`, by brute force.
std::set<std::tuple<int, int, int>> reach(const std::vector<CellOffset>& offsets, int levels) {
  std::set<std::tuple<int, int, int>> all{{0, 0, 0}};
  std::vector<std::tuple<int, int, int>> open{{0, 0, 0}};
  while (!open.empty()) {
    const auto [x, y, z] = open.back();
    open.pop_back();
    for (const CellOffset& o : offsets) {
      const std::tuple<int, int, int> next{x + o.dx, y + o.dy, z + o.dz};
      if (std::get<2>(next) <= levels && all.insert(next).second) open.push_back(next);
    }
  }
  return all;
}

TEST(SlopePattern, HasSeventeenOffsetsFor45DegreesOnCubesOverEightLevels) {
  const auto offsets = slopeOffsets(cubes(50, 50, 20), {{0, 45}}, 8);
  EXPECT_EQ(offsets.size(), 17U);
  EXPECT_EQ(countAt(offsets, 1), 5U);
  EXPECT_EQ(countAt(offsets, 3), 4U);  // (+-2, +-2)
  EXPECT_EQ(countAt(offsets, 5), 8U);  // (+-3, +-4), (+-4, +-3)
  EXPECT_THAT(offsets, testing::Contains(CellOffset{-4, 3, 5}));
}

TEST(SlopePattern, ReachesExactlyTheConeAndNoOffsetCanBeLeftOut) {
  for (const double angle : {32.0, 38.0, 45.0, 52.5, 65.0}) {
    Lattice lattice = cubes(99, 99, 30);
    lattice.size = {20, 10, 15};
    constexpr int kLevels = 6;
    const auto offsets = slopeOffsets(lattice, {{0, angle}}, kLevels);
    std::set<std::tuple<int, int, int>> cone;
    for (int k = 0; k <= kLevels; ++k)
      for (int y = -40; y <= 40; ++y)
        for (int x = -40; x <= 40; ++x)
          if (std::hypot(x * 20, y * 10) <= k * 15 / std::tan(angle * std::numbers::pi / 180) + 1e-6)
            cone.insert({x, y, k});
    EXPECT_EQ(reach(offsets, kLevels), cone) << angle;
    for (std::size_t left = 0; left < offsets.size(); ++left) {
      std::vector<CellOffset> fewer = offsets;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(left));
      EXPECT_LT(reach(fewer, kLevels).size(), cone.size()) << angle << " without " << left;
    }
  }
}

TEST(SlopePattern, FollowsItsSectors) {
  // Flat to the east (from 45 to 135 degrees), steep elsewhere.
  const std::vector<SlopeSector> sectors{{45, 30}, {135, 60}};
  EXPECT_EQ(slopeAngleAt(sectors, 90), 30);
  EXPECT_EQ(slopeAngleAt(sectors, 135), 60);
  EXPECT_EQ(slopeAngleAt(sectors, 0), 60);
  EXPECT_EQ(slopeAngleAt(sectors, -300), 30);
  EXPECT_EQ(slopeAngleAt(sectors, 405), 30);
  const auto cells = reach(slopeOffsets(cubes(50, 50, 9), sectors, 4), 4);
  EXPECT_TRUE(cells.contains({6, 0, 4}));  // 4 / tan 30 = 6.9 cells to the east
  EXPECT_FALSE(cells.contains({7, 0, 4}));
  EXPECT_TRUE(cells.contains({-2, 0, 4}));  // 4 / tan 60 = 2.3 cells to the west
  EXPECT_FALSE(cells.contains({-3, 0, 4}));
}

TEST(SlopePattern, TurnsWithTheLattice) {
  // The lattice's first axis points north, its second west: the flat east side is at -j.
  Lattice lattice = cubes(50, 50, 9);
  lattice.axis = {{{0, 1, 0}, {-1, 0, 0}, {0, 0, 1}}};
  const auto cells = reach(slopeOffsets(lattice, {{45, 30}, {135, 60}}, 4), 4);
  EXPECT_TRUE(cells.contains({0, -6, 4}));
  EXPECT_FALSE(cells.contains({0, 3, 4}));
  EXPECT_FALSE(cells.contains({6, 0, 4}));
}

TEST(SlopePattern, GoesDownTheIndicesWhereTheThirdAxisPointsDown) {
  Lattice lattice = cubes(9, 9, 9);
  lattice.axis = {{{1, 0, 0}, {0, -1, 0}, {0, 0, -1}}};
  EXPECT_EQ(faultOf(lattice), "");
  for (const CellOffset& o : slopeOffsets(lattice, {{0, 45}}, 8)) EXPECT_LT(o.dz, 0);
}

TEST(SlopePattern, SaysWhatIsWrong) {
  EXPECT_THAT(faultOf(std::vector<SlopeSector>{}), testing::HasSubstr("no slope"));
  EXPECT_THAT(faultOf(std::vector<SlopeSector>{{0, 0}}), testing::HasSubstr("5 to 89.9"));
  EXPECT_THAT(faultOf(std::vector<SlopeSector>{{0, 45}, {360, 50}}), testing::HasSubstr("one azimuth"));
  EXPECT_EQ(faultOf(std::vector<SlopeSector>{{0, 45}, {180, 50}}), "");
  Lattice tilted = cubes(9, 9, 9);
  tilted.axis = {{{1, 0, 0}, {0, 0, 1}, {0, -1, 0}}};
  EXPECT_THAT(faultOf(tilted), testing::HasSubstr("not vertical"));
}

}  // namespace
}  // namespace adit::planning
