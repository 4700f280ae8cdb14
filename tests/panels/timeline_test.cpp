// The time line of the mine plan.
#include <gmock/gmock.h>

#include "tests/panels/panel_rig.h"
#include "viewer/panels/actions.h"
#include "viewer/panels/timeline.h"
#include "viewer/panels/workspace.h"
#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

using tests::PanelRig;

PlanFacts threeYears() {
  PlanFacts facts;
  facts.object = "Block model";
  facts.column = "cu_pct";
  facts.unit = "%";
  facts.plan = "base";
  facts.known = facts.hasTonnes = facts.classed = true;
  facts.cutoff = 0.3;
  for (const char* label : {"2029", "2030", "2031"}) {
    PlanPeriodFacts period;
    period.label = label;
    period.tonnes = 40e6;
    period.oreTonnes = 10e6;
    period.grade = 0.52;
    period.stripRatio = 3;
    period.oreByClass[static_cast<std::size_t>(reporting::ResourceClass::Inferred)] = 0.25;
    period.oreByClass[static_cast<std::size_t>(reporting::ResourceClass::Indicated)] = 0.75;
    facts.periods.push_back(period);
  }
  return facts;
}

struct Rig : PanelRig {
  Rig() : PanelRig(drawTimeline, 900) {
    auto plan_ = std::make_shared<geology::MinePlan>();
    plan_->name = "base";
    plan_->periods = {{"2029", "", 1}, {"2030", "", 1}, {"2031", "", 1}};
    deposit->plans = {plan_};
    plan = threeYears();
  }
};

TEST(Timeline, IsEmptyWithoutAPlan) {
  Rig rig;
  rig.driver.frames(2);
  EXPECT_FALSE(rig.driver.search("panel", {"##bars"}));
}

TEST(Timeline, StepsForwardAndBack) {
  Rig rig;
  rig.run("plan time 1.5");
  rig.click({"##planforward"});
  EXPECT_EQ(rig.state().plan.time, 2);
  rig.click({"##planback"});
  EXPECT_EQ(rig.state().plan.time, 1);
  rig.click({"##planloop"});
  EXPECT_TRUE(rig.state().plan.loop);
  rig.click({"##planclose"});
  EXPECT_FALSE(rig.state().plan.on);
}

TEST(Timeline, ADragIsOneStepOfUndo) {
  Rig rig;
  rig.run("plan time 0.2");
  const ImVec2 middle = rig.find({"##bars"});
  rig.driver.moveTo(middle);
  rig.driver.press();
  for (float x = 0; x <= 200; x += 40) rig.driver.moveTo({middle.x + x, middle.y});
  rig.driver.release();
  EXPECT_NEAR(rig.state().plan.time, 1.5 + 200.0 / 870 * 3, 0.1);
  rig.history.undo();
  EXPECT_EQ(rig.state().plan.time, 0.2);
}

TEST(Timeline, PlaysAtItsSpeedAndStopsAtTheEnd) {
  Rig rig;
  rig.run("plan time 2.9");
  rig.run("plan speed 1");
  rig.click({"##planplay"});
  EXPECT_TRUE(rig.memory.playing);
  const double before = rig.state().plan.time;
  rig.driver.frame();
  EXPECT_NEAR(rig.state().plan.time - before, 1.0 / 60, 1e-6);
  rig.driver.frames(60);
  EXPECT_EQ(rig.state().plan.time, 3);
  EXPECT_FALSE(rig.memory.playing);
  rig.click({"##planplay"});
  EXPECT_LT(rig.state().plan.time, 1) << "from the start again";
}

TEST(Timeline, PlaysOnFromTheStartInALoop) {
  Rig rig;
  rig.run("plan time 2.99");
  rig.run("plan loop on");
  rig.click({"##planplay"});
  rig.driver.frames(20);
  EXPECT_TRUE(rig.memory.playing);
  EXPECT_LT(rig.state().plan.time, 1);
}

TEST(Timeline, AllOfOnePlayingIsOneStepOfUndo) {
  Rig rig;
  rig.run("plan time 1");
  rig.click({"##planplay"});
  rig.driver.frames(30);
  rig.click({"##planplay"});
  EXPECT_GT(rig.state().plan.time, 1.1);
  rig.history.undo();
  EXPECT_EQ(rig.state().plan.time, 1);
}

