// One check a rule: facts in, verdict out.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "viewer/guard/facts.h"
#include "viewer/state/guard_facts.h"

namespace adit::viewer {

struct Verdict {
  GuardOutcome outcome = GuardOutcome::NotApplicable;
  std::string found;   ///< what is so
  std::string remedy;  ///< what to do about it, of failures
};
using Check = Verdict (*)(const DisclosureFacts& facts);

/// nullptr for a rule that nobody can check.
Check checkOf(std::string_view ruleId);

/// Every rule of the book (rules.h) over the facts, in its order.
GuardReport guard(const DisclosureFacts& facts);

// The checks by what they look at.
namespace checks {
// checks_of_estimates.cpp
Verdict cutOff(const DisclosureFacts& facts);
Verdict inferredAdded(const DisclosureFacts& facts);
Verdict inferredApart(const DisclosureFacts& facts);
Verdict category(const DisclosureFacts& facts);
Verdict exaggeration(const DisclosureFacts& facts);
// checks_of_economics.cpp
Verdict studyLevel(const DisclosureFacts& facts);
Verdict inferredValue(const DisclosureFacts& facts);
// checks_of_figures.cpp
Verdict metalAlone(const DisclosureFacts& facts);
Verdict figures(const DisclosureFacts& facts);
// checks_of_columns.cpp
Verdict grossValue(const DisclosureFacts& facts);
Verdict totalRareEarths(const DisclosureFacts& facts);
Verdict equivalents(const DisclosureFacts& facts);
// checks_of_statements.cpp
Verdict effectiveDate(const DisclosureFacts& facts);
Verdict person(const DisclosureFacts& facts);
Verdict code(const DisclosureFacts& facts);
Verdict kind(const DisclosureFacts& facts);
Verdict basis(const DisclosureFacts& facts);
Verdict caution(const DisclosureFacts& facts);
}  // namespace checks

inline Verdict passes(std::string found) {
  return {GuardOutcome::Passes, std::move(found), {}};
}
inline Verdict fails(std::string found, std::string remedy) {
  return {GuardOutcome::Fails, std::move(found), std::move(remedy)};
}
inline Verdict notApplicable(std::string found) {
  return {GuardOutcome::NotApplicable, std::move(found), {}};
}

/// A present value, a cash flow, a rate of return: what a mine would earn, not what lies in the ground.
bool isMoneyInTime(const NamedUnit& column);

/// "a, b and 3 more".
std::string listed(const std::vector<std::string>& names);

/// Significant figures of a number as it is written, with or without a unit behind it: "1,200 t" has two,
/// "0.0520" three. 0 when there is no number.
int significantFigures(std::string_view text);

}  // namespace adit::viewer
