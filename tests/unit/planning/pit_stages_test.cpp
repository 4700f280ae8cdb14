#include "geology/planning/pit_stages.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/support/pit_surfaces.h"
#include "tests/unit/planning/pit_pieces.h"

namespace adit::planning {
namespace {

using analysis::Polygon;
using geology::Deposit;
using geology::MinePlan;
using geology::PlanActivity;
using geology::Terrain;
using geology::TriangleMesh;
using geology::Vec3;

double frustum(double a, double b, double height) {
  return height / 3 * (a * a + b * b + a * b);
}

/// Heights within a centimetre are the same: so much of the rim of a pit is not counted as taken, whose walls
/// are as steep as 45 degrees.
double rimOf(double side) {
  return 4 * side * 0.01 * 0.005 * 1.01;
}

PitMine flatMine() {
  PitMine mine;
  mine.deposit.terrains.push_back(tests::smallTerrain([](double, double) { return 100; }));
  return mine;
}

TEST(PitStages, TakeTheFrustumOutOfLevelGround) {
  PitMine mine = flatMine();
  mine.addPit(tests::squarePit("pit_2027", 40, 70, 100, 100));
  const PitStages stages = mine.stages();
  EXPECT_DOUBLE_EQ(stages.minedVolume(0), 0);
  EXPECT_NEAR(stages.minedVolume(1), frustum(40, 100, 30), rimOf(100));
  EXPECT_NEAR(areaOf(groundAt(stages, 1)), areaOfQuads(stages), 1e-3);
}

TEST(PitStages, LeaveOutWhatOfThePitIsAboveTheGround) {
  PitMine mine = flatMine();
  mine.addPit(tests::squarePit("pit_2027", 40, 70, 140, 120));  // at the level of the ground 100 wide
  const PitStages stages = mine.stages();
  EXPECT_NEAR(stages.minedVolume(1), frustum(40, 100, 30), rimOf(100));
  for (const Polygon& piece : groundAt(stages, 1))
    for (const Vec3& p : piece) EXPECT_LE(p.z, 100 + 1e-9);
}

TEST(PitStages, ALaterPitTakesWhatTheFirstHasLeft) {
  PitMine mine = flatMine();
  mine.addPit(
      tests::squarePit("pit_2027", 10, 50, 60, 100));  // 20 wide at the floor of the second, and deeper
  mine.addPit(tests::squarePit("pit_2028", 20, 60, 120, 100));
  const PitStages stages = mine.stages();
  EXPECT_NEAR(stages.minedVolume(1), frustum(10, 60, 50), rimOf(60));
  EXPECT_NEAR(stages.minedVolume(2), frustum(20, 120, 40) + frustum(10, 20, 10),
              1.25 * rimOf(120) + rimOf(20));
  const auto ground = groundAt(stages, 2);
  EXPECT_NEAR(areaOf(ground), areaOfQuads(stages), 1e-3);
  EXPECT_NEAR(onlyHeight(ground, 101, 102.5), 50, 1e-9);
}

TEST(PitStages, PitsAtTwoPlacesStandBesideEachOther) {
  PitMine mine = flatMine();
  auto west = tests::squarePit("pit_2027", 20, 80, 60, 100);
  for (Vec3& v : west->vertices) v.x -= 60;
  auto east = tests::squarePit("pit_2028", 20, 80, 60, 100);
  for (Vec3& v : east->vertices) v.x += 60;
  mine.addPit(west);
  mine.addPit(east);
  const PitStages stages = mine.stages();
  EXPECT_NEAR(stages.minedVolume(2), 2 * frustum(20, 60, 20), 2 * rimOf(60));
  std::size_t pieces = 0;
  stages.forEachPiece(2, PitStages::kFirstPit, [&](const Polygon&, std::uint32_t) { ++pieces; });
  EXPECT_GT(pieces, 0U) << "the first is still there when the second is dug";
}

TEST(PitStages, WallsThatTheNextPitDoesNotTouchStayThoseOfTheFirst) {
  PitMine mine = flatMine();
  mine.addPit(tests::squarePit("pit_2027", 40, 70, 100, 100));
  mine.addPit(tests::squarePit("pit_2028", 40, 70, 100, 100));
  const PitStages stages = mine.stages();
  EXPECT_DOUBLE_EQ(stages.minedVolume(2), stages.minedVolume(1));
  std::size_t second = 0;
  stages.forEachPiece(2, PitStages::kFirstPit + 1, [&](const Polygon&, std::uint32_t) { ++second; });
  EXPECT_EQ(second, 0U);
}

/// Of pieces that stand upright.
double wallArea(const std::vector<Polygon>& ground) {
  double walls = 0;
  for (const Polygon& piece : ground) {
    if (std::abs(analysis::planArea(piece)) > 1e-6) continue;
    Vec3 area{};
    for (std::size_t n = 2; n < piece.size(); ++n)
      area += geology::cross(piece[n - 1] - piece[0], piece[n] - piece[0]) * 0.5;
    walls += geology::length(area);
  }
  return walls;
}

TEST(PitStages, UprightWallsAreThereAsFarAsTheyStandInTheGround) {
  PitMine mine = flatMine();
  mine.addPit(tests::squarePit("pit_2027", 60, 80, 60, 110));
  const PitStages stages = mine.stages();
  EXPECT_NEAR(stages.minedVolume(1), 60 * 60 * 20, 1e-3);
  EXPECT_NEAR(wallArea(groundAt(stages, 1)), 4 * 60 * 20, 1e-3);
  EXPECT_NEAR(wallArea(groundAt(stages, 0.5)), 4 * 60 * 10, 1e-3) << "down to the level floor";
  mine.deposit.terrains.clear();
  EXPECT_NEAR(wallArea(groundAt(mine.stages(), 1)), 4 * 60 * 30, 1e-3) << "where nobody knows of any ground";
}

TEST(PitStages, OfAClosedSolidTheUndersideIsThePit) {
  PitMine mine = flatMine();
  auto solid = tests::squarePit("pit_2027", 40, 70, 100, 100);
  solid->triangles.push_back({4, 6, 5});
  solid->triangles.push_back({4, 7, 6});
  mine.addPit(solid);
  EXPECT_NEAR(mine.stages().minedVolume(1), frustum(40, 100, 30), rimOf(100));
}

TEST(PitStages, WithoutATerrainThePitStandsAlone) {
  PitMine mine;
  mine.addPit(tests::squarePit("pit_2027", 40, 70, 100, 100));
  const PitStages stages = mine.stages();
  EXPECT_FALSE(stages.natural());
  EXPECT_DOUBLE_EQ(stages.minedVolume(1), 0);
  EXPECT_NEAR(areaOf(groundAt(stages, 1)), 100 * 100, 1e-3);
  EXPECT_LT(areaOf(groundAt(stages, 0.5)), 100 * 100);
}

TEST(PitStages, ASurfaceNamedAsTopographyIsTheGroundWithoutATerrain) {
  PitMine mine = flatMine();
  mine.addPit(tests::squarePit("pit_2027", 40, 70, 100, 100));
  const double volume = mine.stages().minedVolume(1);
  mine.deposit.meshes.push_back(tests::asSurface(*mine.deposit.terrains[0], "old hill"));
  mine.deposit.terrains.clear();
  EXPECT_FALSE(mine.stages().natural());
  mine.deposit.meshes.push_back(mine.deposit.meshes.back());
  auto topo = std::make_shared<TriangleMesh>(*mine.deposit.meshes.back());
  topo->name = "Topo_2026";
  mine.deposit.meshes.back() = topo;
  const PitStages stages = mine.stages();
  EXPECT_NEAR(stages.minedVolume(1), volume, 1e-6);
  EXPECT_EQ(stages.sourceOf("Topo_2026"), PitStages::kNatural);
  EXPECT_NEAR(stages.heightAt(101, 99, 1), 70, 1e-6);
  EXPECT_NEAR(stages.heightAt(11, 9, 1), 100, 1e-6);
  EXPECT_EQ(stages.cutNatural().count(), 10U * 10 * 2) << "far from the pit nothing is cut";
}

TEST(NaturalGround, IsToldByItsWords) {
  for (const char* name :
       {"topo", "Topography_2026", "251228_s4_topo", "natural surface", "DTM 5m", "lidar-2020"})
    EXPECT_TRUE(namesTopography(name)) << name;
  for (const char* name : {"pit_2027", "underground", "isotope", "demand", "ore body"})
    EXPECT_FALSE(namesTopography(name)) << name;
}

TEST(PitStages, HolesOfTheTerrainShowThePit) {
  PitMine mine;
  mine.deposit.terrains.push_back(tests::smallTerrain(
      [](double x, double y) { return std::hypot(x - 120, y - 100) < 12 ? std::nan("") : 100.; }));
  mine.addPit(tests::squarePit("pit_2027", 40, 70, 100, 100));
  const auto ground = groundAt(mine.stages(), 1);
  EXPECT_NEAR(onlyHeight(ground, 118.5, 97.25), 70, 1e-9);
}

TEST(PitStages, OfPeriodsWithoutAPitNothingChanges) {
  PitMine mine = flatMine();
  mine.plan.periods.resize(3);
  mine.addPit(tests::squarePit("pit", 40, 70, 100, 100));
  const PitStages stages = mine.stages();
  EXPECT_DOUBLE_EQ(stages.minedVolume(3), 0);
  EXPECT_FALSE(stages.floorLevel(2.5));
  EXPECT_TRUE(stages.floorLevel(3.5));
}

TEST(PitStages, APlanWithoutPitsHasNone) {
  PitMine mine = flatMine();
  mine.plan.solids.push_back({"nowhere", PlanActivity::Pit, 0, 0});
  EXPECT_TRUE(mine.stages().empty());
}

TEST(PitStages, TheFloorSinksWithTheVolume) {
  PitMine mine = flatMine();
  mine.addPit(
      tests::squarePit("pit_2027", 60, 80, 60, 110));  // upright walls: half the volume is half the depth
  const PitStages stages = mine.stages();
  EXPECT_NEAR(*stages.floorLevel(0.5), 90, 1e-6);
  EXPECT_NEAR(*stages.floorLevel(0.25), 95, 1e-6);
  EXPECT_NEAR(stages.heightAt(101, 99, 0.25), 95, 1e-6);
  EXPECT_NEAR(stages.heightAt(20, 20, 0.25), 100, 1e-6);
}

TEST(PitStages, OfALargeTerrainOnlyWhatIsCutIsTakenApart) {
  PitMine mine = flatMine();
  mine.addPit(tests::squarePit("pit_2027", 40, 70, 100, 100));
  EXPECT_EQ(mine.stages().cutNatural().count(), 100U);
  const PitStages coarse(mine.deposit, mine.plan, 3);
  EXPECT_EQ(coarse.quads().step, 3);
  EXPECT_EQ(coarse.cutNatural().count(), 12U * 12) << "whole squares of every third node";
  EXPECT_NEAR(areaOf(groundAt(coarse, 1)), 120 * 120, 1e-3);
}

}  // namespace
}  // namespace adit::planning
