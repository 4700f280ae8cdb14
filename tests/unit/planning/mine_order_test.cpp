#include "geology/planning/mine_order.h"

#include <gmock/gmock.h>

#include <random>

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::kNeverMined;
using geology::MinePlan;
using geology::PeriodIndex;

BlockModel blocks(std::int64_t nx, std::int64_t ny, std::int64_t nz) {
  BlockModel model;
  model.name = "blocks";
  model.lattice.count = {nx, ny, nz};
  return model;
}

TEST(MineOrder, GoesDownBenchByBenchAtAnEvenRate) {
  // One column of two cells wide and two high; rows 0, 1 are the lower bench.
  const std::vector<float> moment = mineOrder(blocks(2, 1, 2), {0, 0, 0, 0});
  EXPECT_THAT(moment, testing::ElementsAre(0.75F, 1.0F, 0.25F, 0.5F));
}

TEST(MineOrder, WhatStaysHasNoMoment) {
  const std::vector<float> moment = mineOrder(blocks(2, 1, 1), {kNeverMined, 3});
  EXPECT_THAT(moment, testing::ElementsAre(std::numeric_limits<float>::infinity(), 4.0F));
}

TEST(MineOrder, ALargerSubBlockTakesLonger) {
  BlockModel model = blocks(1, 1, 1);
  model.cellOfBlock = {0, 0};
  model.boxes = {{{0, 0, 0}, {1, 1, 0.25F}}, {{0, 0, 0.25F}, {1, 1, 1}}};
  EXPECT_THAT(mineOrder(model, {0, 0}), testing::ElementsAre(0.25F, 1.0F));
}

TEST(MineOrder, EachMomentIsInItsPeriodAndNoBlockGoesBeforeOneOnAHigherBench) {
  std::mt19937 random(7);
  const BlockModel model = blocks(7, 5, 9);
  std::vector<PeriodIndex> period(model.blockCount());
  for (PeriodIndex& p : period) p = random() % 5 == 0 ? kNeverMined : static_cast<PeriodIndex>(random() % 6);
  const std::vector<float> moment = mineOrder(model, period);
  for (std::size_t a = 0; a < moment.size(); ++a) {
    if (period[a] == kNeverMined) continue;
    EXPECT_GT(moment[a], period[a]);
    EXPECT_LE(moment[a], period[a] + 1);
    for (std::size_t b = 0; b < moment.size(); ++b)
      if (period[a] == period[b] && b / 35 > a / 35) {
        EXPECT_LT(moment[b], moment[a]) << a << " " << b;
      }
  }
}

TEST(TimePlan, LeavesAnOrderOfAnotherModelWithoutMoments) {
  const auto model = std::make_shared<BlockModel>(blocks(2, 1, 1));
  MinePlan plan;
  plan.blocks = {{"blocks", "", {0, 1}, geology::PlanActivity::Pit, {}},
                 {"blocks", "", {0, 1, 2}, geology::PlanActivity::Pit, {}},
                 {"gone", "", {0, 1}, geology::PlanActivity::Pit, {}}};
  timePlan(plan, {model});
  EXPECT_EQ(plan.blocks[0].minedAt.size(), 2U);
  EXPECT_EQ(plan.blocks[1].minedAt.size(), 0U);
  EXPECT_EQ(plan.blocks[2].minedAt.size(), 0U);
}

TEST(PeriodAt, IsTheOneThatIsBeingWorked) {
  MinePlan plan;
  plan.periods.resize(3);
  EXPECT_EQ(periodAt(plan, 0), std::nullopt);
  EXPECT_EQ(periodAt(plan, 0.01), PeriodIndex{0});
  EXPECT_EQ(periodAt(plan, 1), PeriodIndex{0});
  EXPECT_EQ(periodAt(plan, 2.5), PeriodIndex{2});
  EXPECT_EQ(periodAt(plan, 3), PeriodIndex{2});
  EXPECT_EQ(periodAt(plan, 3.01), std::nullopt);
}

}  // namespace
}  // namespace adit::planning
