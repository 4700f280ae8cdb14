#include "geology/formats/table_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geology/formats/import_choice.h"

using adit::formats::choiceKey;
using adit::formats::Decision;
using adit::formats::Dialect;
using adit::formats::distinctNames;
using adit::formats::FindingKind;
using adit::formats::Findings;
using adit::formats::ImportChoices;
using adit::formats::ReadError;
using adit::formats::Record;
using adit::formats::TableRows;
using adit::geology::Diagnostics;
using adit::geology::Progress;
using adit::geology::Provenance;
using adit::geology::Severity;
using testing::ElementsAre;

namespace {

constexpr FindingKind kOdd{Severity::Warning, "TEST-ODD", "something is odd", "even it out"};

}  // namespace

TEST(TableRows, AreAsWideAsTheHeader) {
  Progress progress;
  TableRows rows("a,b,c\n1\n,,\n1,2,3,4\n", Dialect{}, 3, progress);
  Record record;
  ASSERT_TRUE(rows.next(record));
  EXPECT_THAT(record.cells, ElementsAre("1", "", ""));
  EXPECT_EQ(rows.cellsInFile(), 1U);
  ASSERT_TRUE(rows.next(record));
  EXPECT_THAT(record.cells, ElementsAre("1", "2", "3"));
  EXPECT_EQ(rows.cellsInFile(), 4U);
  EXPECT_FALSE(rows.next(record));
}

TEST(TableRows, RefuseAHeaderOutOfAllProportionToItsRows) {
  std::string text(4000, ',');
  text += '\n';
  for (int i = 0; i < 2000; ++i) text += "a\n";
  Progress progress;
  TableRows rows(text, Dialect{}, 4001, progress);
  Record record;
  EXPECT_THROW(while (rows.next(record)){}, ReadError);
}

TEST(TableRows, ShortRowsOfAWideTableAreRead) {
  std::string text(200, ',');
  text += '\n';
  for (int i = 0; i < 5000; ++i) text += "1.25,2.5,3.75,4.5,5.25,6.5\n";
  Progress progress;
  TableRows rows(text, Dialect{}, 201, progress);
  Record record;
  std::size_t count = 0;
  while (rows.next(record)) ++count;
  EXPECT_EQ(count, 5000U);
}

TEST(DistinctNames, NumberThoseThatRepeat) {
  EXPECT_THAT(distinctNames({"Cu", "Cu", "", "Cu", "Cu 2", ""}),
              ElementsAre("Cu", "Cu 3", "column 3", "Cu 4", "Cu 2", "column 6"));
  EXPECT_EQ(distinctNames(std::vector<std::string>(4000, "x")).back(), "x 4000");
}

TEST(Findings, AreOneDiagnosticAKindWithTheFirstLine) {
  Findings findings("a.csv");
  findings.add(kOdd, {7, 2}, "B");
  findings.add(kOdd, {3, 1}, "A");
  findings.add(kOdd, {9, 1}, "B");
  for (const char* hole : {"C", "D", "E", "F", "G"}) findings.add(kOdd, {20, 1}, hole, 2);
  Diagnostics diagnostics;
  findings.appendTo(diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].count, 13U);
  EXPECT_EQ(diagnostics[0].line, 3U);
  EXPECT_EQ(diagnostics[0].column, 1U);
  EXPECT_EQ(diagnostics[0].file, "a.csv");
  EXPECT_EQ(diagnostics[0].message, "something is odd: B, A, C, D, E, ...");
  EXPECT_EQ(findings.count("TEST-ODD"), 13U);
  EXPECT_EQ(findings.count("TEST-EVEN"), 0U);
}

TEST(ImportChoice, KeyHoldsTheFileWithoutItsFolder) {
  EXPECT_EQ(choiceKey("data/mine/survey.csv", "dip-sign"), "survey.csv/dip-sign");
  EXPECT_EQ(choiceKey("C:\\mine\\survey.csv", "north"), "survey.csv/north");
  EXPECT_EQ(choiceKey("survey.csv", "north"), "survey.csv/north");
}

TEST(ImportChoice, ALongerKeyTellsFilesOfOneNameApart) {
  const adit::formats::ImportChoices choices{
      {"survey.csv/north", "grid"}, {"a/survey.csv/north", "true"}, {"y.csv/north", "magnetic"}};
  using adit::formats::personsAnswer;
  EXPECT_EQ(*personsAnswer(choices, "mine/a/survey.csv", "north"), "true");
  EXPECT_EQ(*personsAnswer(choices, "C:\\mine\\a\\survey.csv", "north"), "true");
  EXPECT_EQ(*personsAnswer(choices, "mine/b/survey.csv", "north"), "grid");
  EXPECT_EQ(*personsAnswer(choices, "survey.csv", "north"), "grid");
  EXPECT_EQ(personsAnswer(choices, "survey.csv", "dip-sign"), nullptr);
  EXPECT_EQ(personsAnswer(choices, "survey.csv/y", "north"), nullptr);
  EXPECT_EQ(personsAnswer(choices, "my.csv", "north"), nullptr) << "a name is not cut";
}

TEST(ImportChoice, GuessIsOverruledByThePersonAndRecorded) {
  const ImportChoices choices{{"s.csv/a", "yes"}, {"s.csv/b", "maybe"}};
  Provenance source;
  source.path = "x/s.csv";
  Diagnostics diagnostics;
  const Decision decision{choices, source, diagnostics};
  EXPECT_EQ(decision.take("a", "no", "why", {"yes", "no"}), "yes");
  EXPECT_EQ(decision.take("b", "no", "why", {"yes", "no"}), "no") << "not an answer";
  EXPECT_EQ(decision.take("c", "no", "why"), "no");
  ASSERT_EQ(source.choices.size(), 3U);
  EXPECT_TRUE(source.choices[0].byPerson);
  EXPECT_FALSE(source.choices[1].byPerson);
  EXPECT_EQ(source.choices[2].key, "s.csv/c");
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "TAB-BAD-CHOICE");
}
