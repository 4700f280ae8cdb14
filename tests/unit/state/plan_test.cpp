// The commands of the mine plan, and which plan and moment a view means.
#include "viewer/state/plan.h"

#include <gmock/gmock.h>

#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

using geology::Deposit;
using geology::MinePlan;

Deposit mine() {
  Deposit deposit;
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice.count = {2, 1, 1};
  model->columns = {geology::numericColumn("phase", {1, 2}), geology::categoryColumn("rock", {"A", "B"})};
  deposit.blockModels = {model};
  for (const char* name : {"base", "other"}) {
    auto plan = std::make_shared<MinePlan>();
    plan->name = name;
    plan->periods = {{"2029", "", 1}, {"2030", "", 1}, {"2031", "", 1}};
    deposit.plans.push_back(plan);
  }
  auto byColumn = std::make_shared<MinePlan>();
  byColumn->name = "blocks by phase";
  byColumn->periods = {{"phase 1", "", 1}, {"phase 2", "", 1}};
  byColumn->blocks = {{"blocks", "phase", {0, 1}, geology::PlanActivity::Pit, {}}};
  deposit.plans.push_back(byColumn);
  return deposit;
}

ViewState after(std::initializer_list<const char*> lines, const Deposit& deposit) {
  ViewState state;
  for (const char* line : lines) {
    const auto result = apply(state, std::get<Command>(parseCommand(line)), deposit);
    if (const auto* fault = std::get_if<CommandError>(&result))
      ADD_FAILURE() << line << ": " << fault->message;
    else
      state = std::get<ViewState>(result);
  }
  return state;
}

std::string faultOfLine(const char* line, const Deposit& deposit) {
  const auto result = apply({}, std::get<Command>(parseCommand(line)), deposit);
  return std::holds_alternative<CommandError>(result) ? std::get<CommandError>(result).message : "";
}

TEST(PlanCommands, SetTheMoment) {
  const Deposit deposit = mine();
  EXPECT_EQ(after({"plan time 1.25"}, deposit).plan.time, 1.25);
  EXPECT_TRUE(after({"plan time 1.25"}, deposit).plan.on);
  EXPECT_EQ(after({"plan time 2030"}, deposit).plan.time, 2) << "the end of the period of that label";
  EXPECT_EQ(after({"plan time end"}, deposit).plan.time, 3);
  EXPECT_EQ(after({"plan time 2", "plan time start"}, deposit).plan.time, 0);
  EXPECT_THAT(faultOfLine("plan time 4", deposit), testing::HasSubstr("0 to 3"));
  EXPECT_THAT(faultOfLine("plan time 2035", deposit), testing::HasSubstr("2035"));
}

TEST(PlanCommands, StepToTheEndsOfPeriods) {
  const Deposit deposit = mine();
  EXPECT_EQ(after({"plan step"}, deposit).plan.time, 1);
  EXPECT_EQ(after({"plan time 1.25", "plan step"}, deposit).plan.time, 2);
  EXPECT_EQ(after({"plan time 1.25", "plan step -1"}, deposit).plan.time, 1);
  EXPECT_EQ(after({"plan time 2", "plan step -1"}, deposit).plan.time, 1);
  EXPECT_EQ(after({"plan time 2.5", "plan step 9"}, deposit).plan.time, 3);
}

TEST(PlanCommands, ChooseThePlan) {
  const Deposit deposit = mine();
  EXPECT_EQ(shownPlan(deposit, ViewState{}), nullptr);
  EXPECT_EQ(shownPlan(deposit, after({"plan on"}, deposit))->name, "base");
  EXPECT_EQ(shownPlan(deposit, after({"plan use other"}, deposit))->name, "other");
  EXPECT_EQ(shownPlan(deposit, after({"plan by blocks phase"}, deposit))->name, "blocks by phase");
  EXPECT_EQ(shownPlan(deposit, after({"plan by blocks phase", "plan use base"}, deposit))->name, "base");
  EXPECT_EQ(planOf(deposit, after({"plan by blocks rock"}, deposit).plan), nullptr) << "it is not made yet";
  EXPECT_THAT(faultOfLine("plan use bsae", deposit), testing::HasSubstr("base"));
  EXPECT_THAT(faultOfLine("plan on", Deposit{}), testing::HasSubstr("no mine plan"));
}

