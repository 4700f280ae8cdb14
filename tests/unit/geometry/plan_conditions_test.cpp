// What a mine plan hides of a block model at a moment.
#include "viewer/geometry/plan_conditions.h"

#include <gtest/gtest.h>

#include <random>

#include "geology/planning/mine_order.h"
#include "viewer/geometry/plan_in_time.h"
#include "viewer/geometry/selection.h"
#include "viewer/geometry/selection_cache.h"

namespace adit::viewer {
namespace {

using geology::kNeverMined;
using geology::PeriodIndex;

struct Mine {
  std::shared_ptr<geology::BlockModel> model = std::make_shared<geology::BlockModel>();
  std::shared_ptr<geology::MinePlan> plan = std::make_shared<geology::MinePlan>();
  geology::Deposit deposit;

  explicit Mine(unsigned seed) {
    std::mt19937 random(seed);
    model->name = "blocks";
    model->lattice.count = {21, 17, 9};
    plan->periods.resize(5);
    geology::PlanBlocks blocks{"blocks", "", {}, geology::PlanActivity::Pit, {}};
    for (std::size_t row = 0; row < model->blockCount(); ++row)
      blocks.period.push_back(random() % 4 == 0 ? kNeverMined : static_cast<PeriodIndex>(random() % 5));
    plan->blocks = {blocks};
    deposit.blockModels = {model};
    planning::timePlan(*plan, deposit.blockModels);
    deposit.plans = {plan};
  }
  const std::vector<float>& moments() const { return plan->blocks[0].minedAt.values; }
};

ViewState at(double time) {
  ViewState state;
  state.plan.on = true;
  state.plan.time = time;
  return state;
}

TEST(PlanConditions, HideWhatIsMinedByThen) {
  const Mine mine(5);
  SelectionCache cache;
  std::vector<double> times{0, 0.5, 1, 2.37, 4.999999, 5};
  for (std::size_t row = 0; row < 40; ++row)  // moments of blocks themselves, and just before
    if (const double moment = mine.moments()[row]; moment < 6) {
      times.push_back(moment);
      times.push_back(std::nextafter(moment, 0.0));
    }
  for (const double time : times) {
    const Selection selection = selectBlocks(*mine.model, at(time), mine.deposit, &cache);
    std::size_t gone = 0;
    for (std::size_t row = 0; row < mine.model->blockCount(); ++row) {
      const bool mined = static_cast<double>(mine.moments()[row]) <= time;
      gone += mined ? 1 : 0;
      ASSERT_EQ(selection.shown->test(row), !mined) << row << " at " << time;
    }
    const auto& hidden = selection.count.hidden;
    EXPECT_EQ(hidden.empty() ? 0 : hidden.front().count, gone);
    if (gone > 0) {
      EXPECT_EQ(hidden.front().reason, kMinedReason);
    }
  }
}

TEST(PlanConditions, ForwardAndBackwardAreTheSame) {
  const Mine mine(6);
  SelectionCache cache;
  std::vector<geology::BitMask> forward;
  for (double time = 0; time <= 5; time += 0.25)
    forward.push_back(*selectBlocks(*mine.model, at(time), mine.deposit, &cache).shown);
  for (double time = 5; time >= 0; time -= 0.25)
    EXPECT_EQ(*selectBlocks(*mine.model, at(time), mine.deposit, &cache).shown,
              forward[static_cast<std::size_t>(time * 4)]);
}

TEST(PlanConditions, NothingIsHiddenWhileThePlanIsOff) {
  const Mine mine(7);
  ViewState state = at(5);
  state.plan.on = false;
  EXPECT_EQ(selectBlocks(*mine.model, state, mine.deposit).count.shown, mine.model->blockCount());
}

TEST(InTheirPeriod, IsWhatIsLeftOfTheCurrentOne) {
  const Mine mine(8);
  for (const double time : {0.0, 0.3, 1.0, 2.5, 5.0}) {
    const geology::BitMask current = inTheirPeriod(mine.plan->blocks[0], time, nullptr);
    for (std::size_t row = 0; row < mine.model->blockCount(); ++row) {
      const auto moment = static_cast<double>(mine.moments()[row]);
      EXPECT_EQ(current.test(row), moment > time && moment <= std::ceil(time)) << row << " at " << time;
    }
  }
}

TEST(PlanMaker, KeepsTheGroundFromMomentToMoment) {
  const Mine mine(9);
  PlanMaker maker;
  const PlanInTime* now = maker.at(mine.deposit, at(1));
  ASSERT_NE(now, nullptr);
  const auto ground = now->ground;
  ASSERT_NE(ground, nullptr);
  EXPECT_EQ(maker.at(mine.deposit, at(3))->ground, ground);
  EXPECT_EQ(maker.at(mine.deposit, at(3))->time, 3);
  EXPECT_EQ(maker.at(mine.deposit, ViewState{}), nullptr);
}

}  // namespace
}  // namespace adit::viewer