TEST(Timeline, SaysWhatAPeriodTakesOutAndHowWellThatIsKnown) {
  const PlanFacts facts = threeYears();
  const std::string text = periodText(facts, 1);
  EXPECT_THAT(text, testing::HasSubstr("2030: ore 10 Mt at 0.52 % cu_pct, waste 30 Mt, strip ratio 3 t/t"));
  EXPECT_THAT(text, testing::HasSubstr("25 % of the ore is inferred"));
  EXPECT_EQ(minedText(facts, 1.5), "so far ore 15 Mt, waste 45 Mt");
}

TEST(Timeline, SaysWhatIsNotStated) {
  PlanFacts facts = threeYears();
  facts.cutoff.reset();
  EXPECT_THAT(periodText(facts, 0), testing::HasSubstr("no cut-off is stated"));
  facts.known = false;
  EXPECT_EQ(minedText(facts, 1), "being worked out");
}

TEST(Timeline, DoubtIsByClassElseBySupport) {
  PlanFacts facts = threeYears();
  EXPECT_DOUBLE_EQ(doubtfulShare(facts, facts.periods[0]), 0.25);
  facts.classed = false;
  facts.supported = true;
  facts.periods[0].oreBySupport = {0.5, 0.2, 0.15, 0.1, 0.05};
  EXPECT_DOUBLE_EQ(doubtfulShare(facts, facts.periods[0]), 0.3);
  facts.supported = false;
  EXPECT_EQ(doubtfulShare(facts, facts.periods[0]), 0);
}

TEST(Timeline, PlaysToItsEndWhateverItsPeriodsAreCalled) {
  Rig rig;
  auto plan = std::make_shared<geology::MinePlan>();
  plan->name = "base";
  plan->periods = {{"3", "", 1}, {"4", "", 1}, {"5", "", 1}};
  rig.deposit->plans = {plan};
  rig.run("plan time 2.9");
  rig.run("plan speed 5");
  rig.memory.playing = true;
  rig.driver.frames(40);
  EXPECT_FALSE(rig.memory.playing);
  EXPECT_EQ(rig.state().plan.time, 3);
}

TEST(Timeline, APlanWithoutPeriodsStandsStill) {
  Rig rig;
  auto plan = std::make_shared<geology::MinePlan>();
  plan->name = "base";
  rig.deposit->plans = {plan};
  rig.plan = {};
  rig.run("plan on");
  const ImVec2 middle = rig.find({"##bars"});
  rig.driver.moveTo(middle);
  rig.driver.press();
  rig.driver.moveTo({middle.x + 100, middle.y});
  rig.driver.release();
  EXPECT_EQ(rig.state().plan.time, 0);
  EXPECT_TRUE(rig.faults.empty());
}

TEST(Timeline, OfAPlanWithoutBlocksIsDraggedToo) {
  Rig rig;
  rig.plan = {};  // nothing is worked out for it
  auto plan = std::make_shared<geology::MinePlan>(*rig.deposit->plans[0]);
  plan->lines = {{"decline", {{0, 0, 0}, {100, 0, -15}}, geology::PlanActivity::Development, 5, 5, 0, 1}};
  rig.deposit->plans = {plan};
  rig.run("plan time 1");
  const ImVec2 middle = rig.find({"##bars"});
  rig.driver.moveTo(middle);
  rig.driver.press();
  rig.driver.moveTo({middle.x + 100, middle.y});
  rig.driver.release();
  EXPECT_NEAR(rig.state().plan.time, 1.5 + 100.0 / 870 * 3, 0.1);
}

TEST(Timeline, HasItsRoomBelowTheView) {
  const Rig rig;  // sizes are those of a screen
  PanelMemory memory;
  const WorkspaceLayout without = layoutOf(memory, {1280, 800, true, false});
  memory.timelineShown = true;
  const WorkspaceLayout with = layoutOf(memory, {1280, 800, true, false});
  EXPECT_EQ(without.timeline.height, 0);
  EXPECT_EQ(with.view.height + with.timeline.height, without.view.height);
  EXPECT_EQ(with.timeline.y, with.view.y + with.view.height);
}

}  // namespace
}  // namespace adit::viewer
