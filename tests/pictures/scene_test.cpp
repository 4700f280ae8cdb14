// The scene as a person sees it: each layer, cuts, thresholds, the flat section, themes; and what is under a
// pixel.
#include "viewer/scene/scene.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/support/picture_compare.h"
#include "tests/support/sample_asset.h"
#include "tests/support/sample_deposit.h"
#include "viewer/scene/headless_context.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using tests::expectPicture;
using tests::kSampleCenter;

class ScenePictures : public ::testing::Test {
 protected:
  ScenePictures()
      : scene_(context_.host()), deposit_(tests::sampleDeposit()), state_(initialState(*deposit_)) {
    scene_.setSize(600, 400, 1);
    scene_.setDeposit(deposit_);
    showOnly({});
  }
  ~ScenePictures() override {
    for (const std::string& error : scene_.takeErrors()) ADD_FAILURE() << error;
  }
  void showOnly(const std::vector<std::string>& names) {
    for (auto& [name, layer] : state_.layers)
      layer.visible = std::find(names.begin(), names.end(), name) != names.end();
  }
  Image shot() {
    scene_.sync(state_);
    return scene_.capture();
  }
  const LayerCount& countOf(const std::string& object) {
    for (const LayerCount& count : scene_.facts())
      if (count.object == object) return count;
    static const LayerCount none;
    return none;
  }

  HeadlessContext context_;
  Scene scene_;
  std::shared_ptr<geology::Deposit> deposit_;
  ViewState state_;
};

SectionState westEast() {
  SectionState section;
  section.point = kSampleCenter;
  section.strike = 90;
  return section;
}

TEST_F(ScenePictures, EmptyDeposit) {
  scene_.setDeposit(std::make_shared<geology::Deposit>());
  state_ = {};
  expectPicture(shot(), "empty");
}

TEST_F(ScenePictures, TextStandsOnItsPlateWithoutAmbientOcclusion) {
  // Nothing is there to be shaded, so that both are the same picture: the tag, the scale, the grid.
  deposit_->synthetic = true;
  deposit_->syntheticNote = "SYNTHETIC - sample";
  scene_.setDeposit(deposit_);
  const Image shaded = shot();
  state_.ambientOcclusion = false;
  EXPECT_LT(tests::differingShare(shot(), shaded), 1e-4);
  deposit_->syntheticNote = " ";
  EXPECT_GT(tests::differingShare(shot(), shaded), 2e-3) << "the tag is part of the picture";
}

TEST_F(ScenePictures, Drillholes) {
  showOnly({"drillholes"});
  expectPicture(shot(), "drillholes");
}

TEST_F(ScenePictures, DrillholesSizedByGrade) {
  showOnly({"drillholes"});
  state_.layers["drillholes"].sizeBy = "Cu_pct";
  state_.layers["drillholes"].labels = false;
  expectPicture(shot(), "drillholes_sized");
}

TEST_F(ScenePictures, BlocksEdged) {
  showOnly({"blocks"});
  state_.layers["blocks"].blockStyle = BlockStyle::Edged;
  expectPicture(shot(), "blocks_edged");
}

TEST_F(ScenePictures, BlocksShrunkByRock) {
  showOnly({"blocks"});
  state_.layers["blocks"].blockStyle = BlockStyle::Shrunk;
  state_.layers["blocks"].colorBy = "rock";
  expectPicture(shot(), "blocks_shrunk_rock");
}

TEST_F(ScenePictures, BlocksAboveACutOff) {
  showOnly({"blocks", "drillholes"});
  state_.filters["blocks"].ranges["cu_pct"] = {0.5, 9};
  expectPicture(shot(), "blocks_threshold");
  EXPECT_LT(countOf("blocks").shown, countOf("blocks").total / 4);
  std::size_t hidden = 0;
  for (const HiddenCount& reason : countOf("blocks").hidden) hidden += reason.count;
  EXPECT_EQ(countOf("blocks").shown + hidden, countOf("blocks").total) << "every hidden block has a reason";
}

TEST_F(ScenePictures, TranslucentBlocksAndHolesInside) {
  showOnly({"blocks", "drillholes"});
  state_.layers["blocks"].opacity = 0.35;
  expectPicture(shot(), "blocks_translucent");
}

TEST_F(ScenePictures, AThingForScaleStandsOnTheTerrain) {
  deposit_->assets = {tests::sampleAsset()};
  scene_.setDeposit(deposit_);
  state_.layers["topography"].visible = true;
  const double x = kSampleCenter.x + 60, y = kSampleCenter.y;
  const double ground = deposit_->terrains[0]->heightAt(x, y);
  state_.layers["tower"].placement = Placement{{x, y, ground}, 45, 2};
  state_.camera = {true, {x, y, ground + 40}, 20, 15, 420};
  expectPicture(shot(), "asset_placed");
  const auto pick = scene_.pick(300, 200);
  ASSERT_TRUE(pick) << "the tower is in the middle of the picture";
  EXPECT_EQ(pick->object, "tower");
  EXPECT_NEAR(pick->position.x, x, 45);
  EXPECT_NEAR(pick->position.z, ground + 40, 45);
  state_.layers["tower"].placement->position.x += 300;
  scene_.sync(state_);
  scene_.render();
  const auto left = scene_.pick(300, 200);
  EXPECT_TRUE(!left || left->object != "tower") << "it stands somewhere else now";
}

TEST_F(ScenePictures, GradeShells) {
  showOnly({"blocks"});
  state_.layers["blocks"].shells = {0.4, 1.0};
  state_.layers["blocks"].opacity = 0.7;
  expectPicture(shot(), "grade_shells");
}

