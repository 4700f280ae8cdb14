// What a mine would take out or earn, and the ground on which that rests.
#include <algorithm>

#include "viewer/guard/checks.h"

namespace adit::viewer::checks {
namespace {

constexpr const char* kNone = "no pit, no production plan and no cash flow is shown";

std::vector<std::string> namesOf(const std::vector<ShownEconomics>& economics) {
  std::vector<std::string> names;
  for (const ShownEconomics& one : economics) names.push_back(one.what);
  return names;
}

StudyLevel levelOf(const Statements& stated) {
  return viewer::levelOf(stated.kind, stated.study);
}

}  // namespace

Verdict studyLevel(const DisclosureFacts& facts) {
  if (facts.economics.empty()) return notApplicable(kNone);
  if (facts.synthetic) return notApplicable("a synthetic deposit: nobody has studied it");
  const std::string level = studyText(levelOf(facts.stated));
  if (!level.empty()) return passes(level);
  return fails("nobody said how far " + listed(namesOf(facts.economics)) + " has been studied",
               "state it: disclosure study scoping, prefeasibility or feasibility");
}

Verdict inferredValue(const DisclosureFacts& facts) {
  if (facts.economics.empty()) return notApplicable(kNone);
  std::vector<ShownEconomics> doubtful;
  std::copy_if(facts.economics.begin(), facts.economics.end(), std::back_inserter(doubtful),
               [](const ShownEconomics& one) { return one.restsOnInferred(); });
  if (doubtful.empty()) return passes("no inferred ground is in " + listed(namesOf(facts.economics)));
  const std::string found = listed(namesOf(doubtful)) + " rests on ground that is inferred or has no class";
  if (levelOf(facts.stated) != StudyLevel::Scoping)
    return fails(
        found,
        "let only known ground be ore (of a pit: pit ore known), or say that it is preliminary: disclosure "
        "study scoping, disclosure caution standard");
  if (facts.stated.caution.empty())
    return fails(found + ", and no caution says so",
                 "state it: disclosure caution standard, or in your own words");
  return passes(found + ", and the caution says so");
}

}  // namespace adit::viewer::checks
