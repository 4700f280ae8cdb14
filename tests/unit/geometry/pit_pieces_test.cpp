// What pits that come as surfaces leave of the ground, as it is drawn.
#include "viewer/geometry/pit_pieces.h"

#include <gmock/gmock.h>

#include <cmath>

#include "geology/analysis/convex_polygon.h"
#include "tests/support/pit_surfaces.h"
#include "viewer/geometry/plan_in_time.h"

namespace adit::viewer {
namespace {

using geology::TriangleMesh;
using geology::Vec3;
using planning::PitStages;

/// 40 wide at 70, 100 wide at 100; with strings.
std::shared_ptr<TriangleMesh> pitWithStrings() {
  auto mesh = tests::squarePit("pit_2027", 40, 70, 100, 100);
  mesh->parts = {"crest", "toe", "ramp"};
  mesh->lines = {{{4, 5, 6, 7}, true, 0}, {{0, 1, 2, 3}, true, 1}, {{0, 4}, false, 2}};
  return mesh;
}

std::shared_ptr<geology::Terrain> level() {
  return tests::smallTerrain([](double, double) { return 100; });
}

std::shared_ptr<geology::Deposit> mine() {
  auto deposit = std::make_shared<geology::Deposit>();
  deposit->terrains = {level()};
  deposit->meshes = {pitWithStrings()};
  auto plan = std::make_shared<geology::MinePlan>();
  plan->name = "surfaces by year";
  plan->periods = {{"2027", "", 1}};
  plan->solids = {{"pit_2027", geology::PlanActivity::Pit, 0, 0}};
  deposit->plans = {plan};
  return deposit;
}

double areaOf(const GroundPolygons& polygons) {
  double area = 0;
  for (std::size_t n = 0; n < polygons.size(); ++n) {
    const auto begin = polygons.points.begin();
    area += analysis::planArea({begin + polygons.offsets[n], begin + polygons.offsets[n + 1]});
  }
  return area;
}

double areaOf(const TriangleMesh& mesh) {
  double area = 0;
  for (const auto& [i, j, k] : mesh.triangles)
    area += analysis::planArea({mesh.vertices[i], mesh.vertices[j], mesh.vertices[k]});
  return area;
}

class PitPieces : public testing::Test {
 protected:
  const PlanInTime& at(double time) {
    state_.plan.on = true;
    state_.plan.time = time;
    const PlanInTime* plan = maker_.at(deposit_, state_);
    EXPECT_NE(plan, nullptr);
    EXPECT_NE(plan->pits, nullptr);
    return *plan;
  }
  double terrainArea(double time) {
    const TerrainCut cut = cutInto(*deposit_->terrains[0], &at(time));
    EXPECT_TRUE(cut);
    return areaOf(terrainLeft(cut, 1, geology::BitMask(21 * 21, true)));
  }

