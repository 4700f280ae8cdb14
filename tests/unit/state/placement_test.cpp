// Things for scale: where they stand, what the commands do with them, and what a camera then frames.
#include "viewer/state/placement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_asset.h"
#include "tests/support/sample_deposit.h"
#include "viewer/state/command.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;
using tests::kSampleCenter;

geology::Deposit mineWithTower() {
  geology::Deposit deposit = *tests::sampleDeposit();
  deposit.assets = {tests::sampleAsset()};
  return deposit;
}

ViewState after(const std::string& script, const ViewState& state = {}) {
  const auto result = applyScript(state, script, mineWithTower());
  if (const auto* error = std::get_if<CommandError>(&result)) ADD_FAILURE() << error->message;
  return std::holds_alternative<ViewState>(result) ? std::get<ViewState>(result) : ViewState{};
}

std::string faultOf(const std::string& line) {
  const auto result = applyScript({}, line, mineWithTower());
  return std::holds_alternative<CommandError>(result) ? std::get<CommandError>(result).message : "";
}

Placement placed(const ViewState& state) {
  return layerOf(state, "tower").placement.value_or(Placement{{-1, -1, -1}, -1, -1});
}

TEST(Placement, StandsWhereTheFileSaysUntilItIsPlaced) {
  const auto tower = tests::sampleAsset();
  tower->position = {100, 200, 300};
  tower->heading = 30;
  tower->scale = 2;
  const Placement own = placementOf({}, *tower);
  EXPECT_EQ(own, (Placement{{100, 200, 280}, 30, 2})) << "its foot is 10 below its origin, twice as large";
  ViewState state;
  state.layers["tower"].placement = own;
  EXPECT_EQ(poseOf(state, *tower), tower->pose()) << "placing it where it stands moves nothing";
}

TEST(Placement, ItsLowestPointStandsAtTheHeight) {
  const auto tower = tests::sampleAsset();
  ViewState state;
  state.layers["tower"].placement = Placement{{500, 600, 700}, 90, 3};
  const geology::Box3 box = tower->boundsAt(poseOf(state, *tower));
  EXPECT_NEAR(box.min.z, 700, 1e-9);
  EXPECT_NEAR(box.max.z, 700 + 3 * 40, 1e-9);
  EXPECT_NEAR(box.min.x, 500 - 30, 1e-9);
  EXPECT_NEAR(box.max.y, 600 + 30, 1e-9);
}

TEST(Placement, HeadingTurnsClockwiseFromNorth) {
  const geology::AssetPose east{{0, 0, 0}, 90, 2};
  const Vec3 tip = east.place({0, 5, 1});  // 5 to the asset's own north
  EXPECT_NEAR(tip.x, 10, 1e-12);
  EXPECT_NEAR(tip.y, 0, 1e-12);
  EXPECT_NEAR(tip.z, 2, 1e-12);
  const Vec3 south = geology::AssetPose{{}, 180, 1}.place({0, 1, 0});
  EXPECT_NEAR(south.y, -1, 1e-12);
}

TEST(AssetCommands, PlaceTurnScaleAndBringHome) {
  const ViewState once = after("asset place tower 1000 2000 300 -30 1.5");
  EXPECT_EQ(placed(once), (Placement{{1000, 2000, 300}, 330, 1.5}));
  const ViewState moved = after("asset place tower 1 2 3\nasset bearing tower 400", once);
  EXPECT_EQ(placed(moved), (Placement{{1, 2, 3}, 40, 1.5})) << "moving keeps the size";
  EXPECT_EQ(placed(after("asset scale TOWER 0.5", moved)).scale, 0.5);
  EXPECT_EQ(after("asset home tower", moved), ViewState{});
}

TEST(AssetCommands, TheGroundIsTheTerrain) {
  const geology::Deposit mine = mineWithTower();
  const double x = kSampleCenter.x + 40, y = kSampleCenter.y + 25;
  const double height = mine.terrains[0]->heightAt(x, y);
  const std::string at = commandNumber(x) + " " + commandNumber(y);
  EXPECT_EQ(placed(after("asset place tower " + at + " ground")).position, (Vec3{x, y, height}));
  EXPECT_EQ(placed(after("asset place tower " + at + " 5\nasset ground tower")).position,
            (Vec3{x, y, height}));
  EXPECT_THAT(faultOf("asset place tower 0 0 ground"), HasSubstr("no terrain has a height"));
  // The terrain has a hole in its south-west corner.
  EXPECT_EQ(groundHeight(mine, kSampleCenter.x - 590, kSampleCenter.y - 515), std::nullopt);
}

TEST(AssetCommands, SayWhatIsWrong) {
  EXPECT_THAT(faultOf("asset place towr 1 2 3"), HasSubstr("did you mean 'tower'"));
  EXPECT_THAT(faultOf("asset place blocks 1 2 3"), HasSubstr("is for asset"));
  EXPECT_THAT(faultOf("asset scale tower 0"), HasSubstr("SCALE must be"));
  EXPECT_THAT(faultOf("asset place tower 1 2"), HasSubstr("Z is missing"));
}

TEST(AssetCommands, ThePlacementIsKeptInTheView) {
  const ViewState state = after("asset place tower 318400.25 3218200.5 1200 45 2");
  const auto read = stateFromJson(toJson(state));
  ASSERT_TRUE(std::holds_alternative<ViewState>(read));
  EXPECT_EQ(std::get<ViewState>(read), state);
  const auto bad = stateFromJson(R"({"layers": {"tower": {"placement": {"scale": 0}}}})");
  ASSERT_TRUE(std::holds_alternative<CommandError>(bad));
  EXPECT_THAT(std::get<CommandError>(bad).message, HasSubstr("layers.tower.placement.scale"));
}

TEST(SeenBounds, CountAThingForScaleWhereItWasPlaced) {
  const geology::Deposit mine = mineWithTower();
  const geology::Box3 known = knownBounds(mine);
  EXPECT_EQ(known, tests::sampleDeposit()->bounds()) << "the tower at 0, 0, 0 is far from the mine";
  EXPECT_EQ(seenBounds(mine, {}), known);
  const Vec3 above = kSampleCenter + Vec3{0, 0, 5000};
  ViewState state;
  state.layers["tower"].placement = Placement{above, 0, 1};
  EXPECT_NEAR(seenBounds(mine, state).max.z, above.z + 40, 1e-9);
  geology::Deposit alone;
  alone.assets = mine.assets;
  EXPECT_EQ(knownBounds(alone), alone.bounds()) << "what is all there is, is framed";
}

TEST(SeenBounds, OneThingForScaleIsFramedWhereItStands) {
  const ViewState state = after("asset place tower 318400 3218200 1200\nframe tower");
  EXPECT_NEAR(state.camera.focus.x, 318400, 50);
  EXPECT_NEAR(state.camera.focus.y, 3218200, 50);
  EXPECT_NEAR(state.camera.focus.z, 1220, 50);
}

TEST(ActiveAsset, IsTheActiveLayerElseTheFirst) {
  geology::Deposit mine = mineWithTower();
  auto truck = tests::sampleAsset();
  truck->name = "truck";
  mine.assets.push_back(truck);
  ViewState state;
  EXPECT_EQ(activeAsset(mine, state), "tower");
  state.activeLayer = "truck";
  EXPECT_EQ(activeAsset(mine, state), "truck");
  EXPECT_EQ(activeAsset(*tests::sampleDeposit(), state), "");
}

}  // namespace
}  // namespace adit::viewer
