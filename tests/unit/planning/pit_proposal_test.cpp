// What is proposed for a pit, what is still asked for, and drafts as text.
#include "geology/planning/pit_proposal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geology/planning/pit_json.h"
#include "tests/unit/planning/random_pit.h"

namespace adit::planning {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(PitProposal, TakesWhatTheModelSaysAndNoPrice) {
  const PitProposal proposal = proposePit(tests::pitDeposit(1), {});
  ASSERT_EQ(proposal.fault, "");
  EXPECT_EQ(proposal.inputs.model, "blocks");
  ASSERT_EQ(proposal.inputs.metals.size(), 1U);
  const MetalTerms& copper = proposal.inputs.metals[0];
  EXPECT_EQ(copper.grade, "cu");
  EXPECT_EQ(copper.per, "t");
  EXPECT_EQ(copper.price, 0) << "no price is invented";
  EXPECT_THAT(missingFrom(proposal.inputs), ElementsAre("the price of cu", "the cost of mining a tonne",
                                                        "the density of the rock", "the slope of the walls"));
}

TEST(PitProposal, TheStatedDensityAndGradeGoFirst) {
  geology::Deposit deposit = tests::pitDeposit(1);
  auto model = std::make_shared<geology::BlockModel>(*deposit.blockModels[0]);
  const std::size_t n = model->blockCount();
  model->columns.push_back(geology::numericColumn("au", std::vector<float>(n, 1.F), "g/t"));
  model->columns.push_back(geology::numericColumn("sg", std::vector<float>(n, 2.8F), "t/m3"));
  deposit.blockModels = {model};
  const PitInputs found = proposePit(deposit, {}).inputs;
  EXPECT_EQ(found.densityColumn, "sg") << "its unit says that it is one";
  EXPECT_EQ(found.metals[0].grade, "cu");
  const PitInputs hinted = proposePit(deposit, {"blocks", "au", "", 2.65}).inputs;
  EXPECT_EQ(hinted.densityColumn, "");
  EXPECT_EQ(hinted.density, 2.65);
  EXPECT_EQ(hinted.metals[0].grade, "au");
  EXPECT_EQ(hinted.metals[0].per, "oz");
  EXPECT_NE(proposePit(deposit, {"rocks", "", "", 0}).fault, "");
}

TEST(PitProposal, NothingIsMissingFromACompleteStatement) {
  EXPECT_THAT(missingFrom(tests::pitTerms()), IsEmpty());
  PitInputs half = tests::pitTerms();
  half.schedule.millCapacity = 0;
  EXPECT_THAT(missingFrom(half), ElementsAre("the capacity of the mill"));
  EXPECT_THAT(doubtsAbout(half), Contains(HasSubstr("every category")));
}

TEST(PitDraft, WhatIsIncompleteComesBackAsItWas) {
  PitInputs draft = proposePit(tests::pitDeposit(1), {}).inputs;
  for (int step = 0; step < 3; ++step) {
    const PitReading reading = pitDraftFromJson(pitToJson(draft));
    ASSERT_TRUE(reading.inputs) << reading.fault;
    EXPECT_EQ(*reading.inputs, draft);
    EXPECT_FALSE(pitFromJson(pitToJson(draft)).inputs) << "a file of adit pit has to be complete";
    if (step == 0) draft.schedule.mineCapacity = 4e7;
    if (step == 1) draft.metals.clear();
  }
}

TEST(PitDraft, OneMemberIsChangedByItsName) {
  const PitInputs before = tests::pitTerms();
  const auto changed = [&](const char* member, const char* value) {
    const PitReading reading = pitWithMember(before, member, value);
    EXPECT_TRUE(reading.inputs) << member << ": " << reading.fault;
    return reading.inputs.value_or(PitInputs{});
  };
  PitInputs wanted = before;
  wanted.metals[0].price = 9500;
  EXPECT_EQ(changed("metals[0].price", "9500"), wanted);
  wanted = before;
  wanted.schedule.mineCapacity = 3e6;
  EXPECT_EQ(changed("schedule.mineCapacity", "3e6"), wanted);
  wanted = before;
  wanted.slopes.regions = {{"", {{0, 45}, {180, 40}}}};
  EXPECT_EQ(changed("slopes.angle", R"([{"azimuth":0,"angle":45},{"azimuth":180,"angle":40}])"), wanted);
  wanted = before;
  wanted.density.reset();
  EXPECT_EQ(changed("density", "none"), wanted);
  wanted = before;
  wanted.currency = "AUD";
  EXPECT_EQ(changed("currency", "AUD"), wanted);
  wanted = before;
  wanted.metals.push_back({"au", "", 0, "oz", 0, 1});
  EXPECT_EQ(changed("metals[1]", R"({"grade":"au","per":"oz"})"), wanted);
}

TEST(PitDraft, WhatDoesNotFitIsRefusedWithItsPlace) {
  const auto fault = [](const char* member, const char* value) {
    const PitReading reading = pitWithMember(tests::pitTerms(), member, value);
    EXPECT_FALSE(reading.inputs) << member;
    return reading.fault;
  };
  EXPECT_THAT(fault("metals[0].recovery", "1.2"), HasSubstr("metals[0].recovery"));
  EXPECT_THAT(fault("mineCost", "2"), HasSubstr("mineCost"));
  EXPECT_THAT(fault("slopes.angle", "95"), HasSubstr("slopes.angle"));
  EXPECT_THAT(fault("metals[5].price", "2"), HasSubstr("metals[5].price"));
  EXPECT_THAT(fault("metals[x]", "2"), HasSubstr("metals[x]"));
  EXPECT_THAT(fault("metals[", "2"), HasSubstr("metals["));
  EXPECT_THAT(fault("", "2"), HasSubstr("no place"));
  EXPECT_THAT(fault("metals[0].price", "100"), HasSubstr("selling")) << "less than it costs to sell";
}

}  // namespace
}  // namespace adit::planning
