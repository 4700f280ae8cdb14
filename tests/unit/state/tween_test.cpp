#include "viewer/state/tween.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/random_state.h"
#include "viewer/state/angles.h"
#include "viewer/state/camera.h"
#include "viewer/state/camera_flight.h"
#include "viewer/state/state_check.h"

namespace adit::viewer {
namespace {

ViewState withRange(double lo, double hi) {
  ViewState view;
  view.filters["blocks"].ranges["cu"] = {lo, hi};
  return view;
}

FilterState::Range rangeOf(const ViewState& view) {
  return view.filters.at("blocks").ranges.at("cu");
}

CameraState camera(const Vec3& focus, double bearing, double plunge, double distance) {
  CameraState camera;
  camera.framed = true;
  camera.focus = focus;
  camera.bearing = bearing;
  camera.plunge = plunge;
  camera.distance = distance;
  return camera;
}

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(Tween, BeginsAsOneViewAndEndsAsTheOtherExactly) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const ViewState a = tests::RandomState(seed).state(), b = tests::RandomState(seed + 1000).state();
    EXPECT_EQ(between(a, b, 0), a) << seed;
    EXPECT_EQ(between(a, b, 1), b) << seed;
    EXPECT_EQ(between(a, b, -3), a) << seed;
    EXPECT_EQ(between(a, b, 1.5), b) << seed;
  }
}

TEST(Tween, EveryViewOnTheWayCanBeDrawnAndIsTheSameEachTime) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const ViewState a = tests::RandomState(seed).state(), b = tests::RandomState(seed + 1000).state();
    for (const double share : {1e-9, 0.1, 0.3, 0.5, 0.77, 0.999999}) {
      const ViewState mix = between(a, b, share);
      EXPECT_EQ(faultOf(mix), "") << seed << " " << share;
      EXPECT_EQ(between(a, b, share), mix) << seed << " " << share;
    }
  }
}

TEST(Tween, BetweenAViewAndItselfNothingMoves) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const ViewState a = tests::RandomState(seed).state();
    ViewState mix = between(a, a, 0.4);
    // The camera is worked out, so it is equal but for rounding.
    EXPECT_NEAR(mix.camera.distance / a.camera.distance, 1, 1e-12) << seed;
    EXPECT_NEAR(mix.camera.bearing, a.camera.bearing, 1e-9) << seed;
    mix.camera = a.camera;
    EXPECT_EQ(mix, a) << seed;
  }
}

TEST(Tween, TheWayBackIsTheWay) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    ViewState a = tests::RandomState(seed).state(), b = tests::RandomState(seed + 1000).state();
    a.camera.framed = b.camera.framed = true;
    for (const double share : {0.2, 0.45, 0.9}) {
      const CameraState there = between(a, b, share).camera, back = between(b, a, 1 - share).camera;
      const double size = viewHeight(there);
      EXPECT_NEAR(length(there.focus - back.focus) / size, 0, 1e-6) << seed;
      EXPECT_NEAR(there.distance / back.distance, 1, 1e-9) << seed;
      EXPECT_NEAR(there.plunge, back.plunge, 1e-9) << seed;
    }
  }
}

TEST(Tween, NumbersChangeEvenlyAndOpenEndsInTheMiddle) {
  const ViewState half = between(withRange(0.2, 1), withRange(0.6, 3), 0.5);
  EXPECT_DOUBLE_EQ(rangeOf(half).lo, 0.4);
  EXPECT_DOUBLE_EQ(rangeOf(half).hi, 2);
  // 6 s^5 - 15 s^4 + 10 s^3 at 1/4 is 53/512.
  EXPECT_DOUBLE_EQ(eased(0.25), 53.0 / 512);
  EXPECT_DOUBLE_EQ(rangeOf(between(withRange(0, 1), withRange(1, 1), 0.25)).lo, 53.0 / 512);
  EXPECT_EQ(rangeOf(between(withRange(0.2, kInfinity), withRange(0.6, kInfinity), 0.5)).hi, kInfinity);
  EXPECT_EQ(rangeOf(between(withRange(0.2, kInfinity), withRange(0.6, 3), 0.4)).hi, kInfinity);
  EXPECT_EQ(rangeOf(between(withRange(0.2, kInfinity), withRange(0.6, 3), 0.6)).hi, 3);
  EXPECT_TRUE(between({}, withRange(0.6, 3), 0.4).filters.empty());
  EXPECT_EQ(rangeOf(between({}, withRange(0.6, 3), 0.6)).lo, 0.6);
}