TEST(PlanCommands, AMomentIsNoLabelOfAnotherPeriod) {
  Deposit deposit = mine();
  auto late = std::make_shared<MinePlan>();
  late->name = "late";
  late->periods = {{"2", "", 1}, {"3", "", 1}, {"4", "", 1}, {"1.0", "", 1}};
  deposit.plans = {late};
  EXPECT_EQ(after({"plan time 2"}, deposit).plan.time, 1) << "a person means the period of that label";
  for (const double time : {0.0, 1.0, 1.5, 2.0, 3.0, 4.0}) {
    const auto result = apply({}, command("plan time", planTimeText(*late, time)), deposit);
    ASSERT_TRUE(std::holds_alternative<ViewState>(result));
    EXPECT_EQ(std::get<ViewState>(result).plan.time, time);
  }
  EXPECT_EQ(planTimeText(*mine().plans[0], 2), "2");
}

TEST(IsThere, OfPitsTheLastThatHasBeenBegun) {
  Deposit deposit = mine();
  auto plan = std::make_shared<MinePlan>(*deposit.plans[0]);
  using enum geology::PlanActivity;
  plan->solids = {
      {"pit 2029", Pit, 0, 0}, {"north 2031", Pit, 2, 2}, {"south 2031", Pit, 2, 2}, {"stope", Stope, 1, 1}};
  deposit.plans = {plan};
  const auto there = [&](double time) {
    ViewState state;
    state.plan.on = true;
    state.plan.time = time;
    std::vector<std::string> names;
    for (const char* name : {"pit 2029", "north 2031", "south 2031", "stope", "fault"})
      if (isThere(deposit, state, name)) names.emplace_back(name);
    return names;
  };
  using testing::ElementsAre;
  EXPECT_THAT(there(0), ElementsAre("stope", "fault"));
  EXPECT_THAT(there(0.5), ElementsAre("pit 2029", "stope", "fault"));
  EXPECT_THAT(there(2), ElementsAre("pit 2029", "stope", "fault"));
  EXPECT_THAT(there(3), ElementsAre("north 2031", "south 2031", "stope", "fault"));
  EXPECT_TRUE(isThere(deposit, ViewState{}, "pit 2029")) << "without a plan it is a surface like others";
}

TEST(PlannedModel, IsThatOfTheFirstBlocksOfThePlan) {
  Deposit deposit = mine();
  EXPECT_EQ(plannedModel(deposit, *deposit.plans[0]), nullptr) << "the plan orders nothing";
  auto second = std::make_shared<geology::BlockModel>(*deposit.blockModels[0]);
  second->name = "second";
  deposit.blockModels.push_back(second);
  MinePlan plan = *deposit.plans.back();
  geology::PlanBlocks blocks = plan.blocks[0];
  blocks.minedAt = geology::numericColumn("mined_at", {1, 2});
  plan.blocks = {blocks, blocks};
  plan.blocks[0].model = "second";
  EXPECT_EQ(plannedModel(deposit, plan), second);
  plan.blocks[0].minedAt = {};
  EXPECT_EQ(plannedModel(deposit, plan), deposit.blockModels[0]) << "the first that can be timed";
}

TEST(PlanMoment, IsToldInWords) {
  const Deposit deposit = mine();
  const MinePlan& plan = *deposit.plans.front();
  EXPECT_EQ(planMomentText(plan, 0), "before the first period");
  EXPECT_EQ(planMomentText(plan, 0.5), "2029, 50 %");
  EXPECT_EQ(planMomentText(plan, 0.999), "2029, 99 %") << "the end has not come";
  EXPECT_EQ(planMomentText(plan, 1), "end of 2029");
  EXPECT_EQ(planMomentText(plan, 3), "end of 2031");
}

}  // namespace
}  // namespace adit::viewer
