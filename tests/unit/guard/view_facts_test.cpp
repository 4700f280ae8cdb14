// A view and what it claims.
#include "viewer/guard/view_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/classed_deposit.h"
#include "viewer/guard/checks.h"
#include "viewer/state/command.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using testing::ElementsAre;

GuardReport after(const geology::Deposit& deposit, const std::string& script) {
  const auto state = applyScript(initialState(deposit), script, deposit);
  if (const auto* fault = std::get_if<CommandError>(&state)) throw std::runtime_error(fault->message);
  return guard(factsOfView(deposit, std::get<ViewState>(state), "the view"));
}

std::vector<std::string> failing(const GuardReport& report) {
  std::vector<std::string> rules;
  for (const GuardPoint& point : report)
    if (point.outcome == GuardOutcome::Fails) rules.push_back(point.rule);
  return rules;
}

constexpr const char* kClasses =
    "resource class blocks class\nresource map blocks IND=indicated INF=inferred\n";
constexpr const char* kStated =
    "disclosure date 2026-01-31\ndisclosure person 'A. Geologist'\ndisclosure code 'JORC 2012'\n"
    "disclosure basis 100\ndisclosure kind resource\n";

TEST(ViewFacts, AViewAsItFirstAppearsLacksAllThatAPersonStates) {
  const auto deposit = tests::classedDeposit();
  EXPECT_THAT(failing(after(*deposit, "colorby blocks cu_pct")),
              ElementsAre("cut-off", "category", "effective-date", "person", "code", "kind", "basis"));
}

TEST(ViewFacts, WithEverythingStatedNothingIsOpen) {
  const auto deposit = tests::classedDeposit();
  const std::string script = std::string(kClasses) + kStated + "range blocks cu_pct 0.3 inf\n";
  EXPECT_THAT(failing(after(*deposit, script)), ElementsAre("inferred-apart"));
  EXPECT_THAT(failing(after(*deposit, script + "colorby blocks class")), ElementsAre());
  EXPECT_THAT(failing(after(*deposit, script + "category blocks class INF off")), ElementsAre());
  EXPECT_THAT(failing(after(*deposit, script + "claim indicated")), ElementsAre()) << "no inferred is shown";
  EXPECT_THAT(failing(after(*deposit, script + "honest on")), ElementsAre()) << "solid and dotted are apart";
}

TEST(ViewFacts, AHiddenModelClaimsNothing) {
  const auto deposit = tests::classedDeposit();
  EXPECT_THAT(failing(after(*deposit, "hide blocks\ndisclosure person 'A. Geologist'")), ElementsAre());
}

TEST(ViewFacts, AShellIsACutOff) {
  const auto deposit = tests::classedDeposit();
  const auto facts = failing(after(*deposit, "colorby blocks cu_pct\nshells blocks 0.4"));
  EXPECT_THAT(facts, testing::Not(testing::Contains("cut-off")));
}

TEST(ViewFacts, ATargetNeedsItsCaution) {
  const auto deposit = tests::classedDeposit();
  EXPECT_THAT(failing(after(*deposit, "disclosure kind target")), testing::Contains("caution"));
  EXPECT_THAT(failing(after(*deposit, "disclosure kind target\ndisclosure caution standard")),
              testing::Not(testing::Contains("caution")));
}

TEST(ViewFacts, ASyntheticDepositNeedsNobodysWord) {
  const auto deposit = tests::classedDeposit();
  deposit->synthetic = true;
  const std::string script = std::string(kClasses) + "range blocks cu_pct 0.3 inf\ncolorby blocks class";
  EXPECT_THAT(failing(after(*deposit, script)), ElementsAre());
}

}  // namespace
}  // namespace adit::viewer
