#include "geology/planning/plan_checks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <memory>

#include "tests/support/shapes.h"

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::Deposit;
using geology::kNeverMined;
using geology::MinePlan;
using geology::PlanActivity;
using geology::TriangleMesh;
using geology::Vec3;
using testing::ElementsAre;
using testing::IsEmpty;

/// A closed cube.
TriangleMesh box(const std::string& name, const Vec3& at, double size) {
  return *tests::namedBox(name.c_str(), at, at + Vec3{size, size, size});
}

Deposit depositOf(std::vector<TriangleMesh> meshes) {
  Deposit deposit;
  BlockModel model;
  model.name = "blocks";
  model.lattice.count = {2, 1, 3};
  model.lattice.size = {10, 10, 5};
  model.columns = {geology::numericColumn("cu", {1, 2, 3, 4, 5, geology::kMissing}, "%")};
  deposit.blockModels.push_back(std::make_shared<const BlockModel>(std::move(model)));
  for (TriangleMesh& mesh : meshes)
    deposit.meshes.push_back(std::make_shared<const TriangleMesh>(std::move(mesh)));
  return deposit;
}

MinePlan planOf(std::vector<std::string> labels) {
  MinePlan plan;
  plan.name = "plan";
  for (std::string& label : labels) plan.periods.push_back({std::move(label), "", 1});
  return plan;
}

std::vector<std::string> codes(const MinePlan& plan, const Deposit& deposit) {
  std::vector<std::string> codes;
  for (const auto& d : checkPlan(plan, deposit)) codes.push_back(d.code);
  return codes;
}

TEST(PlanChecks, AGoodPlanHasNothingToSay) {
  MinePlan plan = planOf({"2027", "2028"});
  plan.blocks.push_back({"blocks", "", {1, kNeverMined, 1, 1, 0, 0}, PlanActivity::Pit, {}});
  plan.solids.push_back({"pit", PlanActivity::Pit, 0, 1});
  EXPECT_THAT(codes(plan, depositOf({box("pit", {0, 0, 0}, 5)})), IsEmpty());
}

TEST(PlanChecks, WhatIsNotThereIsSaidAndTakenOut) {
  MinePlan plan = planOf({"2027", "2028"});
  plan.blocks = {{"other", "", {0}, PlanActivity::Pit, {}},
                 {"blocks", "", {0}, PlanActivity::Pit, {}},
                 {"blocks", "", {7, 0, 0, 0, 0, 0}, PlanActivity::Pit, {}}};
  plan.solids = {
      {"gone", PlanActivity::Pit, 0, 0}, {"pit", PlanActivity::Pit, 1, 0}, {"pit", PlanActivity::Pit, 0, 1}};
  plan.figures = {{5, "ore", 1, "", 0}, {1, "ore", 1, "", 0}};
  const Deposit deposit = depositOf({box("pit", {0, 0, 0}, 5)});
  EXPECT_THAT(codes(plan, deposit), testing::UnorderedElementsAre("PL-UNKNOWN-OBJECT", "PL-BLOCKS-MISMATCH",
                                                                  "PL-UNKNOWN-OBJECT", "PL-BAD-PERIOD"));
  dropUnusable(plan, deposit);
  EXPECT_TRUE(plan.blocks.empty());
  ASSERT_EQ(plan.solids.size(), 1U);
  EXPECT_EQ(plan.figures.size(), 1U);
  EXPECT_THAT(codes(plan, deposit), IsEmpty());
}

TEST(PlanChecks, PeriodsWithGaps) {
  EXPECT_EQ(missingBetween({1, 2, 5, 7, 11}), "3, 4, 6, 8..10");
  EXPECT_EQ(missingBetween({4}), "");
  EXPECT_THAT(codes(planOf({"2027", "2029"}), depositOf({})), ElementsAre("PL-GAP"));
  EXPECT_THAT(codes(planOf({"month 1", "month 2"}), depositOf({})), IsEmpty());
  EXPECT_THAT(codes(planOf({"first", "second"}), depositOf({})), IsEmpty());
}

TEST(PlanChecks, BlocksMinedBelowOnesThatStay) {
  MinePlan plan = planOf({"1", "2"});
  plan.blocks.push_back({"blocks", "", {0, 1, 1, 1, 1, kNeverMined}, PlanActivity::Pit, {}});
  const auto found = checkPlan(plan, depositOf({}));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "PL-UNDERCUT");
  EXPECT_EQ(found[0].count, 2U);  // block 0 below 2, block 3 below 5
}

TEST(PlanChecks, StopesInOneAnother) {
  MinePlan plan = planOf({"1"});
  for (const char* name : {"a", "b", "c"}) plan.solids.push_back({name, PlanActivity::Stope, 0, 0});
  const auto apart = depositOf({box("a", {0, 0, 0}, 10), box("b", {10, 0, 0}, 10), box("c", {0, 30, 0}, 10)});
  EXPECT_THAT(codes(plan, apart), IsEmpty());  // a and b share a wall
  const auto within = depositOf({box("a", {0, 0, 0}, 10), box("b", {6, 4, 3}, 10), box("c", {0, 30, 0}, 10)});
  EXPECT_THAT(codes(plan, within), ElementsAre("PL-OVERLAP"));
}

TEST(PlanChecks, AShellAboveTheTerrain) {
  Deposit deposit = depositOf({box("pit", {0, 0, 50}, 10)});
  geology::Terrain terrain;
  terrain.name = "topo";
  terrain.columns = terrain.rows = 2;
  terrain.stepColumn = {100, 0};
  terrain.stepRow = {0, 100};
  terrain.heights = {20, 20, 20, 20};
  deposit.terrains.push_back(std::make_shared<const geology::Terrain>(terrain));
  MinePlan plan = planOf({"1"});
  plan.solids.push_back({"pit", PlanActivity::Pit, 0, 0});
  EXPECT_THAT(codes(plan, deposit), ElementsAre("PL-ABOVE-TERRAIN"));
  plan.solids[0].activity = PlanActivity::Dump;  // which stands on the ground
  EXPECT_THAT(codes(plan, deposit), IsEmpty());
}

TEST(PlanChecks, FiguresAboveTheCapacity) {
  MinePlan plan = planOf({"1", "2"});
  plan.economics.mineCapacity = 100;
  // Two grades of one tonnage are one tonnage.
  plan.figures = {{0, "ore", 40, "cu", 1}, {0, "ore", 40, "au", 2}, {0, "waste", 60, "", 0}};
  EXPECT_THAT(codes(plan, depositOf({})), IsEmpty());
  plan.figures.push_back({1, "waste", 101, "", 0});
  EXPECT_THAT(codes(plan, depositOf({})), ElementsAre("PL-OVER-CAPACITY"));
}

}  // namespace
}  // namespace adit::planning
