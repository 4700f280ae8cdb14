// Reference vectors: petroleum and mining handbooks' worked examples (T1: 100 m of build and turn; T2:
// pygslib), the others from the closed form of the circular arc in double precision.
#include "geology/analysis/desurvey.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

using adit::analysis::desurvey;
using adit::analysis::DesurveyMethod;
using adit::analysis::tangentOf;
using adit::geology::angleBetween;
using adit::geology::HoleTrace;
using adit::geology::SurveyStation;
using adit::geology::TraceStation;
using adit::geology::Vec3;

namespace {

constexpr double kTolerance = 1e-6;

void expectNear(const Vec3& actual, const Vec3& expected, double tolerance = kTolerance) {
  EXPECT_NEAR(actual.x, expected.x, tolerance);
  EXPECT_NEAR(actual.y, expected.y, tolerance);
  EXPECT_NEAR(actual.z, expected.z, tolerance);
}

// Where a hole from (0,0,0) is after two readings `length` apart.
Vec3 step(const SurveyStation& top, const SurveyStation& bottom,
          DesurveyMethod method = DesurveyMethod::MinimumCurvature) {
  return desurvey({}, {top, bottom}, bottom.depth, method).positionAt(bottom.depth);
}

double degreesBetween(const SurveyStation& a, const SurveyStation& b) {
  return angleBetween(tangentOf(a.azimuth, a.dip), tangentOf(b.azimuth, b.dip)) * 180 / std::numbers::pi;
}

std::vector<SurveyStation> exampleHole() {
  return {{0, 90, 60}, {50, 94, 58}, {100, 100, 55}};
}
const Vec3 kExampleCollar{1000, 2000, 500};

double azimuthOf(const Vec3& t) {
  return std::atan2(t.x, t.y) * 180 / std::numbers::pi;
}
double dipOf(const Vec3& t) {
  return std::asin(-t.z) * 180 / std::numbers::pi;
}

}  // namespace

TEST(Desurvey, TangentIsEastNorthUp) {
  expectNear(tangentOf(45, 75), {0.183013, 0.183013, -0.965926});
  expectNear(tangentOf(0, 0), {0, 1, 0});
  expectNear(tangentOf(90, 0), {1, 0, 0});
  expectNear(tangentOf(0, 90), {0, 0, -1});
  expectNear(tangentOf(0, -90), {0, 0, 1});
}

// T1 is given with inclinations 15 and 25 from the vertical: dips 75 and 65.
TEST(Desurvey, T1BuildAndTurn) {
  expectNear(step({0, 20, 75}, {100, 45, 65}), {19.450774, 27.218329, -94.012343});
  EXPECT_NEAR(degreesBetween({0, 20, 75}, {100, 45, 65}), 12.951651, kTolerance);
}

TEST(Desurvey, T1bBalancedTangential) {
  expectNear(step({0, 20, 75}, {100, 45, 65}, DesurveyMethod::BalancedTangential),
             {19.367878, 27.102329, -93.611681});
}

TEST(Desurvey, T1cTangential) {
  expectNear(step({0, 20, 75}, {100, 45, 65}, DesurveyMethod::Tangential), {8.852133, 24.321035, -96.592583});
}

TEST(Desurvey, T2SharpTurn) {
  expectNear(step({0, 45, 75}, {10, 90, 20}), {6.186459, 1.008457, -7.207193});
  EXPECT_NEAR(degreesBetween({0, 45, 75}, {10, 90, 20}), 59.844948, kTolerance);
  expectNear(step({0, 45, 75}, {10, 90, 20}, DesurveyMethod::Tangential), {1.830127, 1.830127, -9.659258});
}

TEST(Desurvey, T3QuarterCircle) {
  expectNear(step({0, 0, 90}, {100, 0, 0}), {0, 63.661977, -63.661977});
}

TEST(Desurvey, T4Straight) {
  expectNear(step({0, 135, 60}, {50, 135, 60}), {17.677670, -17.677670, -43.301270});
}

TEST(Desurvey, T5ThroughNorth) {
  expectNear(step({0, 350, 45}, {30, 10, 45}), {0, 20.997092, -21.321006});
  EXPECT_NEAR(degreesBetween({0, 350, 45}, {0, 10, 45}), 14.106044, kTolerance);
}

TEST(Desurvey, T6UpHole) {
  expectNear(step({0, 90, -30}, {20, 90, -30}), {17.320508, 0, 10});
}

TEST(Desurvey, T7TinyTurn) {
  expectNear(step({0, 120, 60}, {30, 120.0001, 60}), {12.990375, -7.500011, -25.980762});
}

TEST(Desurvey, T8VerticalHasNoAzimuth) {
  expectNear(step({0, 0, 90}, {10, 270, 90}), {0, 0, -10});
}

TEST(Desurvey, FullHole) {
  const HoleTrace trace = desurvey(kExampleCollar, exampleHole(), 150);
  expectNear(trace.positionAt(0), kExampleCollar);
  expectNear(trace.positionAt(50), {1025.721090, 1999.075674, 457.139198});
  expectNear(trace.positionAt(75), {1039.170158, 1997.759257, 436.108018});
  expectNear(trace.positionAt(100), {1053.072209, 1995.659800, 415.438084});
  expectNear(trace.positionAt(150), {1081.315335, 1990.679775, 374.480482});
  EXPECT_NEAR(azimuthOf(trace.at(75).tangent), 97.118796, kTolerance);
  EXPECT_NEAR(dipOf(trace.at(75).tangent), 56.536098, kTolerance);
  EXPECT_NEAR(degreesBetween(exampleHole()[0], exampleHole()[1]) * 30 / 50, 1.722, 5e-4);
  EXPECT_NEAR(degreesBetween(exampleHole()[1], exampleHole()[2]) * 30 / 50, 2.679, 5e-4);
}

