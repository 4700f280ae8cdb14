// Blocks drawn from four bytes a face look like blocks drawn as meshes, whatever the model and the question.
#include <gtest/gtest.h>

#include <functional>

#include "tests/support/block_models.h"
#include "tests/support/picture_compare.h"
#include "tests/support/scene_pictures.h"
#include "viewer/publish/picture.h"
#include "viewer/scene/headless_context.h"
#include "viewer/scene/scene.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using tests::kSampleCenter;

/// The last codes of so many categories: they fill the width in which they are kept, past its half.
std::shared_ptr<geology::BlockModel> zonedModel(std::int32_t categories) {
  auto model = tests::sampleBlocks();
  geology::Column& zone = model->columns.emplace_back();
  zone.name = "zone";
  zone.kind = geology::ColumnKind::Category;
  for (std::int32_t code = 0; code < categories; ++code) zone.names.push_back("z" + std::to_string(code));
  for (std::int32_t block = 0; block < static_cast<std::int32_t>(model->blockCount()); ++block)
    zone.codes.push_back(block % 7 == 0 ? geology::kNoCategory : categories - 1 - block % 3);
  return model;
}

struct Case {
  const char* name;
  std::function<std::shared_ptr<geology::BlockModel>()> model = tests::sampleBlocks;
  std::function<void(ViewState&)> ask = [](ViewState&) {};
  double mostDiffering = 5e-4;  ///< of the pixels, by more than 8 of 255
};

Image drawn(const Case& each, DrawMode mode) {
  const auto deposit = tests::depositOf(each.model());
  ViewState state = initialState(*deposit);
  each.ask(state);
  return tests::drawnOnce(deposit, state, mode);
}

class BlockDrawing : public ::testing::TestWithParam<Case> {};

TEST_P(BlockDrawing, LooksLikeTheMesh) {
  const Image own = drawn(GetParam(), DrawMode::Shaders);
  const Image mesh = drawn(GetParam(), DrawMode::Meshes);
  const double share = tests::differingShare(own, mesh);
  EXPECT_LE(share, GetParam().mostDiffering);
  if (share <= GetParam().mostDiffering) return;
  writePng(own, std::string(GetParam().name) + ".own.png", {});
  writePng(mesh, std::string(GetParam().name) + ".mesh.png", {});
}

LayerState& blocks(ViewState& state) {
  return state.layers["blocks"];
}

Legend logarithmicLegend() {
  Legend legend;
  legend.lo = 0.01;
  legend.hi = 2;
  legend.logarithmic = true;
  return legend;
}

/// Values below the first class and above the last are drawn in the warning colour.
Legend classedLegend() {
  Legend legend;
  legend.kind = LegendKind::Classed;
  legend.classes = {{0.1, 0.4, {0.2F, 0.4F, 0.9F}, ""}, {0.4, 1, {0.9F, 0.6F, 0.1F}, ""}};
  return legend;
}

SectionState dippingSection() {
  SectionState section;
  section.point = kSampleCenter;
  section.strike = 60;
  section.dip = 70;
  return section;
}

