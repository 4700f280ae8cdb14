// Pits that come as surfaces as one sees them: cut into their terrain, dug bench by bench.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "geology/planning/mine_order.h"
#include "geology/planning/pit_blocks.h"
#include "tests/support/picture_compare.h"
#include "tests/support/real_data.h"
#include "tests/support/scene_pictures.h"
#include "tests/unit/project/open_support.h"
#include "viewer/geometry/pit_pieces.h"
#include "viewer/geometry/walk_ground.h"
#include "viewer/state/command.h"
#include "viewer/state/initial_state.h"
#include "viewer/state/on_foot.h"

namespace adit::viewer {
namespace {

using geology::Vec3;

constexpr Vec3 kMiddle{500'000, 7'000'000, 0};

/// Round benches 15 high with berms of 8: from a floor up to well above the ground.
std::shared_ptr<geology::TriangleMesh> pit(const char* name, const Vec3& at, double radius, double floor) {
  constexpr std::uint32_t kSides = 48;
  auto mesh = std::make_shared<geology::TriangleMesh>();
  mesh->name = name;
  mesh->vertices = {at + Vec3{0, 0, floor}};
  std::uint32_t rings = 0;
  const auto ring = [&](double r, double z) {
    for (std::uint32_t n = 0; n < kSides; ++n) {
      const double turn = 2 * std::numbers::pi * n / kSides;
      mesh->vertices.push_back(at + Vec3{r * std::cos(turn), r * std::sin(turn), z});
      const std::uint32_t own = 1 + rings * kSides + n, next = 1 + rings * kSides + (n + 1) % kSides;
      if (rings == 0) {
        mesh->triangles.push_back({0, own, next});
      } else {
        mesh->triangles.push_back({own - kSides, own, next});
        mesh->triangles.push_back({own - kSides, next, next - kSides});
      }
    }
    ++rings;
  };
  for (double r = radius, z = floor; z < 1080; z += 15) {
    ring(r, z);
    ring(r += 7, z + 15);
    r += 8;
    ring(r, z + 15);
  }
  return mesh;
}

/// Two pits in a slope, the second around the first, and a model of rich ground in the middle.
std::shared_ptr<geology::Deposit> mine() {
  auto deposit = std::make_shared<geology::Deposit>();
  auto terrain = std::make_shared<geology::Terrain>();
  terrain->name = "topo";
  terrain->columns = terrain->rows = 121;
  terrain->origin = {499'000, 6'999'000};
  terrain->stepColumn = {17, 0};
  terrain->stepRow = {0, 17};
  for (int r = 0; r < 121; ++r)
    for (int c = 0; c < 121; ++c)
      terrain->heights.push_back(static_cast<float>(1000 + 0.4 * c + 6 * std::sin(0.11 * r)));
  deposit->terrains = {terrain};
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice = {
      {499'700, 6'999'700, 850}, {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}, {20, 20, 10}, {30, 30, 18}};
  std::vector<float> grade;
  for (std::size_t row = 0; row < model->blockCount(); ++row) {
    const Vec3 p = model->blockCenter(row) - kMiddle;
    grade.push_back(static_cast<float>(2 * std::exp(-std::hypot(p.x, p.y, p.z - 930) / 120)));
  }
  model->columns = {geology::numericColumn("cu", std::move(grade), "%")};
  deposit->blockModels = {model};
  deposit->meshes = {pit("pit_2027", kMiddle + Vec3{-60, 0, 0}, 40, 960), pit("pit_2028", kMiddle, 60, 900)};
  auto plan = std::make_shared<geology::MinePlan>();
  plan->name = "surfaces by year";
  for (const geology::PeriodIndex p : {0, 1}) {
    plan->periods.push_back({std::to_string(2027 + p), "", 1});
    plan->solids.push_back({deposit->meshes[p]->name, geology::PlanActivity::Pit, p, p});
  }
  planning::orderByPits(*plan, *deposit, deposit->diagnostics);
  planning::timePlan(*plan, deposit->blockModels);
  deposit->plans = {plan};
  return deposit;
}

ViewState at(const geology::Deposit& deposit, double time) {
  ViewState state = initialState(deposit);
  state.layers["topo"].opacity = 1;
  state.filters["blocks"].ranges["cu"] = {0.5, 1e9};
  state.camera = {true, {500'000, 7'000'000, 980}, 30, 35, 1400, false, 30};
  state.plan.on = true;
  state.plan.highlight = false;
  state.plan.time = time;
  return state;
}

TEST(PitsPicture, AreCutIntoTheirTerrain) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  tests::expectPicture(pictures.of(at(*deposit, 1)), "pits_first");
  tests::expectPicture(pictures.of(at(*deposit, 1.5)), "pits_between");
  tests::expectPicture(pictures.of(at(*deposit, 2)), "pits_last");
}

// A real design: its benches, crests and ramps in ground that is made level here.
TEST(PitsPicture, KararasStageStandsInItsGround) {
  ADIT_NEEDS_REAL_DATA("pit_karara_kirra");
  const auto opened = tests::opened(tests::realData("pit_karara_kirra/mka_pd_stg4_202406_v1.dtm"));
  auto deposit = std::make_shared<geology::Deposit>(*opened.deposit);
  const geology::Box3 box = deposit->meshes.at(0)->bounds();
  auto terrain = std::make_shared<geology::Terrain>();
  terrain->name = "level";
  terrain->columns = terrain->rows = 121;
  const double step = 1.5 * std::max(box.size().x, box.size().y) / 120;
  terrain->origin = {box.center().x - 60 * step, box.center().y - 60 * step};
  terrain->stepColumn = {step, 0};
  terrain->stepRow = {0, step};
  terrain->heights.assign(121 * 121, 350);
  deposit->terrains = {terrain};
  ViewState state = initialState(*deposit);
  state.layers["level"].opacity = 1;
  state.plan.on = true;
  state.plan.time = 1;
  state.camera = {true, {box.center().x, box.center().y, 320}, 30, 45, 2600, false, 30};
  tests::ScenePictures pictures(deposit);
  tests::expectPicture(pictures.of(state), "pits_karara");
  state.plan.time = 0.5;
  tests::expectPicture(pictures.of(state), "pits_karara_half");
}

TEST(PitsPicture, BackwardIsTheSameAsForward) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  std::vector<Image> forward;
  for (const double time : {0.0, 0.6, 1.5, 2.0}) forward.push_back(pictures.of(at(*deposit, time)));
  EXPECT_EQ(pictures.of(at(*deposit, 1.5)).rgb, forward[2].rgb);
  EXPECT_EQ(pictures.of(at(*deposit, 0.6)).rgb, forward[1].rgb);
  EXPECT_EQ(pictures.of(at(*deposit, 0)).rgb, forward[0].rgb);
  EXPECT_GT(tests::differingShare(forward[1], forward[3]), 0.02) << "time changes the picture";
}

TEST(PitsPicture, BeforeTheFirstPeriodThereIsNoPit) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  ViewState without = at(*deposit, 0);
  for (const char* name : {"pit_2027", "pit_2028"}) without.layers[name].visible = false;
  EXPECT_EQ(pictures.of(at(*deposit, 0)).rgb, pictures.of(without).rgb);
}

TEST(PitsPicture, TheFlatSectionShowsTheGroundAsMined) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  ViewState state = at(*deposit, 1.5);
  state.sectionView.on = true;
  tests::expectPicture(pictures.of(state), "pits_section");
}

TEST(PitsPicture, WallsShowTheBlocksBehindThem) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  ViewState state = at(*deposit, 2);
  state.filters.clear();
  EXPECT_EQ(state.layers["pit_2028"].drape, "blocks");
  pictures.of(state);
  const auto pick = pictures.scene().pick(200, 150);
  ASSERT_TRUE(pick);
  EXPECT_EQ(pick->object, "blocks");
  EXPECT_EQ(deposit->plans[0]->blocks.at(0).period[pick->row], geology::kNeverMined);
}

/// A click on the wall of a pit that is cut finds the triangle of the surface.
TEST(PitsPicture, AWallIsPickedAsItsTriangle) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  ViewState state = at(*deposit, 2);
  state.layers["blocks"].visible = false;
  state.layers["pit_2028"].drape.clear();
  pictures.of(state);
  const auto pick = pictures.scene().pick(200, 150);
  ASSERT_TRUE(pick);
  ASSERT_EQ(pick->object, "pit_2028");
  const geology::TriangleMesh& mesh = *deposit->meshes[1];
  ASSERT_LT(pick->row, mesh.triangles.size());
  geology::Box3 box;
  for (const auto v : mesh.triangles[pick->row]) box.include(mesh.vertices[v]);
  EXPECT_LT(geology::length(box.center() - pick->position), box.diagonal());
}

TEST(PitsPicture, OnFootOneStandsInThePit) {
  const auto deposit = mine();
  for (const double time : {0.5, 1., 1.5, 2.}) {
    const ViewState state = at(*deposit, time);
    PlanMaker maker;
    const PlanInTime* plan = maker.at(deposit, state);
    ASSERT_TRUE(plan != nullptr && plan->pits != nullptr);
    WalkGround::Surfaces surfaces;
    const WalkGround ground(*deposit, state, plan, surfaces);
    for (const Vec3& p : {kMiddle + Vec3{-60, 3, 0}, kMiddle + Vec3{11, 7, 0}, kMiddle + Vec3{400, 0, 0}})
      EXPECT_NEAR(ground.groundAt(p.x, p.y), plan->pits->heightAt(p.x, p.y, time), 0.3) << time;
  }
  // Into finished pits one is put at once.
  EXPECT_NEAR(groundOnFoot(*deposit, at(*deposit, 2), kMiddle.x + 5, kMiddle.y + 5).value_or(0), 900, 0.01);
  EXPECT_NEAR(groundOnFoot(*deposit, at(*deposit, 1), kMiddle.x - 55, kMiddle.y + 5).value_or(0), 960, 0.01);
}

TEST(PitsPicture, TheBlocksInTheirRockAreGone) {
  const auto deposit = mine();
  const geology::PlanBlocks& blocks = deposit->plans[0]->blocks.at(0);
  const geology::BlockModel& model = *deposit->blockModels[0];
  planning::PitStages pits(*deposit, *deposit->plans[0]);
  double volume = 0;
  for (std::size_t b = 0; b < blocks.period.size(); ++b)
    if (blocks.period[b] != geology::kNeverMined) volume += model.blockVolume(b);
  // Whole blocks instead of the rock itself, and the model reaches over a part of the pit only.
  EXPECT_GT(volume, 0.2 * pits.minedVolume(2));
  EXPECT_LT(volume, 1.02 * pits.minedVolume(2));
}

}  // namespace
}  // namespace adit::viewer
