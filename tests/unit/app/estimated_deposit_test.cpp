#include "viewer/app/estimated_deposit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geology/estimation/plan_json.h"
#include "tests/panels/sample_deposit.h"
#include "viewer/app/background_work.h"
#include "viewer/app/estimate_work.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;

estimation::EstimationPlan planInto(const std::string& model) {
  estimation::EstimationPlan plan;
  plan.column = "Cu_pct";
  plan.composites.length = 6;
  plan.search = estimation::sphere(120);
  plan.passes = {{{1, 12, 4, 0}, 1, 1}};
  plan.target.model = model;
  plan.target.lattice.origin = {318000, 3218000, 900};
  plan.target.lattice.size = {40, 40, 20};
  plan.target.lattice.count = {10, 6, 7};
  return plan;
}

Estimated estimated(const std::shared_ptr<const geology::Deposit>& deposit, const std::string& model) {
  BackgroundWork work;
  work.start(estimateTask(deposit, planInto(model)), [] {});
  auto outcome = work.waitForOutcome();
  return std::get<Estimated>(std::move(*outcome));
}

TEST(EstimatedDeposit, ANewModelJoinsTheOthers) {
  const std::shared_ptr<const geology::Deposit> deposit = tests::sampleDeposit();
  Estimated done = estimated(deposit, "");
  const EstimateNews news = estimateNews(done.outcome);
  ASSERT_TRUE(news.usable) << news.text;
  EXPECT_EQ(news.model, "estimate");
  EXPECT_EQ(news.column, "Cu_pct");
  EXPECT_THAT(news.text, HasSubstr("no classification"));
  const auto learned = withEstimate(*deposit, std::move(done.outcome));
  ASSERT_EQ(learned->blockModels.size(), 2U);
  EXPECT_EQ(learned->blockModels[0], deposit->blockModels[0]) << "shared, not copied";
  const geology::BlockModel& model = *learned->blockModels[1];
  EXPECT_NE(geology::findColumn(model.columns, "pass"), nullptr);
  EXPECT_TRUE(model.source.synthetic) << "made from what is made up";
  const auto& choices = model.source.choices;
  const auto plan =
      std::find_if(choices.begin(), choices.end(), [](const auto& c) { return c.key == "estimate/plan"; });
  ASSERT_NE(plan, choices.end());
  EXPECT_EQ(plan->value, estimation::planToJson(planInto("")));
}

TEST(EstimatedDeposit, AnExistingModelGetsColumnsInItsPlace) {
  const std::shared_ptr<const geology::Deposit> deposit = tests::sampleDeposit();
  Estimated done = estimated(deposit, "Block model");
  ASSERT_TRUE(estimateNews(done.outcome).usable) << estimateNews(done.outcome).text;
  const auto learned = withEstimate(*deposit, std::move(done.outcome));
  ASSERT_EQ(learned->blockModels.size(), 1U);
  const geology::BlockModel& model = *learned->blockModels.front();
  EXPECT_NE(geology::findColumn(model.columns, "au_gpt"), nullptr) << "what was there stays";
  EXPECT_NE(geology::findColumn(model.columns, "Cu_pct_pass"), nullptr);
  EXPECT_EQ(geology::findColumn(deposit->blockModels.front()->columns, "Cu_pct_pass"), nullptr);
}

TEST(EstimatedDeposit, WhatGoesWrongIsToldInASentence) {
  const std::shared_ptr<const geology::Deposit> deposit = tests::sampleDeposit();
  const EstimateNews news = estimateNews(estimated(deposit, "no such model").outcome);
  EXPECT_FALSE(news.usable);
  EXPECT_THAT(news.text, HasSubstr("no block model \"no such model\""));
}

