// Which ground a pit and the charts of a plan rest on.
#include "viewer/state/shown_economics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/classed_deposit.h"
#include "viewer/state/command.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using reporting::ResourceClass;
using testing::ElementsAre;
using testing::IsEmpty;

/// Two periods: the first takes out ten indicated blocks, the second one the next inferred ones.
std::shared_ptr<geology::Deposit> plannedDeposit(bool withInferred) {
  auto deposit = tests::classedDeposit();
  geology::MinePlan plan;
  plan.name = "LOM";
  plan.periods = {{"1", "", 1}, {"2", "", 1}};
  const std::size_t blocks = deposit->blockModels.front()->blockCount();
  plan.blocks.emplace_back();
  plan.blocks[0].model = "blocks";
  plan.blocks[0].period.assign(blocks, geology::kNeverMined);
  for (std::size_t b = 0; b < 30; b += 3) plan.blocks[0].period[b] = 0;
  if (withInferred) plan.blocks[0].period[1] = 1;
  plan.economics.cashFlow = {10, 20};
  std::vector<float> moments(blocks, std::numeric_limits<float>::infinity());
  plan.blocks[0].minedAt = geology::numericColumn("mined_at", moments);
  deposit->plans.push_back(std::make_shared<const geology::MinePlan>(std::move(plan)));
  return deposit;
}

std::vector<ShownEconomics> shown(const geology::Deposit& deposit, const std::string& script) {
  constexpr const char* kClasses =
      "resource class blocks class\nresource map blocks IND=indicated INF=inferred\nplan use LOM\nplan on\n";
  const auto state = applyScript(initialState(deposit), kClasses + script, deposit);
  if (const auto* fault = std::get_if<CommandError>(&state)) throw std::runtime_error(fault->message);
  return shownEconomics(deposit, std::get<ViewState>(state));
}

TEST(ShownEconomics, OnlyTheChartsOfMoneyAndProductionTellSome) {
  const auto deposit = plannedDeposit(true);
  EXPECT_THAT(shown(*deposit, ""), IsEmpty());
  EXPECT_THAT(shown(*deposit, "chart plan-risk"), IsEmpty());
  EXPECT_THAT(shown(*deposit, "chart histogram"), IsEmpty());
  ASSERT_EQ(shown(*deposit, "chart plan").size(), 1U);
  EXPECT_EQ(shown(*deposit, "chart plan").front().what, "the production of the plan 'LOM'");
  ASSERT_EQ(shown(*deposit, "chart plan-value").size(), 1U);
  EXPECT_EQ(shown(*deposit, "chart plan-value").front().what, "the cash flow of the plan 'LOM'");
  EXPECT_THAT(shown(*deposit, "chart plan-value\nplan off"), IsEmpty());
}

TEST(ShownEconomics, OfAPlanCountsWhatItTakesOut) {
  EXPECT_THAT(shown(*plannedDeposit(false), "chart plan").front().classes,
              ElementsAre(ResourceClass::Indicated));
  EXPECT_FALSE(shown(*plannedDeposit(false), "chart plan").front().restsOnInferred());
  EXPECT_THAT(shown(*plannedDeposit(true), "chart plan").front().classes,
              ElementsAre(ResourceClass::Inferred, ResourceClass::Indicated));
  EXPECT_TRUE(shown(*plannedDeposit(true), "chart plan").front().restsOnInferred());
}

TEST(ShownEconomics, WasteOfAPlanRestsOnNothing) {
  const auto deposit = plannedDeposit(true);
  const float grade = deposit->blockModels.front()->columns[0].values[1];
  const std::string above = commandNumber(std::isnan(grade) ? 5 : static_cast<double>(grade) + 1);
  EXPECT_THAT(shown(*deposit, "resource cutoffs cu_pct " + above + "\nchart plan").front().classes,
              IsEmpty());
}

TEST(ShownEconomics, WithoutClassesNobodyKnows) {
  const auto deposit = plannedDeposit(false);
  const auto one = shown(*deposit, "resource class blocks none\nchart plan").front();
  EXPECT_THAT(one.classes, ElementsAre(ResourceClass::Unclassified));
  EXPECT_TRUE(one.restsOnInferred());
}

}  // namespace
}  // namespace adit::viewer
