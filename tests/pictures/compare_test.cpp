// Two truths side by side, and what is hidden shown alone: each half is the picture that its view has alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "tests/support/picture_compare.h"
#include "tests/support/sample_deposit.h"
#include "viewer/geometry/selection.h"
#include "viewer/scene/headless_context.h"
#include "viewer/scene/scene.h"
#include "viewer/state/command.h"
#include "viewer/state/compare.h"
#include "viewer/state/initial_state.h"
#include "viewer/state/reveal.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;
using testing::Not;
using tests::expectPicture;
using tests::kSampleCenter;

constexpr int kWidth = 1000, kHeight = 500, kTitles = 150;  ///< rows at the top with titles and tags
constexpr int kLine = 2;                                    ///< columns with the line between the halves

class ComparedPictures : public ::testing::Test {
 protected:
  ComparedPictures()
      : scene_(context_.host()), deposit_(tests::sampleDeposit()), state_(initialState(*deposit_)) {
    // The same core by another hand: a grade that differs by a known amount.
    auto model = std::make_shared<geology::BlockModel>(*deposit_->blockModels[0]);
    std::vector<float> other;
    for (std::size_t b = 0; b < model->blockCount(); ++b)
      other.push_back(model->columns[0].values[b] +
                      static_cast<float>(0.002 * (model->blockCenter(b).x - kSampleCenter.x)));
    model->columns.push_back(geology::numericColumn("cu_new", other, "%"));
    deposit_->blockModels[0] = model;
    scene_.setSize(kWidth, kHeight, 1);
    scene_.setDeposit(deposit_);
    for (auto& [name, layer] : state_.layers) layer.visible = name == "blocks" || name == "drillholes";
    run("range blocks cu_pct 0.3 inf");
  }
  ~ComparedPictures() override {
    for (const std::string& error : scene_.takeErrors()) ADD_FAILURE() << error;
  }
  void run(const std::string& line) {
    auto next = apply(state_, std::get<Command>(parseCommand(line)), *deposit_);
    if (const auto* error = std::get_if<CommandError>(&next)) FAIL() << error->message;
    state_ = std::get<ViewState>(std::move(next));
  }
  Image shot(const ViewState& state, int width = kWidth) {
    scene_.setSize(width, kHeight, 1);
    scene_.sync(state);
    return scene_.capture();
  }
  /// Columns from..from + width, without the rows of the titles.
  static Image part(const Image& image, int from, int width) {
    Image result{width, image.height - kTitles, {}};
    for (int y = kTitles; y < image.height; ++y) {
      const auto row = image.rgb.begin() + (static_cast<std::ptrdiff_t>(y) * image.width + from) * 3;
      result.rgb.insert(result.rgb.end(), row, row + static_cast<std::ptrdiff_t>(width) * 3);
    }
    return result;
  }
  void expectHalves() {
    const Image both = shot(state_);
    ViewState alone = state_;
    alone.compare = {};
    const Image left = shot(alone, kWidth / 2);
    const auto other = comparedView(state_);
    ASSERT_TRUE(other);
    const Image right = shot(*other, kWidth / 2);
    EXPECT_LT(tests::differingShare(part(both, 0, kWidth / 2), part(left, 0, kWidth / 2)), 0.0005);
    EXPECT_LT(tests::differingShare(part(both, kWidth / 2 + kLine, kWidth / 2 - kLine),
                                    part(right, kLine, kWidth / 2 - kLine)),
              0.0005);
    EXPECT_GT(tests::differingShare(part(left, 0, kWidth / 2), part(right, 0, kWidth / 2)), 0.01);
  }

  HeadlessContext context_;
  Scene scene_;
  std::shared_ptr<geology::Deposit> deposit_;
  ViewState state_;
};

TEST_F(ComparedPictures, EachHalfIsItsViewAlone) {
  run("camera " + std::to_string(kSampleCenter.x) + " " + std::to_string(kSampleCenter.y) +
      " 1000 30 25 1100");
  run("compare same 'range blocks cu_pct 0.8 inf'");
  expectHalves();
  expectPicture(shot(state_), "compare_cutoffs");
}

TEST_F(ComparedPictures, OfAnotherColumnAndAnotherCut) {
  run("section add 90 90 " + std::to_string(kSampleCenter.x) + " " + std::to_string(kSampleCenter.y) +
      " 1000");
  run("view save cut");
  run("section remove");
  run("colorby blocks rock");
  run("compare cut");
  expectHalves();
}

TEST_F(ComparedPictures, TheTitlesSayWhatDiffers) {
  run("view save whole");
  run("range blocks cu_pct 0.5 inf");
  run("claim indicated");
  run("compare whole");
  const auto titles = compareTitles(*deposit_, state_, *comparedView(state_));
  EXPECT_EQ(titles.a, "A (this view): cut-off cu_pct >= 0.5 %; indicated or better");
  EXPECT_EQ(titles.b, "B (whole): cut-off cu_pct >= 0.3 %; all that is claimed");
  run("compare swap");
  const auto swapped = compareTitles(*deposit_, state_, *comparedView(state_));
  EXPECT_EQ(swapped.a, "A (this view): cut-off cu_pct >= 0.3 %; all that is claimed");
  EXPECT_THAT(swapped.b, HasSubstr("cut-off cu_pct >= 0.5 %; indicated or better"));
  run("compare off");
  EXPECT_FALSE(comparedView(state_));
}

TEST_F(ComparedPictures, OnePictureAgainAfterwards) {
  const Image before = shot(state_);
  run("compare same 'range blocks cu_pct 0.8 inf'");
  shot(state_);
  run("compare off");
  EXPECT_EQ(shot(state_).rgb, before.rgb);
  run("compare 'range blocks cu_pct 0.8 inf'");
  const Image first = shot(state_);
  run("sectionview on");
  EXPECT_FALSE(state_.compare.on) << "one place beside the view";
  shot(state_);
  run("compare 'range blocks cu_pct 0.8 inf'");
  EXPECT_EQ(shot(state_).rgb, first.rgb);
}

