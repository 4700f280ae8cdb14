// The pit limit panel: what is proposed and stated, the slider, and what is said of a pit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/panels/panel_rig.h"
#include "viewer/panels/pit_results.h"

namespace adit::viewer {
namespace {

using tests::PanelRig;

class PitPanelTest : public testing::Test {
 protected:
  PitPanelTest() {
    rig.memory.folded.clear();
    rig.driver.frames(2);
  }
  void TearDown() override { EXPECT_TRUE(rig.faults.empty()) << rig.faults.front(); }
  void propose() {
    rig.click({"Propose"});
    rig.driver.frames(2);
    ASSERT_EQ(inputs().metals.size(), 1U);
  }
  const planning::PitInputs& inputs() const { return rig.state().pit.inputs; }

  PanelRig rig{drawPit, 322};
};

TEST_F(PitPanelTest, ItIsFoldedAtFirst) {
  EXPECT_TRUE(PanelMemory().folded.contains(kPitTitle));
}

TEST_F(PitPanelTest, ProposesAndTakesWhatIsTyped) {
  propose();
  EXPECT_EQ(inputs().metals[0].grade, "cu_pct");
  EXPECT_EQ(inputs().metals[0].price, 0);
  rig.driver.typeInto(rig.find({0, "##metals[0].price"}), "9000");
  EXPECT_EQ(inputs().metals[0].price, 9000);
  rig.driver.typeInto(rig.find({"##miningCost.perTonne"}), "2.3");
  EXPECT_EQ(inputs().mining.perTonne, 2.3);
  rig.driver.typeInto(rig.find({"##schedule.mineCapacity"}), "40");
  EXPECT_EQ(inputs().schedule.mineCapacity, 4e7) << "shown in Mt";
  rig.driver.typeInto(rig.find({"##slopes.angle"}), "45");
  ASSERT_EQ(inputs().slopes.regions.size(), 1U);
  EXPECT_EQ(inputs().slopes.regions[0].sectors, (std::vector<planning::SlopeSector>{{0, 45}}));
}

TEST_F(PitPanelTest, ADrawnPriceIsOneStepOfUndo) {
  propose();
  rig.run("pit set price 9000");
  const ImVec2 at = rig.find({0, "##priceslider"});
  rig.driver.drag(at, {at.x + 40, at.y}, 8);
  const double drawn = inputs().metals[0].price;
  EXPECT_GT(drawn, 9000);
  EXPECT_LE(drawn, 36000);
  rig.history.undo();
  EXPECT_EQ(inputs().metals[0].price, 9000);
}

TEST_F(PitPanelTest, WallsHaveSectors) {
  propose();
  rig.run("pit set slopes.angle 45");
  rig.click({0, "Two walls"});
  rig.driver.frames(2);
  EXPECT_EQ(inputs().slopes.regions.at(0).sectors, (std::vector<planning::SlopeSector>{{0, 45}, {180, 45}}));
  rig.driver.typeInto(rig.find({1, "##angle"}), "40");
  EXPECT_EQ(inputs().slopes.regions.at(0).sectors[1].angle, 40);
  rig.click({0, "##dropsector"});
  rig.driver.frames(2);
  EXPECT_EQ(inputs().slopes.regions.at(0).sectors, (std::vector<planning::SlopeSector>{{0, 40}}));
}

TEST_F(PitPanelTest, ThePitIsOfferedOnlyWhenEverythingIsStated) {
  propose();
  rig.pit.missing = {"the price of cu_pct"};
  rig.driver.frames(2);
  for (const char* line : {"pit set price 9000", "pit set miningCost.perTonne 2", "pit set density 2.7",
                           "pit set slopes.angle 45"})
    rig.run(line);
  rig.pit.missing.clear();
  rig.driver.frames(2);
  rig.click({"Find the pit"});
  EXPECT_TRUE(rig.state().pit.on);
  EXPECT_EQ(rig.state().plan.plan, kPitPlan);
}

TEST_F(PitPanelTest, WorkCanBeCancelledAndFilesAskedFor) {
  propose();
  rig.pit.working = "pit shells";
  rig.driver.frames(2);
  rig.click({"Cancel"});
  rig.click({"Import"});
  rig.click({"Export"});
  ASSERT_EQ(rig.requests.size(), 3U);
  EXPECT_EQ(rig.requests[0].kind, AppRequest::Kind::CancelPit);
  EXPECT_EQ(rig.requests[1].kind, AppRequest::Kind::PitDialog);
  EXPECT_EQ(rig.requests[1].text, "import");
  EXPECT_EQ(rig.requests[2].text, "export");
}

TEST(PitMoney, IsInMillions) {
  EXPECT_EQ(moneyText(1234567890, "USD"), "1,235 M USD");
  EXPECT_EQ(moneyText(-55080, "AUD"), "-0.05508 M AUD");
}

}  // namespace
}  // namespace adit::viewer
