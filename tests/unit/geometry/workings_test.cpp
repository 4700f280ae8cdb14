// Tunnels and stopes of a plan, and the ground that a person stands on, against closed forms.
#include "viewer/geometry/workings.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/shapes.h"
#include "viewer/geometry/haul_traffic.h"
#include "viewer/geometry/walk_facts.h"
#include "viewer/geometry/walk_ground.h"
#include "viewer/geometry/working_surface.h"

namespace adit::viewer {
namespace {

using geology::PlanActivity;
using geology::Vec3;

/// Level ground at 100 over a model of 10 m blocks from 0 to 100; a decline from (0, 50, 98) falling by 1 in
/// 10 to (200, 50, 78) in periods 0 and 1, a stope at its end in period 2 and its fill in period 4.
struct Mine {
  geology::Deposit deposit;
  ViewState state;
  PlanMaker maker;
  WalkGround::Surfaces surfaces;

  Mine() {
    auto model = std::make_shared<geology::BlockModel>();
    model->name = "blocks";
    model->lattice.size = {10, 10, 10};
    model->lattice.count = {30, 10, 10};
    deposit.blockModels = {model};
    auto terrain = std::make_shared<geology::Terrain>();
    terrain->name = "ground";
    terrain->columns = 7;
    terrain->rows = 3;
    terrain->stepColumn = {50, 0};
    terrain->stepRow = {0, 50};
    terrain->heights.assign(21, 100);
    deposit.terrains = {terrain};
    deposit.meshes = {tests::namedBox("stope", {200, 40, 78}, {230, 60, 98})};
    auto plan = std::make_shared<geology::MinePlan>();
    plan->name = "plan";
    for (const char* label : {"1", "2", "3", "4", "5"}) plan->periods.push_back({label, {}, 1});
    geology::PlanLine line;
    line.name = "decline";
    line.points = {{0, 50, 98}, {200, 50, 78}};
    line.width = 5;
    line.height = 6;
    line.first = 0;
    line.last = 1;
    plan->lines = {line};
    line.name = "road";
    line.activity = PlanActivity::HaulRoute;
    line.points = {{0, 20, 100}, {290, 20, 100}};
    line.width = 20;
    plan->lines.push_back(line);
    plan->solids = {{"stope", PlanActivity::Stope, 2, 2}, {"stope", PlanActivity::Backfill, 4, 4}};
    deposit.plans = {plan};
    state.plan.on = true;
  }
  const PlanInTime* at(double time) {
    state.plan.time = time;
    return maker.at({std::shared_ptr<void>(), &deposit}, state);
  }
  WalkGround ground(double time) {
    const PlanInTime* plan = at(time);
    return {deposit, state, plan, surfaces};
  }
};

double areaOf(const Polygon& polygon) {
  Vec3 sum{};
  for (std::size_t n = 2; n < polygon.size(); ++n)
    sum += cross(polygon[n - 1] - polygon[0], polygon[n] - polygon[0]);
  return geology::length(sum) / 2;
}

TEST(Workings, OpenVolumesAreTheClosedForms) {
  Mine mine;
  const double area = planning::DriveProfile{5, 6}.area();
  const double stope = 30 * 20 * 20;
  EXPECT_EQ(mine.at(0)->workings->openVolume(0), 0);
  const auto volume = [&](double time) { return mine.at(time)->workings->openVolume(time); };
  EXPECT_NEAR(volume(1), area * 100, 1e-6);
  EXPECT_NEAR(volume(2), area * 200, 1e-6);
  EXPECT_NEAR(volume(2.25), area * 200 + stope / 4, 0.1);
  EXPECT_NEAR(volume(3), area * 200 + stope, 1e-6);
  EXPECT_NEAR(volume(4.5), area * 200 + stope / 2, 0.1);
  EXPECT_NEAR(volume(5), area * 200, 1e-6);
}

TEST(Workings, WallsAreCutWhereBlocksMeetAndNothingIsLost) {
  Mine mine;
  const PlanInTime* plan = mine.at(2.5);
  const GroundPolygons surface = workingSurface(*plan->workings, 2.5, plan->model);
  double whole = 0, cut = 0;
  for (const Polygon& face : workingFaces(*plan->workings, 2.5)) whole += areaOf(face);
  whole += 30 * 20;  // the level face of the stope
  const geology::Lattice& lattice = plan->model->lattice;
  for (std::size_t n = 0; n < surface.size(); ++n) {
    const Polygon piece{surface.points.begin() + surface.offsets[n],
                        surface.points.begin() + surface.offsets[n + 1]};
    cut += areaOf(piece);
    if (surface.rows[n] == kNoBlockBehind) {
      for (const Vec3& p : piece)
        EXPECT_TRUE(p.x == 0 || p.z > 100 - 1e-9) << "the portal, and the back above the model";
      continue;
    }
    const auto cell = lattice.cellAt(surface.rows[n]);
    for (const Vec3& p : piece) {
      EXPECT_GE(p.x, 10.0 * static_cast<double>(cell[0]) - 0.03);
      EXPECT_LE(p.x, 10.0 * static_cast<double>(cell[0] + 1) + 0.03);
      EXPECT_GE(p.z, 10.0 * static_cast<double>(cell[2]) - 0.03);
      EXPECT_LE(p.z, 10.0 * static_cast<double>(cell[2] + 1) + 0.03);
    }
  }
  EXPECT_NEAR(cut, whole, whole * 1e-6);
}

TEST(Workings, WhatIsFilledIsNoRoomAnyMore) {
  for (const char* fill : {"stope", "fill"}) {
    Mine mine;
    mine.deposit.meshes.push_back(tests::namedBox("fill", {200, 40, 78}, {230, 60, 98}));
    auto plan = std::make_shared<geology::MinePlan>(*mine.deposit.plans[0]);
    plan->solids[1].mesh = fill;
    mine.deposit.plans = {plan};
    const auto area = [&](double time) {
      const PlanInTime* now = mine.at(time);
      const GroundPolygons surface = workingSurface(*now->workings, time, now->model);
      double sum = 0;
      for (std::size_t n = 0; n < surface.size(); ++n)
        sum += areaOf(
            {surface.points.begin() + surface.offsets[n], surface.points.begin() + surface.offsets[n + 1]});
      return sum;
    };
    const double whole = area(4);
    EXPECT_NEAR(whole - area(4.5), 30 * 20 + 2 * (30 + 20) * 10, 0.1) << "the foot, and half of the sides";
    EXPECT_NEAR(whole - area(5), 2 * 30 * 20 + 2 * (30 + 20) * 20, 0.1) << "nothing is left of the stope";
  }
}

TEST(Workings, WithoutAModelNothingIsKnownBehind) {
  Mine mine;
  const GroundPolygons surface = workingSurface(*mine.at(1)->workings, 1, nullptr);
  EXPECT_GT(surface.size(), 0U);
  for (const std::uint32_t row : surface.rows) EXPECT_EQ(row, kNoBlockBehind);
}

TEST(WalkGround, HasTheDeclineTheStopeAndItsFill) {
  Mine mine;
  std::vector<RoomSpan> rooms;
  mine.ground(1).spansAt(100 - 1, 50, rooms);
  ASSERT_EQ(rooms.size(), 2U);
  EXPECT_NEAR(rooms[0].floor, 98 - 9.9, 1e-9);
  EXPECT_NEAR(rooms[0].roof, 98 - 9.9 + 6, 1e-9);
  EXPECT_TRUE(rooms[0].covered);
  EXPECT_EQ(rooms[1].floor, 100);
  rooms.clear();
  mine.ground(1).spansAt(105, 50, rooms);
  EXPECT_EQ(rooms.size(), 1U) << "not driven yet";
  rooms.clear();
  mine.ground(3).spansAt(210, 45, rooms);
  ASSERT_EQ(rooms.size(), 2U);
  EXPECT_EQ(rooms[0].floor, 78);
  EXPECT_EQ(rooms[0].roof, 98);
  rooms.clear();
  mine.ground(4.5).spansAt(210, 45, rooms);
  EXPECT_NEAR(rooms[0].floor, 88, 0.01);
  rooms.clear();
  mine.ground(3).spansAt(-5, 50, rooms);
  EXPECT_TRUE(rooms.empty()) << "beside the terrain";
}

TEST(WalkGround, OneWalksFromTheDayIntoTheStopeAtAnyFrameRate) {
  for (const double dt : {1.0 / 240, 1.0 / 60, 0.1, 1.0}) {
    Mine mine;
    const WalkGround ground = mine.ground(3);
    const WalkMeasures measures = walkMeasures(mine.deposit, mine.state, mine.at(3));
    Walker walker;
    ASSERT_TRUE(standAt(ground, {12, 50, 97}, measures, walker));
    EXPECT_NEAR(walker.feet.z, 96.8, 1e-9);
    for (double t = 0; t < 26; t += dt)
      walkOn(ground, measures, {.forward = 1, .bearing = 90, .run = true}, dt, walker);
    EXPECT_GT(walker.feet.x, 205) << dt;
    EXPECT_NEAR(walker.feet.z, 78, 1e-6);
    EXPECT_TRUE(isCovered(ground, walker.feet + Vec3{0, 0, 1.7}));
  }
}

TEST(WalkGround, VisibleTerrainAndOpenSurfacesCount) {
  geology::Deposit deposit;
  Mine mine;
  deposit.terrains = mine.deposit.terrains;
  auto pit = std::make_shared<geology::TriangleMesh>();
  pit->name = "pit";
  pit->vertices = {{0, 0, 60}, {100, 0, 70}, {0, 100, 60}};
  pit->triangles = {{0, 1, 2}};
  deposit.meshes = {pit};
  ViewState state;
  WalkGround::Surfaces surfaces;
  EXPECT_EQ(WalkGround(deposit, state, nullptr, surfaces).groundAt(20, 20), 100) << "the pit is buried";
  state.layers["ground"].visible = false;
  EXPECT_NEAR(WalkGround(deposit, state, nullptr, surfaces).groundAt(20, 20), 62, 1e-6);
  EXPECT_TRUE(std::isnan(WalkGround(deposit, state, nullptr, surfaces).groundAt(90, 90)));
}

TEST(WalkFacts, TellWhereOneIs) {
  Mine mine;
  const WalkGround ground = mine.ground(1);
  const WalkFacts under = walkFacts(mine.deposit, ground, {50, 50, 93});
  EXPECT_EQ(under.coordinates, "50 E · 50 N");
  EXPECT_EQ(under.level, "RL 93.0 m");
  EXPECT_EQ(under.place, "decline, 50 m");
  EXPECT_EQ(under.period, "end of 1");
  EXPECT_EQ(walkFacts(mine.deposit, ground, {250, 70, 100}).place, "on the surface");
  EXPECT_EQ(walkFacts(mine.deposit, ground, {40, 22, 100}).place, "road, 40 m");
  EXPECT_EQ(walkFacts(mine.deposit, ground, {250, 70, 160}).place, "60 m above the ground");
  EXPECT_EQ(walkFacts(mine.deposit, ground, {250, 70, 50}).place, "within the rock");
  EXPECT_EQ(walkFacts(mine.deposit, mine.ground(3), {210, 45, 78}).place, "stope");
}

TEST(HaulTraffic, IsAFunctionOfThePlansTime) {
  Mine mine;
  const auto before = trucksOn(*mine.at(2), 1);
  EXPECT_EQ(before.size(), 1U) << "two ways of 290 m are one truck and a rest";
  EXPECT_EQ(trucksOn(*mine.at(2), 1), before);
  const auto after = trucksOn(*mine.at(2.4), 1);
  ASSERT_EQ(after.size(), 1U);
  EXPECT_NE(after, before);
  EXPECT_EQ(after[0].position.z, 100);
  EXPECT_NEAR(std::abs(after[0].position.y - 20), 5, 1e-9) << "on its side of the road";
}

}  // namespace
}  // namespace adit::viewer
