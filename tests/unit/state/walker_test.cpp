// A person on foot on ground of known shape: steps, slopes, walls, benches, tunnels, and no falling through
// at any frame rate.
#include "viewer/state/walker.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <random>

namespace adit::viewer {
namespace {

constexpr double kSky = std::numeric_limits<double>::infinity();
constexpr double kFrameRates[] = {1.0 / 240, 1.0 / 60, 1.0 / 24, 0.1, 0.37, 1.0};

/// A height for every place; NaN is no ground.
class Heights : public WalkableGround {
 public:
  explicit Heights(std::function<double(double, double)> height) : height_(std::move(height)) {}
  void spansAt(double x, double y, std::vector<RoomSpan>& spans) const override {
    const double z = height_(x, y);
    if (!std::isnan(z)) spans.push_back({z, kSky, false});
  }

 private:
  std::function<double(double, double)> height_;
};

Walker placed(const WalkableGround& ground, double x, double y) {
  Walker walker;
  EXPECT_TRUE(standOnTop(ground, x, y, walker));
  return walker;
}

/// East for so many seconds in frames of `dt`.
WalkEvent walkEast(const WalkableGround& ground, Walker& walker, double seconds, double dt,
                   WalkWish wish = {.forward = 1}, const WalkMeasures& measures = {}) {
  wish.bearing = 90;
  WalkEvent event = WalkEvent::Walking;
  for (double t = 0; t < seconds - 1e-9; t += dt) event = walkOn(ground, measures, wish, dt, walker);
  return event;
}

TEST(Walker, WalksTwoMetresASecondAndRunsEightAtAnyFrameRate) {
  const Heights level([](double, double) { return 100.0; });
  for (const double dt : {1.0 / 240, 1.0 / 60, 0.1, 1.0}) {
    Walker walker = placed(level, 0, 0);
    walkEast(level, walker, 6, dt);
    EXPECT_NEAR(walker.feet.x, 12, 0.05) << dt;
    EXPECT_DOUBLE_EQ(walker.feet.z, 100);
    walkEast(level, walker, 3, dt, {.forward = 1, .run = true});
    EXPECT_NEAR(walker.feet.x, 36, 0.1) << dt;
    EXPECT_NEAR(walker.feet.y, 0, 1e-9);
  }
}

TEST(Walker, MeasuresInMetresWhateverTheUnit) {
  const Heights level([](double, double) { return 0.0; });
  Walker walker = placed(level, 0, 0);
  WalkMeasures feet;
  feet.metre = 1 / 0.3048;
  walkEast(level, walker, 3, 0.1, {.forward = 1}, feet);
  EXPECT_NEAR(walker.feet.x, 6 / 0.3048, 0.2);
}

TEST(Walker, ClimbsARampOfTenPercentAndComesDownWithItsFeetOnIt) {
  const Heights ramp([](double x, double) { return 0.1 * x; });
  for (const double dt : kFrameRates) {
    Walker walker = placed(ramp, 0, 0);
    walkEast(ramp, walker, 10, dt, {.forward = 1, .run = true});
    EXPECT_GT(walker.feet.x, 75) << dt;
    EXPECT_NEAR(walker.feet.z, 0.1 * walker.feet.x, 1e-9);
    const double top = walker.feet.x;
    for (double t = 0; t < 5 - 1e-9; t += dt) {
      const WalkEvent event = walkOn(ramp, {}, {.forward = 1, .bearing = 270, .run = true}, dt, walker);
      EXPECT_NE(event, WalkEvent::Falling);
      EXPECT_NEAR(walker.feet.z, 0.1 * walker.feet.x, 1e-9) << "contact";
    }
    EXPECT_LT(walker.feet.x, top - 35);
  }
}

TEST(Walker, FortyFourDegreesIsAWayAndFortySixIsAWall) {
  for (const double angle : {30.0, 44.0, 46.0, 60.0, 80.0}) {
    const double slope = std::tan(angle * M_PI / 180);
    const Heights hill([slope](double x, double) { return x < 5 ? 0 : slope * (x - 5); });
    Walker walker = placed(hill, 0, 0);
    walkEast(hill, walker, 10, 1.0 / 60);
    if (angle < 45)
      EXPECT_GT(walker.feet.x, 15) << angle;
    else
      EXPECT_LT(walker.feet.x, 5.6) << angle;
  }
}

TEST(Walker, ASlopeThatIsTooSteepIsNotClimbedInZigzagsEither) {
  const Heights face([](double x, double) { return x < 0 ? 0 : 1.7 * x; });
  std::mt19937 random(3);
  std::uniform_real_distribution<double> turn(0, 180);
  Walker walker = placed(face, -3, 0);
  for (int n = 0; n < 400; ++n) {
    walkOn(face, {}, {.forward = 1, .bearing = turn(random)}, 0.2, walker);
    EXPECT_LT(walker.feet.z, 1.5);
  }
}

TEST(Walker, SlidesDownASteepFaceToItsToe) {
  const Heights face([](double x, double) { return x < 0 ? 0 : std::min(30.0, 2.75 * x); });  // 70 degrees
  for (const double dt : kFrameRates) {
    Walker walker{{5, 0, 13.75}, 0, 13.75};
    for (double t = 0; t < 12; t += dt) walkOn(face, {}, {}, dt, walker);
    EXPECT_LT(walker.feet.x, 0.35) << dt;
    EXPECT_LT(walker.feet.z, 0.9) << dt;
  }
}

TEST(Walker, StairsAreClimbedAndABenchIsAWallThatOneSlidesAlong) {
  const Heights stairs([](double x, double) { return 0.18 * std::floor(std::max(0.0, x) / 0.29); });
  const Heights bench([](double x, double) { return x < 10 ? 0.0 : 15.0; });
  for (const double dt : kFrameRates) {
    Walker climber = placed(stairs, -2, 0);
    walkEast(stairs, climber, 8, dt);
    EXPECT_GT(climber.feet.x, 12) << dt;
    EXPECT_NEAR(climber.feet.z, 0.18 * std::floor(climber.feet.x / 0.29), 1e-9);

    Walker walker = placed(bench, 0, 0);
    EXPECT_EQ(walkEast(bench, walker, 8, dt), WalkEvent::Blocked);
    EXPECT_LT(walker.feet.x, 10);
    EXPECT_EQ(walker.feet.z, 0);
    const double y = walker.feet.y;
    for (double t = 0; t < 5 - 1e-9; t += dt) walkOn(bench, {}, {.forward = 1, .bearing = 45}, dt, walker);
    EXPECT_GT(walker.feet.y, y + 5) << "along the wall";
    EXPECT_LT(walker.feet.x, 10);
    EXPECT_EQ(walker.feet.z, 0);
  }
}

TEST(Walker, StepsOfSixtyCentimetresAreAWayAndOfSixtyFiveAWall) {
  for (const double height : {0.6, 0.65}) {
    const Heights step([height](double x, double) { return x < 3 ? 0.0 : height; });
    Walker walker = placed(step, 0, 0);
    walkEast(step, walker, 4, 1.0 / 60);
    if (height > 0.6)
      EXPECT_LT(walker.feet.x, 3);
    else
      EXPECT_NEAR(walker.feet.z, 0.6, 1e-12);
  }
}

TEST(Walker, ClimbsOneBenchLikeALadderButNotTwo) {
  const Heights one([](double x, double) { return x < 10 ? 0.0 : 15.0; });
  const Heights two([](double x, double) { return x < 10 ? 0.0 : 30.0; });
  const Heights face([](double x, double) { return std::clamp(2.75 * (x - 10), 0.0, 15.0); });
  for (const double dt : kFrameRates) {
    for (const Heights* bench : {&one, &face}) {
      Walker walker = placed(*bench, 0, 0);
      walkEast(*bench, walker, 20, dt, {.forward = 1, .climb = true});
      EXPECT_EQ(walker.feet.z, 15) << dt;
      EXPECT_GT(walker.feet.x, 10);
    }
    Walker walker = placed(two, 0, 0);
    EXPECT_EQ(walkEast(two, walker, 20, dt, {.forward = 1, .climb = true}), WalkEvent::TooHigh);
    EXPECT_EQ(walker.feet.z, 0);
  }
  Walker slow = placed(one, 9.8, 0);
  walkEast(one, slow, 2, 0.01, {.climb = true});  // three metres a second, with no key but the one
  EXPECT_NEAR(slow.feet.z, 6, 0.1);
  walkEast(one, slow, 0.5, 0.01);
  EXPECT_LT(slow.feet.z, 5.5) << "who lets go comes down";
}

TEST(Walker, ANextBenchIsANewClimb) {
  const Heights stairs([](double x, double) { return 15 * std::clamp(std::floor(x / 10), 0.0, 3.0); });
  Walker walker = placed(stairs, 0, 0);
  walkEast(stairs, walker, 60, 1.0 / 60, {.forward = 1, .climb = true});
  EXPECT_EQ(walker.feet.z, 45);
}

TEST(Walker, FallsAsThingsFallAndLandsOnTheFloor) {
  const Heights edge([](double x, double) { return x < 0 ? 20.0 : 0.0; });
  for (const double dt : {1.0 / 240, 1.0 / 60, 0.1}) {
    Walker walker{{1, 0, 20}, 0, 20};
    double t = 0;
    while (walker.feet.z > 0 && t < 10) {
      walkOn(edge, {}, {}, dt, walker);
      t += dt;
      EXPECT_GE(walker.feet.z, 0);
    }
    EXPECT_NEAR(t, std::sqrt(2 * 20 / 9.81), dt + 0.02) << dt;
    EXPECT_EQ(walker.feet.z, 0);
    EXPECT_EQ(walker.falling, 0);
  }
}

TEST(Walker, TheEdgeOfTheGroundIsAWall) {
  const Heights island([](double x, double y) {
    return std::hypot(x, y) < 20 ? 5.0 : std::numeric_limits<double>::quiet_NaN();
  });
  for (const double dt : kFrameRates)
    for (double bearing = 0; bearing < 360; bearing += 17) {
      Walker walker = placed(island, 0, 0);
      for (double t = 0; t < 8; t += dt) {
        EXPECT_NE(walkOn(island, {}, {.forward = 1, .bearing = bearing, .run = true}, dt, walker),
                  WalkEvent::NoGround);
        ASSERT_LT(std::hypot(walker.feet.x, walker.feet.y), 20);
      }
    }
}

TEST(Walker, StandsOnGroundThatIsMinedOrHeapedUnderItsFeet) {
  double height = 50;
  const Heights ground([&height](double, double) { return height; });
  Walker walker = placed(ground, 0, 0);
  height = 52;  // a dump grows
  walkOn(ground, {}, {}, 0.02, walker);
  EXPECT_EQ(walker.feet.z, 52);
  height = 37;  // a bench is taken
  EXPECT_EQ(walkOn(ground, {}, {}, 0.02, walker), WalkEvent::Falling);
  for (int n = 0; n < 100; ++n) walkOn(ground, {}, {}, 0.05, walker);
  EXPECT_EQ(walker.feet.z, 37);
}

/// A tunnel along the x axis, 5 wide and 5 high, with its floor at -0.1 x, below ground at 0.
class Tunnel : public WalkableGround {
 public:
  double ground = 0;
  void spansAt(double x, double y, std::vector<RoomSpan>& spans) const override {
    if (std::abs(y) <= 2.2 && x >= 0 && x <= 200) spans.push_back({-0.1 * x, -0.1 * x + 5, true});
    spans.push_back({ground, kSky, false});
    joinSpans(spans);
  }
};

TEST(Walker, GoesDownADeclineAndStaysWithinItsWalls) {
  const Tunnel tunnel;
  std::mt19937 random(11);
  std::uniform_real_distribution<double> sideways(-80, 80);
  for (const double dt : kFrameRates) {
    Walker walker{{10, 0, -1}, 0, -1};
    EXPECT_FALSE(isCovered(tunnel, walker.feet)) << "a portal";
    for (double t = 0; t < 60; t += dt) {
      walkOn(tunnel, {}, {.forward = 1, .bearing = 90 + sideways(random), .run = true}, dt, walker);
      ASSERT_NEAR(walker.feet.z, -0.1 * walker.feet.x, 1e-9);
      ASSERT_LE(std::abs(walker.feet.y), 2.2);
      ASSERT_LE(walker.feet.x, 200);
    }
    EXPECT_GT(walker.feet.x, 195) << dt;
    EXPECT_TRUE(isCovered(tunnel, walker.feet));
  }
}

TEST(Walker, GroundThatComesUpDoesNotDropOneIntoTheTunnelBelow) {
  Tunnel tunnel;
  Walker walker = placed(tunnel, 150, 0);
  EXPECT_EQ(walker.feet.z, 0);
  tunnel.ground = 3;
  walkOn(tunnel, {}, {}, 0.02, walker);
  EXPECT_EQ(walker.feet.z, 3);
}

TEST(Walker, DoesNotFitWhereItIsTooLow) {
  class Low : public WalkableGround {
    void spansAt(double x, double, std::vector<RoomSpan>& spans) const override {
      spans.push_back({0, x < 5 ? 3.0 : 1.7, true});
    }
  } low;
  Walker walker;
  ASSERT_TRUE(standAt(low, {0, 0, 0}, {}, walker));
  EXPECT_EQ(walkEast(low, walker, 5, 0.05), WalkEvent::TooHigh);
  EXPECT_LT(walker.feet.x, 5);
}

// Random blocks, slopes and tunnels: at any frame rate one is always in a room, never in rock, and never
// moves farther than one can.
TEST(Walker, NeverFallsThroughRandomGround) {
  std::mt19937 random(2027);
  std::uniform_real_distribution<double> unit(0, 1);
  for (int world = 0; world < 40; ++world) {
    std::vector<double> cells(32 * 32);
    for (double& cell : cells) cell = std::floor(unit(random) * 5) * (world % 2 == 0 ? 0.4 : 5);
    const double slope = unit(random) * 1.5 - 0.75;
    class Rough : public WalkableGround {
     public:
      const std::vector<double>* cells = nullptr;
      double slope = 0;
      void spansAt(double x, double y, std::vector<RoomSpan>& spans) const override {
        if (!(x >= 0 && y >= 0 && x < 64 && y < 64)) return;
        const auto index = static_cast<std::size_t>(x / 2) + 32 * static_cast<std::size_t>(y / 2);
        const double top = (*cells)[index] + slope * x + std::sin(y / 3);
        spans.push_back({top, kSky, false});
        if (std::abs(y - 30) < 3) spans.push_back({-40 + x / 10, -34 + x / 10, true});
        joinSpans(spans);
      }
    } rough;
    rough.cells = &cells;
    rough.slope = slope;
    const double dt = kFrameRates[world % std::size(kFrameRates)];
    Walker walker;
    ASSERT_TRUE(standAt(rough, {32, 30, world % 3 == 0 ? -36.0 : 1e3}, {}, walker));
    for (int n = 0; n < 300; ++n) {
      const Vec3 before = walker.feet;
      const WalkWish wish{.forward = unit(random) * 2 - 1,
                          .right = unit(random) * 2 - 1,
                          .bearing = unit(random) * 360,
                          .run = unit(random) < 0.5,
                          .climb = unit(random) < 0.3};
      walkOn(rough, {}, wish, dt, walker);
      std::vector<RoomSpan> rooms;
      rough.spansAt(walker.feet.x, walker.feet.y, rooms);
      ASSERT_FALSE(rooms.empty()) << "over the edge";
      bool within = false;
      for (const RoomSpan& room : rooms)
        within = within || (walker.feet.z >= room.floor - 1e-6 && walker.feet.z <= room.roof);
      ASSERT_TRUE(within) << "in rock, world " << world << " step " << n << " z " << walker.feet.z;
      const double moved = std::hypot(walker.feet.x - before.x, walker.feet.y - before.y);
      ASSERT_LE(moved, (8 + 4) * dt + 0.6 * std::ceil(dt / 0.2) + 0.01);
    }
  }
}

TEST(Walker, RoomsThatOverlapAreOne) {
  std::vector<RoomSpan> spans{{10, kSky, false}, {-5, 0, true}, {7, 12, true}, {-30, -25, true}};
  joinSpans(spans);
  ASSERT_EQ(spans.size(), 3U);
  EXPECT_EQ(spans[0].floor, -30);
  EXPECT_EQ(spans[1].roof, 0);
  EXPECT_EQ(spans[2].floor, 7);
  EXPECT_EQ(spans[2].roof, kSky);
  EXPECT_FALSE(spans[2].covered);
  EXPECT_TRUE(spans[1].covered);
}

}  // namespace
}  // namespace adit::viewer