/// Half of the holes are of 2001, half of 2010.
std::shared_ptr<const geology::Deposit> datedDeposit() {
  const auto deposit = tests::sampleDeposit();
  auto holes = std::make_shared<geology::DrillHoles>(*deposit->drillholes.front());
  std::vector<float> years(holes->holes.size(), 2001);
  std::fill(years.begin() + static_cast<std::ptrdiff_t>(years.size() / 2), years.end(), 2010.0F);
  holes->collarColumns.push_back(geology::numericColumn("year", years));
  deposit->drillholes.front() = holes;
  return deposit;
}

Estimated estimatedAsOf(const std::shared_ptr<const geology::Deposit>& deposit, const std::string& asOf) {
  BackgroundWork work;
  work.start(estimateTask(deposit, planInto(""), asOf), [] {});
  auto outcome = work.waitForOutcome();
  return std::get<Estimated>(std::move(*outcome));
}

TEST(EstimateAsOf, IsMadeFromTheHolesOfThatDateAndNamedSo) {
  const auto deposit = datedDeposit();
  const Estimated whole = estimatedAsOf(deposit, ""), known = estimatedAsOf(deposit, "2005");
  EXPECT_LT(known.outcome.samples.size(), whole.outcome.samples.size());
  EXPECT_EQ(known.outcome.model.name, "estimate as known by 2005");
  EXPECT_NE(geology::findColumn(known.outcome.model.columns, "asof_2005_Cu_pct"), nullptr);
  EXPECT_EQ(geology::findColumn(known.outcome.model.columns, "Cu_pct"), nullptr);
  const EstimateNews news = estimateNews(known.outcome);
  EXPECT_EQ(news.column, "asof_2005_Cu_pct");
  EXPECT_THAT(news.text, HasSubstr("As known by 2005"));
  EXPECT_THAT(known.record, HasSubstr("\"asKnownBy\": \"2005\""));
  EXPECT_THAT(whole.record, testing::Not(HasSubstr("asKnownBy")));
}

TEST(EstimateAsOf, ASecondOneDoesNotTakeThePlaceOfTheFirst) {
  const auto deposit = datedDeposit();
  const auto with = withEstimate(*deposit, estimatedAsOf(deposit, "2005").outcome);
  EXPECT_EQ(estimatedAsOf(with, "2005").outcome.model.name, "estimate as known by 2005 2");
}

TEST(EstimateAsOf, WithoutDatesNobodyKnows) {
  BackgroundWork work;
  work.start(estimateTask(tests::sampleDeposit(), planInto(""), "2005"), [] {});
  const auto outcome = work.waitForOutcome();
  ASSERT_TRUE(std::holds_alternative<WorkFailed>(*outcome));
  EXPECT_THAT(std::get<WorkFailed>(*outcome).message, HasSubstr("no collar has a date"));
}

TEST(EstimateWork, IsAskedAnewForAnotherDate) {
  const auto deposit = datedDeposit();
  const EstimateState state{estimation::planToJson(planInto("")), false};
  EXPECT_NE(estimateQuestion(deposit, state, "2005"), estimateQuestion(deposit, state));
}

TEST(EstimateWork, FollowsThePlanAndNotItsSearch) {
  const std::shared_ptr<const geology::Deposit> deposit = tests::sampleDeposit();
  EXPECT_FALSE(estimateQuestion(deposit, {}));
  estimation::EstimationPlan plan = planInto("");
  const auto first = estimateQuestion(deposit, {estimation::planToJson(plan), false});
  ASSERT_TRUE(first);
  plan.search = estimation::sphere(60);
  EXPECT_EQ(estimateQuestion(deposit, {estimation::planToJson(plan), true}), first);
  plan.composites.length = 3;
  EXPECT_NE(estimateQuestion(deposit, {estimation::planToJson(plan), true}), first);
  EstimateWork work([] {});
  work.follow(first);
  while (work.busy()) work.follow(first);
  EXPECT_TRUE(work.facts().known) << work.facts().fault;
  EXPECT_EQ(work.facts().review.samples, 12U * 20);
}

}  // namespace
}  // namespace adit::viewer
