// The plans of the synthetic deposit: a road that a truck can take, and a decline that a person can walk.
#include "geology/synthetic/demo_plans.h"

#include <gtest/gtest.h>

#include <cmath>

namespace adit::synthetic {
namespace {

using geology::Vec3;

geology::Terrain level(float height) {
  geology::Terrain terrain;
  terrain.columns = terrain.rows = 2;
  terrain.origin = {-3000, -3000};
  terrain.stepColumn = {6000, 0};
  terrain.stepRow = {0, 6000};
  terrain.heights.assign(4, height);
  return terrain;
}
const PitFloor kFloor{.centre = {0, 0, 600}, .azimuth = 65, .semiLong = 260, .semiShort = 80};

double steepest(const std::vector<Vec3>& points) {
  double most = 0;
  for (std::size_t n = 0; n + 1 < points.size(); ++n) {
    const Vec3 way = points[n + 1] - points[n];
    const double plan = std::hypot(way.x, way.y);
    if (plan > 1e-6) most = std::max(most, std::abs(way.z) / plan);
  }
  return most;
}

TEST(RampLine, GoesFromTheGroundToTheFloorAsATruckCan) {
  const auto line = rampLine(kFloor, PitSlope{}, level(900));
  ASSERT_GT(line.size(), 100U);
  EXPECT_GT(line.front().z, 900 - 3);
  EXPECT_LT(line.front().z, 900);
  EXPECT_NEAR(line.back().z, 600, 1);
  double length = 0, longest = 0;
  for (std::size_t n = 0; n + 1 < line.size(); ++n) {
    EXPECT_LE(line[n + 1].z, line[n].z + 1e-9) << "never up on the way down";
    const double step = geology::length(line[n + 1] - line[n]);
    longest = std::max(longest, step);
    length += step;
  }
  EXPECT_LT(longest, 40) << "without a gap";
  EXPECT_GT(length, 3000) << "300 m at 1 in 10";
  EXPECT_LT(steepest(line), 0.13);
}

TEST(UndergroundSketch, HasADeclineOfOneInSevenAndAClosedStope) {
  const UndergroundSketch sketch = undergroundSketch(kFloor, level(900));
  const auto& decline = sketch.plan.lines.front();
  EXPECT_EQ(decline.points.front().z, 900);
  EXPECT_DOUBLE_EQ(decline.points.back().z, 510);
  EXPECT_LT(steepest(decline.points), 1.0 / 7 + 0.002);
  EXPECT_TRUE(sketch.stope.closed);
  EXPECT_NEAR(sketch.stope.volume, 70 * 22 * 40, 1e-3);
  for (const auto& line : sketch.plan.lines) {
    EXPECT_GE(line.points.size(), 2U);
    EXPECT_LE(line.first, line.last);
    EXPECT_LT(line.last, sketch.plan.periods.size());
  }
  for (const auto& solid : sketch.plan.solids) EXPECT_LT(solid.last, sketch.plan.periods.size());
}

}  // namespace
}  // namespace adit::synthetic
