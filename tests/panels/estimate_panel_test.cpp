// The estimate panel: a plan is proposed, changed member by member, and carried out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geology/estimation/plan_edit.h"
#include "tests/panels/panel_rig.h"

namespace adit::viewer {
namespace {

using tests::PanelRig;
using Kind = AppRequest::Kind;

estimation::EstimationPlan samplePlan() {
  estimation::EstimationPlan plan;
  plan.column = "Cu_pct";
  plan.composites.length = 6;
  plan.estimator = estimation::OrdinaryKriging{
      {0.1, {{estimation::VariogramModel::Spherical, 0.3, estimation::sphere(80)}}}};
  plan.search = estimation::sphere(100);
  plan.passes = {{{1, 16, 4, 0}, 4, 2}, {{2, 16, 4, 0}, 4, 1}};
  plan.target.lattice.origin = {318000, 3218000, 900};
  plan.target.lattice.size = {20, 20, 10};
  plan.target.lattice.count = {20, 20, 10};
  return plan;
}

class EstimatePanel : public testing::Test {
 protected:
  EstimatePanel() : rig(drawEstimate, 322, {.height = 1400}) { rig.memory.folded.clear(); }
  void begin() {
    rig.run(formatCommand(command("estimate plan", estimation::planToLine(samplePlan()))));
    rig.driver.frames(3);
  }
  estimation::EstimationPlan plan() const {
    return estimation::planFromJson(rig.state().estimate.plan).plan.value_or(estimation::EstimationPlan{});
  }
  std::vector<Kind> asked() const {
    std::vector<Kind> kinds;
    for (const AppRequest& request : rig.requests) kinds.push_back(request.kind);
    return kinds;
  }
  void TearDown() override { EXPECT_TRUE(rig.faults.empty()) << rig.faults.front(); }

