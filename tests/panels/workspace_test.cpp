// Every panel at both sizes and in both themes: nothing is clipped, nothing lies over another thing.
#include "viewer/panels/workspace.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/panels/imgui_driver.h"
#include "tests/panels/sample_deposit.h"
#include "viewer/panels/actions.h"
#include "viewer/state/initial_state.h"
#include "viewer/state/pick_facts.h"

namespace adit::viewer {
namespace {

using tests::ImGuiDriver;

SceneFacts sampleFacts() {
  LayerCount blocks;
  blocks.object = "Block model";
  blocks.what = "blocks";
  blocks.total = 4000;
  blocks.shown = 3122;
  blocks.outsideLegend = 12;
  blocks.hidden = {{"below range cu_pct", 711}, {"no value cu_pct", 80}, {"section", 87}};
  return {blocks};
}

TonnageFacts sampleTonnage() {
  TonnageFacts tonnage;
  tonnage.object = "Block model";
  tonnage.column = "cu_pct";
  tonnage.unit = "%";
  tonnage.known = true;
  tonnage.lo = 0.3;
  tonnage.hi = std::numeric_limits<double>::infinity();
  tonnage.blocks = 123'456;
  tonnage.withoutGrade = 1234;
  tonnage.withoutDensity = 12;
  tonnage.volume = 4.56e6;
  tonnage.tonnes = 12.3e6;
  tonnage.grade = 0.61;
  tonnage.metal = 75'030;
  tonnage.density = "density by column specific_gravity";
  tonnage.doubt = "The unit of specific_gravity is not stated: it is taken as t/m3.";
  return tonnage;
}

struct Workspace {
  std::shared_ptr<geology::Deposit> deposit = tests::sampleDeposit();
  ViewState state = initialState(*deposit);
  SceneFacts facts = sampleFacts();
  std::string workText;
  PanelMemory memory;
  WorkspaceLayout layout;
  PanelOutput output;

  void run(const std::string& line) {
    auto next = apply(state, std::get<Command>(parseCommand(line)), *deposit);
    ASSERT_TRUE(std::holds_alternative<ViewState>(next))
        << line << ": " << std::get<CommandError>(next).message;
    state = std::get<ViewState>(std::move(next));
  }
  void draw() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    layout = layoutOf(memory, {size.x, size.y, !deposit->empty(), state.chart.shown});
    const PanelInput input{*deposit,
                           state,
                           facts,
                           state.pick ? pickFacts(*deposit, *state.pick) : std::vector<Fact>{},
                           Vec3{318412.3, 3218087.1, 1042},
                           workText,
                           0.4,
                           "",
                           true,
                           true,
                           1,
                           {"/data/mine"},
                           sampleTonnage()};
    output = {};
    drawWorkspace(layout, input, memory, output);
  }
};

/// A window whose content is wider than its inside shows part of it only.
void expectNothingOutside(const std::string& what) {
  for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    if (!window->Active || window->Hidden || window->Flags & ImGuiWindowFlags_ChildMenu) continue;
    EXPECT_LE(window->ContentSize.x, window->WorkRect.GetWidth() + 1) << what << ", window " << window->Name;
    if (window->Flags & ImGuiWindowFlags_NoScrollbar) {
      EXPECT_LE(window->ContentSize.y, window->WorkRect.GetHeight() + 1)
          << what << ", window " << window->Name;
    }
  }
}

class EveryScreen : public testing::TestWithParam<ImGuiDriver::Screen> {};

TEST_P(EveryScreen, HoldsEveryPanelWithoutClipping) {
  Workspace w;
  ImGuiDriver driver(GetParam(), [&] { w.draw(); });
  const auto look = [&](const std::string& what) {
    driver.frames(3);
    expectNothingOutside(what);
  };
  look("as opened");
  for (const char* line :
       {"pick 'Block model' - 45 318110 3218050 905", "section add 45 90 318200 3218200 950 50",
        "sectionview on", "box on", "range 'Block model' cu_pct 0.3 inf",
        "range 'Block model' au_gpt 0.1 0.5", "legend kind cu_pct classed", "legend classes cu_pct 0 0.5 1 2",
        "blockstyle 'Block model' shrunk", "tool measure-distance", "measure add 0 0 0",
        "measure add 318000 3218000 500",
        "view save 'A view with a name that is longer than its row can hold'"})
    w.run(line);
  look("with everything on");
  for (const auto& object : geology::objects(*w.deposit)) {
    w.run("active \"" + object.name + "\"");
    look("active " + object.name);
  }
  w.memory.helpShown = w.memory.diagnosticsShown = true;
  w.memory.browser = browseFolder("/");
  w.workText = "reading a file with a long path, /data/mines/very/deep/folder/assay.csv";
  look("all sheets");
  w.memory.leftWidth = w.memory.rightWidth = kNarrowestPanel;
  look("narrow panels");
  w.memory.sidesShown = false;
  look("no panels");
}

