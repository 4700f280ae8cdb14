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

TEST(PlanTotals, MeansAreOverAllRockOfAPeriod) {
  const Mine mine;
  PlanQuestion question = mine.question();
  question.cutoff.reset();
  question.means = {&mine.grade, &mine.nearest};
  const auto totals = totalsOf(question);
  EXPECT_NEAR(totals[0].means[0].mean(), 0.35, 1e-7);
  EXPECT_NEAR(totals[1].means[0].mean(), 1.0, 1e-7) << "of the one block that has a value";
  EXPECT_EQ(totals[1].means[0].without, 1U);
  EXPECT_DOUBLE_EQ(totals[1].means[1].mean(), 17.5);
  const geology::Column heavy = geology::numericColumn("density", {3, 1, 2, 2, 2});
  question.density = {&heavy, 1, std::nullopt};
  EXPECT_NEAR(totalsOf(question)[0].means[0].mean(), (3 * 0.1 + 0.6) / 4, 1e-7) << "by mass";
  question.density = {};
  EXPECT_NEAR(totalsOf(question)[0].means[0].mean(), 0.35, 1e-7) << "by volume";
}

TEST(PlanTotals, APeriodWithoutBlocksOrValuesHasNoMean) {
  Mine mine;
  mine.blocks.period = {0, 0, 0, 2, 7};  // in no period of the plan: the last two
  PlanQuestion question = mine.question();
  question.means = {&mine.grade};
  const auto totals = totalsOf(question);
  EXPECT_EQ(totals[0].blocks, 3U);
  EXPECT_EQ(totals[1].blocks, 0U);
  EXPECT_TRUE(std::isnan(totals[1].means[0].mean()));
  question.periods = 0;
  EXPECT_TRUE(totalsOf(question).empty());
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

}  // namespace
}  // namespace adit::planning
