// Tables of adit report and of others.
#include "viewer/guard/table_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "viewer/guard/checks.h"
#include "viewer/guard/rules.h"

namespace adit::viewer {
namespace {

using reporting::ResourceClass;
using testing::ElementsAre;
using testing::IsEmpty;

DisclosureFacts factsOf(const std::string& text) {
  auto read = factsOfTable(text, "t.csv");
  if (const auto* fault = std::get_if<geology::Diagnostic>(&read)) throw std::runtime_error(fault->message);
  return std::get<DisclosureFacts>(std::move(read));
}

GuardOutcome outcomeOf(const std::string& text, std::string_view rule) {
  for (const GuardPoint& point : guard(factsOf(text)))
    if (point.rule == rule) return point.outcome;
  throw std::runtime_error("no such rule");
}

constexpr const char* kCsv =
    "# effective date: 2026-01-31\n# person: A. Geologist\n# basis: not stated (100 % or attributable)\n# "
    "caution: Be careful.\n"
    "group,cutoff,class,blocks,tonnes,cu_pct %,cu_pct metal t\n"
    ",0.3,Measured,100,1230000,0.52,6400\n,0.3,Indicated,200,2500000,0.45,11000\n"
    ",0.3,Measured + indicated,300,3730000,0.47,18000\n,0.3,Inferred,90,980000,0.4,3900\n";

TEST(TableFacts, ReadsTheCsvOfAReport) {
  const DisclosureFacts facts = factsOf(kCsv);
  ASSERT_EQ(facts.lines.size(), 4U);
  EXPECT_EQ(facts.lines[2].name, "Measured + indicated");
  EXPECT_THAT(facts.lines[2].classes, ElementsAre(ResourceClass::Indicated, ResourceClass::Measured));
  EXPECT_TRUE(facts.lines[0].cutOff);
  EXPECT_EQ(facts.lines[0].tonnes, "1230000");
  EXPECT_THAT(facts.lines[0].grades, ElementsAre("0.52"));
  EXPECT_THAT(facts.lines[0].metal, ElementsAre("6400"));
  EXPECT_EQ(facts.stated.effectiveDate, "2026-01-31");
  EXPECT_EQ(facts.stated.person, "A. Geologist");
  EXPECT_EQ(facts.stated.basis, "") << "\"not stated\" states nothing";
  EXPECT_EQ(facts.stated.caution, "Be careful.");
  EXPECT_THAT(facts.shown, ElementsAre(NamedUnit{"cu_pct %", "%"}));
}

TEST(TableFacts, ReadsTheJsonOfAReport) {
  const DisclosureFacts facts =
      factsOf(R"({"adit":"0.1.0","schema":1,"synthetic":false,"effectiveDate":"2026-01-31",
    "person":"A. Geologist","basis":"100 %","lines":[
    {"group":"","cutoff":0.3,"kind":"measured+indicated","class":null,"tonnes":3730000,
     "grades":[{"name":"cu_pct","unit":"%","mean":0.47,"metalTonnes":18000}]},
    {"group":"OX","cutoff":null,"kind":"class","class":"inferred","tonnes":980000,
     "grades":[{"name":"cu_pct","unit":"%","mean":0.4,"metalTonnes":null}]}]})");
  ASSERT_EQ(facts.lines.size(), 2U);
  EXPECT_THAT(facts.lines[0].classes, ElementsAre(ResourceClass::Indicated, ResourceClass::Measured));
  EXPECT_EQ(facts.lines[1].name, "OX inferred");
  EXPECT_FALSE(facts.lines[1].cutOff);
  EXPECT_THAT(facts.lines[1].metal, ElementsAre(""));
  EXPECT_THAT(facts.shown, ElementsAre(NamedUnit{"cu_pct", "%"}));
  EXPECT_EQ(facts.stated.basis, "100 %");
}

TEST(TableFacts, ATotalThatHoldsInferredIsFound) {
  const std::string head = "class,cutoff,tonnes,cu_pct\nIndicated,0.3,10 Mt,0.5\nInferred,0.3,5.0 Mt,0.4\n";
  EXPECT_EQ(outcomeOf(head + "Total,0.3,15 Mt,0.47\n", "inferred-added"), GuardOutcome::Fails);
  EXPECT_EQ(outcomeOf(head + "Total,0.3,10 Mt,0.5\n", "inferred-added"), GuardOutcome::Passes)
      << "this total is that of the others";
  EXPECT_EQ(outcomeOf(head + "Indicated and inferred,0.3,15 Mt,0.5\n", "inferred-added"),
            GuardOutcome::Fails);
  EXPECT_EQ(outcomeOf(head, "inferred-added"), GuardOutcome::Passes);
}

TEST(TableFacts, TonnesWithAnExponentAreSoMany) {
  const std::string head =
      "class,cutoff,tonnes,cu_pct\nIndicated,0.3,1.2e+09,0.5\nInferred,0.3,5.0e+08,0.4\n";
  EXPECT_EQ(outcomeOf(head + "Total,0.3,1.7e+09,0.47\n", "inferred-added"), GuardOutcome::Fails);
  EXPECT_EQ(outcomeOf(head + "Total,0.3,1.2e+09,0.5\n", "inferred-added"), GuardOutcome::Passes);
  EXPECT_EQ(outcomeOf(head + "Total,0.3,1200 Mt,0.5\n", "inferred-added"), GuardOutcome::Passes);
}

TEST(TableFacts, WhatAnAuditorWouldMarkIsMarked) {
  EXPECT_EQ(outcomeOf("class,tonnes,cu_pct\nIndicated,10 Mt,0.5\n", "cut-off"), GuardOutcome::Fails);
  EXPECT_EQ(outcomeOf("class,cutoff,gold oz\nInferred,0.3,2000000\n", "metal-alone"), GuardOutcome::Fails);
  EXPECT_EQ(outcomeOf("class,cutoff,tonnes,cu_pct\nInferred,0.3,1285282.56,1.865\n", "figures"),
            GuardOutcome::Fails);
  EXPECT_EQ(outcomeOf("class,cutoff,tonnes,value_usd\nIndicated,0.3,10 Mt,51\n", "gross-value"),
            GuardOutcome::Fails);
}

TEST(TableFacts, MoneyInTimeMakesItATableOfAPlan) {
  const std::string periods = "period,tonnes,cu_pct,npv usd m\n2027,10 Mt,0.5,120\n";
  EXPECT_EQ(outcomeOf(periods, "gross-value"), GuardOutcome::Passes);
  EXPECT_EQ(outcomeOf(periods, "study-level"), GuardOutcome::Fails);
  EXPECT_EQ(outcomeOf("# study: feasibility\n" + periods, "study-level"), GuardOutcome::Passes);
  EXPECT_EQ(outcomeOf("# study: feasibility\n" + periods, "inferred-value"), GuardOutcome::Fails)
      << "nobody said which ground it rests on";
  EXPECT_EQ(outcomeOf("# study: scoping\n# caution: Be careful.\n" + periods, "inferred-value"),
            GuardOutcome::Passes);
  const std::string classed = "class,cutoff,tonnes,cash flow\nIndicated,0.3,10 Mt,51\n";
  EXPECT_EQ(outcomeOf("# study: feasibility\n" + classed, "inferred-value"), GuardOutcome::Passes);
  EXPECT_EQ(outcomeOf("# study: feasibility\n" + classed + "Inferred,0.3,2 Mt,7\n", "inferred-value"),
            GuardOutcome::Fails);
  EXPECT_EQ(outcomeOf(kCsv, "study-level"), GuardOutcome::NotApplicable);
}

TEST(TableFacts, NamesOfClasses) {
  EXPECT_THAT(classesIn("M+I"), ElementsAre(ResourceClass::Indicated, ResourceClass::Measured));
  EXPECT_THAT(classesIn("Proven and Probable"), ElementsAre(ResourceClass::Probable, ResourceClass::Proved));
  EXPECT_THAT(classesIn("INFERRED resource"), ElementsAre(ResourceClass::Inferred));
  EXPECT_THAT(classesIn("Unclassified"), ElementsAre(ResourceClass::Unclassified));
  EXPECT_THAT(classesIn("Total"), IsEmpty());
}

TEST(TableFacts, OtherFilesAreNoTables) {
  for (const std::string text : {"", "{", "[]", R"({"lines":5})", "hello", "a,b\n1,2\n", "class,tonnes\n",
                                 "x,y,z,class,tonnes\n1,2,3,Inferred,5\n"}) {
    const auto read = factsOfTable(text, "t");
    ASSERT_TRUE(std::holds_alternative<geology::Diagnostic>(read)) << text;
    EXPECT_EQ(std::get<geology::Diagnostic>(read).code, "GRD-NO-TABLE");
    EXPECT_NE(std::get<geology::Diagnostic>(read).remedy, "");
  }
  EXPECT_TRUE(std::holds_alternative<geology::Diagnostic>(factsOfTable(std::string(100'000, '['), "t")));
}

TEST(TableFacts, DamagedTablesNeverTakeItDown) {
  std::mt19937 random(3);
  for (int round = 0; round < 5000; ++round) {
    std::string text = kCsv;
    for (int i = 0; i < 4; ++i) text[random() % text.size()] = static_cast<char>(random());
    const auto read = factsOfTable(text, "t");
    if (const auto* facts = std::get_if<DisclosureFacts>(&read)) {
      EXPECT_EQ(guard(*facts).size(), ruleBook().rules.size());
    }
  }
}

}  // namespace
}  // namespace adit::viewer
