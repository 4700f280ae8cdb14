// The evidence panel: the lens and the years of drilling.
#include <gtest/gtest.h>

#include "tests/panels/panel_rig.h"

namespace adit::viewer {
namespace {

using tests::PanelRig;

float heightOf(PanelRig& rig) {
  rig.driver.frames(2);
  return ImGui::FindWindowByName("panel")->ContentSize.y;
}

/// Gives the holes of the rig's deposit a year each.
void dateHoles(PanelRig& rig, float first) {
  auto holes = std::make_shared<geology::DrillHoles>(*rig.deposit->drillholes[0]);
  std::vector<float> years;
  for (std::size_t h = 0; h < holes->holes.size(); ++h) years.push_back(first + static_cast<float>(h));
  holes->collarColumns = {geology::numericColumn("year", years)};
  rig.deposit->drillholes[0] = holes;
  rig.memory.drillYears.reset();  // as when another deposit is opened
}

TEST(EvidencePanel, SwitchesTheLens) {
  PanelRig rig(drawEvidence, 286);
  rig.click({"Evidence lens"});
  EXPECT_TRUE(rig.state().lens.on);
  rig.click({"Evidence lens"});
  EXPECT_FALSE(rig.state().lens.on);
  EXPECT_TRUE(rig.faults.empty());
}

TEST(EvidencePanel, TellsEverySample) {
  PanelRig rig(drawEvidence, 286);
  rig.run("lens on");
  rig.run("pick '" + rig.deposit->blockModels[0]->name + "' - 0 0 0 0");
  ASSERT_TRUE(rig.faults.empty()) << rig.faults[0];
  const float before = heightOf(rig);
  LensFacts facts;
  facts.sentence = "The nearest sample is 12 m away.";
  facts.samples = {{{}, 12, "S-101", "10.0 to 12.0 m", "Cu_pct 0.4 %", "1998", ""},
                   {{}, 30, "S-102", "20.0 to 22.0 m", "Cu_pct 0.1 %", "", "below detection"}};
  rig.lens = facts;
  const float two = heightOf(rig);
  EXPECT_GT(two, before);
  facts.samples.pop_back();
  rig.lens = facts;
  EXPECT_LT(heightOf(rig), two);
}

TEST(EvidencePanel, YearsOnlyWhereCollarsHaveThem) {
  PanelRig dated(drawEvidence, 286);
  const float without = heightOf(dated);
  dateHoles(dated, 2001);
  EXPECT_GT(heightOf(dated), without);
  dated.run("asof 2003");
  EXPECT_EQ(dated.state().asOf, "2003");
  dated.click({"All years"});
  EXPECT_EQ(dated.state().asOf, "");
  EXPECT_TRUE(dated.faults.empty());
}

TEST(EvidencePanel, WithoutHolesThereIsNoEvidence) {
  PanelRig rig(drawEvidence, 286);
  const float some = heightOf(rig);
  rig.deposit->drillholes.clear();
  EXPECT_LT(heightOf(rig), some);
}

TEST(ClaimPanel, SaysWhenThereIsNothingButAClaim) {
  PanelRig rig(drawClaim, 322);
  const float before = heightOf(rig);
  rig.run("claim indicated");
  EXPECT_GT(heightOf(rig), before) << "no model has classes";
  rig.run("resource class '" + rig.deposit->blockModels[0]->name + "' alteration");
  EXPECT_EQ(heightOf(rig), before);
  EXPECT_TRUE(rig.faults.empty()) << rig.faults[0];
}

TEST(ClaimPanel, TheSliderGoesFromClaimToProof) {
  PanelRig rig(drawClaim, 322);
  const ImVec2 at = rig.find({"##claim"});
  rig.driver.drag(at, {at.x + 400, at.y});
  EXPECT_EQ(rig.state().claim, ClaimLevel::Reserve);
  rig.driver.drag({at.x + 60, at.y}, {at.x - 400, at.y});
  EXPECT_TRUE(rig.faults.empty());
}

TEST(EvidenceCommands, DatesThatNobodyCanRead) {
  PanelRig rig(drawEvidence, 286);
  rig.run("asof 2003");
  ASSERT_EQ(rig.faults.size(), 1U);
  EXPECT_NE(rig.faults[0].find("no collar of this deposit has a date"), std::string::npos);
  dateHoles(rig, 2001);
  rig.run("asof soon");
  ASSERT_EQ(rig.faults.size(), 2U);
  EXPECT_NE(rig.faults[1].find("'soon' is no date"), std::string::npos);
}

}  // namespace
}  // namespace adit::viewer
