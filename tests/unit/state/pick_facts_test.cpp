#include "viewer/state/pick_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_deposit.h"

namespace adit::viewer {
namespace {

using geology::Column;
using geology::ValueState;

const Fact* labelled(const std::vector<Fact>& facts, const std::string& label) {
  for (const Fact& fact : facts)
    if (fact.label == label) return &fact;
  return nullptr;
}
std::string valueOf(const std::vector<Fact>& facts, const std::string& label) {
  const Fact* fact = labelled(facts, label);
  return fact == nullptr ? "(none)" : fact->value;
}

TEST(ValueFact, FourStatesOfAValue) {
  Column column = geology::numericColumn("Au", {0.53F, 0.005F, geology::kMissing, geology::kMissing}, "g/t");
  column.states = {ValueState::Measured, ValueState::BelowDetection, ValueState::NotSampled,
                   ValueState::NotRepresentable};
  column.limits = {geology::kMissing, 0.01F, geology::kMissing, geology::kMissing};
  EXPECT_EQ(valueFact(column, 0), (Fact{"Au", "0.53 g/t", false}));
  EXPECT_EQ(valueFact(column, 1), (Fact{"Au", "< 0.01 g/t, below detection", true}));
  EXPECT_EQ(valueFact(column, 2), (Fact{"Au", "not sampled", true}));
  EXPECT_TRUE(valueFact(column, 3).doubtful);
  const Column rock = geology::categoryColumn("rock", {"POR", ""});
  EXPECT_EQ(valueFact(rock, 0), (Fact{"rock", "POR", false}));
  EXPECT_EQ(valueFact(rock, 1), (Fact{"rock", "no value", true}));
}

TEST(PickFacts, AnIntervalWithItsHoleDepthsFileAndLine) {
  geology::Deposit deposit = *tests::sampleDeposit();
  auto holes = std::make_shared<geology::DrillHoles>(*deposit.drillholes[0]);
  holes->tables[0].source.path = "assay.csv";
  holes->tables[0].line.assign(holes->tables[0].size(), 0);
  holes->tables[0].line[3] = 1205;
  deposit.drillholes = {holes};
  deposit.unitStated = true;
  const Vec3 place = holes->holes[0].trace.positionAt(36);
  const auto facts = pickFacts(deposit, {"drillholes", "assay", 3, place});
  EXPECT_EQ(valueOf(facts, "Hole"), "S-101");
  EXPECT_EQ(valueOf(facts, "From"), "30.00 m");
  EXPECT_EQ(valueOf(facts, "To"), "40.00 m");
  EXPECT_EQ(valueOf(facts, "Picked at depth"), "36.00 m");
  EXPECT_EQ(valueOf(facts, "File"), "assay.csv");
  EXPECT_EQ(valueOf(facts, "Line"), "1,205");
  EXPECT_TRUE(valueOf(facts, "Cu_pct").ends_with(" %"));
  EXPECT_FALSE(labelled(facts, "From")->doubtful);
  deposit.unitStated = false;
  EXPECT_TRUE(labelled(pickFacts(deposit, {"drillholes", "assay", 3, place}), "From")->doubtful);
}

TEST(PickFacts, ACollarSaysHowItsTraceIsKnown) {
  geology::Deposit deposit = *tests::sampleDeposit();
  auto holes = std::make_shared<geology::DrillHoles>(*deposit.drillholes[0]);
  holes->holes[2].basis = geology::TraceBasis::AssumedVertical;
  deposit.drillholes = {holes};
  const auto facts = pickFacts(deposit, {"drillholes", "", 2, {}});
  EXPECT_EQ(valueOf(facts, "Hole"), "S-103");
  EXPECT_TRUE(labelled(facts, "Trace")->doubtful);
  EXPECT_TRUE(labelled(facts, "Length (deepest record)")->doubtful);
}

TEST(PickFacts, ABlockASurfaceAndATerrain) {
  const geology::Deposit deposit = *tests::sampleDeposit();
  const auto block = pickFacts(deposit, {"blocks", "", 0, {}});
  EXPECT_EQ(valueOf(block, "Cell"), "1, 1, 1");
  EXPECT_EQ(valueOf(block, "Size"), "25.00 x 25.00 x 20.00");
  EXPECT_EQ(valueOf(block, "X"), "318112.50");
  EXPECT_NE(labelled(block, "rock"), nullptr);
  EXPECT_EQ(valueOf(pickFacts(deposit, {"solid", "", 1, {}}), "Kind"), "closed solid");
  EXPECT_EQ(valueOf(pickFacts(deposit, {"topography", "", 1, {1, 2, 3.456}}), "Z"), "3.46");
}

TEST(PickFacts, WhatIsNotThereHasNoFacts) {
  const geology::Deposit deposit = *tests::sampleDeposit();
  EXPECT_TRUE(pickFacts(deposit, {"nothing", "", 0, {}}).empty());
  EXPECT_TRUE(pickFacts(deposit, {"blocks", "", 1'000'000, {}}).empty());
  EXPECT_TRUE(pickFacts(deposit, {"drillholes", "litho", 0, {}}).empty());
  EXPECT_TRUE(pickFacts(deposit, {"drillholes", "assay", 306, {}}).empty());
}

}  // namespace
}  // namespace adit::viewer
