// What means "no value" in a column of a table: numbers far from all others, words, and what a person
// declares.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/read_table.h"

using adit::geology::Column;
using adit::geology::ValueState;
using adit::tests::choiceOf;
using adit::tests::column;
using adit::tests::found;
using adit::tests::readTable;
using adit::tests::ReadTable;

TEST(DrillTableNulls, ClearSentinelsAreNotSampledAndReported) {
  const std::string_view text = "hole,from,to,Cu\nA,0,1,-999\nA,1,2,0.5\nA,2,3,-99\nA,3,4,1e31\n";
  const ReadTable read = readTable("a.csv", text);
  const Column& cu = column(read.table, "Cu");
  for (const std::size_t row : {0U, 2U, 3U}) EXPECT_EQ(cu.state(row), ValueState::NotSampled) << row;
  EXPECT_EQ(found(read.diagnostics, "TAB-NULL-NUMBER").count, 3U);
  EXPECT_EQ(choiceOf(read.table.source, "a.csv/Cu/nulls"), "-99 -999 1e+31");
  const ReadTable kept =
      readTable("a.csv", text, {{"a.csv/Cu/nulls", "none"}, {"a.csv/Cu/negatives", "value"}});
  EXPECT_EQ(column(kept.table, "Cu").values[0], -999);
  EXPECT_EQ(found(kept.diagnostics, "TAB-NULL-NUMBER").count, 0U);
}

TEST(DrillTableNulls, NumbersOfSgemsAndGslibForNoValueAreNotSampled) {
  const ReadTable read =
      readTable("a.csv", "hole,from,to,Cu\nA,0,1,0.5\nA,1,2,-9966699\nA,2,3,1e21\nA,3,4,0.2\n");
  EXPECT_EQ(column(read.table, "Cu").state(1), ValueState::NotSampled);
  EXPECT_EQ(column(read.table, "Cu").state(2), ValueState::NotSampled);
  EXPECT_EQ(found(read.diagnostics, "TAB-NULL-NUMBER").count, 2U);
  const ReadTable near =
      readTable("a.csv", "hole,from,to,charge\nA,0,1,8.5e20\nA,1,2,1e21\nA,2,3,-9966699\nA,3,4,-9000000\n");
  EXPECT_EQ(column(near.table, "charge").state(1), ValueState::Measured) << "others are near it";
  EXPECT_EQ(column(near.table, "charge").state(2), ValueState::Measured);
}

TEST(DrillTableNulls, NumberAmongItsLikesIsNoSentinel) {
  const ReadTable read = readTable("a.csv", "hole,from,to,mag\nA,0,1,-999\nA,1,2,-940\nA,2,3,510\n");
  EXPECT_EQ(column(read.table, "mag").values[0], -999);
  EXPECT_EQ(found(read.diagnostics, "TAB-NULL-NUMBER").count, 0U);
  EXPECT_EQ(found(read.diagnostics, "TAB-UNSURE-NULL").count, 1U);
}

TEST(DrillTableNulls, DeclaredNullsAreNotSampled) {
  const std::string_view text = "hole,from,to,Cu,Au\nA,0,1,7,7\nA,1,2,0.5,NS\nA,2,3,ND,1\n";
  const ReadTable read = readTable("a.csv", text, {{"a.csv/nulls", "7 ND"}, {"a.csv/Au/type", "numeric"}});
  EXPECT_EQ(column(read.table, "Cu").state(0), ValueState::NotSampled);
  EXPECT_EQ(column(read.table, "Cu").state(2), ValueState::NotSampled);
  EXPECT_EQ(column(read.table, "Au").state(0), ValueState::NotSampled);
  EXPECT_EQ(column(read.table, "Au").state(1), ValueState::NotRepresentable)
      << "the declaration replaces the guess";
}

TEST(DrillTableNulls, DeclaredNullsAreRecordedOnceAsThePersonsChoice) {
  const std::string_view text =
      "hole,from,to,Cu,rock\nA,0,1,-7,GRN\nA,1,2,0.5,-99.0\nA,2,3,1,NA\nA,3,4,-8,-7\n";
  const ReadTable read = readTable("a.csv", text, {{"a.csv/nulls", "-7,-8"}, {"a.csv/rock/nulls", "-99;NA"}});
  const Column& cu = column(read.table, "Cu");
  EXPECT_EQ(cu.state(0), ValueState::NotSampled);
  EXPECT_EQ(cu.state(3), ValueState::NotSampled);
  EXPECT_EQ(column(read.table, "rock").names, (std::vector<std::string>{"GRN", "-7"}))
      << "the column's own declaration goes before that of the file";
  EXPECT_EQ(choiceOf(read.table.source, "a.csv/nulls"), "-7,-8");
  EXPECT_EQ(choiceOf(read.table.source, "a.csv/rock/nulls"), "-99;NA");
  EXPECT_EQ(std::count_if(read.table.source.choices.begin(), read.table.source.choices.end(),
                          [](const auto& choice) { return choice.key == "a.csv/nulls"; }),
            1);
  EXPECT_TRUE(
      std::all_of(read.table.source.choices.begin(), read.table.source.choices.end(),
                  [](const auto& choice) { return choice.byPerson || !choice.key.ends_with("nulls"); }));
}

TEST(DrillTableNulls, WordsForNoValueAreReported) {
  const ReadTable read = readTable("a.csv", "hole,from,to,Cu\nA,0,1,NA\nA,1,2,0.5\nA,2,3,-\n");
  EXPECT_EQ(column(read.table, "Cu").state(0), ValueState::NotSampled);
  EXPECT_EQ(found(read.diagnostics, "TAB-NULL-WORD").count, 2U);
}
