#include <gtest/gtest.h>

#include <limits>

#include "tests/panels/panel_rig.h"

namespace adit::viewer {
namespace {

using tests::PanelRig;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

FilterState::Range rangeOf(const PanelRig& rig) {
  const auto& ranges = filterOf(rig.state(), "Block model").ranges;
  const auto it = ranges.find("cu_pct");
  return it == ranges.end() ? FilterState::Range{-kInfinity, kInfinity} : it->second;
}

class ThresholdPanel : public testing::Test {
 protected:
  PanelRig rig{drawThreshold, 322};
  /// The histogram spans the panel; its handles begin at the ends.
  ImVec2 histogram() { return rig.find({"##histogram"}); }
  void TearDown() override { EXPECT_TRUE(rig.faults.empty()) << rig.faults.front(); }
};

TEST_F(ThresholdPanel, DraggingTheLowerHandleRaisesTheLowerEnd) {
  const ImVec2 middle = histogram();
  rig.driver.drag({18, middle.y}, {middle.x, middle.y});
  const auto range = rangeOf(rig);
  EXPECT_GT(range.lo, 0.8);
  EXPECT_LT(range.lo, 1.6);
  EXPECT_EQ(range.hi, kInfinity);
  EXPECT_GE(rig.commands.size(), 3U) << "a drag is live";
}

TEST_F(ThresholdPanel, AWholeDragIsOneStepOfUndoAndTheNextIsAnother) {
  const ImVec2 middle = histogram();
  rig.driver.drag({18, middle.y}, {middle.x - 60, middle.y});
  const auto first = rangeOf(rig);
  rig.driver.drag({304, middle.y}, {middle.x + 60, middle.y});
  EXPECT_LT(rangeOf(rig).hi, kInfinity);
  rig.history.undo();
  EXPECT_EQ(rangeOf(rig), first);
  rig.history.undo();
  EXPECT_EQ(rangeOf(rig).lo, -kInfinity);
}

TEST_F(ThresholdPanel, TheGroundBetweenTheHandlesMovesBoth) {
  rig.run("range 'Block model' cu_pct 0.5 1");
  const ImVec2 middle = histogram();
  const float x = 18 + (304 - 18) * 0.75F / 2.43F;  // the middle of the range on an axis from 0 to 2.43
  rig.driver.drag({x, middle.y}, {x + 50, middle.y});
  const auto range = rangeOf(rig);
  EXPECT_GT(range.lo, 0.8);
  EXPECT_NEAR(range.hi - range.lo, 0.5, 0.03);
}

TEST_F(ThresholdPanel, NumbersCanBeTyped) {
  rig.driver.typeInto(rig.find({"##lo"}), "0.35");
  EXPECT_EQ(rangeOf(rig).lo, 0.35);
  rig.driver.typeInto(rig.find({"##hi"}), "2.5 %");
  EXPECT_EQ(rangeOf(rig).hi, 2.5);
  EXPECT_TRUE(rig.issued("range \"Block model\" cu_pct 0.35 inf")) << rig.commandLog();
}

TEST_F(ThresholdPanel, AnEndTypedBeyondTheOtherIsRefusedAndMovesNothing) {
  rig.run("range 'Block model' cu_pct 0.5 1");
  rig.driver.typeInto(rig.find({"##lo"}), "1.5");
  EXPECT_EQ(rangeOf(rig), (FilterState::Range{0.5, 1}));
  rig.driver.typeInto(rig.find({"##hi"}), "0.25");
  EXPECT_EQ(rangeOf(rig), (FilterState::Range{0.5, 1}));
  EXPECT_EQ(rig.faults.size(), 2U);
  for (const std::string& fault : rig.faults) EXPECT_NE(fault.find("LO is above HI"), std::string::npos);
  rig.faults.clear();
}

TEST_F(ThresholdPanel, ADraggedHandleLeavesTheTypedEndAlone) {
  rig.run("range 'Block model' cu_pct 0.4537 9");
  const ImVec2 middle = histogram();
  const float x = 18 + (304 - 18) * 0.4537F / 2.43F;  // the lower handle on an axis from 0 to 2.43
  rig.driver.drag({x, middle.y}, {x + 60, middle.y});
  EXPECT_GT(rangeOf(rig).lo, 0.8);
  EXPECT_EQ(rangeOf(rig).hi, 9);
}

TEST_F(ThresholdPanel, AnEmptiedFieldOpensItsEnd) {
  rig.run("range 'Block model' cu_pct 0.5 1");
  rig.driver.clearField(rig.find({"##lo"}));
  EXPECT_EQ(rangeOf(rig), (FilterState::Range{-kInfinity, 1})) << rig.commandLog();
  rig.driver.clearField(rig.find({"##hi"}));
  EXPECT_TRUE(rig.issued("norange \"Block model\" cu_pct")) << rig.commandLog();
}

TEST_F(ThresholdPanel, WhatIsNoNumberChangesNothing) {
  rig.driver.typeInto(rig.find({"##lo"}), "0,3");
  EXPECT_TRUE(rig.commands.empty()) << rig.commandLog();
}

TEST_F(ThresholdPanel, EscapeGivesUpTyping) {
  rig.driver.click(rig.find({"##lo"}));
  rig.driver.frames(4);
  rig.driver.type("7");
  rig.driver.key(ImGuiKey_Escape);
  rig.driver.frames(2);
  EXPECT_TRUE(rig.commands.empty()) << rig.commandLog();
  EXPECT_EQ(rig.memory.edit.field, 0U);
}

TEST_F(ThresholdPanel, AllRemovesTheRange) {
  rig.run("range 'Block model' cu_pct 0.5 1");
  rig.click({"All##norange"});
  EXPECT_EQ(rangeOf(rig).lo, -kInfinity);
}

TEST_F(ThresholdPanel, MissingValuesAreSwitched) {
  rig.click({"Show what has no value"});
  EXPECT_TRUE(filterOf(rig.state(), "Block model").showMissing);
  rig.click({"Show what has no value"});
  EXPECT_FALSE(filterOf(rig.state(), "Block model").showMissing);
}

TEST_F(ThresholdPanel, AnotherColumnIsChosenFromTheList) {
  rig.click({"##column"});
  rig.driver.frames(2);
  rig.driver.click(rig.driver.findInPopup({1, "au_gpt"}));
  rig.driver.frames(2);
  rig.driver.typeInto(rig.find({"##lo"}), "0.1");
  EXPECT_TRUE(rig.issued("range \"Block model\" au_gpt 0.1 inf")) << rig.commandLog();
}

TEST_F(ThresholdPanel, ADensityIsStatedAsANumberAndTakenBack) {
  rig.driver.typeInto(rig.find({"##densityvalue"}), "2.7 t/m3");
  EXPECT_EQ(rig.state().densities.at("Block model"), (DensityState{{}, 2.7})) << rig.commandLog();
  rig.click({"##density"});
  rig.driver.frames(2);
  rig.driver.click(rig.driver.findInPopup({0, "not stated"}));
  rig.driver.frames(2);
  EXPECT_TRUE(rig.state().densities.empty()) << rig.commandLog();
}

TEST_F(ThresholdPanel, AnAnswerOfAnotherColumnIsNotShown) {
  const float before = rig.find({"##density"}).y;
  rig.tonnage.object = "Block model";
  rig.tonnage.column = "au_gpt";
  rig.tonnage.known = true;
  rig.driver.frames(2);
  EXPECT_EQ(rig.find({"##density"}).y, before);
  rig.tonnage.column = "cu_pct";
  rig.driver.frames(2);
  EXPECT_GT(rig.find({"##density"}).y, before) << "the sums stand above the density";
}

TEST_F(ThresholdPanel, OtherLayersHaveNoTonnes) {
  rig.run("active Drillholes");
  EXPECT_FALSE(rig.driver.search("panel", {"##density"}).has_value());
}

class CategoryPanel : public testing::Test {
 protected:
  PanelRig rig{drawCategories, 322};
};

TEST_F(CategoryPanel, AnEyeHidesOneCategory) {
  const ImVec2 list = rig.find({"All##categories"});
  rig.driver.click({26, list.y + 28});  // the eye of the first row
  EXPECT_TRUE(rig.issued("category \"Block model\" alteration propylitic off")) << rig.commandLog();
  rig.click({"All##categories"});
  EXPECT_FALSE(filterOf(rig.state(), "Block model").hiddenCategories.contains("alteration"));
  EXPECT_TRUE(rig.faults.empty());
}

TEST_F(CategoryPanel, ANameShowsOnlyItsCategoryAsOneStep) {
  const ImVec2 list = rig.find({"All##categories"});
  rig.driver.click({120, list.y + 28});
  const auto& hidden = filterOf(rig.state(), "Block model").hiddenCategories;
  ASSERT_TRUE(hidden.contains("alteration")) << rig.commandLog();
  EXPECT_EQ(hidden.at("alteration"), (std::set<std::string>{"", "phyllic", "potassic"})) << rig.commandLog();
  rig.history.undo();
  EXPECT_TRUE(filterOf(rig.state(), "Block model").hiddenCategories.empty());
}

class FilterPanel : public testing::Test {
 protected:
  PanelRig rig{drawFilter, 322};
};

TEST_F(FilterPanel, AnExpressionIsApplied) {
  rig.driver.typeInto(rig.find({"##expression"}), "cu_pct > 0.4 and alteration == \"potassic\"");
  EXPECT_EQ(filterOf(rig.state(), "Block model").expression, "cu_pct > 0.4 and alteration == \"potassic\"");
  rig.click({"Clear##filter"});
  EXPECT_EQ(filterOf(rig.state(), "Block model").expression, "");
}

TEST_F(FilterPanel, AFaultIsShownInPlaceAndTheTextIsKept) {
  rig.driver.typeInto(rig.find({"##expression"}), "cu_pc > 0.4");
  EXPECT_TRUE(rig.commands.empty());
  EXPECT_NE(rig.memory.filterFault.find("cu_pct"), std::string::npos) << rig.memory.filterFault;
  EXPECT_EQ(rig.memory.filterTyped, "cu_pc > 0.4");
  rig.driver.typeInto(rig.find({"##expression"}), "cu_pct > 0.4");
  EXPECT_TRUE(rig.memory.filterFault.empty());
  EXPECT_EQ(filterOf(rig.state(), "Block model").expression, "cu_pct > 0.4");
}

}  // namespace
}  // namespace adit::viewer
