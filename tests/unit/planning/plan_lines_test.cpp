#include "geology/planning/plan_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace adit::planning {
namespace {

using geology::PlanActivity;
using geology::PlanLine;
using testing::ElementsAre;

TEST(PlanLines, NamesSayWhatAStringIs) {
  for (const char* name : {"DECLINE_CL", "ore drive 450", "Crosscut 3", "L1050_XCUT", "level 2 access"})
    EXPECT_EQ(lineActivity(name), PlanActivity::Development) << name;
  for (const char* name : {"haul road", "HAUL_ROUTE", "ramp CL", "access road"})
    EXPECT_EQ(lineActivity(name), PlanActivity::HaulRoute) << name;
  for (const char* name : {"CREST300", "toe", "ramp", "contour", "driver"})
    EXPECT_FALSE(lineActivity(name)) << name;
}

TEST(PlanLines, APersonMapsLayers) {
  const auto some = lineRoles("STR_4: development; RD 7:haul route ; crest: none");
  ASSERT_TRUE(some);
  EXPECT_EQ(some->of("str_4"), PlanActivity::Development);
  EXPECT_EQ(some->of("RD 7"), PlanActivity::HaulRoute);
  EXPECT_FALSE(some->of("decline")) << "what is not listed has no role";
  EXPECT_EQ(lineRoles("haul route")->of("anything"), PlanActivity::HaulRoute);
  EXPECT_FALSE(lineRoles("none")->of("decline"));
  EXPECT_EQ(lineRoles("by name")->of("decline"), PlanActivity::Development);
  for (const char* wrong : {"", "a", "a:b", "a: development; b", ";"})
    EXPECT_FALSE(lineRoles(wrong)) << wrong;
}

TEST(PlanLines, NamesSayWhenTheyAreDriven) {
  EXPECT_FALSE(linePeriods("decline"));
  EXPECT_EQ(linePeriods("drive month 3")->first, "month 3");
  EXPECT_EQ(linePeriods("drive month 3")->last, "month 3");
  EXPECT_EQ(linePeriods("level 1 drive period 2-4")->last, "period 4");
  EXPECT_EQ(linePeriods("decline year 2027 to 2029")->first, "2027");
  EXPECT_EQ(linePeriods("decline year 2027 to 2029")->last, "2029");
}

geology::TriangleMesh strings() {
  geology::TriangleMesh mesh;
  mesh.name = "underground";
  mesh.parts = {"decline month 1-2", "crest", "drive"};
  mesh.vertices = {{0, 0, 0}, {10, 0, -1}, {10, 0, -1}, {20, 0, -2}, {0, 5, 0}, {9, 5, 0}, {9, 9, 0}};
  mesh.lines = {{{0, 1, 2, 3}, false, 0}, {{4, 5}, false, 1},   {{4, 5}, false, 2},
                {{5, 6}, false, 2},       {{4, 5, 6}, true, 2}, {{1, 2}, false, 2}};
  return mesh;
}

TEST(PlanLines, AreTheOpenStringsOfLayersWithARole) {
  const auto lines = planLines(strings(), LineRoles());
  ASSERT_EQ(lines.size(), 3U) << "neither the crest, nor the closed string, nor the one of a single place";
  EXPECT_EQ(lines[0].points.size(), 3U);
  EXPECT_EQ(lines[1].name, "drive");
  EXPECT_EQ(lines[2].name, "drive (2)");
}

TEST(PlanLines, AdvanceInTheirPeriodsOrOverTheWholePlan) {
  geology::MinePlan plan;
  for (const char* label : {"month 1", "month 2", "month 3"}) plan.periods.push_back({label, "", 1});
  EXPECT_EQ(timeLines(planLines(strings(), LineRoles()), plan), 3U);
  EXPECT_EQ(plan.lines[0].first, 0);
  EXPECT_EQ(plan.lines[0].last, 1);
  EXPECT_EQ(plan.lines[2].first, 0) << "(2) is its number and no period";
  EXPECT_EQ(plan.lines[2].last, 2);
}

}  // namespace
}  // namespace adit::planning