  std::shared_ptr<geology::Deposit> deposit_ = mine();
  ViewState state_;
  PlanMaker maker_;
};

TEST_F(PitPieces, TerrainPitAndFloorCoverTheGroundOnce) {
  EXPECT_NEAR(terrainArea(0), 100 * 100, 1e-3) << "the quads that the pit reaches";
  EXPECT_NEAR(terrainArea(1), 0, 5);  // a centimetre along the rim
  for (const double time : {0.2, 0.5, 0.9, 1.}) {
    const PlanInTime& plan = at(time);
    const double pit = areaOf(*pitPart(*plan.pits, PitStages::kFirstPit, time).mesh);
    const double floor = areaOf(pitFloor(*plan.pits, time, nullptr));
    EXPECT_NEAR(terrainArea(time) + pit + floor, 100 * 100, 1e-3) << time;
    EXPECT_EQ(floor > 0, time < 1) << time;
  }
}

TEST_F(PitPieces, QuadsThatAreCutAreLeftOutOfTheTerrain) {
  const TerrainCut cut = cutInto(*deposit_->terrains[0], &at(0.5));
  EXPECT_EQ(quadsCut(cut, 1).count(), 10U * 10);
  EXPECT_FALSE(cutInto(*level(), &at(0.5))) << "another terrain is not cut";
  EXPECT_FALSE(cutInto(*deposit_->terrains[0], nullptr));
}

TEST_F(PitPieces, NodesThatAreNotShownTakeTheirQuadsWithThem) {
  const TerrainCut cut = cutInto(*deposit_->terrains[0], &at(0));
  geology::BitMask shown(21 * 21, true);
  shown.reset(10 + 21 * 10);
  EXPECT_NEAR(areaOf(terrainLeft(cut, 1, shown)), 100 * 100 - 4 * 100, 1e-3);
}

TEST_F(PitPieces, APartKnowsTheTrianglesAndStringsThatItIsOf) {
  const PitPart whole = pitPart(*at(1).pits, PitStages::kFirstPit, 1);
  ASSERT_EQ(whole.triangles.size(), whole.mesh->triangles.size());
  EXPECT_THAT(whole.lines, testing::ElementsAre(0U, 1U, 2U));
  const PitPart half = pitPart(*at(0.5).pits, PitStages::kFirstPit, 0.5);
  const double floor = *at(0.5).pits->floorLevel(0.5);
  for (const Vec3& p : half.mesh->vertices) EXPECT_GE(p.z, floor - 1e-9);
  EXPECT_THAT(half.lines, testing::ElementsAre(0U, 2U)) << "the toe is not dug yet, the ramp is in part";
  EXPECT_TRUE(pitPart(*at(0).pits, PitStages::kFirstPit, 0).mesh->lines.empty());
}

TEST_F(PitPieces, TheFloorKnowsTheBlocksUnderIt) {
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice = {
      {60, 60, 60}, {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}, {8, 8, 8}, {5, 10, 5}};  // the western half
  const auto stages = at(0.5).pits;
  const double level = *stages->floorLevel(0.5);
  const GroundPolygons floor = pitFloor(*stages, 0.5, model.get());
  EXPECT_NEAR(areaOf(floor), areaOf(pitFloor(*stages, 0.5, nullptr)), 1e-3);
  std::size_t known = 0;
  for (std::size_t n = 0; n < floor.size(); ++n) {
    if (floor.rows[n] == kNoBlockBehind) continue;
    ++known;
    const Vec3 centre = model->blockCenter(floor.rows[n]);
    EXPECT_LT(std::abs(centre.z - (level - 0.02)), 4.001);
    for (std::uint32_t p = floor.offsets[n]; p < floor.offsets[n + 1]; ++p)
      EXPECT_LT(std::abs(floor.points[p].x - centre.x), 4.001);
  }
  EXPECT_GT(known, 0U);
}

TEST_F(PitPieces, AllOfItIsWrittenInParts) {
  const TriangleMesh ground = pitGround(*at(0.5).pits, 0.5);
  EXPECT_THAT(ground.parts, testing::ElementsAre("ground", "pit_2027", "floor"));
  EXPECT_NEAR(areaOf(ground), 100 * 100, 1e-3);
  ASSERT_EQ(ground.trianglePart.size(), ground.triangles.size());
}

TEST_F(PitPieces, ASurfaceInThePlaceOfATerrainIsDrawnWhole) {
  const auto topo = tests::asSurface(*deposit_->terrains[0], "topo");
  deposit_->terrains.clear();
  deposit_->meshes.push_back(topo);
  const auto stages = at(1).pits;
  ASSERT_EQ(stages->sourceOf("topo"), PitStages::kNatural);
  EXPECT_NEAR(areaOf(*pitPart(*stages, PitStages::kNatural, 0).mesh), 200 * 200, 1e-3);
  EXPECT_NEAR(areaOf(*pitPart(*stages, PitStages::kNatural, 1).mesh), 200 * 200 - 100 * 100, 5);
}

}  // namespace
}  // namespace adit::viewer