TEST_F(ComparedPictures, PicksInEitherHalf) {
  run("compare same 'range blocks cu_pct 0.8 inf'");
  shot(state_);
  const auto left = scene_.pick(250, 265), right = scene_.pick(750, 265);
  ASSERT_TRUE(left && right);
  EXPECT_EQ(left->object, "blocks");
  EXPECT_EQ(right->object, "blocks");
  const auto& cu = deposit_->blockModels[0]->columns[0].values;
  EXPECT_GE(cu[left->row], 0.3F);
  EXPECT_GE(cu[right->row], 0.8F);
  EXPECT_FALSE(scene_.inSectionView(750, 265));
}

TEST_F(ComparedPictures, TheDifferenceAroundZero) {
  run("compare same 'colorby blocks cu_new'");
  run("compare difference on");
  expectPicture(shot(state_), "compare_difference");
  run("compare difference off");
  expectHalves();
}

TEST_F(ComparedPictures, ADepositThatIsClosedTakesTheOtherViewWithIt) {
  run("compare same 'range blocks cu_pct 0.8 inf'");
  const Image before = shot(state_);
  scene_.setDeposit(std::make_shared<geology::Deposit>());
  shot(ViewState{});
  scene_.setDeposit(deposit_);
  EXPECT_EQ(shot(state_).rgb, before.rgb);
}

TEST_F(ComparedPictures, OnlyWhatASectionHides) {
  SectionState section;
  section.point = kSampleCenter;
  section.strike = 90;
  state_.sections = {section};
  const Image cut = shot(state_);
  std::size_t hidden = 0;
  for (const LayerCount& count : scene_.facts())
    for (const HiddenCount& one : count.hidden)
      if (count.object == "blocks" && one.reason == "section") hidden = one.count;
  ASSERT_GT(hidden, 0U);
  state_.reveal = RevealState{"blocks", "section"};
  const Image revealed = shot(state_);
  for (const LayerCount& count : scene_.facts())
    if (count.object == "blocks") {
      EXPECT_EQ(count.shown, hidden);
    }
  EXPECT_GT(tests::differingShare(cut, revealed), 0.02);
  expectPicture(revealed, "reveal_section");
  // What is under the pointer is one of them, beyond the plane.
  const auto pick = scene_.pick(500, 260);
  ASSERT_TRUE(pick);
  EXPECT_EQ(pick->object, "blocks");
  state_.reveal.reset();
  EXPECT_EQ(shot(state_).rgb, cut.rgb);
}

TEST_F(ComparedPictures, OnlyWhatALayerThatIsOffWouldShow) {
  const Image on = shot(state_);
  run("hide blocks");
  state_.reveal = RevealState{"blocks", kLayerOff};
  const Image revealed = shot(state_);
  EXPECT_LT(tests::differingShare(part(on, 0, kWidth), part(revealed, 0, kWidth)), 0.0005);
}

TEST_F(ComparedPictures, TheLensLooksAtWhatThePointerRestsOn) {
  run("lens on");
  const Image plain = shot(state_);
  EXPECT_FALSE(scene_.lens());
  const auto under = scene_.pick(500, 265);
  ASSERT_TRUE(under);
  scene_.setHover(under);
  const Image hovered = shot(state_);
  ASSERT_TRUE(scene_.lens());
  EXPECT_EQ(scene_.lens()->samples.size(), 8U);
  EXPECT_GT(tests::differingShare(plain, hovered), 0.001) << "lines go to the samples";
  const LensFacts told = *scene_.lens();
  state_.pick = under;  // a click keeps it
  scene_.setHover(std::nullopt);
  shot(state_);
  EXPECT_EQ(scene_.lens(), told);
  state_.pick.reset();
  EXPECT_EQ(shot(state_).rgb, plain.rgb);
  run("lens off");
  scene_.setHover(under);
  shot(state_);
  EXPECT_FALSE(scene_.lens());
}

TEST_F(ComparedPictures, HolesThatWereNotDrilledYet) {
  auto holes = std::make_shared<geology::DrillHoles>(*deposit_->drillholes[0]);
  std::vector<float> years;
  for (std::size_t h = 0; h < holes->holes.size(); ++h) years.push_back(static_cast<float>(2001 + h));
  holes->collarColumns = {geology::numericColumn("year", years)};
  deposit_ = std::make_shared<geology::Deposit>(*deposit_);
  deposit_->drillholes = {holes};
  scene_.setDeposit(deposit_);
  run("colorby drillholes none");
  run("asof 2005");
  const auto holesOf = [&] {
    shot(state_);
    for (const LayerCount& count : scene_.facts())
      if (count.object == "drillholes") return count;
    return LayerCount{};
  };
  EXPECT_THAT(holesOf().hidden, testing::ElementsAre(HiddenCount{"not drilled by 2005", 4}));
  state_.reveal = RevealState{"drillholes", "not drilled by 2005"};
  EXPECT_EQ(holesOf().shown, 4U);
  EXPECT_THAT(holesOf().hidden, testing::ElementsAre(HiddenCount{kNotHidden, 5}));
  state_.reveal.reset();
  run("hide drillholes");
  EXPECT_THAT(holesOf().hidden,
              testing::ElementsAre(HiddenCount{"not drilled by 2005", 4}, HiddenCount{kLayerOff, 5}));
  state_.reveal = RevealState{"drillholes", kLayerOff};
  EXPECT_EQ(holesOf().shown, 5U);
}

}  // namespace
}  // namespace adit::viewer
