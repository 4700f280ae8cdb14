// Plans in what is opened.
#include <gmock/gmock.h>

#include <gtest/gtest.h>
#include <array>
#include <cmath>

#include <algorithm>

#include "geology/planning/plan_totals.h"
#include "geology/planning/reconciliation.h"
#include "geology/project/open.h"
#include "tests/support/real_data.h"
#include "tests/support/temporary_folder.h"

namespace adit::project {
namespace {

using geology::kNeverMined;
using geology::MinePlan;
using tests::TemporaryFolder;

OpenResult opened(const std::string& path, formats::ImportChoices choices = {}) {
  OpenRequest request;
  request.paths = {path};
  request.choices = std::move(choices);
  geology::Progress progress;
  return open(request, progress);
}

geology::Diagnostic finding(const OpenResult& result, const std::string& code) {
  for (const auto& d : result.deposit->diagnostics)
    if (d.code == code) return d;
  geology::Diagnostic none;
  none.count = 0;
  return none;
}

/// 3 x 2 x 2 blocks of 10 m with a column of periods, bottom first.
std::string blocks(const std::string& header, const std::vector<std::string>& periods) {
  std::string text = "x,y,z,dx,dy,dz,cu," + header + "\n";
  std::size_t b = 0;
  for (int z = 0; z < 2; ++z)
    for (int y = 0; y < 2; ++y)
      for (int x = 0; x < 3; ++x)
        text += std::to_string(5 + 10 * x) + "," + std::to_string(5 + 10 * y) + "," +
                std::to_string(5 + 10 * z) + ",10,10,10,0.5," + periods[b++ % periods.size()] + "\n";
  return text;
}

TEST(Plans, AColumnOfPeriodsIsAPlan) {
  const TemporaryFolder folder;
  const OpenResult result = opened(folder.write(
      "model.csv", blocks("mine_year,phase", {"2029,2", "2029,2", "2029,2", "2030,2", "2030,2", "-1,-1",
                                              "2027,1", "2027,1", "2027,1", "2029,1", "2029,1", "0,0"})));
  ASSERT_EQ(result.deposit->plans.size(), 1U);
  const MinePlan& plan = *result.deposit->plans[0];
  EXPECT_EQ(plan.name, "model by mine_year");
  ASSERT_EQ(plan.periods.size(), 3U);
  EXPECT_EQ(plan.periods[1].label, "2029");
  ASSERT_EQ(plan.blocks.size(), 1U);
  EXPECT_EQ(plan.blocks[0].column, "mine_year");
  EXPECT_EQ(plan.blocks[0].period[0], 1);
  EXPECT_EQ(plan.blocks[0].period[5], kNeverMined);
  EXPECT_EQ(plan.blocks[0].period[6], 0);
  EXPECT_EQ(plan.blocks[0].period[11], kNeverMined);  // a 0 is not mined
  EXPECT_THAT(finding(result, "PL-COLUMN").message, testing::HasSubstr("column mine_year of model"));
  EXPECT_EQ(plan.blocks[0].minedAt.values.size(), plan.blocks[0].period.size());
  EXPECT_EQ(finding(result, "PL-GAP").count, 1U);  // no 2028
}

TEST(Plans, APersonChoosesTheColumn) {
  const TemporaryFolder folder;
  const std::string path = folder.write("model.csv", blocks("period,phase", {"1,4", "2,5", "3,4"}));
  const OpenResult phases = opened(path, {{"model.csv/plan-column", "phase"}});
  ASSERT_EQ(phases.deposit->plans.size(), 1U);
  EXPECT_EQ(phases.deposit->plans[0]->blocks[0].column, "phase");
  EXPECT_EQ(finding(phases, "PRJ-CHOICE-UNUSED").count, 0U);
  const OpenResult none = opened(path, {{"model.csv/plan-column", "none"}});
  EXPECT_TRUE(none.deposit->plans.empty());
  EXPECT_EQ(finding(none, "PRJ-CHOICE-UNUSED").count, 0U);
  EXPECT_EQ(finding(opened(path, {{"model.csv/plan-column", "gold"}}), "PL-NO-COLUMN").count, 1U);
}

TEST(Plans, ColumnsThatSpeakOfNothingOrderNothing) {
  const TemporaryFolder folder;
  EXPECT_TRUE(opened(folder.write("c.csv", blocks("lith", {"1", "2"}))).deposit->plans.empty());
}

constexpr const char* kTriangle = "v 0 0 0\nv 100 0 0\nv 0 100 -20\nv 100 100 -20\nf 1 2 3\nf 2 4 3\n";

TEST(Plans, SurfacesNamedByTheirPeriodAreAPlan) {
  const TemporaryFolder folder;
  folder.write("pit_2027.obj", kTriangle);
  folder.write("pit_2029.obj", kTriangle);
  folder.write("dump_2029.obj", kTriangle);
  folder.write("fault.obj", kTriangle);
  const OpenResult result = opened(folder.path().string());
  ASSERT_EQ(result.deposit->plans.size(), 1U);
  const MinePlan& plan = *result.deposit->plans[0];
  EXPECT_EQ(plan.basis, geology::PlanBasis::Schedule);
  ASSERT_EQ(plan.periods.size(), 2U);
  EXPECT_EQ(plan.periods[0].label, "2027");
  ASSERT_EQ(plan.solids.size(), 3U);
  for (const auto& solid : plan.solids) {
    EXPECT_EQ(solid.first, solid.mesh == "pit_2027" ? 0 : 1);
    EXPECT_EQ(solid.activity,
              solid.mesh == "dump_2029" ? geology::PlanActivity::Dump : geology::PlanActivity::Pit);
  }
  EXPECT_EQ(finding(result, "PL-GAP").count, 1U);
  EXPECT_EQ(finding(result, "PL-SURFACES").count, 3U);
}

TEST(Plans, ShellsAndDesignsAreCalledWhatTheyAre) {
  const TemporaryFolder folder;
  folder.write("shell phase 1.obj", kTriangle);
  folder.write("shell phase 2.obj", kTriangle);
  const OpenResult result = opened(folder.path().string());
  ASSERT_EQ(result.deposit->plans.size(), 1U);
  EXPECT_EQ(result.deposit->plans[0]->basis, geology::PlanBasis::Shell);
}

TEST(Plans, ATableOfFiguresIsAPlan) {
  const TemporaryFolder folder;
  const OpenResult result =
      opened(folder.write("plan.csv",
                          "Year,Activity,Tonnes (kt),Cu_pct\n"
                          "2028,ore,1200,0.61\n2027,ore,1000,0.55\n2027,waste,3000,\n"));
  ASSERT_EQ(result.deposit->plans.size(), 1U);
  const MinePlan& plan = *result.deposit->plans[0];
  EXPECT_EQ(plan.name, "plan");
  ASSERT_EQ(plan.periods.size(), 2U);
  EXPECT_EQ(plan.periods[0].label, "2027");
  ASSERT_EQ(plan.figures.size(), 3U);
  EXPECT_EQ(plan.figures[0].tonnes, 1e6);
  EXPECT_EQ(plan.figures[0].grade, "Cu_pct");
  EXPECT_DOUBLE_EQ(plan.figures[0].value, .55);
  EXPECT_EQ(plan.figures[1].activity, "waste");
  EXPECT_EQ(plan.figures[2].period, 1);
}

std::vector<planning::PeriodTotals> monthlyTotals(const geology::BlockModel& model, const MinePlan& plan,
                                                  std::vector<const geology::Column*> means) {
  planning::PlanQuestion question{model, plan.blocks[0], plan.periods.size()};
  question.density.value = 2.6;
  question.means = std::move(means);
  return planning::planTotals(question, {});
}

TEST(Plans, OfBinghamHasSeventeenMonthsThatSumToTheWhole) {
  ADIT_NEEDS_REAL_DATA("bm_bingham_eup3m");
  const OpenResult result = opened(tests::realData("bm_bingham_eup3m/merged_blocks.csv"));
  ASSERT_EQ(result.deposit->plans.size(), 1U);
  const MinePlan& plan = *result.deposit->plans[0];
  ASSERT_EQ(plan.periods.size(), 17U);
  EXPECT_EQ(plan.blocks[0].column, "MINED");
  const geology::BlockModel& model = *result.deposit->blockModels[0];
  ASSERT_EQ(model.blockCount(), 16'242U);
  const auto sums = monthlyTotals(model, plan, {});
  std::size_t blocks = 0;
  double tonnes = 0;
  for (const auto& sum : sums) {
    EXPECT_GE(sum.blocks, 59U);  // the smallest month
    blocks += sum.blocks;
    tonnes += sum.tonnes;
  }
  EXPECT_EQ(blocks, 16'242U);
  EXPECT_NEAR(tonnes, 16'242 * 25.0 * 25 * 50 * 2.6, 1);
}

TEST(Plans, OfBinghamCompareTheResourceModelWithTheBlastholes) {
  ADIT_NEEDS_REAL_DATA("bm_bingham_eup3m");
  const OpenResult result = opened(tests::realData("bm_bingham_eup3m/merged_blocks.csv"));
  const geology::BlockModel& model = *result.deposit->blockModels[0];
  const geology::Column* estimated = geology::findColumn(model.columns, "cu_50");
  const geology::Column* blasted = geology::findColumn(model.columns, "cu_bh_nn");
  ASSERT_TRUE(estimated != nullptr && blasted != nullptr);
  const MinePlan& plan = *result.deposit->plans[0];
  const auto sums = monthlyTotals(model, plan, {estimated, blasted});
  // Against a plain loop over the rows: blocks are equally large, so that grades are plain means.
  for (geology::PeriodIndex month = 0; month < 17; ++month) {
    std::array<double, 2> sum{};
    std::array<std::size_t, 2> count{};
    for (std::size_t row = 0; row < model.blockCount(); ++row) {
      if (plan.blocks[0].period[row] != month) continue;
      for (std::size_t g = 0; g < 2; ++g)
        if (const float value = (g == 0 ? estimated : blasted)->values[row]; !std::isnan(value)) {
          sum[g] += static_cast<double>(value);
          ++count[g];
        }
    }
    for (std::size_t g = 0; g < 2; ++g)
      EXPECT_NEAR(sums[month].means[g].mean(), sum[g] / static_cast<double>(count[g]), 1e-9) << month;
    // What was mined was what had been estimated, within a third in every month.
    EXPECT_NEAR(sums[month].means[0].mean() / sums[month].means[1].mean(), 1, 1.0 / 3) << month;
  }
}

void writeToy(const TemporaryFolder& folder) {
  folder.write("toy.blocks", "% id x y z tonnes\n0 0 0 0 10\n1 1 0 0 11\n2 0 0 1 12\n3 1 0 1 13\n");
  folder.write("toy.prec", "0 1 2\n1 1 3\n2 0\n3 0\n");
  folder.write(
      "toy.cpit",
      "NAME: toy\nTYPE: CPIT\nNBLOCKS: 4\nNPERIODS: 2\nNRESOURCE_SIDE_CONSTRAINTS: 1\nDISCOUNT_RATE: 0.1\n"
      "OBJECTIVE_FUNCTION:\n0 7\n1 -1\n2 -2\n3 4\nRESOURCE_CONSTRAINT_COEFFICIENTS:\n0 0 10\n1 0 11\n2 0 "
      "12\n3 0 13\n"
      "RESOURCE_CONSTRAINT_LIMITS:\n0 0 L 25\n0 1 L 25\nEOF\n");
}

TEST(Plans, OfMineLibIsItsSolution) {
  const TemporaryFolder folder;
  writeToy(folder);
  folder.write("toy.sol", "2 0\n3 0\n0 1\n");
  const OpenResult result = opened(folder.path().string());
  ASSERT_EQ(result.deposit->plans.size(), 1U);
  const MinePlan& plan = *result.deposit->plans[0];
  EXPECT_EQ(plan.periods.size(), 2U);
  EXPECT_EQ(plan.economics.discountRate, .1);
  EXPECT_THAT(plan.blocks[0].period, testing::ElementsAre(1, kNeverMined, 0, 0));
  EXPECT_EQ(geology::countSeverity(result.deposit->diagnostics, geology::Severity::Error), 0U);
  const auto* value = geology::findColumn(result.deposit->blockModels[0]->columns, "cpit value");
  ASSERT_NE(value, nullptr);
  EXPECT_THAT(value->values, testing::ElementsAre(7, -1, -2, 4));
  EXPECT_NE(geology::findColumn(result.deposit->blockModels[0]->columns, "cpit resource 0"), nullptr);
  // Blocks 2 and 3 in the first period, -2 + 4; block 0 in the second, 7 / 1.1.
  EXPECT_THAT(plan.economics.cashFlow, testing::ElementsAre(2, 7));
  EXPECT_THAT(finding(result, "PL-WORTH").message,
              testing::HasSubstr("worth 8.363636364 units of money at 10 % a year, the first period undis"));
  EXPECT_EQ(finding(result, "PL-OVER-CAPACITY").count, 0U);
}

TEST(Plans, OfMineLibThatAreWrongAreSaid) {
  const TemporaryFolder folder;
  writeToy(folder);
  folder.write("toy_cpit_a.sol", "OBJECTIVE: 8.4\n2 0\n3 0\n0 1\n9 1\n");
  folder.write("toy_cpit_b.sol", "2 0\n3 0\n0 0\n");
  folder.write("toy_pcpsp.sol", "2 0\n");
  folder.write("toy_upit.sol", "0\n2\n");
  const OpenResult result = opened(folder.path().string());
  ASSERT_EQ(result.deposit->plans.size(), 4U);
  EXPECT_THAT(finding(result, "PL-UNKNOWN-BLOCK").file, testing::HasSubstr("toy_cpit_a.sol"));
  EXPECT_EQ(finding(result, "PL-UNKNOWN-BLOCK").line, 5U);
  EXPECT_THAT(finding(result, "PL-VALUE-DIFFERS").message,
              testing::HasSubstr("states a value of 8.4, and its cash flow is worth 8.363636364"));
  EXPECT_THAT(finding(result, "PL-OVER-CAPACITY").message,
              testing::HasSubstr("first of resource 0 in period 0"));  // 12 + 13 + 10 of 25
  EXPECT_THAT(finding(result, "PL-NO-CASH").file, testing::HasSubstr("toy_pcpsp.sol"));
  const MinePlan& limit = *result.deposit->plans[3];
  EXPECT_EQ(limit.name, "toy_upit");
  EXPECT_EQ(limit.basis, geology::PlanBasis::Shell);
  EXPECT_THAT(limit.blocks[0].period, testing::ElementsAre(0, kNeverMined, 0, kNeverMined));
}

TEST(Plans, OfMineLibThatGoInACircleSayWhere) {
  const TemporaryFolder folder;
  writeToy(folder);
  folder.write("toy.prec", "0 1 2\n1 0\n2 1 3\n3 1 2\n");
  const OpenResult result = opened(folder.path().string());
  const geology::Diagnostic circle = finding(result, "PL-CYCLE");
  EXPECT_THAT(circle.file, testing::HasSubstr("toy.prec"));
  EXPECT_EQ(circle.line, 3U);
  EXPECT_EQ(result.deposit->blockModels.size(), 1U) << "the rest opens";
}

/// Blocks of 1000 m3 and 2.5 t/m3: 2 x 2,500 t in 2027, 1 x in 2028; 2029 has no blocks.
TEST(Plans, ATableOfFiguresJoinsThePlanOfItsPeriods) {
  const TemporaryFolder folder;
  std::string rows = "x,y,z,dx,dy,dz,density (t/m3),year\n";
  for (int b = 0; b < 4; ++b)
    rows += std::to_string(5 + 10 * b) + ",5,5,10,10,10,2.5," +
            std::to_string(b < 2   ? 2027
                           : b < 3 ? 2028
                                   : 0) +
            "\n";
  folder.write("model.csv", rows);
  folder.write(
      "plan.csv",
      "year,activity,tonnes,cu_pct,au_gpt\n2027,ore,2000,0.5,1\n2027,waste,3100,,\n2027,mill,2000,,\n"
      "2028,total,3000,,\n2028,ore,1000,0.4,2\n2029,waste,700,,\n");
  const OpenResult result = opened(folder.path().string());
  ASSERT_EQ(result.deposit->plans.size(), 1U);
  const MinePlan& plan = *result.deposit->plans[0];
  EXPECT_EQ(plan.blocks.size(), 1U);
  EXPECT_THAT(planning::statedRock(plan), testing::ElementsAre(5100, 3000));
  const auto both = planning::reconciled(plan, {5000, 2500});
  EXPECT_DOUBLE_EQ(both[0].difference(), 100);
  EXPECT_DOUBLE_EQ(both[1].relative(), .2);
  EXPECT_THAT(finding(result, "PL-FIGURES-JOINED").message, testing::HasSubstr("it has 2 of 3 periods"));
  EXPECT_THAT(finding(result, "PL-FIGURES-LEFT").message,
              testing::HasSubstr("no ground in the periods 2029"));
  const geology::Diagnostic apart = finding(result, "PL-RECONCILIATION");
  EXPECT_EQ(apart.count, 1U) << "2 % in 2027 agree";
  EXPECT_THAT(apart.message, testing::HasSubstr("first in 2028 (+20 %); in all +8 %"));
}

TEST(Plans, ATableOfOtherPeriodsStaysAPlanOfItsOwn) {
  const TemporaryFolder folder;
  folder.write("model.csv", blocks("month", {"1", "2", "3"}));
  folder.write("plan.csv", "year,activity,tonnes\n2027,ore,2000\n2028,ore,100\n");
  const OpenResult apart = opened(folder.path().string());
  EXPECT_EQ(apart.deposit->plans.size(), 2U);
  EXPECT_EQ(finding(apart, "PL-FIGURES-JOINED").count, 0U);
  folder.write("plan.csv", "month,activity,tonnes\n1,mill,2000\n1,dump,100\n1,from stockpile,50\n2,mill,1\n");
  const OpenResult joined = opened(folder.path().string());
  ASSERT_EQ(joined.deposit->plans.size(), 1U);
  EXPECT_EQ(finding(joined, "PL-NO-TONNES").count, 1U);
  EXPECT_EQ(planning::statedRock(*joined.deposit->plans[0])[0], 2100) << "by destination";
}

constexpr const char* kStrings =
    "v 0 0 0\nv 100 0 -10\nv 200 0 -20\nv 0 50 0\nv 90 50 0\ng decline month 1-2\nl 1 2 3\ng crest\nl 4 5\n";

TEST(Plans, StringsNamedByTheirRoleAreDrivenInThePlan) {
  const TemporaryFolder folder;
  folder.write("model.csv", blocks("month", {"1", "2", "3"}));
  folder.write("under.obj", kStrings);
  const OpenResult result = opened(folder.path().string(), {{"under.obj/plan-profile", "6x5.5"}});
  ASSERT_EQ(result.deposit->plans.size(), 1U);
  const MinePlan& plan = *result.deposit->plans[0];
  ASSERT_EQ(plan.lines.size(), 1U);
  EXPECT_EQ(plan.lines[0].activity, geology::PlanActivity::Development);
  EXPECT_EQ(plan.lines[0].last, 1);
  EXPECT_EQ(plan.lines[0].width, 6);
  EXPECT_EQ(plan.lines[0].height, 5.5);
  EXPECT_THAT(finding(result, "PL-LINES").message, testing::HasSubstr("1 string as development, 0 as haul"));
  EXPECT_EQ(finding(result, "PRJ-CHOICE-UNUSED").count, 0U);
}

TEST(Plans, APersonSaysWhichStringsAreWays) {
  const TemporaryFolder folder;
  folder.write("under.obj", kStrings);
  const OpenResult own = opened(folder.at("under.obj"), {{"under.obj/plan-lines", "crest: haul route"}});
  ASSERT_EQ(own.deposit->plans.size(), 1U);
  EXPECT_EQ(own.deposit->plans[0]->lines[0].name, "crest");
  EXPECT_EQ(own.deposit->plans[0]->periods.size(), 1U);
  EXPECT_TRUE(opened(folder.at("under.obj"), {{"under.obj/plan-lines", "none"}}).deposit->plans.empty());
  const OpenResult wrong = opened(folder.at("under.obj"), {{"under.obj/plan-lines", "ramp"}});
  EXPECT_EQ(finding(wrong, "PL-LINES-CHOICE").severity, geology::Severity::Error);
  EXPECT_THAT(finding(wrong, "PL-LINES-CHOICE").remedy, testing::HasSubstr("development, haul route"));
}

}  // namespace
}  // namespace adit::project
