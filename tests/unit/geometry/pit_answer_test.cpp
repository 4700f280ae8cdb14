// The pit of a view: its plan in the deposit, and what is said about it.
#include "viewer/geometry/pit_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/planning/random_pit.h"
#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

using testing::Contains;
using testing::HasSubstr;

class PitAnswers : public testing::Test {
 protected:
  PitAnswers() {
    state.pit = {true, tests::pitTerms()};
    state.plan.on = true;
    state.plan.plan = std::string(kPitPlan);
  }
  PitAnswer answered(PitDetail detail = PitDetail::Whole) const {
    geology::Progress progress;
    return answerPit(*pitAsk(deposit, state), detail, progress);
  }

  std::shared_ptr<const geology::Deposit> deposit = std::make_shared<geology::Deposit>(tests::pitDeposit(3));
  ViewState state;
};

TEST_F(PitAnswers, ThePlanIsThatOfThePlanner) {
  geology::Progress progress;
  const planning::PitOutcome alone = planning::planPit({*deposit, state.pit.inputs}, progress);
  const PitAnswer answer = answered();
  ASSERT_TRUE(answer.plan);
  EXPECT_EQ(answer.plan->blocks[0].period, alone.plan->blocks[0].period);
  EXPECT_EQ(answer.plan->basis, geology::PlanBasis::Schedule);
  EXPECT_EQ(answer.plan->blocks[0].minedAt.size(), deposit->blockModels[0]->blockCount()) << "it plays";
  const PitFacts facts = pitFacts(*deposit, state, answer);
  const planning::ShellRow& row = alone.shells.rows[*alone.limit];
  ASSERT_TRUE(facts.limit);
  EXPECT_DOUBLE_EQ(facts.limit->value, row.value);
  EXPECT_DOUBLE_EQ(facts.limit->ore, row.ore);
  EXPECT_DOUBLE_EQ(facts.limit->waste, row.waste);
  EXPECT_DOUBLE_EQ(*facts.stripRatio, row.waste / row.ore);
  EXPECT_EQ(facts.shells.size(), state.pit.inputs.revenueFactors.size());
  EXPECT_DOUBLE_EQ(*facts.presentValue, alone.schedule->presentValue);
  EXPECT_EQ(facts.basis, "pit shell, not a design");
  EXPECT_FALSE(facts.doubtfulClass) << "nobody classified anything";
}

TEST_F(PitAnswers, TheQuickLimitIsThatOfTheWholeAnswer) {
  const PitAnswer quick = answered(PitDetail::Limit), whole = answered();
  const auto inside = [](const PitAnswer& answer) {
    std::vector<bool> cells;
    for (const planning::ShellIndex shell : answer.outcome->shells.shellOfCell)
      cells.push_back(shell <= *answer.outcome->limit);
    return cells;
  };
  EXPECT_EQ(inside(quick), inside(whole));
  EXPECT_EQ(pitFacts(*deposit, state, quick).limit->value, pitFacts(*deposit, state, whole).limit->value);
  EXPECT_FALSE(pitFacts(*deposit, state, quick).whole);
}

TEST_F(PitAnswers, AHigherPriceMakesAPitThatIsNoSmaller) {
  const PitFacts before = pitFacts(*deposit, state, answered());
  state.pit.inputs.metals[0].price = 12000;
  const PitFacts after = pitFacts(*deposit, state, answered());
  EXPECT_GT(after.blocks, before.blocks);
  EXPECT_GT(after.limit->value, before.limit->value);
}

TEST_F(PitAnswers, TheShareOfPoorlyKnownOreIsCountedBlockByBlock) {
  auto classed = std::make_shared<geology::BlockModel>(*deposit->blockModels[0]);
  std::vector<std::string> codes(classed->blockCount());
  for (std::size_t b = 0; b < codes.size(); ++b) codes[b] = b % 3 == 0 ? "IND" : b % 3 == 1 ? "INF" : "";
  classed->columns.push_back(geology::categoryColumn("class", codes));
  auto known = std::make_shared<geology::Deposit>(*deposit);
  known->blockModels = {classed};
  auto support = std::make_shared<geology::DataSupport>();
  std::vector<float> nearest(codes.size());
  for (std::size_t b = 0; b < nearest.size(); ++b) nearest[b] = b % 2 == 0 ? 10.F : 60.F;
  support->spacing = 50;
  support->columns = {geology::numericColumn(std::string(geology::kSupportNearest), nearest)};
  known->support = {support};
  deposit = known;
  state.categories["blocks"] = {
      "class", {{"IND", reporting::ResourceClass::Indicated}, {"INF", reporting::ResourceClass::Inferred}}};
  const PitAnswer answer = answered();
  const planning::PitOutcome& outcome = *answer.outcome;
  double ore = 0, doubtful = 0, beyond = 0;
  for (std::size_t b = 0; b < codes.size(); ++b) {
    if (outcome.shells.shellOfCell[b] > *outcome.limit || !outcome.ground.isOre(b)) continue;
    const auto tonnes = static_cast<double>(outcome.ground.tonnes[b]);
    ore += tonnes;
    if (codes[b] != "IND") doubtful += tonnes;
    if (b % 2 == 1) beyond += tonnes;
  }
  const PitFacts facts = pitFacts(*deposit, state, answer);
  EXPECT_DOUBLE_EQ(facts.doubtfulClass.value(), doubtful / ore);
  EXPECT_DOUBLE_EQ(facts.beyondDrilling.value(), beyond / ore);
}

TEST_F(PitAnswers, TheDepositKnowsOnePitAtATime) {
  const PitAnswer first = answered();
  const auto known = withPit(deposit, &first);
  ASSERT_EQ(known->plans.size(), 1U);
  EXPECT_EQ(shownPlan(*known, state), first.plan.get());
  EXPECT_EQ(withPit(known, &first), known) << "nothing changes";
  EXPECT_EQ(pitAsk(known, state), pitAsk(deposit, state)) << "its own answer asks nothing new";
  state.pit.inputs.metals[0].price = 7000;
  state.pit.inputs.design.emplace();
  const PitAnswer second = answered();
  const auto replaced = withPit(known, &second);
  ASSERT_EQ(replaced->plans.size(), 1U);
  EXPECT_EQ(replaced->plans[0], second.plan);
  ASSERT_EQ(replaced->meshes.size(), 1U);
  EXPECT_EQ(replaced->meshes[0]->name, kPitDesignMesh);
  EXPECT_EQ(replaced->meshes[0]->source.format, "pit limit design: pit design, not a reserve");
  const auto without = withPit(replaced, nullptr);
  EXPECT_TRUE(without->plans.empty());
  EXPECT_TRUE(without->meshes.empty());
  EXPECT_EQ(withPit(without, nullptr), without);
}

TEST_F(PitAnswers, NoPitSaysWhy) {
  state.pit.inputs.metals[0].price = 1000;
  const PitAnswer poor = answered();
  EXPECT_FALSE(poor.plan);
  EXPECT_THAT(poor.fault, HasSubstr("pays"));
  state.pit.inputs.model = "rocks";
  EXPECT_THAT(answered().fault, HasSubstr("rocks"));
  EXPECT_EQ(pitFacts(*deposit, state, poor).limit, std::nullopt);
  state.pit.on = false;
  EXPECT_FALSE(pitAsk(deposit, state));
}

TEST_F(PitAnswers, ACancelledPitIsNone) {
  geology::Progress progress;
  progress.cancel();
  EXPECT_THROW(answerPit(*pitAsk(deposit, state), PitDetail::Whole, progress), geology::Cancelled);
}

}  // namespace
}  // namespace adit::viewer
