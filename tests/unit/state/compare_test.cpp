// Commands that put two views side by side, and the words in which the two differ.
#include "viewer/state/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "viewer/state/command.h"
#include "viewer/state/evidence.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Compare : public ::testing::Test {
 protected:
  Compare() {
    auto model = std::make_shared<geology::BlockModel>();
    model->name = "ore";
    model->lattice.count = {2, 1, 1};
    model->columns = {geology::numericColumn("cu", {0.1F, 0.5F}, "%"),
                      geology::categoryColumn("rock", {"A", "B"})};
    deposit_.blockModels = {model};
    state_.layers["ore"].colorBy = "cu";
  }
  std::string fault(const std::string& line) {
    auto next = apply(state_, std::get<Command>(parseCommand(line)), deposit_);
    if (const auto* error = std::get_if<CommandError>(&next)) return error->message;
    state_ = std::get<ViewState>(std::move(next));
    return {};
  }
  ViewWords words() { return differingWords(deposit_, state_, comparedView(state_).value()); }

  geology::Deposit deposit_;
  ViewState state_;
};

TEST_F(Compare, ASavedView) {
  EXPECT_THAT(fault("compare north"), HasSubstr("there is no saved view 'north'"));
  EXPECT_FALSE(comparedView(state_));
  ASSERT_EQ(fault("view save north"), "");
  ASSERT_EQ(fault("range ore cu 0.3 inf"), "");
  ASSERT_EQ(fault("compare north"), "");
  EXPECT_THAT(words().a, ElementsAre("cut-off cu >= 0.3 %"));
  EXPECT_THAT(words().b, ElementsAre("no cut-off"));
  ASSERT_EQ(fault("view delete north"), "");
  EXPECT_FALSE(state_.compare.on);
}

TEST_F(Compare, TheSameAfterACommand) {
  ASSERT_EQ(fault("compare same 'range ore cu 0.5 inf'"), "");
  EXPECT_TRUE(state_.savedViews.contains("range ore cu 0.5 inf"));
  EXPECT_TRUE(state_.filters.empty()) << "this view stays as it is";
  EXPECT_THAT(words().b, ElementsAre("cut-off cu >= 0.5 %"));
  EXPECT_THAT(fault("compare same 'range ore zinc 0 1'"), HasSubstr("zinc"));
  EXPECT_THAT(fault("compare same 'compare off'"), HasSubstr("cannot be compared"));
  EXPECT_THAT(fault("compare same ''"), HasSubstr("empty"));
}

TEST_F(Compare, TheCameraIsOneAndWhatIsAskedIsNot) {
  ASSERT_EQ(fault("compare same 'honest on'"), "");
  ASSERT_EQ(fault("camera 1 2 3 40 50 600"), "");
  ASSERT_EQ(fault("exaggeration 3"), "");
  const ViewState other = *comparedView(state_);
  EXPECT_EQ(other.camera, state_.camera);
  EXPECT_EQ(other.exaggeration, 3);
  EXPECT_TRUE(other.honest.on);
  EXPECT_TRUE(other.savedViews.empty());
  EXPECT_TRUE(asksForSupport(state_)) << "the other view does";
  EXPECT_THAT(words().a, ElementsAre("not Honest View"));
}

TEST_F(Compare, EveryKindOfQuestion) {
  ASSERT_EQ(fault("view save plain"), "");
  ASSERT_EQ(fault("claim measured"), "");
  ASSERT_EQ(fault("category ore rock A off"), "");
  ASSERT_EQ(fault("section add 90 90 0 0 0"), "");
  ASSERT_EQ(fault("colorby ore rock"), "");
  ASSERT_EQ(fault("reveal ore section"), "");
  ASSERT_EQ(fault("compare plain"), "");
  EXPECT_THAT(words().a, ElementsAre("coloured by rock", "filter ore: without rock A", "cut by one section",
                                     "measured or better", "Only what is hidden by section is shown of ore"));
  EXPECT_THAT(words().b, ElementsAre("coloured by cu", "no filter", "not cut", "all that is claimed",
                                     "nothing revealed"));
}

TEST_F(Compare, SwappedTwiceItIsAsBefore) {
  ASSERT_EQ(fault("range ore cu 0.3 inf"), "");
  ASSERT_EQ(fault("compare same 'range ore cu 0.5 inf'"), "");
  const ViewWords before = words();
  ASSERT_EQ(fault("compare swap"), "");
  EXPECT_THAT(words().a, before.b);
  EXPECT_THAT(words().b, before.a);
  ASSERT_EQ(fault("compare swap"), "");
  EXPECT_THAT(words().a, before.a);
  EXPECT_THAT(words().b, before.b);
  ASSERT_EQ(fault("compare off"), "");
  EXPECT_THAT(fault("compare swap"), HasSubstr("nothing is compared"));
}

TEST_F(Compare, ASwapKeepsModeAndStatements) {
  ASSERT_EQ(fault("compare same 'range ore cu 0.5 inf'"), "");
  ASSERT_EQ(fault("mode public"), "");
  ASSERT_EQ(fault("disclosure person 'A. Geologist'"), "");
  ASSERT_EQ(fault("compare swap"), "");
  EXPECT_EQ(state_.mode, ReportMode::Public);
  EXPECT_EQ(state_.disclosure.person, "A. Geologist");
}

TEST_F(Compare, TheOtherViewHasNoChart) {
  ASSERT_EQ(fault("chart plan-value"), "");
  ASSERT_EQ(fault("compare same 'range ore cu 0.5 inf'"), "");
  EXPECT_TRUE(state_.chart.shown);
  EXPECT_FALSE(comparedView(state_)->chart.shown);
}

TEST_F(Compare, OnePlaceBesideTheView) {
  ASSERT_EQ(fault("sectionview on"), "");
  ASSERT_EQ(fault("compare same 'claim measured'"), "");
  EXPECT_FALSE(state_.sectionView.on);
  ASSERT_EQ(fault("compare difference on"), "");
  EXPECT_TRUE(state_.compare.difference);
  ASSERT_EQ(fault("sectionview on"), "");
  EXPECT_FALSE(state_.compare.on);
  EXPECT_THAT(fault("compare difference on"), HasSubstr("nothing is compared"));
}

TEST_F(Compare, ADamagedSavedViewIsNone) {
  state_.savedViews["broken"] = "{";
  state_.compare = {true, "broken", false};
  EXPECT_FALSE(comparedView(state_));
  EXPECT_FALSE(asksForSupport(state_));
  EXPECT_EQ(std::get<ViewState>(stateFromJson(toJson(state_))), state_);
}

}  // namespace
}  // namespace adit::viewer