const std::vector<Case> kCases{
    {"sparse"},
    {"full", tests::fullBlocks},
    {"rotated", tests::turnedBlocks},
    {"sub_blocked", tests::halvedBlocks},
    {"sub_blocked_rock", tests::halvedBlocks, [](ViewState& s) { blocks(s).colorBy = "rock"; }},
    {"plain", tests::sampleBlocks, [](ViewState& s) { blocks(s).colorBy.clear(); }},
    {"rock", tests::sampleBlocks, [](ViewState& s) { blocks(s).colorBy = "rock"; }},
    {"zones_of_one_byte", [] { return zonedModel(255); }, [](ViewState& s) { blocks(s).colorBy = "zone"; }},
    {"zones_of_two_bytes", [] { return zonedModel(65'535); },
     [](ViewState& s) { blocks(s).colorBy = "zone"; }},
    {"zones_of_four_bytes", [] { return zonedModel(65'600); },
     [](ViewState& s) { blocks(s).colorBy = "zone"; }},
    {"logarithmic", tests::sampleBlocks, [](ViewState& s) { s.legends["cu_pct"] = logarithmicLegend(); }},
    {"classed", tests::sampleBlocks, [](ViewState& s) { s.legends["cu_pct"] = classedLegend(); }},
    {"threshold", tests::sampleBlocks,
     [](ViewState& s) {
       s.filters["blocks"].ranges["cu_pct"] = {0.4, 9};
     }},
    {"translucent", tests::sampleBlocks,
     [](ViewState& s) {
       blocks(s).opacity = 0.4;
       s.filters["blocks"].ranges["cu_pct"] = {0.4, 9};
     }},
    {"shrunk", tests::sampleBlocks, [](ViewState& s) { blocks(s).blockStyle = BlockStyle::Shrunk; }},
    {"cut", tests::turnedBlocks, [](ViewState& s) { s.sections = {dippingSection()}; }},
    {"exaggerated", tests::turnedBlocks, [](ViewState& s) { s.exaggeration = 2.5; }},
    {"from_above", tests::sampleBlocks,
     [](ViewState& s) {
       s.camera.plunge = 90;
       s.camera.orthographic = true;
     }},
    // The lines of the mesh are VTK's, smoothed in another way: they lie on the same pixels with other
    // shares. smoothing.
    {"edged", tests::sampleBlocks, [](ViewState& s) { blocks(s).blockStyle = BlockStyle::Edged; }, 0.15},
};
INSTANTIATE_TEST_SUITE_P(Models, BlockDrawing, ::testing::ValuesIn(kCases),
                         [](const auto& each) { return std::string(each.param.name); });

/// 80 x 80 x 80 blocks of which every second one passes a threshold of 0.5: more faces than software draws at
/// once.
std::shared_ptr<geology::Deposit> manyFaces() {
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice.count = {80, 80, 80};
  std::vector<float> grade;
  for (std::int64_t cell = 0; cell < model->lattice.cellCount(); ++cell) {
    const auto c = model->lattice.cellAt(cell);
    grade.push_back((c[0] + c[1] + c[2]) % 2 == 0 ? 1.0F : 0.0F);
  }
  model->columns = {geology::numericColumn("cu_pct", std::move(grade), "%")};
  return tests::depositOf(std::move(model));
}

TEST(BlockDetail, IsCoarseUnderTheHandAndWholeAgainAfterwards) {
  HeadlessContext context;
  Scene scene(context.host());
  const auto deposit = manyFaces();
  ViewState state = initialState(*deposit);
  state.filters["blocks"].ranges["cu_pct"] = {0.5, 2};
  state.ambientOcclusion = false;
  scene.setSize(400, 300, 1);
  scene.setDeposit(deposit);
  const auto shot = [&](bool moving) {
    scene.setMoving(moving);
    scene.sync(state);
    return scene.capture();
  };
  const Image whole = shot(false);
  const Image moving = shot(true);
  const Image again = shot(false);
  EXPECT_EQ(whole.rgb, again.rgb);
  for (const std::string& error : scene.takeErrors()) ADD_FAILURE() << error;
  // Where there are blocks at all is the same at any detail: the silhouette of the model.
  const auto background = [](const Image& image, std::size_t pixel) {
    return std::abs(image.rgb[3 * pixel] - image.rgb[3 * pixel + 2]) < 12;
  };
  std::size_t covered = 0, lost = 0;
  for (std::size_t p = 0; p < whole.rgb.size() / 3; ++p) {
    if (background(whole, p)) continue;
    ++covered;
    lost += background(moving, p) ? 1 : 0;
  }
  EXPECT_GT(covered, 10'000U);
  EXPECT_LT(lost, covered / 100);
  if (!scene.slow()) GTEST_SKIP() << "a GPU draws all faces at any time";
  EXPECT_GT(tests::differingShare(whole, moving), 0.02) << "the coarse picture was not drawn";
}

TEST(BlockDetail, ComesBackUnderTheHandWhenFewerBlocksAreShown) {
  HeadlessContext context;
  Scene scene(context.host());
  if (!scene.slow()) GTEST_SKIP() << "a GPU draws all faces at any time";
  const auto deposit = manyFaces();
  ViewState state = initialState(*deposit);
  state.filters["blocks"].ranges["cu_pct"] = {0.5, 2};
  state.ambientOcclusion = false;
  scene.setSize(400, 300, 1);
  scene.setDeposit(deposit);
  scene.setMoving(true);
  scene.sync(state);
  const Image coarse = scene.capture();
  // A box in which few blocks are left, while the hand is still on the control; the camera stays.
  state.camera = scene.resolvedCamera();
  state.box.on = true;
  state.box.min = {0, 0, 0};
  state.box.max = {16, 16, 16};  // 12,288 faces: fewer than any machine is thought to draw
  for (int picture = 0; picture < 8; ++picture) {
    scene.sync(state);
    scene.render();
  }
  const Image moving = scene.capture();
  scene.setMoving(false);
  scene.sync(state);
  scene.setMoving(true);  // as smooth as the moving one: it knows that all faces fit
  scene.sync(state);
  const Image whole = scene.capture();
  EXPECT_EQ(moving.rgb, whole.rgb);
  EXPECT_GT(tests::differingShare(coarse, moving), 0.02);
  for (const std::string& error : scene.takeErrors()) ADD_FAILURE() << error;
}

}  // namespace
}  // namespace adit::viewer
