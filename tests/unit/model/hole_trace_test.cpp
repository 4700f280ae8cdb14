#include "geology/model/hole_trace.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

using adit::geology::angleBetween;
using adit::geology::HoleTrace;
using adit::geology::minimumCurvatureStep;
using adit::geology::TraceStation;
using adit::geology::Vec3;

namespace {

void expectNear(const Vec3& actual, const Vec3& expected, double tolerance = 1e-9) {
  EXPECT_NEAR(actual.x, expected.x, tolerance);
  EXPECT_NEAR(actual.y, expected.y, tolerance);
  EXPECT_NEAR(actual.z, expected.z, tolerance);
}

const Vec3 kDown{0, 0, -1};
const Vec3 kNorth{0, 1, 0};

// A quarter circle of length 100 from straight down to north.
HoleTrace quarterCircle() {
  return HoleTrace({{0, {}, kDown}, {100, minimumCurvatureStep(kDown, kNorth, 100), kNorth}});
}

}  // namespace

TEST(HoleTrace, IsEmptyWithoutStations) {
  EXPECT_TRUE(HoleTrace().empty());
  EXPECT_FALSE(quarterCircle().empty());
}

TEST(HoleTrace, FollowsTheCircle) {
  const double radius = 100 / (std::numbers::pi / 2);
  const Vec3 center{0, radius, 0};
  for (double depth = 0; depth <= 100; depth += 5) {
    const TraceStation here = quarterCircle().at(depth);
    EXPECT_EQ(here.depth, depth);
    EXPECT_NEAR(length(here.position - center), radius, 1e-9) << depth;
    EXPECT_NEAR(length(here.tangent), 1, 1e-12) << depth;
    EXPECT_NEAR(dot(here.tangent, here.position - center), 0, 1e-9) << depth;
  }
}

TEST(HoleTrace, IsStraightBeforeAndAfterItsStations) {
  const HoleTrace trace({{10, {1, 2, 3}, kDown}, {20, {1, 2, -7}, kDown}});
  expectNear(trace.positionAt(5), {1, 2, 8});
  expectNear(trace.positionAt(15), {1, 2, -2});
  expectNear(trace.positionAt(35), {1, 2, -22});
  expectNear(quarterCircle().positionAt(110), minimumCurvatureStep(kDown, kNorth, 100) + kNorth * 10);
}

TEST(HoleTrace, GivesItsStationsBack) {
  const HoleTrace trace({{0, {}, kDown}, {10, {0, 0, -10}, kDown}, {30, {0, 12, -22}, kNorth}});
  for (const TraceStation& station : trace.stations()) {
    expectNear(trace.at(station.depth).position, station.position);
    expectNear(trace.at(station.depth).tangent, station.tangent);
  }
}

TEST(HoleTrace, HasNoJumpWhereTheSeriesTakesOver) {
  // The ratio factor is a series below 1e-3 rad and a quotient above.
  const auto stepAt = [](double beta) {
    return minimumCurvatureStep(kDown, {0, std::sin(beta), -std::cos(beta)}, 1e6);
  };
  const Vec3 below = stepAt(1e-3 - 1e-12);
  const Vec3 above = stepAt(1e-3 + 1e-12);
  expectNear(above, below, 1e-5);
}

TEST(HoleTrace, OfNoTurnIsAStraightRun) {
  expectNear(minimumCurvatureStep(kNorth, kNorth, 12), {0, 12, 0});
}

TEST(HoleTrace, OfAHalfTurnOnTheSpotIsFinite) {
  expectNear(minimumCurvatureStep(kDown, {0, 0, 1}, 12), {0, 0, 0});
}

TEST(AngleBetween, IsAccurateNearZeroAndNearHalfATurn) {
  for (const double angle : {1e-9, 1e-5, 0.5, 2.0, std::numbers::pi - 1e-7}) {
    const Vec3 turned{0, std::sin(angle), -std::cos(angle)};
    EXPECT_NEAR(angleBetween(kDown, turned), angle, 1e-14) << angle;
  }
}
