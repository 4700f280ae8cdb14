#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geology/estimation/plan_edit.h"

namespace adit::estimation {
namespace {

using testing::HasSubstr;

EstimationPlan krigingPlan() {
  EstimationPlan plan;
  plan.column = "assay.cu";
  plan.estimator = OrdinaryKriging{{0.1, {{VariogramModel::Spherical, 0.9, sphere(80)}}}};
  plan.search = sphere(100);
  plan.passes = {{{1, 16, 4, 0}, 4, 2}, {{2, 16, 4, 0}, 4, 1}};
  plan.target.lattice.size = {10, 10, 5};
  plan.target.lattice.count = {4, 5, 6};
  return plan;
}

EstimationPlan with(const std::string& path, const std::string& value) {
  const PlanReading reading = planWith(krigingPlan(), path, value);
  EXPECT_TRUE(reading.plan) << path << ": " << reading.fault;
  return reading.plan.value_or(EstimationPlan{});
}

TEST(PlanEdit, OneMemberChangesAndNothingElse) {
  EstimationPlan wanted = krigingPlan();
  wanted.passes[1].minSamples = 6;
  EXPECT_EQ(planToJson(with("passes[1].minSamples", "6")), planToJson(wanted));
  wanted = krigingPlan();
  std::get<OrdinaryKriging>(wanted.estimator).variogram.structures[0].sill = 0.5;
  EXPECT_EQ(planToJson(with("estimator.variogram.structures[0].sill", "0.5")), planToJson(wanted));
  wanted = krigingPlan();
  wanted.search.axis = axesOf(PlaneAngles{60, 120, 0});
  const EstimationPlan turned = with("search.plane", R"({"dip":60,"dipAzimuth":120})");
  for (std::size_t a = 0; a < 3; ++a)
    EXPECT_NEAR(std::abs(dot(turned.search.axis[a], wanted.search.axis[a])), 1, 1e-12);
}

TEST(PlanEdit, ListsGrowAtTheirEndAndShrinkAnywhere) {
  const EstimationPlan longer = with("passes[2]", R"({"reach":4,"maxSamples":8})");
  ASSERT_EQ(longer.passes.size(), 3U);
  EXPECT_EQ(longer.passes[2].limits.reach, 4);
  const EstimationPlan shorter = with("passes[0]", "none");
  ASSERT_EQ(shorter.passes.size(), 1U);
  EXPECT_EQ(shorter.passes[0].limits.reach, 2);
}

TEST(PlanEdit, WhatIsNoJsonIsAText) {
  EXPECT_EQ(with("column", "Cu_pct").column, "Cu_pct");
  EXPECT_EQ(with("column", "\"12\"").column, "12");
  EXPECT_THAT(planWith(krigingPlan(), "column", "12").fault, HasSubstr("a text is wanted"));
}

TEST(PlanEdit, WaysThatLeadNowhereAreFaults) {
  for (const char* path : {"", "passes[9].reach", "passes[x]", "passes[0", "column.name", ".column",
                           "search..ranges", "passes.reach"})
    EXPECT_FALSE(planWith(krigingPlan(), path, "1").plan) << path;
  EXPECT_THAT(planWith(krigingPlan(), "serch.ranges", "1").fault, HasSubstr("serch"));
  EXPECT_THAT(planWith(krigingPlan(), "passes[0].reach", "-1").fault, HasSubstr("above 0"));
  EXPECT_THAT(planWith(krigingPlan(), "estimator", "none").fault, HasSubstr("estimator"));
}

TEST(PlanEdit, ALineIsThePlan) {
  const std::string line = planToLine(krigingPlan());
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_EQ(planToJson(*planFromJson(line).plan), planToJson(krigingPlan()));
  EXPECT_EQ(with("estimator", estimatorToLine(InverseDistance{3})).estimator, Estimator(InverseDistance{3}));
}

TEST(PlanEdit, ADensityIsAColumnOrANumber) {
  EXPECT_EQ(with("density", "2.7").density.value, 2.7);
  EXPECT_EQ(with("density", "sg").density.column, "sg");
  EXPECT_THAT(planWith(krigingPlan(), "density", "0").fault, HasSubstr("above 0"));
  EXPECT_EQ(planToJson(with("density", "2.7")),
            planToJson(*planFromJson(planToJson(with("density", "2.7"))).plan));
}

}  // namespace
}  // namespace adit::estimation
