// The disclosure panel: modes, statements, points and their why.
#include <gtest/gtest.h>

#include "tests/panels/panel_rig.h"

namespace adit::viewer {
namespace {

using tests::PanelRig;

GuardPoint point(const char* rule, GuardOutcome outcome) {
  return {rule,
          std::string("Title of ") + rule,
          outcome,
          true,
          "what was found",
          "what to do",
          "why it matters",
          "where"};
}

class GuardPanel : public testing::Test {
 protected:
  GuardPanel() {
    rig.memory.folded.clear();
    rig.guard = {point("cut-off", GuardOutcome::Fails), point("person", GuardOutcome::Passes),
                 point("figures", GuardOutcome::NotApplicable)};
    rig.driver.frames(2);
  }
  PanelRig rig{drawGuard, 322};
};

TEST_F(GuardPanel, SwitchesTheMode) {
  rig.click({"Public"});
  EXPECT_EQ(rig.state().mode, ReportMode::Public);
  rig.click({"Technical"});
  EXPECT_EQ(rig.state().mode, ReportMode::Technical);
  EXPECT_TRUE(rig.faults.empty());
}

TEST_F(GuardPanel, TheWhyIsOneClickAway) {
  const float before = ImGui::FindWindowByName("panel")->ContentSize.y;
  rig.click({"cut-off", "##point"});
  EXPECT_TRUE(rig.memory.guardOpen.contains("cut-off"));
  rig.driver.frames(2);
  EXPECT_GT(ImGui::FindWindowByName("panel")->ContentSize.y, before);
  rig.click({"cut-off", "##point"});
  EXPECT_FALSE(rig.memory.guardOpen.contains("cut-off"));
}

TEST_F(GuardPanel, TakesTheStandardCautionOfTheKind) {
  rig.run("disclosure kind target");
  rig.click({"Take the standard caution"});
  EXPECT_EQ(rig.state().disclosure.caution, standardCaution(EstimateKind::Target));
}

TEST_F(GuardPanel, AScopingStudyAsksForItsCaution) {
  rig.run("disclosure study scoping");
  rig.click({"Take the standard caution"});
  EXPECT_EQ(rig.state().disclosure.caution, standardCaution(EstimateKind::Unstated, StudyLevel::Scoping));
}

TEST(GuardPanelStart, IsFoldedUntilSomebodyAsks) {
  PanelRig rig(drawGuard, 322);
  rig.driver.frames(2);
  EXPECT_TRUE(rig.memory.folded.contains(kGuardTitle));
  EXPECT_TRUE(rig.commands.empty());
}

}  // namespace
}  // namespace adit::viewer
