// Honest View as one sees it: solidity measured in pixels, the same however blocks are drawn, legible in
// grey, in space, in section and on shells.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/picture_compare.h"
#include "tests/support/sample_deposit.h"
#include "viewer/geometry/honest_codes.h"
#include "viewer/publish/picture.h"
#include "viewer/scene/headless_context.h"
#include "viewer/scene/scene.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using reporting::ResourceClass;
using tests::kSampleCenter;

constexpr std::array<const char*, 4> kClasses{"measured", "indicated", "inferred", ""};

/// The sample's blocks in four classes around its core, with the distances to a sample growing outwards.
std::shared_ptr<geology::Deposit> classifiedDeposit() {
  auto deposit = std::make_shared<geology::Deposit>();
  auto model = tests::sampleBlocks();
  std::vector<std::string> classes;
  std::vector<float> distances;
  for (std::size_t b = 0; b < model->blockCount(); ++b) {
    const double r = geology::length(model->blockCenter(b) - kSampleCenter);
    classes.emplace_back(r < 90 ? kClasses[0] : r < 150 ? kClasses[1] : r < 230 ? kClasses[2] : kClasses[3]);
    distances.push_back(static_cast<float>(r / 4));
  }
  model->columns.push_back(geology::categoryColumn("class", classes));
  deposit->blockModels = {model};
  auto support = std::make_shared<geology::DataSupport>();
  support->spacing = 60;
  support->columns = {geology::numericColumn(std::string(geology::kSupportNearest), std::move(distances))};
  deposit->support = {support};
  return deposit;
}

ViewState honestState(const geology::Deposit& deposit) {
  ViewState state = initialState(deposit);
  state.honest.on = true;
  state.categories["blocks"] = {"class",
                                {{"measured", ResourceClass::Measured},
                                 {"indicated", ResourceClass::Indicated},
                                 {"inferred", ResourceClass::Inferred}}};
  state.filters["blocks"].ranges["cu_pct"] = {0.15, 1e9};
  return state;
}

/// Of edges in the whole picture: it melts the rims of dots.
enum class Smoothing { On, Off };

Image drawn(const std::shared_ptr<geology::Deposit>& deposit, const ViewState& state,
            DrawMode mode = DrawMode::Shaders, Smoothing smoothing = Smoothing::On) {
  HeadlessContext context;
  Scene scene(context.host());
  scene.setDrawMode(mode);
  scene.setSize(600, 400, 1);
  scene.setDeposit(deposit);
  scene.setMoving(smoothing == Smoothing::Off);
  scene.sync(state);
  Image image = scene.capture();
  for (const std::string& error : scene.takeErrors()) ADD_FAILURE() << error;
  return image;
}

SectionState westEast() {
  SectionState section;
  section.point = kSampleCenter;
  section.strike = 90;
  return section;
}

TEST(HonestPictures, InSpace) {
  const auto deposit = classifiedDeposit();
  ViewState state = honestState(*deposit);
  state.sections = {westEast()};
  tests::expectPicture(drawn(deposit, state), "honest_space");
}

TEST(HonestPictures, InSection) {
  const auto deposit = classifiedDeposit();
  ViewState state = honestState(*deposit);
  state.sections = {westEast()};
  state.sectionView.on = true;
  tests::expectPicture(drawn(deposit, state), "honest_section");
}

TEST(HonestPictures, InGrey) {
  const auto deposit = classifiedDeposit();
  ViewState state = honestState(*deposit);
  state.legends["cu_pct"].map = "grey";
  state.theme = Theme::Light;
  state.sections = {westEast()};
  state.sectionView.on = true;
  tests::expectPicture(drawn(deposit, state), "honest_grey");
}

TEST(HonestPictures, ShellsBreakUp) {
  const auto deposit = classifiedDeposit();
  ViewState state = honestState(*deposit);
  state.layers["blocks"].shells = {0.3};
  tests::expectPicture(drawn(deposit, state), "honest_shell");
}

TEST(HonestPictures, WithoutClassesNothingIsSolid) {
  const auto deposit = classifiedDeposit();
  ViewState state = honestState(*deposit);
  state.categories.clear();
  tests::expectPicture(drawn(deposit, state), "honest_support_only");
}

TEST(HonestPictures, MeshesLookLikeShaders) {
  const auto deposit = classifiedDeposit();
  for (const BlockStyle style : {BlockStyle::Solid, BlockStyle::Edged, BlockStyle::Shrunk}) {
    ViewState state = honestState(*deposit);
    state.layers["blocks"].blockStyle = style;
    const Image own = drawn(deposit, state, DrawMode::Shaders);
    const Image mesh = drawn(deposit, state, DrawMode::Meshes);
    const double share = tests::differingShare(own, mesh);
    EXPECT_LE(share, 2e-3) << static_cast<int>(style);
    if (share <= 2e-3) continue;
    writePng(own, "honest.own.png", {});
    writePng(mesh, "honest.mesh.png", {});
  }
}

/// One block that fills the view, of one class and distance: how many of its pixels have its colour.
double shareDrawn(const char* name, float distance) {
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice.size = {100, 100, 100};
  model->lattice.count = {1, 1, 1};
  model->columns = {geology::categoryColumn("class", {name})};
  auto deposit = std::make_shared<geology::Deposit>();
  deposit->blockModels = {model};
  auto support = std::make_shared<geology::DataSupport>();
  support->spacing = 70;
  support->columns = {geology::numericColumn(std::string(geology::kSupportNearest), {distance})};
  deposit->support = {support};
  ViewState state = honestState(*deposit);
  state.filters.clear();
  state.layers["blocks"].colorBy.clear();
  state.layers["blocks"].color = Color{1, 0, 0};
  state.camera = {.framed = true, .focus = {50, 50, 50}, .bearing = 0, .plunge = 90, .distance = 150};
  state.grid = state.legendShown = state.scaleBar = state.northArrow = state.ambientOcclusion = false;
  const Image image = drawn(deposit, state, DrawMode::Shaders, Smoothing::Off);
  std::size_t red = 0, all = 0;
  for (int y = 220; y < 300; ++y)  // clear of the legend of Honest View
    for (int x = 300; x < 380; ++x) {
      const std::uint8_t* p =
          &image.rgb[(static_cast<std::size_t>(y) * 600 + static_cast<std::size_t>(x)) * 3];
      red += p[0] > 2 * p[1] && p[0] > 60 ? 1 : 0;
      ++all;
    }
  return static_cast<double>(red) / static_cast<double>(all);
}

TEST(HonestPictures, TheShareOfPixelsIsWhatTheLegendSays) {
  for (const auto& [name, known] : {std::pair{"measured", Knowledge::Measured},
                                    {"indicated", Knowledge::Indicated},
                                    {"inferred", Knowledge::Inferred}})
    for (const float distance : {0.0F, 35.0F, 500.0F}) {
      const double wanted = static_cast<double>(solidityOf(honestCode(known, nearStep(distance, 70))).drawn);
      EXPECT_NEAR(shareDrawn(name, distance), wanted, 0.02) << name << " at " << distance;
    }
  EXPECT_LT(shareDrawn("", 0), 0.1) << "an unclassified block is an outline";
}

}  // namespace
}  // namespace adit::viewer
