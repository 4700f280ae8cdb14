// The bar of facts: a click on a reason shows what it hides; and the panel that puts two views side by side.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/panels/panel_rig.h"
#include "viewer/panels/actions.h"

namespace adit::viewer {
namespace {

using tests::PanelRig;

/// At the bottom of the screen, where its list has room above it.
void drawBar(const PanelInput& input, PanelMemory&, PanelOutput& output) {
  ImGui::SetWindowPos({0, 700});
  drawStatusBar(input, output);
}

class BarRig : public PanelRig {
 public:
  BarRig() : PanelRig(drawBar, 1200) {
    LayerCount blocks;
    blocks.object = deposit->blockModels[0]->name;
    blocks.what = "blocks";
    blocks.total = 4000;
    blocks.shown = 3122;
    blocks.hidden = {{"below range cu_pct", 711}, {"no value cu_pct", 80}, {"section", 87}};
    facts = {blocks};
    driver.frames(2);
  }
};

TEST(RevealBar, AClickOnAReasonShowsExactlyThose) {
  BarRig rig;
  rig.click({"##hidden"});
  rig.driver.frames(3);
  const std::string object = rig.facts[0].object;
  const ImGuiWindow* popup = nullptr;
  for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
    if (window->Active && (window->Flags & ImGuiWindowFlags_Popup) != 0) popup = window;
  ASSERT_NE(popup, nullptr) << "the list is not open";
  const auto row = rig.driver.search(popup->Name, {(object + "\nsection").c_str(), "##reason"});
  ASSERT_TRUE(row);
  rig.driver.click(*row);
  ASSERT_TRUE(rig.state().reveal) << rig.commandLog();
  EXPECT_EQ(rig.state().reveal->object, object);
  EXPECT_EQ(rig.state().reveal->reason, "section");
  EXPECT_TRUE(rig.faults.empty());
}

TEST(RevealBar, SaysWhatIsRevealedAndAClickEndsIt) {
  BarRig rig;
  rig.run("reveal '" + rig.facts[0].object + "' section");
  rig.click({"##revealed"});
  EXPECT_FALSE(rig.state().reveal) << rig.commandLog();
}

void pressCancel(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (textButton("Esc", {"", ""})) perform(Action::Cancel, input, memory, output);
}

TEST(RevealBar, EscapeReturns) {
  PanelRig rig(pressCancel, 300);
  rig.run("view save whole");
  rig.run("compare whole");
  rig.run("reveal '" + rig.deposit->blockModels[0]->name + "' section");
  rig.click({"Esc"});
  EXPECT_FALSE(rig.state().reveal);
  EXPECT_TRUE(rig.state().compare.on) << "one thing after the other";
  rig.click({"Esc"});
  EXPECT_FALSE(rig.state().compare.on);
}

TEST(ComparePanel, SwapsAndShowsTheDifference) {
  PanelRig rig(drawCompare, 286);
  rig.run("view save whole");
  rig.run("claim measured");
  rig.run("compare whole");
  rig.click({"Difference"});
  EXPECT_TRUE(rig.state().compare.difference);
  rig.click({"Swap##compare"});
  EXPECT_EQ(rig.state().claim, ClaimLevel::Everything) << rig.commandLog();
  EXPECT_TRUE(rig.faults.empty()) << rig.faults[0];
}

TEST(ComparePanel, AViewThatIsGoneIsSaid) {
  PanelRig rig(drawCompare, 286);
  rig.run("view save whole");
  rig.run("compare whole");
  rig.driver.frames(2);
  const float asksTheSame = ImGui::FindWindowByName("panel")->ContentSize.y;
  rig.run("claim measured");
  rig.driver.frames(2);
  EXPECT_NE(ImGui::FindWindowByName("panel")->ContentSize.y, asksTheSame);
  EXPECT_TRUE(rig.faults.empty());
}

TEST(ClaimPanel, ClassesApartAlsoWhatTheSliderHides) {
  PanelRig rig(drawClaim, 322);
  rig.run("claim measured");
  rig.driver.frames(2);
  const float before = ImGui::FindWindowByName("panel")->ContentSize.y;
  rig.claim.object = rig.deposit->blockModels[0]->name;
  rig.claim.known = rig.claim.classed = rig.claim.densityStated = true;
  rig.claim.grades = {{"cu_pct", "%"}};
  rig.claim.reach = 25;
  rig.claim.table.cutoffs = {-std::numeric_limits<float>::infinity()};
  for (const auto value : {reporting::ResourceClass::Measured, reporting::ResourceClass::Inferred}) {
    reporting::ResourceLine line;
    line.resourceClass = value;
    line.sum.blocks = 10;
    line.sum.volume = 1000;
    line.sum.tonnes = 2700;
    line.sum.grades = {{0, 2700, 2700 * 0.5}};
    rig.claim.table.lines.push_back(line);
    rig.claim.drilled.push_back(0.5);
  }
  rig.driver.frames(2);
  const float both = ImGui::FindWindowByName("panel")->ContentSize.y;
  EXPECT_GT(both, before);
  rig.claim.table.lines.pop_back();
  rig.claim.drilled.pop_back();
  rig.driver.frames(2);
  EXPECT_LT(ImGui::FindWindowByName("panel")->ContentSize.y, both) << "inferred is told, though it is hidden";
}

}  // namespace
}  // namespace adit::viewer