TEST(Tween, ThePlanRunsBetweenTwoMomentsOfOnePlan) {
  ViewState a, b;
  a.plan.on = b.plan.on = true;
  a.plan.time = 2;
  b.plan.time = 10;
  EXPECT_DOUBLE_EQ(between(a, b, 0.5).plan.time, 6);
  b.plan.plan = "another";
  EXPECT_EQ(between(a, b, 0.4).plan.time, 2);
}

TEST(Tween, WhatOnlyOneViewShowsFades) {
  ViewState a, b;
  a.layers["blocks"].opacity = 0.8;
  b.layers["blocks"].visible = false;
  b.layers["blocks"].opacity = 0.1;
  for (const auto& [from, to, share] : {std::tuple{&a, &b, 0.5}, std::tuple{&b, &a, 0.5}}) {
    const LayerState mix = between(*from, *to, share).layers.at("blocks");
    EXPECT_TRUE(mix.visible);
    EXPECT_DOUBLE_EQ(mix.opacity, 0.4);
  }
  EXPECT_GT(between(a, b, 0.1).layers.at("blocks").opacity, 0.79);
  EXPECT_LT(between(a, b, 0.9).layers.at("blocks").opacity, 0.01);
}

TEST(Tween, SectionsMoveAndTurnTheShorterWay) {
  ViewState a, b;
  a.sections = {{.point = {0, 0, 0}, .strike = 350, .dip = 90}};
  b.sections = {{.point = {100, 0, 0}, .strike = 10, .dip = 60}};
  const SectionState half = between(a, b, 0.5).sections.at(0);
  EXPECT_EQ(half.point, (Vec3{50, 0, 0}));
  EXPECT_NEAR(half.strike, 0, 1e-9);
  EXPECT_EQ(half.dip, 75);
}

TEST(Tween, CamerasTurnTheShorterWay) {
  EXPECT_EQ(shorterTurn(350, 10), 20);
  EXPECT_EQ(shorterTurn(10, 350), -20);
  EXPECT_EQ(shorterTurn(0, 180), 180);
  ViewState a, b;
  a.camera.bearing = 350;
  b.camera.bearing = 20;
  EXPECT_NEAR(between(a, b, 0.5).camera.bearing, 5, 1e-9);
}

TEST(CameraFlight, AZoomWithoutAWayIsExponential) {
  const CameraState half = flownBetween(camera({0, 0, 0}, 30, 20, 1000), camera({0, 0, 0}, 30, 20, 10), 0.5);
  EXPECT_NEAR(half.distance, 100, 1e-9) << "the geometric mean";
  EXPECT_EQ(half.focus, (Vec3{0, 0, 0}));
}

TEST(CameraFlight, ALongWayDrawsBackAndCrossesInTheMiddle) {
  const CameraState a = camera({0, 0, 0}, 0, 30, 100), b = camera({10'000, 0, 0}, 0, 30, 100);
  const CameraState half = flownBetween(a, b, 0.5);
  EXPECT_NEAR(half.focus.x, 5000, 1e-6);
  EXPECT_GT(half.distance, 1000);
  // Equation 9 of the paper with rho^2 = 2 and w0 = w1: at the middle w = w0 cosh(r0), sinh(r0) = -rho^2 u1 /
  // (2 w0).
  const double w0 = viewHeight(a), b0 = 2 * 10'000 / (2 * w0);
  EXPECT_NEAR(viewHeight(half), w0 * std::sqrt(1 + b0 * b0), 1e-6 * viewHeight(half));
}

TEST(CameraFlight, GoesForwardAllTheWayAtAnEvenPaceOfThePicture) {
  const CameraState a = camera({0, 0, 0}, 0, 30, 300), b = camera({4000, 1000, -200}, 90, 60, 40);
  // The paper's measure of speed: sqrt(rho^2 u'^2 + w'^2 / rho^2) / w is constant.
  constexpr int kSteps = 1000;
  double least = kInfinity, most = 0, before = 0;
  CameraState last = a;
  for (int i = 1; i < kSteps; ++i) {
    const CameraState c = flownBetween(a, b, static_cast<double>(i) / kSteps);
    EXPECT_GE(dot(c.focus - a.focus, b.focus - a.focus), before);
    before = dot(c.focus - a.focus, b.focus - a.focus);
    const double u = length(c.focus - last.focus), w = viewHeight(c) - viewHeight(last);
    const double speed = std::sqrt(2 * u * u + w * w / 2) / viewHeight(c);
    if (i > 1) {
      least = std::min(least, speed);
      most = std::max(most, speed);
    }
    last = c;
  }
  EXPECT_LT(most / least, 1.03);
}

}  // namespace
}  // namespace adit::viewer
