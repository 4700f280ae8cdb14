// A mine plan as one sees it: the terrain that is cut, the walls with their grades, the heap; the same
// forward and backward, and however blocks are drawn.
#include <gtest/gtest.h>

#include <atomic>
#include <cmath>

#include "geology/planning/mine_order.h"
#include "tests/support/picture_compare.h"
#include "tests/support/scene_pictures.h"
#include "viewer/geometry/plan_in_time.h"
#include "viewer/publish/picture.h"
#include "viewer/state/command.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using geology::kNeverMined;
using geology::PeriodIndex;
using geology::Vec3;

/// A bowl of five periods in a gentle slope, 45 degrees steep, with rich ground in its middle. With fewer
/// columns of blocks the model ends within the bowl.
std::shared_ptr<geology::Deposit> mine(std::int64_t columns = 40) {
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
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice = {
      {499'600, 6'999'600, 800}, {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}, {20, 20, 10}, {columns, 40, 25}};
  std::vector<float> grade;
  geology::PlanBlocks blocks{"blocks", "", {}, geology::PlanActivity::Pit, {}};
  const Vec3 middle{500'000, 7'000'000, 0};
  for (std::size_t row = 0; row < model->blockCount(); ++row) {
    const Vec3 p = model->blockCenter(row) - middle;
    const double out = std::hypot(p.x, p.y);
    grade.push_back(static_cast<float>(2 * std::exp(-std::hypot(out, p.z - 920) / 120)));
    const double above = p.z - (850 + std::max(0.0, out - 60));  // of the final pit
    blocks.period.push_back(above <= 0 ? kNeverMined
                                       : static_cast<PeriodIndex>(std::clamp(4 - above / 35, 0.0, 4.0)));
  }
  model->columns = {geology::numericColumn("cu", std::move(grade), "%")};
  deposit->terrains = {terrain};
  deposit->blockModels = {model};
  auto plan = std::make_shared<geology::MinePlan>();
  plan->name = "base";
  for (const char* year : {"2029", "2030", "2031", "2032", "2033"}) plan->periods.push_back({year, "", 1});
  plan->blocks = {blocks};
  planning::timePlan(*plan, deposit->blockModels);
  deposit->plans = {plan};
  return deposit;
}

ViewState at(const geology::Deposit& deposit, double time) {
  ViewState state = initialState(deposit);
  state.layers["topo"].opacity = 1;
  state.filters["blocks"].ranges["cu"] = {0.5, 1e9};
  state.cutoffs["cu"] = {0.5};
  state.camera = {true, {500'000, 7'000'000, 960}, 30, 32, 1500, false, 30};
  state.plan.on = true;
  state.plan.time = time;
  return state;
}

TEST(PlanPicture, ThePitIsCutIntoItsTerrain) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  tests::expectPicture(pictures.of(at(*deposit, 0)), "plan_before");
  tests::expectPicture(pictures.of(at(*deposit, 2.5)), "plan_middle");
  tests::expectPicture(pictures.of(at(*deposit, 5)), "plan_after");
}

TEST(PlanPicture, BackwardIsTheSameAsForward) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  std::vector<Image> forward;
  for (const double time : {0.0, 0.7, 2.5, 4.2}) forward.push_back(pictures.of(at(*deposit, time)));
  EXPECT_EQ(pictures.of(at(*deposit, 2.5)).rgb, forward[2].rgb);
  EXPECT_EQ(pictures.of(at(*deposit, 0.7)).rgb, forward[1].rgb);
  EXPECT_EQ(pictures.of(at(*deposit, 0)).rgb, forward[0].rgb);
  EXPECT_GT(tests::differingShare(forward[1], forward[3]), 0.02) << "time changes the picture";
}

TEST(PlanPicture, SwitchedOffItIsTheGroundAsItWas) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  ViewState state = at(*deposit, 3);
  state.plan.on = false;
  const Image before = pictures.of(state);
  pictures.of(at(*deposit, 3));
  EXPECT_EQ(pictures.of(state).rgb, before.rgb);
}

TEST(PlanPicture, BlocksDrawnAsMeshesLookTheSame) {
  const auto deposit = mine();
  tests::ScenePictures shaders(deposit), meshes(deposit);
  meshes.scene().setDrawMode(DrawMode::Meshes);
  ViewState state = at(*deposit, 2.5);
  EXPECT_LT(tests::differingShare(shaders.of(state), meshes.of(state)), 5e-3);
}

TEST(PlanPicture, AWallIsPickedAsTheBlockBehindIt) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  ViewState state = at(*deposit, 5);
  state.plan.highlight = false;
  pictures.of(state);
  const auto pick = pictures.scene().pick(200, 150);
  ASSERT_TRUE(pick);
  EXPECT_EQ(pick->object, "blocks");
  const geology::BlockModel& model = *deposit->blockModels[0];
  EXPECT_LT(geology::length(model.blockCenter(pick->row) - pick->position), 20);
  EXPECT_EQ(deposit->plans[0]->blocks[0].period[pick->row], kNeverMined);
}

/// Share of the pixels of the pit, which no legend covers, that differ.
double differingInPit(const Image& a, const Image& b) {
  int differing = 0, all = 0;
  for (int y = 80; y < 130; ++y)
    for (int x = 260; x < 340; ++x, ++all) {
      const auto at = static_cast<std::size_t>(3 * (y * a.width + x));
      for (std::size_t c = at; c < at + 3; ++c)
        if (std::abs(static_cast<int>(a.rgb[c]) - static_cast<int>(b.rgb[c])) > 8) {
          ++differing;
          break;
        }
    }
  return static_cast<double>(differing) / all;
}

TEST(PlanPicture, HonestViewDotsTheWallsAndLeavesBareRockAlone) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  ViewState state = at(*deposit, 5);
  state.filters["blocks"].ranges["cu"] = {99, 1e9};  // all is rock
  state.legendShown = false;
  state.camera.focus = {499'900, 6'999'800, 940};
  const Image rock = pictures.of(state);
  state.honest.on = true;
  EXPECT_LT(differingInPit(pictures.of(state), rock), 0.01);
  state.filters.clear();
  const Image dotted = pictures.of(state);
  state.honest.on = false;
  const Image plain = pictures.of(state);
  EXPECT_GT(differingInPit(dotted, plain), 0.1);
  state.honest.on = true;
  EXPECT_EQ(pictures.of(state).rgb, dotted.rgb) << "the key alone brings the dots back";
}

TEST(PlanPicture, AnotherPlanAtTheSameMomentIsAnotherPicture) {
  const auto deposit = mine();
  auto other = std::make_shared<geology::MinePlan>(*deposit->plans[0]);
  other->name = "shallow";
  for (geology::PeriodIndex& period : other->blocks[0].period)
    if (period != kNeverMined && period > 1) period = kNeverMined;
  planning::timePlan(*other, deposit->blockModels);
  deposit->plans.push_back(other);
  ViewState deep = at(*deposit, 3), shallow = deep;
  shallow.plan.plan = "shallow";
  tests::ScenePictures pictures(deposit), fresh(deposit);
  const Image before = pictures.of(deep);
  const Image after = pictures.of(shallow);
  EXPECT_GT(tests::differingShare(before, after), 0.01);
  EXPECT_EQ(after.rgb, fresh.of(shallow).rgb);
  EXPECT_EQ(pictures.of(deep).rgb, before.rgb);
}

TEST(PlanPicture, ACapturedPictureWaitsForGroundAndHeap) {
  const auto deposit = mine();
  tests::ScenePictures waits(deposit), pictures(deposit);
  const ViewState state = at(*deposit, 3);
  std::atomic<int> told = 0;
  pictures.scene().setImpatient([&] { ++told; });
  pictures.scene().sync(state);
  EXPECT_TRUE(pictures.scene().unfinished());
  EXPECT_EQ(pictures.scene().capture().rgb, waits.of(state).rgb);
  EXPECT_FALSE(pictures.scene().unfinished());
  EXPECT_EQ(told, 2) << "of the ground, and of the heap";
}

TEST(PlanPicture, TheMapOfSomebodyOnFootFollowsTheHeap) {
  const auto deposit = mine();
  ViewState state = at(*deposit, 5);
  PlanMaker maker;
  const auto heap = maker.at(deposit, state)->heap;
  ASSERT_NE(heap, nullptr);
  const auto walking =
      apply(state, command("walk to", heap->site().x, heap->site().y - heap->radius()), *deposit);
  ASSERT_TRUE(std::holds_alternative<ViewState>(walking));
  state = std::get<ViewState>(walking);
  state.camera.bearing = 180;  // the heap is behind, and on the map alone
  tests::ScenePictures pictures(deposit), fresh(deposit);
  const Image with = pictures.of(state);
  state.plan.dumps = false;
  const Image without = pictures.of(state);
  EXPECT_EQ(without.rgb, fresh.of(state).rgb);
  EXPECT_GT(tests::differingShare(with, without), 0.002);
}

/// A level square far above the mine.
std::shared_ptr<geology::TriangleMesh> square(const char* name, double z) {
  auto mesh = std::make_shared<geology::TriangleMesh>();
  mesh->name = name;
  mesh->vertices = {
      {499'800, 6'999'800, z}, {500'200, 6'999'800, z}, {500'200, 7'000'200, z}, {499'800, 7'000'200, z}};
  mesh->triangles = {{0, 1, 2}, {0, 2, 3}};
  return mesh;
}

TEST(PlanPicture, OfPitsThatAreSurfacesTheLastOneBegunIsDrawn) {
  auto deposit = mine();
  deposit->meshes = {square("pit 2029", 1100), square("pit 2031", 1050)};
  auto plan = std::make_shared<geology::MinePlan>(*deposit->plans[0]);
  plan->solids = {{"pit 2029", geology::PlanActivity::Pit, 0, 0},
                  {"pit 2031", geology::PlanActivity::Pit, 2, 2}};
  deposit->plans = {plan};
  tests::ScenePictures pictures(deposit);
  const auto without = [&](double time, std::vector<const char*> hidden) {
    ViewState state = at(*deposit, time);
    for (const char* name : hidden) state.layers[name].visible = false;
    return pictures.of(state).rgb;
  };
  EXPECT_EQ(without(0, {}), without(0, {"pit 2029", "pit 2031"})) << "nothing has been begun";
  EXPECT_EQ(without(1, {}), without(1, {"pit 2031"}));
  EXPECT_NE(without(1, {}), without(1, {"pit 2029"}));
  EXPECT_EQ(without(5, {}), without(5, {"pit 2029"}));
  EXPECT_NE(without(5, {}), without(5, {"pit 2031"}));
}

TEST(PlanPicture, TheFlatSectionShowsTheGroundAsMined) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  ViewState state = at(*deposit, 3);
  state.sectionView.on = true;
  tests::expectPicture(pictures.of(state), "plan_section");
}

TEST(PlanPicture, TheProfileOfTheGroundGoesOnAtTheEdgeOfTheModel) {
  const auto deposit = mine(26);
  tests::ScenePictures pictures(deposit);
  ViewState state = at(*deposit, 5);
  state.sectionView.on = true;
  tests::expectPicture(pictures.of(state), "plan_section_edge");
}

}  // namespace
}  // namespace adit::viewer
