#include "viewer/state/measure.h"

#include <gtest/gtest.h>

#include <cmath>

#include "viewer/state/view_state.h"

namespace adit::viewer {
namespace {

constexpr Vec3 kFar{500'000, 7'000'000, 1000};  // UTM-sized: digits must survive

TEST(Measure, LineByHand) {
  const LineMeasure line = measureLine(kFar, kFar + Vec3{30, 40, -50});
  EXPECT_DOUBLE_EQ(line.horizontal, 50);
  EXPECT_DOUBLE_EQ(line.distance, std::sqrt(5000.0));
  EXPECT_DOUBLE_EQ(line.vertical, -50);
  EXPECT_NEAR(line.bearing, 36.8698976458, 1e-9);
  EXPECT_DOUBLE_EQ(line.plunge, 45);
  EXPECT_NEAR(measureLine({}, {-1, 0, 0}).bearing, 270, 1e-12);
  EXPECT_EQ(measureLine({}, {0, 0, -7}).plunge, 90);
  EXPECT_EQ(measureLine({}, {0, 0, 7}).plunge, -90);
  EXPECT_EQ(measureLine({1, 2, 3}, {1, 2, 3}).distance, 0);
}

TEST(Measure, PathAddsItsParts) {
  EXPECT_DOUBLE_EQ(pathLength({{0, 0, 0}, {3, 4, 0}, {3, 4, 12}}), 17);
  EXPECT_EQ(pathLength({{1, 1, 1}}), 0);
}

TEST(Measure, PolygonInPlanAndTrue) {
  // A 3-4-5 slope: 40 in plan across the dip, 30 in height, 100 along the strike.
  const std::vector<Vec3> slope{kFar, kFar + Vec3{40, 0, 30}, kFar + Vec3{40, 100, 30},
                                kFar + Vec3{0, 100, 0}};
  const PolygonMeasure polygon = measurePolygon(slope);
  EXPECT_NEAR(polygon.planArea, 4000, 1e-6);
  EXPECT_NEAR(polygon.trueArea, 5000, 1e-6);
  EXPECT_NEAR(polygon.perimeter, 300, 1e-6);
  EXPECT_EQ(measurePolygon({kFar}).trueArea, 0);
}

TEST(Measure, ANotchedPolygonCountsItsNotch) {
  const std::vector<Vec3> ell{{0, 0, 0}, {2, 0, 0}, {2, 1, 0}, {1, 1, 0}, {1, 2, 0}, {0, 2, 0}};
  EXPECT_DOUBLE_EQ(measurePolygon(ell).trueArea, 3);
}

TEST(Measure, PlaneByTheRightHandRule) {
  // Dips 45 degrees to the south: strike east, 090/45.
  const auto south = planeThrough(kFar, kFar + Vec3{10, 0, 0}, kFar + Vec3{0, -10, -10});
  ASSERT_TRUE(south);
  EXPECT_NEAR(south->strike, 90, 1e-9);
  EXPECT_NEAR(south->dip, 45, 1e-9);
  EXPECT_NEAR(south->dipDirection, 180, 1e-9);
  const auto flat = planeThrough({0, 0, 5}, {0, 1, 5}, {1, 0, 5});
  EXPECT_EQ(flat->dip, 0);
  EXPECT_EQ(flat->strike, 0);
  EXPECT_NEAR(planeThrough({0, 0, 0}, {0, 1, 0}, {0, 0, 1})->dip, 90, 1e-12);
  EXPECT_FALSE(planeThrough(kFar, kFar + Vec3{1, 1, 1}, kFar + Vec3{2, 2, 2}));
  EXPECT_FALSE(planeThrough(kFar, kFar, kFar));
}

TEST(Measure, PlaneAgreesWithTheSectionFrame) {
  for (double strike = 5; strike < 360; strike += 35)
    for (double dip = 10; dip < 90; dip += 20) {
      const SectionFrame frame = sectionFrame({.strike = strike, .dip = dip});
      const auto plane = planeThrough(kFar, kFar + frame.along * 50, kFar + frame.down * 70);
      ASSERT_TRUE(plane);
      EXPECT_NEAR(plane->strike, strike, 1e-6);
      EXPECT_NEAR(plane->dip, dip, 1e-6);
    }
}

TEST(Measure, FactsSpeakOfTheToolInUse) {
  ViewState state;
  EXPECT_TRUE(measureFacts(state, "m").empty());
  state.measure = {{0, 0, 0}, {30, 40, 0}};
  state.exaggeration = 10;  // never enters
  auto facts = measureFacts(state, "m");
  EXPECT_EQ(facts[0], (Fact{"Distance", "50.00 m"}));
  EXPECT_EQ(facts[3], (Fact{"Bearing", "36.9°"}));
  state.tool = ToolKind::MeasureArea;
  EXPECT_EQ(measureFacts(state, "m")[0].label, "Distance");  // two points are no area yet
  state.measure.push_back({0, 40, 0});
  EXPECT_EQ(measureFacts(state, "ft")[0], (Fact{"Area", "600.0 ft²"}));
  state.tool = ToolKind::MeasurePlane;
  EXPECT_EQ(measureFacts(state, "m")[1], (Fact{"Dip", "0.0°"}));
  state.measure = {{0, 0, 0}, {1, 0, 0}, {2, 0, 0}};
  EXPECT_TRUE(measureFacts(state, "m")[0].doubtful);
}

}  // namespace
}  // namespace adit::viewer
