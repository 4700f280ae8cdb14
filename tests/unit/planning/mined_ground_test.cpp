#include "geology/planning/mined_ground.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "geology/planning/mine_order.h"

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::kNeverMined;
using geology::PeriodIndex;
using geology::PlanActivity;
using geology::PlanBlocks;

std::shared_ptr<BlockModel> column(std::int64_t layers) {
  auto model = std::make_shared<BlockModel>();
  model->lattice.origin = {100, 200, 0};
  model->lattice.size = {10, 10, 5};
  model->lattice.count = {1, 1, layers};
  return model;
}

PlanBlocks ordered(const BlockModel& model, std::vector<PeriodIndex> period,
                   PlanActivity activity = PlanActivity::Pit) {
  PlanBlocks blocks{model.name, "", std::move(period), activity, {}};
  blocks.minedAt = geology::numericColumn("mined_at", mineOrder(model, blocks.period), "period");
  return blocks;
}

/// Level ground over the place of `column`.
std::shared_ptr<geology::Terrain> level(float height) {
  auto terrain = std::make_shared<geology::Terrain>();
  terrain->columns = terrain->rows = 3;
  terrain->origin = {90, 190};
  terrain->stepColumn = {20, 0};
  terrain->stepRow = {0, 20};
  terrain->heights.assign(9, height);
  return terrain;
}

TEST(MinedGround, GoesDownWithItsBenches) {
  const auto model = column(4);  // heights 0..20
  const MinedGround ground(model, ordered(*model, {kNeverMined, 2, 1, 0}), nullptr);
  EXPECT_DOUBLE_EQ(ground.heightAt(105, 205, 0), 20);
  EXPECT_DOUBLE_EQ(ground.heightAt(105, 205, 0.99), 20);
  EXPECT_DOUBLE_EQ(ground.heightAt(105, 205, 1), 15);
  EXPECT_DOUBLE_EQ(ground.heightAt(105, 205, 2), 10);
  EXPECT_DOUBLE_EQ(ground.heightAt(105, 205, 99), 5);
  EXPECT_TRUE(std::isnan(ground.heightAt(99, 205, 3))) << "beside the model";
}

TEST(MinedGround, WhatIsMinedUnderGroundThatStaysOpensNothing) {
  const auto model = column(4);
  const std::vector<PeriodIndex> stope{kNeverMined, 0, kNeverMined, kNeverMined};
  EXPECT_FALSE(MinedGround(model, ordered(*model, stope, PlanActivity::Stope), nullptr).everOpen(0, 0));
  EXPECT_FALSE(MinedGround(model, ordered(*model, stope), level(20)).everOpen(0, 0));
}

TEST(MinedGround, AboveThePitAndAboveTheTerrainThereIsAir) {
  const auto model = column(4);
  const std::vector<PeriodIndex> order{kNeverMined, 0, kNeverMined, kNeverMined};
  EXPECT_DOUBLE_EQ(MinedGround(model, ordered(*model, order), nullptr).heightAt(105, 205, 1), 5)
      << "nothing but air lies above a pit";
  EXPECT_DOUBLE_EQ(MinedGround(model, ordered(*model, order), level(10)).heightAt(105, 205, 1), 5);
  EXPECT_DOUBLE_EQ(MinedGround(model, ordered(*model, order), level(10)).heightAt(105, 205, 0), 10);
}

TEST(MinedGround, AirThatIsPlannedOpensNothing) {
  const auto model = column(4);
  const MinedGround none(model, ordered(*model, {kNeverMined, kNeverMined, 0, 0}), level(10));
  EXPECT_FALSE(none.everOpen(0, 0));
  const MinedGround late(model, ordered(*model, {kNeverMined, 0, 1, 1}), level(10));
  EXPECT_DOUBLE_EQ(late.heightAt(105, 205, 1), 5) << "it does not wait for the air above";
  EXPECT_EQ(late.openedVolume(0.5), 0);
}

TEST(MinedGround, ACellWithoutABlockIsNoRoof) {
  const auto model = column(4);
  model->cellOfBlock = {1, 3};
  const MinedGround ground(model, ordered(*model, {1, 0}), nullptr);
  EXPECT_DOUBLE_EQ(ground.heightAt(105, 205, 1), 15);
  EXPECT_DOUBLE_EQ(ground.heightAt(105, 205, 2), 5);
}

