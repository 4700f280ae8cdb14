// What the evidence lens tells of a place.
#include "viewer/geometry/evidence_lens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_deposit.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;
using tests::kSampleCenter;

/// Three vertical holes, 30, 40 and 200 m west of the origin, with 2 m samples around its height.
std::shared_ptr<geology::Deposit> threeHoles() {
  auto holes = std::make_shared<geology::DrillHoles>();
  holes->name = "holes";
  geology::IntervalTable assay;
  assay.name = "assay";
  geology::Column cu = geology::numericColumn("Cu_pct", {}, "%");
  for (const double x : {-30.0, -40.0, -200.0}) {
    geology::DrillHole hole;
    hole.id = "H" + std::to_string(holes->holes.size() + 1);
    hole.collar = {x, 0, 50};
    hole.trace = geology::HoleTrace({{0, hole.collar, {0, 0, -1}}});
    for (int i = 0; i < 50; ++i) {
      assay.hole.push_back(static_cast<std::uint32_t>(holes->holes.size()));
      assay.from.push_back(2 * i);
      assay.to.push_back(2 * i + 2);
      cu.values.push_back(static_cast<float>(i) / 100);
    }
    holes->holes.push_back(hole);
  }
  holes->holes[1].basis = geology::TraceBasis::AssumedVertical;
  cu.states.assign(cu.values.size(), geology::ValueState::Measured);
  cu.states[24] = geology::ValueState::BelowDetection;
  cu.limits.assign(cu.values.size(), geology::kMissing);
  cu.limits[24] = 0.5F;
  assay.columns = {cu};
  holes->tables = {assay};
  holes->collarColumns = {geology::numericColumn("year", {1998, 2004, geology::kMissing})};
  auto deposit = std::make_shared<geology::Deposit>();
  deposit->drillholes = {holes};
  return deposit;
}

ViewState lookingAt(const Vec3& place) {
  ViewState state;
  state.lens.on = true;
  state.pick = PickState{"somewhere", "", 0, place};
  return state;
}

TEST(EvidenceLens, NearestOfEachHoleByDistance) {
  const EvidenceLens lens(threeHoles(), "Cu_pct");
  const auto facts = lens.at(lookingAt({0, 0, 1}));
  ASSERT_TRUE(facts.has_value());
  ASSERT_EQ(facts->samples.size(), 3U);
  EXPECT_EQ(facts->samples[0].hole, "H1");
  EXPECT_NEAR(facts->samples[0].distance, 30, 1e-9);
  EXPECT_EQ(facts->samples[0].interval, "48.0 to 50.0 m");
  EXPECT_EQ(facts->samples[0].value, "Cu_pct < 0.5 %, below detection");
  EXPECT_EQ(facts->samples[0].doubt, "below detection");
  EXPECT_EQ(facts->samples[0].date, "1998");
  EXPECT_EQ(facts->samples[1].hole, "H2");
  EXPECT_EQ(facts->samples[1].value, "Cu_pct 0.24 %");
  EXPECT_EQ(facts->samples[1].doubt, "no survey: assumed vertical");
  EXPECT_EQ(facts->samples[2].date, "");
  EXPECT_EQ(facts->samples[0].place, (Vec3{-30, 0, 1}));
}

TEST(EvidenceLens, OneSentence) {
  const EvidenceLens lens(threeHoles(), "Cu_pct");
  // Ways to the next hole: 10, 10, 160: the spacing is 10 m.
  const auto near = lens.at(lookingAt({-35, 0, 1}));
  EXPECT_THAT(near->sentence, HasSubstr("The nearest sample is 5 m away, in H1"));
  EXPECT_THAT(near->sentence, HasSubstr("2 holes lie within 10 m, the spacing of the drilling"));
  EXPECT_FALSE(near->doubtful);
  const auto far = lens.at(lookingAt({500, 0, 1}));
  EXPECT_THAT(far->sentence, HasSubstr("What is shown here is extrapolated"));
  EXPECT_TRUE(far->doubtful);
}

TEST(EvidenceLens, ABlockTellsWhatItsModelSays) {
  auto deposit = threeHoles();
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice.size = {10, 10, 10};
  model->lattice.count = {2, 1, 1};
  model->columns = {geology::numericColumn("n_samples", {12, geology::kMissing}),
                    geology::numericColumn("PASS", {2, geology::kMissing})};
  deposit->blockModels = {model};
  ViewState state = lookingAt({3, 3, 3});
  state.pick->object = "blocks";
  const EvidenceLens lens(deposit, "");
  EXPECT_THAT(lens.at(state)->sentence, HasSubstr("Estimated from 12 samples, pass 2, the model says"));
  EXPECT_EQ(lens.at(state)->place, (Vec3{5, 5, 5})) << "the middle of the block, which the estimate is of";
  state.pick->row = 1;
  EXPECT_THAT(lens.at(state)->sentence, HasSubstr("does not say what this block was estimated from"));
}

TEST(EvidenceLens, NothingToTell) {
  ViewState state = lookingAt({0, 0, 0});
  EXPECT_FALSE(EvidenceLens(std::make_shared<geology::Deposit>(), "").at(state).has_value());
  state.pick.reset();
  EXPECT_FALSE(EvidenceLens(threeHoles(), "").at(state).has_value());
}

TEST(EvidenceLens, TellsTheColumnThatIsShown) {
  auto deposit = threeHoles();
  ViewState state;
  state.activeLayer = "blocks";
  state.layers["blocks"].colorBy = "CU";
  EXPECT_EQ(lensColumn(*deposit, state), "Cu_pct");
  state.layers["blocks"].colorBy = "au";
  EXPECT_EQ(lensColumn(*deposit, state), "");
}

}  // namespace
}  // namespace adit::viewer