TEST_P(EveryScreen, HoldsTheStartPage) {
  Workspace w;
  w.deposit = std::make_shared<geology::Deposit>();
  w.state = {};
  ImGuiDriver driver(GetParam(), [&] { w.draw(); });
  driver.frames(3);
  expectNothingOutside("start page");
}

INSTANTIATE_TEST_SUITE_P(Sizes, EveryScreen,
                         testing::Values(ImGuiDriver::Screen{1280, 800, 1, Theme::Dark},
                                         ImGuiDriver::Screen{1280, 800, 1, Theme::Light},
                                         ImGuiDriver::Screen{2560, 1600, 2, Theme::Dark},
                                         ImGuiDriver::Screen{2560, 1600, 2, Theme::Light}));

TEST(WorkspaceLayout, PartsMeetWithoutOverlap) {
  Workspace w;
  w.memory.diagnosticsShown = true;
  ImGuiDriver driver({}, [&] { w.draw(); });
  const WorkspaceLayout& l = w.layout;
  EXPECT_EQ(l.left.width, 286);
  EXPECT_EQ(l.right.width, 322);
  EXPECT_EQ(l.view.x, l.left.x + l.left.width);
  EXPECT_EQ(l.view.x + l.view.width, l.right.x);
  EXPECT_EQ(l.view.y, l.toolbar.height);
  EXPECT_EQ(l.view.y + l.view.height, l.drawer.y);
  EXPECT_EQ(l.drawer.y + l.drawer.height, l.status.y);
  EXPECT_EQ(l.status.y + l.status.height, 800);
}

TEST(WorkspaceLayout, ANarrowWindowKeepsSomeOfTheView) {
  Workspace w;
  w.memory.leftWidth = w.memory.rightWidth = 560;
  ImGuiDriver driver({900, 560, 1, Theme::Dark}, [&] { w.draw(); });
  driver.frames(2);
  EXPECT_GE(w.layout.view.width, 199);
  expectNothingOutside("900 x 560");
}

TEST(WorkspaceLayout, TheEdgeOfAPanelIsDragged) {
  Workspace w;
  ImGuiDriver driver({}, [&] { w.draw(); });
  driver.drag({286, 700}, {346, 700});
  EXPECT_NEAR(w.memory.leftWidth, 346, 2);
  driver.drag({1280 - 322, 700}, {1280 - 322 + 30, 700});
  EXPECT_NEAR(w.memory.rightWidth, 292, 2);
  driver.doubleClick({346, 700});
  EXPECT_EQ(w.memory.leftWidth, kLeftWidth);
}

TEST(Actions, EveryActionMakesCommandsThatHold) {
  Workspace w;
  ImGuiDriver driver({}, [&] { w.draw(); });
  for (const bool prepared : {false, true}) {
    if (prepared) {
      w.run("section add 45 90 318200 3218200 950 50");
      w.run("pick 'Block model' - 45 318110 3218050 905");
      w.run("measure add 0 0 0");
    }
    for (const Shortcut& s : shortcuts()) {
      PanelOutput output;
      perform(s.action, {*w.deposit, w.state, w.facts, {}, {}, "", 0, "", true, true, 1, {}}, w.memory,
              output);
      ViewState state = w.state;
      for (const auto& issued : output.commands) {
        auto next = apply(state, issued.command, *w.deposit);
        ASSERT_TRUE(std::holds_alternative<ViewState>(next))
            << s.title << ": " << std::get<CommandError>(next).message;
        state = std::get<ViewState>(std::move(next));
      }
    }
  }
}

TEST(Actions, EscapeLeavesTheNearestThingFirst) {
  Workspace w;
  ImGuiDriver driver({}, [&] { w.draw(); });
  w.run("tool measure-distance");
  w.run("measure add 0 0 0");
  w.memory.helpShown = true;
  const auto escape = [&] {
    PanelOutput output;
    perform(Action::Cancel, {*w.deposit, w.state, w.facts, {}, {}, "", 0, "", true, true, 1, {}}, w.memory,
            output);
    for (const auto& issued : output.commands) w.run(formatCommand(issued.command));
  };
  escape();
  EXPECT_FALSE(w.memory.helpShown);
  EXPECT_EQ(w.state.measure.size(), 1U);
  escape();
  EXPECT_TRUE(w.state.measure.empty());
  escape();
  EXPECT_EQ(w.state.tool, ToolKind::Orbit);
}

}  // namespace
}  // namespace adit::viewer
