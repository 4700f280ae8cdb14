#include "viewer/panels/picked_facts.h"

#include <gtest/gtest.h>

#include "tests/panels/sample_deposit.h"

namespace adit::viewer {
namespace {

std::string valueOf(const std::vector<Fact>& facts, const std::string& label) {
  for (const Fact& fact : facts)
    if (fact.label == label) return fact.value;
  return "no such line";
}

TEST(PickedFacts, ABlockTellsPlaceSizeAndAttributes) {
  const auto deposit = tests::sampleDeposit();
  const auto facts = pickedFacts(*deposit, {"Block model", "", 45, {}});
  EXPECT_EQ(valueOf(facts, "Centre E, N, Z"), "318,110.0  3,218,050.0  905.0");
  EXPECT_EQ(valueOf(facts, "Size"), "20 × 20 × 10 m");
  EXPECT_EQ(valueOf(facts, "alteration"), "phyllic");
  EXPECT_EQ(valueOf(facts, "Source"), "blocks.csv");
  EXPECT_EQ(valueOf(pickedFacts(*deposit, {"Block model", "", 50, {}}), "cu_pct"), "not sampled");
}

TEST(PickedFacts, AnIntervalTellsItsHoleDepthsAndLine) {
  const auto deposit = tests::sampleDeposit();
  const auto facts = pickedFacts(*deposit, {"Drillholes", "assay", 41, {}});
  EXPECT_EQ(valueOf(facts, "Hole"), "SY-102");
  EXPECT_EQ(valueOf(facts, "Interval"), "3.00 to 6.00 m");
  EXPECT_EQ(valueOf(facts, "Source"), "assay.csv, line 43");
  EXPECT_EQ(valueOf(facts, "Down-hole length"), "3.00 m, true width not known");
  EXPECT_EQ(valueOf(pickedFacts(*deposit, {"Drillholes", "", 2, {}}), "Hole"), "SY-103");
}

TEST(PickedFacts, ASolidTellsItsVolume) {
  const auto deposit = tests::sampleDeposit();
  const auto facts = pickedFacts(*deposit, {"Pit design, phase 3", "", 0, {1, 2, 3}});
  EXPECT_EQ(valueOf(facts, "Volume"), "1,728,000 m³");
  EXPECT_EQ(valueOf(facts, "Shell"), "closed");
}

TEST(PickedFacts, WhatIsNoLongerThereGivesNothing) {
  const auto deposit = tests::sampleDeposit();
  EXPECT_TRUE(pickedFacts(*deposit, {"gone", "", 0, {}}).empty());
  EXPECT_TRUE(pickedFacts(*deposit, {"Block model", "", 999999, {}}).empty());
  EXPECT_TRUE(pickedFacts(*deposit, {"Drillholes", "assay", 999999, {}}).empty());
  EXPECT_TRUE(pickedFacts(*deposit, {"Drillholes", "", 999999, {}}).empty());
}

TEST(PickedFacts, TheFourStatesOfAValueReadDifferently) {
  geology::Column gold =
      geology::numericColumn("au", {1.5F, 0.005F, geology::kMissing, geology::kMissing}, "g/t");
  using geology::ValueState;
  gold.states = {ValueState::Measured, ValueState::BelowDetection, ValueState::NotSampled,
                 ValueState::NotRepresentable};
  gold.limits = {geology::kMissing, 0.01F, geology::kMissing, geology::kMissing};
  EXPECT_EQ(valueFact(gold, 0).value, "1.5 g/t");
  EXPECT_EQ(valueFact(gold, 1).value, "below 0.01 g/t");
  EXPECT_EQ(valueFact(gold, 2).value, "not sampled");
  EXPECT_EQ(valueFact(gold, 3).value, "no number");
  EXPECT_FALSE(valueFact(gold, 0).doubtful);
  for (std::size_t row : {1U, 2U, 3U}) EXPECT_TRUE(valueFact(gold, row).doubtful);
}

}  // namespace
}  // namespace adit::viewer
