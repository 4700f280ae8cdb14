#include "geology/planning/plan_from_column.h"

#include <gmock/gmock.h>

#include <limits>

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::kMissing;
using geology::kNeverMined;
using geology::MinePlan;

BlockModel modelWith(geology::Column column) {
  BlockModel model;
  model.name = "blocks";
  model.lattice.count = {static_cast<std::int64_t>(column.size()), 1, 1};
  model.columns = {std::move(column)};
  return model;
}

MinePlan planOf(geology::Column column) {
  const BlockModel model = modelWith(std::move(column));
  const auto result = planFromColumn(model, model.columns[0]);
  EXPECT_TRUE(std::holds_alternative<MinePlan>(result));
  return std::get<MinePlan>(result);
}

std::vector<std::string> labels(const MinePlan& plan) {
  std::vector<std::string> texts;
  for (const auto& period : plan.periods) texts.push_back(period.label);
  return texts;
}

TEST(PlanFromColumn, DistinctNumbersInRisingOrderAreThePeriods) {
  const MinePlan plan = planOf(geology::numericColumn("YEAR", {2031, 2029, kMissing, 2031, -1, 2030}));
  EXPECT_THAT(labels(plan), testing::ElementsAre("2029", "2030", "2031"));
  EXPECT_THAT(plan.blocks[0].period, testing::ElementsAre(2, 0, kNeverMined, 2, kNeverMined, 1));
  EXPECT_EQ(plan.name, "blocks by YEAR");
  EXPECT_EQ(plan.periods[0].years, 1);
}

TEST(PlanFromColumn, ZeroBesideWholeNumbersFromOneIsNotMined) {
  const MinePlan plan = planOf(geology::numericColumn("MINED_MONTH", {0, 1, 2, 0}));
  EXPECT_THAT(labels(plan), testing::ElementsAre("month 1", "month 2"));
  EXPECT_THAT(plan.blocks[0].period, testing::ElementsAre(kNeverMined, 0, 1, kNeverMined));
  EXPECT_DOUBLE_EQ(plan.periods[0].years, 1.0 / 12);
}

TEST(PlanFromColumn, ZeroIsAPeriodWhereTheNextIsNotOne) {
  EXPECT_THAT(labels(planOf(geology::numericColumn("period", {0, 5, 10}))),
              testing::ElementsAre("period 0", "period 5", "period 10"));
}

TEST(PlanFromColumn, WhatIsNeverMinedIsNoPeriod) {
  const float never = std::numeric_limits<float>::infinity();
  const MinePlan plan = planOf(geology::numericColumn("period", {1, never, 2, never}));
  EXPECT_THAT(labels(plan), testing::ElementsAre("period 1", "period 2"));
  EXPECT_THAT(plan.blocks[0].period, testing::ElementsAre(0, kNeverMined, 1, kNeverMined));
}

TEST(PlanFromColumn, OneValueIsAPlanOfOnePeriod) {
  const MinePlan plan = planOf(geology::numericColumn("PHASE", {3, kMissing, 3}));
  EXPECT_THAT(labels(plan), testing::ElementsAre("phase 3"));
  EXPECT_THAT(plan.blocks[0].period, testing::ElementsAre(0, kNeverMined, 0));
}

TEST(PlanFromColumn, DatesAreThePeriodsInTheOrderOfTheCalendar) {
  const MinePlan plan =
      planOf(geology::categoryColumn("mined", {"2027-07-01", "2026-01-01", "", "2027-07-01"}));
  EXPECT_THAT(labels(plan), testing::ElementsAre("2026-01-01", "2027-07-01"));
  EXPECT_THAT(plan.blocks[0].period, testing::ElementsAre(1, 0, kNeverMined, 1));
  EXPECT_NEAR(plan.periods[0].years, 1.4959, 0.003);
}

TEST(PlanFromColumn, AMeasurementIsNoOrder) {
  std::vector<float> grades;
  for (int i = 0; i < 2100; ++i) grades.push_back(0.001F * static_cast<float>(i));
  const BlockModel model = modelWith(geology::numericColumn("cu", grades));
  const auto result = planFromColumn(model, model.columns[0]);
  ASSERT_TRUE(std::holds_alternative<NoPlan>(result));
  EXPECT_THAT(std::get<NoPlan>(result).reason, testing::HasSubstr("2000"));
  const BlockModel rocks = modelWith(geology::categoryColumn("rock", {"A", "B"}));
  EXPECT_TRUE(std::holds_alternative<NoPlan>(planFromColumn(rocks, rocks.columns[0])));
}

TEST(LikelyPeriodColumn, IsFoundByAWordOfItsName) {
  for (const char* name : {"MINED", "Period", "minedYear", "mine_month", "PUSHBACK"}) {
    const BlockModel model = modelWith(geology::numericColumn(name, {1, 2}));
    EXPECT_NE(likelyPeriodColumn(model), nullptr) << name;
  }
  for (const char* name : {"undermined", "cu", "yearly"}) {
    const BlockModel model = modelWith(geology::numericColumn(name, {1, 2}));
    EXPECT_EQ(likelyPeriodColumn(model), nullptr) << name;
  }
}

}  // namespace
}  // namespace adit::planning
