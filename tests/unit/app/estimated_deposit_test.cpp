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
