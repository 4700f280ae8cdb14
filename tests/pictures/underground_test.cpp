// Workings under ground as one sees them: from outside as glass, from within as walls with the grade behind
// them, in the light of a lamp.
#include <gtest/gtest.h>

#include <cmath>

#include "geology/planning/mine_order.h"
#include "tests/support/picture_compare.h"
#include "tests/support/scene_pictures.h"
#include "tests/support/shapes.h"
#include "viewer/state/command.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using geology::PlanActivity;
using geology::Vec3;

constexpr Vec3 kCentre{400'000, 5'000'000, 600};

/// A drive of 120 m towards rich ground in periods 0 and 1, a stope at its end in period 2, filled in
/// period 3.
std::shared_ptr<geology::Deposit> mine() {
  auto deposit = std::make_shared<geology::Deposit>();
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice = {
      kCentre - Vec3{100, 60, 60}, {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}, {5, 5, 5}, {40, 24, 24}};
  std::vector<float> grade;
  for (std::size_t row = 0; row < model->blockCount(); ++row) {
    const Vec3 p = model->blockCenter(row) - kCentre;
    grade.push_back(static_cast<float>(2 * std::exp(-std::hypot(p.x - 60, p.y, p.z) / 40)));
  }
  model->columns = {geology::numericColumn("cu", std::move(grade), "%")};
  deposit->blockModels = {model};
  auto terrain = std::make_shared<geology::Terrain>();
  terrain->name = "ground";
  terrain->columns = terrain->rows = 5;
  terrain->origin = {kCentre.x - 200, kCentre.y - 200};
  terrain->stepColumn = {100, 0};
  terrain->stepRow = {0, 100};
  terrain->heights.assign(25, static_cast<float>(kCentre.z + 80));
  deposit->terrains = {terrain};
  deposit->meshes = {tests::namedBox("stope", kCentre + Vec3{40, -10, -2}, kCentre + Vec3{80, 10, 22})};
  auto plan = std::make_shared<geology::MinePlan>();
  plan->name = "underground";
  for (const char* year : {"2029", "2030", "2031", "2032"}) plan->periods.push_back({year, "", 1});
  plan->lines = {
      {"drive", {kCentre - Vec3{80, 0, 0}, kCentre + Vec3{40, 0, 0}}, PlanActivity::Development, 5, 5, 0, 1}};
  plan->solids = {{"stope", PlanActivity::Stope, 2, 2}, {"stope", PlanActivity::Backfill, 3, 3}};
  deposit->plans = {plan};
  return deposit;
}

ViewState at(const geology::Deposit& deposit, double time) {
  ViewState state = initialState(deposit);
  state.layers["ground"].visible = false;
  state.layers["stope"].visible = false;
  state.layers["blocks"].visible = true;
  state.legends["cu"].lo = 0;
  state.legends["cu"].hi = 1.5;
  state.legendShown = false;
  state.plan.on = true;
  state.plan.time = time;
  return state;
}

ViewState fromOutside(const geology::Deposit& deposit, double time) {
  ViewState state = at(deposit, time);
  state.layers["blocks"].visible = false;
  state.camera = {true, kCentre, 20, 25, 260, false, 30};
  return state;
}

/// In the drive, looking towards the stope.
ViewState onFoot(const geology::Deposit& deposit, double time) {
  ViewState state = at(deposit, time);
  state.tool = ToolKind::Walk;
  const Command walk = command("walk to", kCentre.x - 20, kCentre.y, kCentre.z, 90);
  const auto next = apply(state, walk, deposit);
  EXPECT_TRUE(std::holds_alternative<ViewState>(next));
  return std::get<ViewState>(next);
}

TEST(UndergroundPicture, DrivesAdvanceAndStopesAreFilled) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  const Image begun = pictures.of(fromOutside(*deposit, 1));
  const Image open = pictures.of(fromOutside(*deposit, 3));
  const Image filled = pictures.of(fromOutside(*deposit, 4));
  EXPECT_GT(tests::differingShare(begun, open), 0.01);
  EXPECT_GT(tests::differingShare(open, filled), 0.005);
  tests::expectPicture(open, "underground_open");
  tests::expectPicture(filled, "underground_filled");
}

TEST(UndergroundPicture, ACloseUpInALargeDepositIsAsLightAsInASmallOne) {
  const auto light = [](const std::shared_ptr<geology::Deposit>& deposit) {
    ViewState state = fromOutside(*deposit, 4);
    state.layers["far"].visible = false;
    const Image image = tests::ScenePictures(deposit).of(state);
    double sum = 0;
    for (int y = 100; y < 140; ++y)
      for (int x = 295; x < 355; ++x) sum += image.rgb[static_cast<std::size_t>(3 * (y * image.width + x))];
    return sum;
  };
  const auto small = mine(), large = mine();
  auto far = std::make_shared<geology::Terrain>(*large->terrains[0]);
  far->name = "far";
  far->stepColumn = {5'000, 0};
  far->stepRow = {0, 5'000};
  large->terrains.push_back(far);
  EXPECT_GT(light(large), 0.9 * light(small));
}

TEST(UndergroundPicture, TheFlatSectionShowsWhatIsDrivenStopedAndFilled) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  ViewState state = at(*deposit, 3.5);
  state.sections = {SectionState{}};
  state.sections[0].point = kCentre + Vec3{0, 1, 0};
  state.sections[0].strike = 90;
  state.sections[0].on = false;
  state.sectionView.on = true;
  tests::expectPicture(pictures.of(state), "underground_section");
}

TEST(UndergroundPicture, OnFootTheWallsShowTheGradeBehindThem) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  tests::expectPicture(pictures.of(onFoot(*deposit, 3)), "underground_foot");
}

TEST(UndergroundPicture, WithoutALampItIsDark) {
  const auto deposit = mine();
  tests::ScenePictures pictures(deposit);
  const auto light = [](const Image& image) {
    double sum = 0;
    for (int y = 100; y < 200; ++y)
      for (int x = 100; x < 300; ++x) sum += image.rgb[static_cast<std::size_t>(3 * (y * image.width + x))];
    return sum;
  };
  ViewState state = onFoot(*deposit, 3);
  const double lit = light(pictures.of(state));
  state.walk.lamp = false;
  EXPECT_NE(light(pictures.of(state)), lit);
}

}  // namespace
}  // namespace adit::viewer
