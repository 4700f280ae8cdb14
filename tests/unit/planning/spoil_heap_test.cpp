#include "geology/planning/spoil_heap.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "geology/planning/mine_order.h"

namespace adit::planning {
namespace {

geology::Terrain plain(double fall = 0) {
  geology::Terrain terrain;
  terrain.columns = terrain.rows = 201;
  terrain.origin = {-2000, -2000};
  terrain.stepColumn = {20, 0};
  terrain.stepRow = {0, 20};
  for (int r = 0; r < 201; ++r)
    for (int c = 0; c < 201; ++c) terrain.heights.push_back(static_cast<float>(fall * (c - 100) * 20));
  return terrain;
}

constexpr double kSlope = 0.7535540501027942;  // tan 37 degrees

TEST(SpoilHeap, IsAConeUntilItIsAsHighAsItMayBe) {
  const SpoilHeap heap(plain(), {0, 0, 37, 60}, 2e6);
  const double height = 40;
  const double foot = height / kSlope;
  EXPECT_NEAR(heap.volumeOf(height), std::numbers::pi * foot * foot * height / 3,
              0.01 * heap.volumeOf(height));
}

TEST(SpoilHeap, IsAFrustumAbove) {
  const SpoilHeap heap(plain(), {0, 0, 37, 60}, 2e7);
  const double tip = 150;
  const double foot = tip / kSlope, top = (tip - 60) / kSlope;
  const double volume = std::numbers::pi * 60 / 3 * (foot * foot + foot * top + top * top);
  EXPECT_NEAR(heap.volumeOf(tip), volume, 0.01 * volume);
  EXPECT_DOUBLE_EQ(heap.heightAt(0, 0, tip), 60);
  EXPECT_NEAR(heap.heightAt(foot, 0, tip), 0, 1e-9);
}

TEST(SpoilHeap, HoldsTheVolumeThatItIsGivenOnASlopeToo) {
  for (const double fall : {0.0, 0.1}) {
    const SpoilHeap heap(plain(fall), {0, 0, 37, 60}, 1e7);
    for (const double volume : {1e3, 1e5, 1e6, 1e7})
      EXPECT_NEAR(heap.volumeOf(heap.tipOf(volume)), volume, 1) << fall;
  }
}

TEST(SpoilHeap, NothingMinedIsNoHeap) {
  const SpoilHeap heap(plain(), {0, 0, 37, 60}, 1e6);
  EXPECT_DOUBLE_EQ(heap.volumeOf(heap.tipOf(0)), 0);
}

TEST(ProposeHeap, IsBesideThePitAndNeverOverIt) {
  const auto model = std::make_shared<geology::BlockModel>();
  model->lattice.origin = {-100, -100, -50};
  model->lattice.size = {10, 10, 10};
  model->lattice.count = {20, 20, 5};
  geology::PlanBlocks blocks{"", "", std::vector<geology::PeriodIndex>(model->blockCount(), 0), {}, {}};
  blocks.minedAt = geology::numericColumn("mined_at", mineOrder(*model, blocks.period));
  const MinedGround ground(model, blocks, std::make_shared<geology::Terrain>(plain()));
  const auto site = proposeHeap(ground, 2.6e6);
  ASSERT_TRUE(site);
  const SpoilHeap heap(plain(), *site, 2.6e6);
  const double tip = heap.tipOf(2.6e6);
  for (double x = -100; x <= 100; x += 10)
    for (double y = -100; y <= 100; y += 10) EXPECT_LT(heap.heightAt(x, y, tip), 0) << x << " " << y;
  EXPECT_FALSE(proposeHeap(ground, 1e12)) << "there is no room for that";
}

}  // namespace
}  // namespace adit::planning
