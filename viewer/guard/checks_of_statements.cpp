// What only a person can state.
#include "viewer/guard/checks.h"

namespace adit::viewer {

Statements statementsOf(const DisclosureState& state) {
  return {state.effectiveDate, state.person, state.code, state.basis > 0 ? basisText(state.basis) : "",
          state.caution,       state.kind,   state.study};
}

namespace checks {
namespace {

constexpr const char* kSynthetic =
    "a synthetic deposit: nobody answers for it, and every picture says SYNTHETIC";

/// A statement about an estimate that a person has to make.
Verdict stated(const DisclosureFacts& facts, const std::string& text, const char* missing,
               const char* remedy) {
  if (facts.synthetic) return notApplicable(kSynthetic);
  if (!facts.estimated()) return notApplicable("no estimate is shown");
  return text.empty() ? fails(missing, remedy) : passes(text);
}

}  // namespace

Verdict effectiveDate(const DisclosureFacts& facts) {
  return stated(facts, facts.stated.effectiveDate, "no effective date is stated",
                "state it: disclosure date 2026-01-31");
}

/// Results of exploration need one as well, so that holes alone are enough.
Verdict person(const DisclosureFacts& facts) {
  if (facts.synthetic) return notApplicable(kSynthetic);
  if (!facts.anything) return notApplicable("nothing is shown");
  if (facts.stated.person.empty())
    return fails("nobody is named", "name the Qualified or Competent Person: disclosure person \"NAME\"");
  return passes(facts.stated.person);
}

Verdict code(const DisclosureFacts& facts) {
  return stated(facts, facts.stated.code, "no reporting code is stated",
                "state it: disclosure code \"JORC 2012\"");
}

Verdict kind(const DisclosureFacts& facts) {
  return stated(facts, kindText(facts.stated.kind), "it is not said what kind of estimate this is",
                "state it: disclosure kind resource");
}

Verdict basis(const DisclosureFacts& facts) {
  return stated(facts, facts.stated.basis, "whole or attributable share is not stated",
                "state it: disclosure basis 100 for the whole deposit");
}

Verdict caution(const DisclosureFacts& facts) {
  const auto& [kind, study] = std::pair(facts.stated.kind, facts.stated.study);
  if (!needsCaution(kind, study)) return notApplicable("this kind of estimate needs none");
  if (!facts.stated.caution.empty()) return passes(facts.stated.caution);
  return fails((needsCaution(kind) ? kindText(kind) : studyText(study)) + " without its caution",
               "state it: disclosure caution standard, or in your own words");
}

}  // namespace checks
}  // namespace adit::viewer
