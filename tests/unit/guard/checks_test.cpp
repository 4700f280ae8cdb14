// Each rule has facts that pass it and facts that fail it.
#include "viewer/guard/checks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "viewer/guard/rules.h"

namespace adit::viewer {
namespace {

using reporting::ResourceClass;
using Change = void (*)(DisclosureFacts& facts);

/// A view of a model with everything that a public one needs.
DisclosureFacts goodView() {
  DisclosureFacts facts;
  facts.subject = "the view";
  facts.anything = true;
  ShownEstimate estimate;
  estimate.model = "blocks";
  estimate.columns = {"cu_pct"};
  estimate.cutOffs = {{"cu_pct", "%", 0.3}};
  estimate.categoryColumn = "class";
  estimate.classes = {ResourceClass::Indicated, ResourceClass::Inferred};
  estimate.categoriesApart = true;
  facts.estimates = {estimate};
  facts.shown = {{"cu_pct", "%"}};
  facts.atHand = {{"cu_pct", "%"}, {"au_gpt", "g/t"}};
  facts.stated = {"2026-01-31", "A. Geologist",        "JORC 2012", "the whole deposit (100 %)",
                  "",           EstimateKind::Resource};
  return facts;
}

/// The same with a pit on indicated ground, studied as far as its statement says.
DisclosureFacts goodPit() {
  DisclosureFacts facts = goodView();
  facts.economics = {{"the pit limit of blocks", {ResourceClass::Indicated}}};
  facts.stated.study = StudyLevel::Prefeasibility;
  return facts;
}

/// A table with everything that a public one needs.
DisclosureFacts goodTable() {
  DisclosureFacts facts = goodView();
  facts.estimates.clear();
  facts.lines = {{"Indicated", {ResourceClass::Indicated}, true, "12.3 Mt", {"0.52"}, {"64 kt"}},
                 {"Inferred", {ResourceClass::Inferred}, true, "4.1 Mt", {"0.4"}, {"16 kt"}}};
  return facts;
}

struct RuleCase {
  const char* rule;
  GuardOutcome outcome;
  DisclosureFacts (*base)();
  Change change;
};

constexpr GuardOutcome kPass = GuardOutcome::Passes, kFail = GuardOutcome::Fails,
                       kNone = GuardOutcome::NotApplicable;
constexpr Change kAsItIs = [](DisclosureFacts&) {};

const std::vector<RuleCase>& cases() {
  static const std::vector<RuleCase> kCases{
      {"cut-off", kPass, goodView, kAsItIs},
      {"cut-off", kFail, goodView, [](DisclosureFacts& f) { f.estimates[0].cutOffs.clear(); }},
      {"cut-off", kPass, goodTable, kAsItIs},
      {"cut-off", kFail, goodTable, [](DisclosureFacts& f) { f.lines[1].cutOff = false; }},
      {"cut-off", kNone, goodView, [](DisclosureFacts& f) { f.estimates.clear(); }},
      {"inferred-added", kPass, goodTable, kAsItIs},
      {"inferred-added", kFail, goodTable,
       [](DisclosureFacts& f) { f.lines[0].classes.insert(ResourceClass::Inferred); }},
      {"inferred-added", kPass, goodTable,
       [](DisclosureFacts& f) { f.lines[0].classes.insert(ResourceClass::Measured); }},
      {"inferred-added", kNone, goodView, kAsItIs},
      {"inferred-apart", kPass, goodView, kAsItIs},
      {"inferred-apart", kFail, goodView, [](DisclosureFacts& f) { f.estimates[0].categoriesApart = false; }},
      {"inferred-apart", kNone, goodView,
       [](DisclosureFacts& f) { f.estimates[0].classes = {ResourceClass::Inferred}; }},
      {"category", kPass, goodView, kAsItIs},
      {"category", kFail, goodView, [](DisclosureFacts& f) { f.estimates[0].classes.clear(); }},
      {"category", kFail, goodView,
       [](DisclosureFacts& f) { f.estimates[0].classes = {ResourceClass::Unclassified}; }},
      {"category", kFail, goodTable, [](DisclosureFacts& f) { f.lines[0].classes.clear(); }},
      {"metal-alone", kPass, goodTable, kAsItIs},
      {"metal-alone", kFail, goodTable, [](DisclosureFacts& f) { f.lines[0].tonnes.clear(); }},
      {"metal-alone", kFail, goodTable, [](DisclosureFacts& f) { f.lines[0].grades = {""}; }},
      {"metal-alone", kNone, goodTable,
       [](DisclosureFacts& f) {
         for (ReportedLine& line : f.lines) line.metal.clear();
       }},
      {"gross-value", kPass, goodView, kAsItIs},
      {"gross-value", kFail, goodView,
       [](DisclosureFacts& f) {
         f.shown.push_back({"value", "USD/t"});
       }},
      {"gross-value", kFail, goodView,
       [](DisclosureFacts& f) {
         f.shown.push_back({"insitu_value", ""});
       }},
      {"gross-value", kFail, goodView,
       [](DisclosureFacts& f) {
         f.shown.push_back({"Value ($)", ""});
       }},
      {"gross-value", kPass, goodView,
       [](DisclosureFacts& f) {
         f.shown.push_back({"NSR", "USD/t"});
       }},
      {"gross-value", kPass, goodView,
       [](DisclosureFacts& f) {
         f.shown.push_back({"value", "%"});
       }},
      {"total-rare-earths", kFail, goodView,
       [](DisclosureFacts& f) {
         f.shown = {{"TREO_pct", "%"}};
         f.atHand = f.shown;
       }},
      {"total-rare-earths", kPass, goodView,
       [](DisclosureFacts& f) {
         f.shown = {{"treo_pct", "%"}};
         f.atHand = {{"treo_pct", "%"}, {"Nd2O3_ppm", "ppm"}};
       }},
      {"total-rare-earths", kNone, goodView, kAsItIs},
      {"figures", kPass, goodTable, kAsItIs},
      {"figures", kFail, goodTable, [](DisclosureFacts& f) { f.lines[0].tonnes = "1,285,282.56 t"; }},
      {"figures", kFail, goodTable, [](DisclosureFacts& f) { f.lines[0].grades = {"0.5234"}; }},
      {"figures", kFail, goodTable, [](DisclosureFacts& f) { f.lines[1].tonnes = "4.12 Mt"; }},
      {"figures", kPass, goodTable, [](DisclosureFacts& f) { f.lines[0].tonnes = "12,300,000"; }},
      {"effective-date", kPass, goodView, kAsItIs},
      {"effective-date", kFail, goodView, [](DisclosureFacts& f) { f.stated.effectiveDate.clear(); }},
      {"effective-date", kNone, goodView, [](DisclosureFacts& f) { f.synthetic = true; }},
      {"person", kPass, goodView, kAsItIs},
      {"person", kFail, goodView, [](DisclosureFacts& f) { f.stated.person.clear(); }},
      {"person", kFail, goodView,
       [](DisclosureFacts& f) {
         f.estimates.clear();  // holes alone are results of exploration
         f.stated.person.clear();
       }},
      {"code", kPass, goodView, kAsItIs},
      {"code", kFail, goodView, [](DisclosureFacts& f) { f.stated.code.clear(); }},
      {"kind", kPass, goodView, kAsItIs},
      {"kind", kFail, goodView, [](DisclosureFacts& f) { f.stated.kind = EstimateKind::Unstated; }},
      {"basis", kPass, goodView, kAsItIs},
      {"basis", kFail, goodView, [](DisclosureFacts& f) { f.stated.basis.clear(); }},
      {"exaggeration", kPass, goodView, kAsItIs},
      {"exaggeration", kPass, goodView, [](DisclosureFacts& f) { f.exaggeration = 3; }},
      {"exaggeration", kFail, goodView,
       [](DisclosureFacts& f) {
         f.exaggeration = 3;
         f.exaggerationLabelled = false;
       }},
      {"caution", kNone, goodView, kAsItIs},
      {"caution", kFail, goodView, [](DisclosureFacts& f) { f.stated.kind = EstimateKind::Historical; }},
      {"caution", kFail, goodView, [](DisclosureFacts& f) { f.stated.kind = EstimateKind::Target; }},
      {"caution", kPass, goodView,
       [](DisclosureFacts& f) {
         f.stated.kind = EstimateKind::Target;
         f.stated.caution = "An idea.";
       }},
      {"equivalents", kNone, goodView, kAsItIs},
      {"equivalents", kFail, goodView,
       [](DisclosureFacts& f) {
         f.shown = {{"CuEq_pct", "%"}};
         f.atHand = {{"CuEq_pct", "%"}, {"cu_pct", "%"}};
       }},
      {"equivalents", kPass, goodView,
       [](DisclosureFacts& f) {
         f.shown = {{"CuEq_pct", "%"}};
         f.atHand = {{"CuEq_pct", "%"}, {"cu_pct", "%"}, {"au_gpt", "g/t"}};
       }},
      {"caution", kFail, goodView, [](DisclosureFacts& f) { f.stated.study = StudyLevel::Scoping; }},
      {"study-level", kPass, goodPit, kAsItIs},
      {"study-level", kFail, goodPit, [](DisclosureFacts& f) { f.stated.study = StudyLevel::Unstated; }},
      {"study-level", kPass, goodPit,
       [](DisclosureFacts& f) {
         f.stated.study = StudyLevel::Unstated;
         f.stated.kind = EstimateKind::Study;  // a preliminary study has said its level
       }},
      {"study-level", kNone, goodView, kAsItIs},
      {"study-level", kNone, goodPit,
       [](DisclosureFacts& f) {
         f.stated.study = StudyLevel::Unstated;
         f.synthetic = true;
       }},
      {"inferred-value", kPass, goodPit, kAsItIs},
      {"inferred-value", kFail, goodPit,
       [](DisclosureFacts& f) { f.economics[0].classes.insert(ResourceClass::Inferred); }},
      {"inferred-value", kFail, goodPit,
       [](DisclosureFacts& f) { f.economics[0].classes = {ResourceClass::Unclassified}; }},
      {"inferred-value", kFail, goodPit,
       [](DisclosureFacts& f) {
         f.economics[0].classes.insert(ResourceClass::Inferred);
         f.stated.caution = "Be careful.";  // a caution alone does not make a feasibility study preliminary
         f.stated.study = StudyLevel::Feasibility;
       }},
      {"inferred-value", kFail, goodPit,
       [](DisclosureFacts& f) {
         f.economics[0].classes.insert(ResourceClass::Inferred);
         f.stated.study = StudyLevel::Scoping;
       }},
      {"inferred-value", kPass, goodPit,
       [](DisclosureFacts& f) {
         f.economics[0].classes.insert(ResourceClass::Inferred);
         f.stated.study = StudyLevel::Scoping;
         f.stated.caution = "Be careful.";
       }},
      {"inferred-value", kFail, goodPit,
       [](DisclosureFacts& f) {
         f.synthetic = true;  // made up or not, the value would look sure
         f.economics[0].classes.insert(ResourceClass::Inferred);
       }},
      {"inferred-value", kNone, goodView, kAsItIs},
      {"gross-value", kPass, goodView,
       [](DisclosureFacts& f) {
         f.shown.push_back({"NPV (USD)", "USD"});  // what a mine would earn is no value in the ground
       }},
  };
  return kCases;
}

const GuardPoint& pointOf(const GuardReport& report, std::string_view rule) {
  return *std::find_if(report.begin(), report.end(), [&](const GuardPoint& p) { return p.rule == rule; });
}

TEST(Checks, EachCaseHasItsOutcome) {
  std::size_t number = 0;
  for (const RuleCase& one : cases()) {
    DisclosureFacts facts = one.base();
    one.change(facts);
    const GuardReport report = guard(facts);
    const GuardPoint& point = pointOf(report, one.rule);
    EXPECT_EQ(point.outcome, one.outcome) << one.rule << ", case " << number << ": " << point.found;
    EXPECT_EQ(point.outcome == GuardOutcome::Fails, !point.remedy.empty()) << "a remedy for what fails";
    EXPECT_NE(point.found, "");
    EXPECT_NE(point.why, "");
    ++number;
  }
}

TEST(Checks, EveryRuleHasACaseThatPassesAndOneThatFails) {
  for (const Rule& rule : ruleBook().rules)
    for (const GuardOutcome outcome : {kPass, kFail})
      EXPECT_TRUE(std::any_of(cases().begin(), cases().end(), [&](const RuleCase& one) {
        return rule.id == one.rule && one.outcome == outcome;
      })) << rule.id;
}

TEST(Checks, AGoodViewAndAGoodTableHaveNoOpenPoint) {
  EXPECT_EQ(openPoints(guard(goodView())), 0U);
  EXPECT_EQ(openPoints(guard(goodTable())), 0U);
  EXPECT_EQ(openPoints(guard(goodPit())), 0U);
}

TEST(Checks, PublicModeLetsWhatIsOnlyAdvisedPass) {
  DisclosureFacts facts = goodView();
  facts.stated.code.clear();
  const GuardReport report = guard(facts);
  EXPECT_EQ(openPoints(report), 1U);
  EXPECT_TRUE(std::none_of(report.begin(), report.end(), refuses));
}

TEST(Checks, SignificantFiguresAsTheyAreWritten) {
  const std::pair<const char*, int> kExpected[]{
      {"1,285,282.56 t", 9}, {"1.29 Mt", 3}, {"1,200", 2}, {"0.0520", 3},
      {"12300000", 3},       {"1e+07", 1},   {"-", 0},     {"", 0},
      {">= 0.3 %", 1},       {"100.0", 4},   {"0", 0}};
  for (const auto& [text, figures] : kExpected) EXPECT_EQ(significantFigures(text), figures) << text;
}

}  // namespace
}  // namespace adit::viewer