  PanelRig rig;
};

TEST_F(EstimatePanel, BeginsWithAProposalOrAFile) {
  rig.click({"Propose a plan"});
  rig.click({"Import ...##plan"});
  EXPECT_THAT(asked(), testing::ElementsAre(Kind::ProposePlan, Kind::PlanDialog));
  EXPECT_EQ(rig.requests.back().text, "import");
}

TEST_F(EstimatePanel, EveryFieldChangesItsMember) {
  begin();
  rig.driver.typeInto(rig.find({"##composites.length"}), "4");
  EXPECT_EQ(plan().composites.length, 4);
  rig.driver.typeInto(rig.find({"##topcut"}), "1.2");
  EXPECT_EQ(plan().topCut, 1.2);
  rig.driver.typeInto(rig.find({"##estimator.variogram.nugget"}), "0.05");
  EXPECT_EQ(std::get<estimation::OrdinaryKriging>(plan().estimator).variogram.nugget, 0.05);
  rig.driver.typeInto(rig.find({"##search.ranges[2]"}), "40");
  EXPECT_EQ(plan().search.range, (std::array<double, 3>{100, 100, 40}));
  rig.driver.typeInto(rig.find({"passes[1]", "##maxPerOctant"}), "3");
  EXPECT_EQ(plan().passes[1].limits.maxPerOctant, 3U);
  rig.driver.typeInto(rig.find({"##points[2]"}), "4");
  EXPECT_EQ(plan().points.count[2], 4);
  rig.history.undo();
  EXPECT_EQ(plan().points.count[2], 1) << "each is one step of undo";
}

TEST_F(EstimatePanel, SamplesAreFilteredByAnExpression) {
  begin();
  rig.driver.typeInto(rig.find({"##samplefilter"}), "Cu_pct < 3");
  EXPECT_EQ(plan().filter, "Cu_pct < 3");
  rig.driver.clearField(rig.find({"##samplefilter"}));
  EXPECT_EQ(plan().filter, "");
}

TEST_F(EstimatePanel, WithTheTimeMachineOnItSaysOfWhichDateTheModelWillBe) {
  auto holes = std::make_shared<geology::DrillHoles>(*rig.deposit->drillholes.front());
  holes->collarColumns.push_back(
      geology::numericColumn("year", std::vector<float>(holes->holes.size(), 2010)));
  rig.deposit->drillholes.front() = holes;
  begin();
  const float before = ImGui::FindWindowByName("panel")->ContentSize.y;
  rig.run("asof 2012");
  rig.driver.frames(2);
  EXPECT_GT(ImGui::FindWindowByName("panel")->ContentSize.y, before) << "a caution above Run";
}

TEST_F(EstimatePanel, AnEmptyTopCutCutsNothing) {
  begin();
  rig.run("estimate set topCut 2");
  rig.driver.clearField(rig.find({"##topcut"}));
  EXPECT_EQ(plan().topCut, std::nullopt);
}

TEST_F(EstimatePanel, PassesAndStructuresComeAndGo) {
  begin();
  rig.click({"Add pass"});
  ASSERT_EQ(plan().passes.size(), 3U);
  EXPECT_EQ(plan().passes[2].limits.reach, 4);
  EXPECT_EQ(plan().passes[2].limits.maxSamples, 16U);
  rig.click({"passes[0]", "##less"});
  ASSERT_EQ(plan().passes.size(), 2U);
  EXPECT_EQ(plan().passes[0].limits.reach, 2);
  rig.click({"Add structure"});
  const estimation::EstimationPlan now = plan();
  const auto& variogram = std::get<estimation::OrdinaryKriging>(now.estimator).variogram;
  ASSERT_EQ(variogram.structures.size(), 2U);
  EXPECT_NEAR(variogram.sill(), 0.4, 1e-12) << "the sill stays";
  EXPECT_EQ(variogram.structures[1].shape.range[0], 160);
}

TEST_F(EstimatePanel, OtherBlocksCoverTheSameGround) {
  begin();
  rig.driver.typeInto(rig.find({"##size0"}), "15");
  EXPECT_EQ(plan().target.lattice.size[0], 15);
  EXPECT_EQ(plan().target.lattice.count[0], 27) << "400 m in blocks of 15";
  EXPECT_EQ(plan().target.lattice.count[1], 20);
}

TEST_F(EstimatePanel, SaysWhatTheTopCutCosts) {
  begin();
  const float before = ImGui::FindWindowByName("panel")->ContentSize.y;
  rig.estimate.known = true;
  rig.estimate.review.samples = 240;
  rig.estimate.review.topCut = estimation::TopCutReport{1.2, 240, 12, 2.1, 1.0, 0.95, 0.8, 0.7};
  rig.driver.frames(3);
  EXPECT_GT(ImGui::FindWindowByName("panel")->ContentSize.y, before);
}

TEST_F(EstimatePanel, TheFitIsTakenOnlyWhenSomebodyAsks) {
  begin();
  rig.estimate.known = true;
  rig.estimate.review.fitted =
      estimation::Variogram{0.2, {{estimation::VariogramModel::Spherical, 0.5, estimation::sphere(55)}}};
  rig.driver.frames(3);
  EXPECT_EQ(estimation::estimatorToLine(plan().estimator),
            estimation::estimatorToLine(samplePlan().estimator));
  rig.click({"Take the fit##fit"});
  EXPECT_EQ(std::get<estimation::OrdinaryKriging>(plan().estimator).variogram.nugget, 0.2);
}

TEST_F(EstimatePanel, RunsExportsAndDropsThePlan) {
  begin();
  rig.click({"Ellipsoid in the view"});
  EXPECT_TRUE(rig.state().estimate.ellipsoid);
  rig.click({"Run"});
  rig.click({"Export ...##plan"});
  EXPECT_THAT(asked(), testing::ElementsAre(Kind::RunPlan, Kind::PlanDialog));
  EXPECT_EQ(rig.requests.back().text, "export");
  rig.click({"Drop##plan"});
  EXPECT_TRUE(rig.state().estimate.plan.empty());
  rig.history.undo();
  EXPECT_FALSE(rig.state().estimate.plan.empty());
}

TEST_F(EstimatePanel, WithoutHolesThereIsNone) {
  rig.deposit->drillholes.clear();
  rig.driver.frames(3);
  EXPECT_FALSE(rig.driver.search("panel", {"Propose a plan"}));
}

}  // namespace
}  // namespace adit::viewer
