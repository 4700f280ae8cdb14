// Samples are left out by an expression, counted, and their ground is not known any more.
#include "geology/estimation/sample_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geology/estimation/plan_json.h"
#include "geology/estimation/plan_samples.h"

namespace adit::estimation {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Two holes with four samples each of 2 m: A of a core rig, B of an older percussion rig.
geology::Deposit twoHoles() {
  auto holes = std::make_shared<geology::DrillHoles>();
  holes->name = "holes";
  geology::IntervalTable assay;
  assay.name = "assay";
  for (std::uint32_t h = 0; h < 2; ++h) {
    geology::DrillHole hole;
    hole.id = h == 0 ? "A" : "B";
    hole.collar = {100.0 * h, 0, 0};
    hole.length = 8;
    hole.trace = geology::HoleTrace(
        {{0, hole.collar, {0, 0, -1}}, {8, hole.collar + geology::Vec3{0, 0, -8}, {0, 0, -1}}});
    holes->holes.push_back(hole);
    for (int i = 0; i < 4; ++i) {
      assay.hole.push_back(h);
      assay.from.push_back(2.0 * i);
      assay.to.push_back(2.0 * i + 2);
    }
  }
  assay.columns = {geology::numericColumn("Cu_pct", {1, 2, 3, geology::kMissing, 10, 20, 30, 40}, "%"),
                   geology::categoryColumn("quality", {"ok", "bad", "ok", "bad", "ok", "ok", "ok", "bad"}),
                   geology::numericColumn("year", {1, 1, 1, 1, 1, 1, 1, 1})};
  holes->collarColumns = {geology::categoryColumn("rig", {"core", "percussion"}),
                          geology::numericColumn("year", {2010, 1990})};
  holes->tables = {assay};
  geology::Deposit deposit;
  deposit.drillholes.push_back(holes);
  return deposit;
}

std::string rowsOf(std::string_view expression) {
  const geology::Deposit deposit = twoHoles();
  const geology::DrillHoles& holes = *deposit.drillholes.front();
  const auto kept = samplesKept(holes, holes.tables.front(), expression);
  if (const auto* fault = std::get_if<analysis::ExpressionFault>(&kept)) return fault->message;
  std::string rows;
  for (std::size_t i = 0; i < 8; ++i) rows += std::get<geology::BitMask>(kept).test(i) ? '1' : '0';
  return rows;
}

EstimationPlan planWithFilter(const std::string& filter) {
  EstimationPlan plan;
  plan.column = "Cu_pct";
  plan.filter = filter;
  plan.composites.length = 4;
  plan.composites.leastCoverage = 0.25;
  return plan;
}

TEST(SampleFilter, NamesColumnsOfTheSamplesOfTheCollarsAndTheHole) {
  EXPECT_EQ(rowsOf("quality == \"ok\""), "10101110");
  EXPECT_EQ(rowsOf("assay.quality == \"ok\""), "10101110");
  EXPECT_EQ(rowsOf("rig == \"core\""), "11110000");
  EXPECT_EQ(rowsOf("hole == \"B\" and Cu_pct < 25"), "00001100");
  EXPECT_EQ(rowsOf("year == 1"), "11111111") << "the column of the samples comes first";
  EXPECT_EQ(rowsOf("collar.year >= 2000"), "11110000");
}

TEST(SampleFilter, AFaultNamesTheColumnThatMayBeMeant) {
  EXPECT_THAT(rowsOf("qualty == \"ok\""), HasSubstr("did you mean 'quality'?"));
}

TEST(SampleFilter, WhatIsLeftOutIsCountedAndItsGroundNotKnown) {
  geology::Diagnostics diagnostics;
  const PlanSamples samples = samplesOf(twoHoles(), planWithFilter("quality == \"ok\""), diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(samples.filtered, 2U) << "the third bad one has no value";
  // A 0..4: of 1 and 2 only 1; A 4..8: 3 alone; B 0..4: 10, 20; B 4..8: 30 alone.
  EXPECT_THAT(samples.value, ElementsAre(1, 3, 15, 30));
  EXPECT_EQ(samplesOf(twoHoles(), planWithFilter(""), diagnostics).filtered, 0U);
}

TEST(SampleFilter, GroundOfALeftOutSampleIsNoGroundWithoutASample) {
  EstimationPlan plan = planWithFilter("quality == \"ok\"");
  plan.composites.unsampled = 0;
  geology::Diagnostics diagnostics;
  const PlanSamples samples = samplesOf(twoHoles(), plan, diagnostics);
  // A 4..8: 3 over 2 m and 2 m without a value, which count as 0; the bad samples count as nothing.
  EXPECT_THAT(samples.value, ElementsAre(1, 1.5F, 15, 30));
}

TEST(SampleFilter, AFilterThatCannotBeUsedIsAnError) {
  geology::Diagnostics diagnostics;
  EXPECT_EQ(samplesOf(twoHoles(), planWithFilter("rock == 5"), diagnostics).size(), 0U);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics.front().code, "EST-FILTER");
  diagnostics.clear();
  EXPECT_EQ(samplesOf(twoHoles(), planWithFilter("Cu_pct > 99"), diagnostics).size(), 0U);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics.front().code, "EST-NO-SAMPLES");
}

TEST(SampleFilter, StandsInThePlan) {
  EstimationPlan plan = planWithFilter("quality == \"ok\" and year > 3");
  plan.estimator = NearestNeighbour{};
  plan.passes = {{}};
  plan.target.lattice.size = {1, 1, 1};
  plan.target.lattice.count = {1, 1, 1};
  const PlanReading read = planFromJson(planToJson(plan));
  ASSERT_TRUE(read.plan) << read.fault;
  EXPECT_EQ(read.plan->filter, plan.filter);
}

}  // namespace
}  // namespace adit::estimation