TEST_F(ScenePictures, GradeShellsThatHaveMovedLookLikeNewOnes) {
  showOnly({"blocks"});
  state_.layers["blocks"].opacity = 0.7;
  for (const std::vector<double>& values : {std::vector{0.7, 0.9, 1.2}, std::vector{0.3, 1.1}}) {
    state_.layers["blocks"].shells = values;
    shot();
  }
  state_.layers["blocks"].shells = {0.4, 1.0};
  expectPicture(shot(), "grade_shells");
}

TEST_F(ScenePictures, TerrainWithContoursAndHole) {
  showOnly({"topography"});
  state_.layers["topography"].opacity = 1;
  state_.layers["topography"].contourStep = -1;
  state_.camera.bearing = 40;
  expectPicture(shot(), "terrain_contours");
}

TEST_F(ScenePictures, TerrainByElevationExaggerated) {
  showOnly({"topography"});
  state_.layers["topography"].opacity = 1;
  state_.layers["topography"].colorBy = "elevation";
  state_.exaggeration = 3;
  state_.camera = {};
  expectPicture(shot(), "terrain_elevation_x3");
}

TEST_F(ScenePictures, SectionCutsAllObjectsAlike) {
  showOnly({"blocks", "drillholes", "solid", "topography"});
  state_.sections = {westEast()};
  expectPicture(shot(), "section_cut");
}

TEST_F(ScenePictures, SlabAndBox) {
  showOnly({"blocks"});
  SectionState slab = westEast();
  slab.strike = 40;
  slab.dip = 60;
  slab.thickness = 120;
  state_.sections = {slab};
  state_.box = {true, kSampleCenter - geology::Vec3{200, 200, 120},
                kSampleCenter + geology::Vec3{200, 200, 120}};
  expectPicture(shot(), "slab_and_box");
}

TEST_F(ScenePictures, FlatSectionBesideTheSpace) {
  showOnly({"blocks", "drillholes", "solid", "topography"});
  state_.sections = {westEast()};
  state_.sectionView.on = true;
  expectPicture(shot(), "section_flat");
}

TEST_F(ScenePictures, ClosedSolidCutOpenIsFilled) {
  showOnly({"solid"});
  state_.sections = {westEast()};
  expectPicture(shot(), "solid_cut");
}

TEST_F(ScenePictures, LightThemeFromAboveOrthographic) {
  showOnly({"blocks", "drillholes"});
  state_.theme = Theme::Light;
  state_.camera.plunge = 90;
  state_.camera.bearing = 0;
  state_.camera.orthographic = true;
  expectPicture(shot(), "plan_light");
}

TEST_F(ScenePictures, SameStateSamePicture) {
  showOnly({"blocks", "drillholes", "topography"});
  const Image first = shot();
  state_.filters["blocks"].ranges["cu_pct"] = {0.5, 9};
  const Image other = shot();
  state_.filters.clear();
  const Image again = shot();
  EXPECT_EQ(first.rgb, again.rgb) << "a picture depends on its state, not on the way to it";
  EXPECT_GT(tests::differingShare(first, other), 0.01);
}

TEST_F(ScenePictures, PickNamesTheBlockUnderThePixel) {
  showOnly({"blocks"});
  shot();
  const auto pick = scene_.pick(300, 215);
  ASSERT_TRUE(pick);
  EXPECT_EQ(pick->object, "blocks");
  const auto& model = *deposit_->blockModels.front();
  const geology::Vec3 d = pick->position - model.blockCenter(pick->row);
  EXPECT_LE(std::abs(d.x), 12.51);
  EXPECT_LE(std::abs(d.y), 12.51);
  EXPECT_LE(std::abs(d.z), 10.01);
  shot();
  const auto under = scene_.positionUnder(300, 215);
  ASSERT_TRUE(under);
  EXPECT_LT(geology::length(*under - pick->position), 5);
  EXPECT_FALSE(scene_.pick(4, 4));
}

TEST_F(ScenePictures, PickInTheFlatViewLiesOnTheSection) {
  showOnly({"blocks"});
  state_.sections = {westEast()};
  state_.sectionView.on = true;
  shot();
  const auto pick = scene_.pick(450, 205);
  ASSERT_TRUE(pick);
  EXPECT_EQ(pick->object, "blocks");
  EXPECT_NEAR(pick->position.y, kSampleCenter.y, 0.5);
  EXPECT_TRUE(scene_.inSectionView(450, 205));
  EXPECT_FALSE(scene_.inSectionView(100, 165));
}

TEST_F(ScenePictures, BackgroundIsThePlaneThroughTheFocus) {
  showOnly({"blocks"});
  state_.camera.plunge = 60;
  shot();
  const auto under = scene_.positionUnder(6, 394);
  ASSERT_TRUE(under);
  EXPECT_NEAR(under->z, scene_.resolvedCamera().focus.z, 0.5) << "and not the backdrop behind all";
}

TEST_F(ScenePictures, AnotherContextMayGo) {
  showOnly({"blocks"});
  const Image before = shot();
  { const HeadlessContext other; }
  const Image after = shot();
  EXPECT_EQ(before.rgb, after.rgb);
  EXPECT_GT(std::set<std::uint8_t>(after.rgb.begin(), after.rgb.end()).size(), 16U) << "nothing is drawn";
}

TEST_F(ScenePictures, LockedLayerIsNotPicked) {
  showOnly({"blocks"});
  state_.layers["blocks"].locked = true;
  shot();
  EXPECT_FALSE(scene_.pick(300, 215));
}

}  // namespace
}  // namespace adit::viewer