TEST(Desurvey, ArcLengthIsTheDepth) {
  const HoleTrace trace = desurvey({}, {{0, 45, 75}, {10, 90, 20}}, 10);
  double run = 0;
  constexpr int kSteps = 10'000;
  for (int i = 0; i < kSteps; ++i)
    run += length(trace.positionAt(10.0 * (i + 1) / kSteps) - trace.positionAt(10.0 * i / kSteps));
  EXPECT_NEAR(run, 10, 1e-6);
}

// Edge case (a).
TEST(Desurvey, OneSurveyIsAStraightLine) {
  const HoleTrace trace = desurvey(kExampleCollar, {{0, 90, 60}}, 200);
  expectNear(trace.positionAt(200), kExampleCollar + tangentOf(90, 60) * 200);
}

// Edge case (b).
TEST(Desurvey, FirstDirectionIsHeldUpToTheCollar) {
  const HoleTrace trace = desurvey({}, {{40, 90, 60}, {80, 90, 30}}, 80);
  EXPECT_EQ(trace.stations().front().depth, 0);
  expectNear(trace.positionAt(40), tangentOf(90, 60) * 40);
  expectNear(trace.at(20).tangent, tangentOf(90, 60));
}

// Edge case (c).
TEST(Desurvey, LastDirectionIsHeldToTheEnd) {
  const HoleTrace trace = desurvey(kExampleCollar, exampleHole(), 150);
  expectNear(trace.at(149).tangent, tangentOf(100, 55));
  EXPECT_EQ(trace.stations().back().depth, 150);
  expectNear(trace.positionAt(160) - trace.positionAt(150), tangentOf(100, 55) * 10);
}

// Edge case (d): the importer takes the collar's direction where there is one.
TEST(Desurvey, NoSurveyIsVertical) {
  expectNear(desurvey(kExampleCollar, {}, 100).positionAt(100), kExampleCollar + Vec3{0, 0, -100});
}

// Edge case (e): the importer reports them.
TEST(Desurvey, OfStationsAtOneDepthTheLastIsUsed) {
  expectNear(desurvey({}, {{0, 90, 60}, {50, 0, 10}, {50, 94, 58}}, 50).positionAt(50),
             desurvey({}, {{0, 90, 60}, {50, 94, 58}}, 50).positionAt(50));
}

// Edge case (f).
TEST(Desurvey, SurveyBeyondTheEndBendsTheHoleButDoesNotLengthenIt) {
  const HoleTrace cut = desurvey({}, {{0, 90, 60}, {100, 120, 40}}, 60);
  const HoleTrace whole = desurvey({}, {{0, 90, 60}, {100, 120, 40}}, 100);
  EXPECT_EQ(cut.stations().back().depth, 60);
  for (const double depth : {15.0, 30.0, 60.0})
    expectNear(cut.positionAt(depth), whole.positionAt(depth), 1e-9);
  expectNear(cut.at(60).tangent, whole.at(60).tangent, 1e-9);
}

TEST(Desurvey, StationsAreSorted) {
  std::vector<SurveyStation> reversed = exampleHole();
  std::reverse(reversed.begin(), reversed.end());
  expectNear(desurvey(kExampleCollar, reversed, 150).positionAt(150),
             desurvey(kExampleCollar, exampleHole(), 150).positionAt(150), 0);
}

TEST(Desurvey, OppositeReadingsStayFinite) {
  const HoleTrace trace = desurvey({}, {{0, 0, 90}, {10, 0, -90}}, 20);
  expectNear(trace.positionAt(5), {0, 0, -5});
  expectNear(trace.positionAt(10), {0, 0, 0});
  expectNear(trace.positionAt(20), {0, 0, 10});
}

TEST(Desurvey, ReadingsThatAreNoNumbersAndAboveTheCollarAreLeftOut) {
  const double nan = std::nan("");
  const HoleTrace trace = desurvey({}, {{-5, 0, 0}, {nan, 0, 0}, {0, 90, 60}, {5, nan, 0}, {8, 0, nan}}, 10);
  expectNear(trace.positionAt(10), tangentOf(90, 60) * 10);
}

TEST(Desurvey, HoleWithoutLengthIsItsCollar) {
  const HoleTrace trace = desurvey(kExampleCollar, exampleHole(), 0);
  ASSERT_EQ(trace.stations().size(), 1U);
  EXPECT_EQ(trace.stations().front().position, kExampleCollar);
}

TEST(Desurvey, StationDepthsRiseStrictlyInEveryMethod) {
  const std::vector<SurveyStation> stations{
      {0, 90, 60}, {1e-9, 90, 50}, {10, 270, 50}, {10, 280, 50}, {25, 100, -50}};
  for (const DesurveyMethod method :
       {DesurveyMethod::MinimumCurvature, DesurveyMethod::BalancedTangential, DesurveyMethod::Tangential}) {
    const HoleTrace trace = desurvey({}, stations, 30, method);
    for (std::size_t i = 1; i < trace.stations().size(); ++i)
      EXPECT_GT(trace.stations()[i].depth, trace.stations()[i - 1].depth);
    EXPECT_EQ(trace.stations().back().depth, 30);
  }
}

TEST(Desurvey, EveryMethodIsContinuous) {
  for (const DesurveyMethod method : {DesurveyMethod::BalancedTangential, DesurveyMethod::Tangential}) {
    const HoleTrace trace = desurvey({}, exampleHole(), 150, method);
    for (double depth = 0.5; depth < 150; depth += 0.5)
      EXPECT_NEAR(length(trace.positionAt(depth) - trace.positionAt(depth - 0.5)), 0.5, 1e-3) << depth;
  }
}