TEST(MinedGround, ACellIsGoneWithTheLastOfItsSubBlocks) {
  const auto model = column(2);
  model->cellOfBlock = {0, 1, 1};
  model->boxes = {{{0, 0, 0}, {1, 1, 1}}, {{0, 0, 0}, {1, 1, 0.5F}}, {{0, 0, 0.5F}, {1, 1, 1}}};
  const MinedGround ground(model, ordered(*model, {2, 1, 0}), nullptr);
  EXPECT_DOUBLE_EQ(ground.heightAt(105, 205, 1), 10);
  EXPECT_DOUBLE_EQ(ground.heightAt(105, 205, 2), 5);
}

TEST(MinedGround, TheVolumeIsThatOfTheBlocksOnLevelGround) {
  const auto model = column(4);
  const MinedGround ground(model, ordered(*model, {kNeverMined, 2, 1, 0}), level(20));
  EXPECT_DOUBLE_EQ(ground.openedVolume(0), 0);
  EXPECT_DOUBLE_EQ(ground.openedVolume(2), 2 * 500);
}

TEST(MinedGround, EqualsWalkingDownEachColumn) {
  std::mt19937 random(3);
  const auto model = std::make_shared<BlockModel>();
  model->lattice.count = {6, 5, 8};
  std::vector<PeriodIndex> period(model->blockCount());
  for (PeriodIndex& p : period) p = random() % 6 == 0 ? kNeverMined : static_cast<PeriodIndex>(random() % 4);
  const PlanBlocks blocks = ordered(*model, period);
  const MinedGround ground(model, blocks, nullptr);
  for (double time = 0; time <= 4; time += 0.21)
    for (std::int64_t j = 0; j < 5; ++j)
      for (std::int64_t i = 0; i < 6; ++i) {
        std::int64_t lowest = 8;
        bool under = false;
        for (std::int64_t k = 7; k >= 0; --k) {
          const auto row = static_cast<std::size_t>(model->lattice.cellIndex(i, j, k));
          if (!under && period[row] == kNeverMined) continue;  // air above the pit
          under = true;
          if (!(blocks.minedAt.values[row] <= time)) break;
          lowest = k;
        }
        EXPECT_EQ(ground.openLayer(i, j, time), lowest) << i << " " << j << " at " << time;
      }
}

TEST(MinedGround, OneQuestionHasTheSameAnswerAsAll) {
  std::mt19937 random(9);
  const auto model = std::make_shared<BlockModel>();
  model->lattice.origin = {100, 200, 0};
  model->lattice.size = {10, 10, 5};
  model->lattice.count = {4, 4, 6};
  for (std::uint32_t cell = 0; cell < 96; ++cell)
    if (random() % 8 != 0 && cell % 16 != 5) model->cellOfBlock.push_back(cell);
  std::vector<PeriodIndex> period(model->blockCount());
  for (PeriodIndex& p : period) p = random() % 6 == 0 ? kNeverMined : static_cast<PeriodIndex>(random() % 4);
  const PlanBlocks blocks = ordered(*model, period);
  for (const auto& terrain : {std::shared_ptr<geology::Terrain>{}, level(22)}) {
    const MinedGround ground(model, blocks, terrain);
    for (double time = 0; time <= 4; time += 0.3)
      for (double y = 195; y < 245; y += 10)
        for (double x = 95; x < 145; x += 10) {
          const double all = ground.heightAt(x, y, time);
          const double one = minedHeightAt(*model, blocks, terrain.get(), {x, y, 0}, time);
          EXPECT_TRUE(all == one || (std::isnan(all) && std::isnan(one))) << x << " " << y << " " << time;
        }
  }
}

TEST(MinedGround, AsksForUprightColumns) {
  geology::Lattice lattice;
  EXPECT_TRUE(MinedGround::fits(lattice));
  lattice.axis = {{{0, 1, 0}, {-1, 0, 0}, {0, 0, 1}}};
  EXPECT_TRUE(MinedGround::fits(lattice));
  lattice.axis = {{{1, 0, 0}, {0, 0.8, 0.6}, {0, -0.6, 0.8}}};
  EXPECT_FALSE(MinedGround::fits(lattice));
}

}  // namespace
}  // namespace adit::planning
