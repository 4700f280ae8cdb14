#include "geology/planning/plan_totals.h"

#include <gmock/gmock.h>

#include <array>
#include <cmath>

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::kMissing;
using geology::kNeverMined;
using geology::PlanBlocks;

/// Five blocks of 2 x 2 x 5 = 20 m3.
struct Mine {
  BlockModel model;
  geology::Column grade = geology::numericColumn("cu", {0.1F, 0.6F, 1.0F, kMissing, 0.9F}, "%");
  geology::Column nearest = geology::numericColumn("nearest", {5, 10, 30, 5, 90});
  std::vector<std::uint8_t> classes{4, 4, 2, 2, 2};
  PlanBlocks blocks{"", "", {0, 0, 1, 1, kNeverMined}, geology::PlanActivity::Pit, {}};
  Mine() {
    model.lattice.size = {2, 2, 5};
    model.lattice.count = {5, 1, 1};
  }
  PlanQuestion question() const {
    PlanQuestion asked{model, blocks, 2};
    asked.grade = &grade;
    asked.cutoff = 0.5;
    asked.density.value = 2.5;
    asked.classes = classes;
    asked.nearestSample = &nearest;
    asked.reach = 20;
    return asked;
  }
};

std::vector<PeriodTotals> totalsOf(const PlanQuestion& question) {
  const geology::Progress progress;
  return planTotals(question, progress);
}

TEST(PlanTotals, AddsUpEachPeriod) {
  const Mine mine;
  const auto totals = totalsOf(mine.question());
  ASSERT_EQ(totals.size(), 2U);
  EXPECT_EQ(totals[0].blocks, 2U);
  EXPECT_DOUBLE_EQ(totals[0].tonnes, 100);  // 2 blocks x 20 m3 x 2.5
  EXPECT_DOUBLE_EQ(totals[0].oreTonnes, 50);
  EXPECT_DOUBLE_EQ(totals[0].wasteTonnes(), 50);
  EXPECT_DOUBLE_EQ(totals[0].stripRatio(), 1);
  EXPECT_NEAR(totals[0].grade(), 0.6, 1e-7);
  EXPECT_EQ(totals[1].withoutGrade, 1U);
  EXPECT_DOUBLE_EQ(totals[1].oreTonnes, 50);
  EXPECT_NEAR(totals[1].grade(), 1.0, 1e-7);
}

TEST(PlanTotals, TellsHowWellTheOreIsKnown) {
  const Mine mine;
  const auto totals = totalsOf(mine.question());
  EXPECT_DOUBLE_EQ(totals[0].oreByClass[4], 50);
  EXPECT_DOUBLE_EQ(totals[1].oreByClass[2], 50);
  EXPECT_DOUBLE_EQ(totals[0].oreBySupport[static_cast<std::size_t>(SupportBand::Near)], 50);
  EXPECT_DOUBLE_EQ(totals[1].oreBySupport[static_cast<std::size_t>(SupportBand::Far)], 50);
}

TEST(PlanTotals, WithoutADensityThereAreVolumesAndNoTonnes) {
  const Mine mine;
  PlanQuestion question = mine.question();
  question.density = {};
  const auto totals = totalsOf(question);
  EXPECT_EQ(totals[0].tonnes, 0);
  EXPECT_DOUBLE_EQ(totals[0].volume, 40);
  EXPECT_DOUBLE_EQ(totals[0].oreWeight, 20);
  EXPECT_DOUBLE_EQ(totals[0].stripRatio(), 1);
}

TEST(PlanTotals, WithoutACutOffNothingIsOre) {
  const Mine mine;
  PlanQuestion question = mine.question();
  question.cutoff.reset();
  const auto totals = totalsOf(question);
  EXPECT_EQ(totals[0].oreTonnes, 0);
  EXPECT_TRUE(std::isnan(totals[0].stripRatio()));
  EXPECT_TRUE(std::isnan(totals[0].grade()));
}

TEST(SupportBand, FollowsTheReach) {
  EXPECT_EQ(supportBand(10, 20), SupportBand::Near);
  EXPECT_EQ(supportBand(20, 20), SupportBand::Within);
  EXPECT_EQ(supportBand(40, 20), SupportBand::Far);
  EXPECT_EQ(supportBand(41, 20), SupportBand::Beyond);
  EXPECT_EQ(supportBand(kMissing, 20), SupportBand::Unknown);
  EXPECT_EQ(supportBand(1, 0), SupportBand::Unknown);
}

TEST(MinedSoFar, IsEvenWithinAPeriod) {
  const Mine mine;
  const auto totals = totalsOf(mine.question());
  EXPECT_DOUBLE_EQ(minedSoFar(totals, 0).tonnes, 0);
  EXPECT_DOUBLE_EQ(minedSoFar(totals, 0.5).tonnes, 50);
  EXPECT_DOUBLE_EQ(minedSoFar(totals, 1.25).tonnes, 125);
  EXPECT_DOUBLE_EQ(minedSoFar(totals, 9).tonnes, 200);
}

TEST(NetPresentValue, StatesItsConvention) {
  // 100 a year for three years at 10 per cent.
  const std::array<double, 3> flow{100, 100, 100}, years{1, 1, 1};
  EXPECT_NEAR(netPresentValue(flow, years, 0.1, true), 273.554, 0.0005);
  EXPECT_NEAR(netPresentValue(flow, years, 0.1, false), 248.685, 0.0005);
}

TEST(NetPresentValue, ShortPeriodsAreDiscountedByTheirLength) {
  const std::array<double, 2> flow{0, 121};
  EXPECT_NEAR(netPresentValue(flow, std::array<double, 2>{2, 1}, 0.1, true), 100, 1e-9);
}

}  // namespace
}  // namespace adit::planning
