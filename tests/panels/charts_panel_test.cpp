// The chart below the view: which one, and its intervals under the mouse.
#include <gtest/gtest.h>

#include "tests/panels/panel_rig.h"
#include "viewer/state/chart_kinds.h"

namespace adit::viewer {
namespace {

using tests::PanelRig;

class ChartsPanel : public testing::Test {
 protected:
  ChartsPanel() : rig(drawCharts, 600, {.width = 700, .height = 500}) {
    for (const ChartKindName& name : kChartKinds)
      rig.chart.kinds.push_back({std::string(name.word), std::string(name.title)});
  }
  void TearDown() override { EXPECT_TRUE(rig.faults.empty()) << rig.faults.front(); }

  PanelRig rig;
};

TEST_F(ChartsPanel, KindAndOptionsArePartOfTheView) {
  rig.run("chart histogram");
  rig.click({"Logarithmic"});
  EXPECT_TRUE(rig.state().chart.logarithmic);
  rig.history.undo();
  EXPECT_FALSE(rig.state().chart.logarithmic);
  EXPECT_EQ(rig.state().chart.kind, "histogram");
}

TEST_F(ChartsPanel, ClosesWithoutForgettingItsKind) {
  rig.run("chart swath");
  rig.click({"##close"});
  EXPECT_FALSE(rig.state().chart.shown);
  EXPECT_EQ(rig.state().chart.kind, "swath");
}

TEST_F(ChartsPanel, AClickOnAnIntervalPicksIt) {
  rig.run("chart strip-log");
  rig.chart.texture = 1;
  PickState pick{"Drillholes", "assay", 41, {318080, 3218120, 1038.5}};
  rig.chart.spots = {{0.1F, 0.2F, 0.5F, 0.6F, pick, "3 - 6: 1.2 %"}};
  rig.driver.frames(3);
  const ImGuiWindow* window = ImGui::FindWindowByName("panel");
  const auto [width, height] = rig.memory.chartRoom;
  const ImVec2 at{window->WorkRect.Max.x - width, window->WorkRect.Max.y - height};
  rig.driver.click({at.x + width * 0.7F, at.y + height * 0.4F});
  EXPECT_FALSE(rig.state().pick) << "beside it";
  rig.driver.click({at.x + width * 0.3F, at.y + height * 0.4F});
  ASSERT_TRUE(rig.state().pick);
  EXPECT_EQ(*rig.state().pick, pick);
}

}  // namespace
}  // namespace adit::viewer
