// A driver that refuses the shaders of blocks: the same picture by meshes, and a word about it.
#include <gtest/gtest.h>

#include "tests/support/picture_compare.h"
#include "tests/support/sample_deposit.h"
#include "viewer/scene/headless_context.h"
#include "viewer/scene/scene.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

struct Drawn {
  Image image;
  std::vector<std::string> errors;
  DrawMode mode;
};

Drawn drawn(const std::shared_ptr<geology::Deposit>& deposit, const ViewState& state, DrawMode mode) {
  HeadlessContext context;
  Scene scene(context.host());
  scene.setDrawMode(mode);
  scene.setSize(400, 300, 1);
  scene.setDeposit(deposit);
  scene.sync(state);
  Drawn result;
  result.image = scene.capture();
  result.errors = scene.takeErrors();
  result.mode = scene.drawMode();
  EXPECT_TRUE(scene.takeErrors().empty()) << "said once";
  return result;
}

void expectTheMeshes(const std::shared_ptr<geology::Deposit>& deposit, const ViewState& state) {
  const Drawn refused = drawn(deposit, state, DrawMode::Refused);
  const Drawn meshes = drawn(deposit, state, DrawMode::Meshes);
  EXPECT_TRUE(meshes.errors.empty());
  EXPECT_EQ(refused.image.rgb, meshes.image.rgb);
  EXPECT_EQ(refused.mode, DrawMode::Meshes) << "the driver is not asked again";
  ASSERT_GE(refused.errors.size(), 2U) << "the driver's words, and what was done";
  EXPECT_NE(refused.errors.back().find("drawn as meshes"), std::string::npos) << refused.errors.back();
  const std::string all = refused.errors.front();
  EXPECT_NE(all.find("refused"), std::string::npos) << "the compiler did not see the line: " << all;
}

TEST(RefusedShaders, BlocksAreDrawnAsMeshesAndItIsSaid) {
  const auto deposit = tests::sampleDeposit();
  ViewState state = initialState(*deposit);
  state.filters["blocks"].ranges["cu_pct"] = {0.2, 9};
  expectTheMeshes(deposit, state);
}

TEST(RefusedShaders, PaintedPlanesAreDrawnAsMeshesAndItIsSaid) {
  const auto deposit = tests::sampleDeposit();
  ViewState state = initialState(*deposit);
  // Alone: of two things that lie on one plane the one that came first is seen.
  for (auto& [name, layer] : state.layers) layer.visible = name == "blocks";
  SectionState section;
  section.point = tests::kSampleCenter;
  section.strike = 70;
  section.image = true;
  state.sections = {section};
  state.sectionView.on = true;
  expectTheMeshes(deposit, state);
}

}  // namespace
}  // namespace adit::viewer
