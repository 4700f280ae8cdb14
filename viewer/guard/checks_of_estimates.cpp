// What is claimed about ore: cut-off, categories, and how it is drawn.
#include <algorithm>

#include "viewer/guard/checks.h"
#include "viewer/state/command.h"

namespace adit::viewer::checks {
namespace {

using reporting::ResourceClass;

constexpr const char* kNoEstimate = "no estimate is shown";

bool named(const std::set<ResourceClass>& classes) {
  return std::any_of(classes.begin(), classes.end(), [](ResourceClass c) {
    return c != ResourceClass::Unclassified && c != ResourceClass::Exploration && c != ResourceClass::Mined;
  });
}

}  // namespace

Verdict cutOff(const DisclosureFacts& facts) {
  std::vector<std::string> without, with;
  for (const ShownEstimate& estimate : facts.estimates) {
    if (estimate.columns.empty()) continue;
    if (estimate.cutOffs.empty())
      without.push_back(estimate.model + " by " + estimate.columns.front());
    else
      with.push_back(cutOffText(estimate.cutOffs.front()));
  }
  for (const ReportedLine& line : facts.lines) (line.cutOff ? with : without).push_back(line.name);
  if (!without.empty())
    return fails("no cut-off: " + listed(without),
                 "state one: a lower end of the range (range LAYER COLUMN 0.3 inf), or a column \"cutoff\"");
  if (with.empty()) return notApplicable(facts.estimated() ? "no grade is shown" : kNoEstimate);
  return passes(facts.lines.empty() ? listed(with) : "every line states its cut-off");
}

Verdict inferredAdded(const DisclosureFacts& facts) {
  if (facts.lines.empty()) return notApplicable("no sums are told");
  std::vector<std::string> wrong;
  for (const ReportedLine& line : facts.lines)
    if (line.classes.size() > 1 && line.classes.contains(ResourceClass::Inferred)) wrong.push_back(line.name);
  if (!wrong.empty())
    return fails("inferred is in a sum with others: " + listed(wrong),
                 "tell inferred in a line of its own, and leave it out of every total");
  return passes("no line adds inferred to anything");
}

Verdict inferredApart(const DisclosureFacts& facts) {
  bool several = false;
  for (const ShownEstimate& estimate : facts.estimates) {
    const bool mixed = estimate.classes.size() > 1 && estimate.classes.contains(ResourceClass::Inferred);
    several = several || mixed;
    if (mixed && !estimate.categoriesApart)
      return fails("inferred blocks of " + estimate.model + " look like all others",
                   "switch Honest View on, colour by the category, or show one category at a time");
  }
  return several ? passes("inferred blocks can be told from the rest")
                 : notApplicable("inferred is not shown beside other categories");
}

Verdict category(const DisclosureFacts& facts) {
  if (!facts.estimated()) return notApplicable(kNoEstimate);
  std::vector<std::string> without;
  for (const ShownEstimate& estimate : facts.estimates)
    if (!named(estimate.classes)) without.push_back(estimate.model);
  for (const ReportedLine& line : facts.lines)
    if (line.classes.empty()) without.push_back(line.name);
  if (!without.empty())
    return fails(
        "no category: " + listed(without),
        "choose the model's own column of categories and say what its codes mean; Adit makes none up");
  return passes("categories are those of the author");
}

Verdict exaggeration(const DisclosureFacts& facts) {
  if (!facts.lines.empty()) return notApplicable("a table has no heights");
  if (facts.exaggeration == 1) return passes("heights are true");
  const std::string factor = commandNumber(facts.exaggeration) + " times";
  if (facts.exaggerationLabelled)
    return passes("heights are stretched " + factor + ", and it is written there");
  return fails("heights are stretched " + factor + ", and nothing says so",
               "draw the picture with Adit's own label, or without exaggeration");
}

}  // namespace adit::viewer::checks
