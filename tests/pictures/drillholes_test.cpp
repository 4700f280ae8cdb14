// Drillholes drawn by a shader and as a mesh: the same picture, the same thing under each pixel.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/picture_compare.h"
#include "tests/support/sample_deposit.h"
#include "viewer/scene/headless_context.h"
#include "viewer/scene/scene.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using tests::kSampleCenter;

class DrillholePictures : public ::testing::Test {
 protected:
  DrillholePictures()
      : scene_(context_.host()), deposit_(tests::sampleDeposit()), state_(initialState(*deposit_)) {
    scene_.setSize(600, 400, 1);
    scene_.setDeposit(deposit_);
    for (auto& [name, layer] : state_.layers) layer.visible = name == "drillholes";
    holes().labels = false;
    holes().collars = false;
    holes().tubeRadius = 9;
    state_.camera = {true, kSampleCenter + Vec3{0, 0, 40}, 30, 25, 420, false, 30};
  }
  ~DrillholePictures() override {
    for (const std::string& error : scene_.takeErrors()) ADD_FAILURE() << error;
  }
  LayerState& holes() { return state_.layers["drillholes"]; }
  Image shot(DrawMode mode) {
    scene_.setDrawMode(mode);
    scene_.sync(state_);
    Image image = scene_.capture();
    EXPECT_EQ(scene_.drawMode(), mode) << "the driver refused the shader";
    return image;
  }
  /// Few intervals make a mesh of 24 sides: its outline lies 1 % of the radius inside that of the cylinder.
  void expectAlike(double mostDiffering = 0.008) {
    const Image cylinders = shot(DrawMode::Shaders);
    const Image mesh = shot(DrawMode::Meshes);
    EXPECT_LT(tests::differingShare(cylinders, mesh), mostDiffering);
    holes().visible = false;
    EXPECT_GT(tests::differingShare(cylinders, shot(DrawMode::Shaders)), 0.1) << "nothing is drawn";
    holes().visible = true;
  }

  HeadlessContext context_;
  Scene scene_;
  std::shared_ptr<geology::Deposit> deposit_;
  ViewState state_;
};

TEST_F(DrillholePictures, CloseUp) {
  tests::expectPicture(shot(DrawMode::Shaders), "drillholes_close");
  expectAlike();
}

TEST_F(DrillholePictures, SizedByGradeAndMissing) {
  holes().sizeBy = "Cu_pct";
  expectAlike();
}

TEST_F(DrillholePictures, AlongAHole) {
  state_.camera.plunge = 88;
  state_.camera.distance = 330;
  expectAlike();
}

TEST_F(DrillholePictures, OrthographicAndExaggerated) {
  state_.camera.orthographic = true;
  state_.exaggeration = 2;
  expectAlike();
}

/// What a plane cuts open is hollow in the mesh, and solid as a cylinder.
constexpr double kCutOpen = 0.04;

TEST_F(DrillholePictures, CutOpen) {
  SectionState section;
  section.point = kSampleCenter;
  section.strike = 70;
  state_.sections = {section};
  state_.box = {true, kSampleCenter - Vec3{200, 200, 90}, kSampleCenter + Vec3{200, 200, 110}};
  tests::expectPicture(shot(DrawMode::Shaders), "drillholes_cut");
  expectAlike(kCutOpen);
}

TEST_F(DrillholePictures, FlatSection) {
  SectionState section;
  section.point = kSampleCenter;
  section.strike = 90;
  state_.sections = {section};
  state_.sectionView.on = true;
  state_.sectionView.corridor = 60;
  expectAlike(kCutOpen);
}

TEST_F(DrillholePictures, TranslucentAmongOthers) {
  state_.layers["blocks"].visible = true;
  state_.filters["blocks"].ranges["cu_pct"] = {0.8, 9};
  holes().opacity = 0.5;
  tests::expectPicture(shot(DrawMode::Shaders), "drillholes_translucent");
}

TEST_F(DrillholePictures, HiddenIntervalsLeaveGaps) {
  state_.filters["drillholes"].ranges["Cu_pct"] = {0.3, 9};
  expectAlike();
}

TEST_F(DrillholePictures, ColoursAndCategoriesChangeWithoutNewPieces) {
  shot(DrawMode::Shaders);
  for (const std::string& column : geology::intervalColumnNames(*deposit_->drillholes.front())) {
    holes().colorBy = column;
    const Image changed = shot(DrawMode::Shaders);
    const Image mesh = shot(DrawMode::Meshes);
    EXPECT_LT(tests::differingShare(changed, mesh), 0.008) << column;
  }
}

TEST_F(DrillholePictures, TheSameIntervalLiesUnderAPixel) {
  std::size_t both = 0;
  std::size_t same = 0;
  std::size_t cylindersOnly = 0;
  shot(DrawMode::Shaders);
  std::vector<std::optional<PickState>> picks;
  for (double y = 60; y < 300; y += 130)
    for (double x = 10; x < 600; x += 14) picks.push_back(scene_.pick(x, y));
  shot(DrawMode::Meshes);
  std::size_t i = 0;
  for (double y = 60; y < 300; y += 130)
    for (double x = 10; x < 600; x += 14) {
      const auto& ours = picks[i++];
      const auto mesh = scene_.pick(x, y);
      EXPECT_TRUE(ours || !mesh) << "the mesh lies inside the cylinders";
      cylindersOnly += ours && !mesh ? 1 : 0;
      if (!ours || !mesh) continue;
      ++both;
      same += ours->table == mesh->table && ours->row == mesh->row ? 1 : 0;
      EXPECT_LT(length(ours->position - mesh->position), 18) << "on a tube of radius 9";
    }
  EXPECT_GT(both, 15U);
  EXPECT_GE(same + 2, both);
  EXPECT_LE(cylindersOnly, 1 + both / 6);
}

TEST_F(DrillholePictures, LockedHolesAreNotPicked) {
  shot(DrawMode::Shaders);
  std::optional<PickState> hit;
  for (double x = 280; x < 600 && !hit; x += 10) hit = scene_.pick(x, 200);
  ASSERT_TRUE(hit);
  holes().locked = true;
  shot(DrawMode::Shaders);
  for (double x = 280; x < 340; x += 10) EXPECT_FALSE(scene_.pick(x, 200));
}

}  // namespace
}  // namespace adit::viewer
