// The commands of the pit: what is proposed, stated, refused, and how the view shows it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geology/planning/pit_json.h"
#include "geology/planning/pit_proposal.h"
#include "tests/unit/planning/random_pit.h"
#include "viewer/state/command.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;

class PitCommands : public testing::Test {
 protected:
  PitCommands() {
    auto model = std::make_shared<geology::BlockModel>(*deposit.blockModels[0]);
    std::vector<std::string> codes(model->blockCount(), "INF");
    codes[0] = "MEA";
    model->columns.push_back(geology::categoryColumn("class", codes));
    model->columns.push_back(
        geology::numericColumn("au", std::vector<float>(model->blockCount(), .2F), "g/t"));
    deposit.blockModels = {model};
  }
  void run(const std::string& line) {
    const auto next = apply(state, std::get<Command>(parseCommand(line)), deposit);
    if (const auto* fault = std::get_if<CommandError>(&next))
      ADD_FAILURE() << line << ": " << fault->message;
    else
      state = std::get<ViewState>(next);
  }
  std::string fault(const std::string& line) const {
    const auto next = apply(state, std::get<Command>(parseCommand(line)), deposit);
    const auto* fault = std::get_if<CommandError>(&next);
    return fault != nullptr ? fault->message : "";
  }
  void stateEverything() {
    for (const char* line : {"pit propose blocks", "pit set price 9000", "pit set sellingCost 900",
                             "pit set recovery 0.88", "pit set miningCost.perTonne 2.2",
                             "pit set density 2.7", "pit set processingCost 12", "pit set slopes.angle 45"})
      run(line);
  }

  geology::Deposit deposit = tests::pitDeposit(3);
  ViewState state;
};

TEST_F(PitCommands, NoPitBeforeEverythingIsStated) {
  run("pit propose");
  EXPECT_EQ(state.pit.inputs.metals.at(0).grade, "cu");
  EXPECT_THAT(fault("pit on"), HasSubstr("the price of cu"));
  EXPECT_THAT(fault("pit on"), HasSubstr("the slope of the walls"));
  stateEverything();
  EXPECT_TRUE(planning::missingFrom(state.pit.inputs).empty());
  EXPECT_FALSE(state.pit.on);
  run("pit on");
  EXPECT_TRUE(state.pit.on);
  EXPECT_TRUE(state.plan.on);
  EXPECT_EQ(state.plan.plan, kPitPlan);
  run("pit off");
  EXPECT_FALSE(state.pit.on);
  EXPECT_FALSE(state.plan.on);
  EXPECT_EQ(state.plan.plan, "");
}

TEST_F(PitCommands, APriceThatIsTakenBackEndsThePit) {
  stateEverything();
  run("pit on");
  run("pit set price 9500 cu");
  EXPECT_EQ(state.pit.inputs.metals[0].price, 9500);
  EXPECT_TRUE(state.pit.on);
  run("pit set price none");
  EXPECT_FALSE(state.pit.on);
}

TEST_F(PitCommands, MetalsAreNamedByTheirGrade) {
  stateEverything();
  run("pit metal au on");
  ASSERT_EQ(state.pit.inputs.metals.size(), 2U);
  EXPECT_EQ(state.pit.inputs.metals[1].per, "oz");
  run("pit set price 2000 au");
  EXPECT_EQ(state.pit.inputs.metals[1].price, 2000);
  EXPECT_EQ(state.pit.inputs.metals[0].price, 9000);
  EXPECT_THAT(fault("pit set price 2000"), HasSubstr("METAL")) << "which one is not said";
  EXPECT_THAT(fault("pit set price 2000 ag"), HasSubstr("'ag'"));
  run("pit metal au off");
  EXPECT_EQ(state.pit.inputs.metals.size(), 1U);
  EXPECT_THAT(fault("pit metal class on"), HasSubstr("'class'"));
}

TEST_F(PitCommands, OreIsLimitedByTheClassesThatAPersonConfirmed) {
  stateEverything();
  EXPECT_THAT(fault("pit ore known"), HasSubstr("nobody said"));
  state.categories["blocks"] = {"class",
                                {{"MEA", reporting::ResourceClass::Measured},
                                 {"INF", reporting::ResourceClass::Inferred},
                                 {"PRB", reporting::ResourceClass::Probable}}};
  run("pit ore known");
  EXPECT_EQ(state.pit.inputs.ore.column, "class");
  EXPECT_EQ(state.pit.inputs.ore.names, (std::vector<std::string>{"MEA", "PRB"})) << "reserves are known too";
  run("pit ore all");
  EXPECT_EQ(state.pit.inputs.ore.column, "");
}

TEST_F(PitCommands, AllStatementsTravelAsOneText) {
  stateEverything();
  run("pit design on");
  run("pit set schedule.mineCapacity 4e6");
  const PitState stated = state.pit;
  const Command all = command("pit inputs", planning::pitToJson(stated.inputs));
  const auto again = parseCommand(formatCommand(all));
  ASSERT_TRUE(std::holds_alternative<Command>(again));
  const auto next = apply({}, std::get<Command>(again), deposit);
  ASSERT_TRUE(std::holds_alternative<ViewState>(next)) << std::get<CommandError>(next).message;
  EXPECT_EQ(std::get<ViewState>(next).pit.inputs, stated.inputs);
  const auto read = stateFromJson(toJson(state));
  ASSERT_TRUE(std::holds_alternative<ViewState>(read)) << std::get<CommandError>(read).message;
  EXPECT_EQ(std::get<ViewState>(read), state);
}

TEST_F(PitCommands, WhatIsMistypedIsRefused) {
  stateEverything();
  const PitState before = state.pit;
  EXPECT_THAT(fault("pit set minigCost 2"), HasSubstr("minigCost"));
  EXPECT_THAT(fault("pit set recovery 2"), HasSubstr("recovery"));
  EXPECT_THAT(fault("pit inputs '{\"metals\": 3}'"), HasSubstr("metals"));
  EXPECT_EQ(state.pit, before);
}

}  // namespace
}  // namespace adit::viewer
