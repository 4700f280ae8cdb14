// Both halves of a comparison, and what a mine would earn.
#include "viewer/guard/guarded_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/classed_deposit.h"
#include "viewer/guard/checks.h"
#include "viewer/state/command.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr const char* kComplete =
    "resource class blocks class\nresource map blocks IND=indicated INF=inferred\ncolorby blocks class\n"
    "disclosure date 2026-01-31\ndisclosure person 'A. Geologist'\ndisclosure code 'JORC 2012'\n"
    "disclosure basis 100\ndisclosure kind resource\nrange blocks cu_pct 0.3 inf\n";
constexpr const char* kPit =
    "pit propose blocks\npit set price 9000\npit set density 2.7\n"
    "pit set miningCost.perTonne 2\npit set slopes.angle 45\npit on\n";

GuardReport after(const geology::Deposit& deposit, const std::string& script) {
  const auto state = applyScript(initialState(deposit), script, deposit);
  if (const auto* fault = std::get_if<CommandError>(&state)) throw std::runtime_error(fault->message);
  return guardView(deposit, std::get<ViewState>(state));
}

std::vector<std::string> failing(const GuardReport& report) {
  std::vector<std::string> rules;
  for (const GuardPoint& point : report)
    if (point.outcome == GuardOutcome::Fails) rules.push_back(point.rule);
  return rules;
}

const GuardPoint& pointOf(const GuardReport& report, std::string_view rule) {
  return *std::find_if(report.begin(), report.end(), [&](const GuardPoint& p) { return p.rule == rule; });
}

TEST(GuardedView, BothHalvesOfAComparisonAreLookedAt) {
  const auto deposit = tests::classedDeposit();
  const std::string good = kComplete;
  EXPECT_THAT(failing(after(*deposit, good + "view save twin\ncompare twin")), IsEmpty());
  const std::string bad = good + "range blocks cu_pct -inf inf\nview save bad\nrange blocks cu_pct 0.3 inf\n";
  EXPECT_THAT(failing(after(*deposit, bad)), IsEmpty()) << "a view that is only saved shows nothing";
  const GuardReport report = after(*deposit, bad + "compare bad");
  EXPECT_THAT(failing(report), testing::ElementsAre("cut-off"));
  EXPECT_THAT(pointOf(report, "cut-off").found, StartsWith("B: "));
  const GuardReport other =
      after(*deposit, good + "view save good\nrange blocks cu_pct -inf inf\ncompare good");
  EXPECT_THAT(failing(other), testing::ElementsAre("cut-off"));
  EXPECT_THAT(pointOf(other, "cut-off").found, StartsWith("A: "));
  EXPECT_EQ(pointOf(other, "person").found, "A. Geologist") << "what both say is said once";
}

TEST(GuardedView, APitOnInferredGroundIsPreliminaryOrKeptToKnownGround) {
  const auto deposit = tests::classedDeposit();
  const std::string pit = std::string(kComplete) + kPit;
  EXPECT_THAT(failing(after(*deposit, pit)), testing::ElementsAre("study-level", "inferred-value"));
  EXPECT_THAT(failing(after(*deposit, pit + "disclosure study feasibility")),
              testing::ElementsAre("inferred-value"));
  EXPECT_THAT(failing(after(*deposit, pit + "disclosure study scoping")),
              testing::ElementsAre("caution", "inferred-value"));
  EXPECT_THAT(failing(after(*deposit, pit + "disclosure study scoping\ndisclosure caution standard")),
              IsEmpty());
  EXPECT_THAT(failing(after(*deposit, pit + "disclosure study feasibility\npit ore known")), IsEmpty());
}

TEST(GuardedView, APitThatIsStillToBeStatedIsNone) {
  const auto deposit = tests::classedDeposit();
  std::string draft = std::string(kComplete) + kPit;
  draft += "pit off\n";
  EXPECT_THAT(failing(after(*deposit, draft)), IsEmpty());
}

TEST(GuardedView, TheOtherHalfMayHaveThePit) {
  const auto deposit = tests::classedDeposit();
  const GuardReport report =
      after(*deposit, std::string(kComplete) + kPit + "view save pit\npit off\ncompare pit");
  EXPECT_THAT(failing(report), testing::ElementsAre("study-level", "inferred-value"));
  EXPECT_THAT(pointOf(report, "inferred-value").found, StartsWith("B: the pit limit of blocks"));
}

}  // namespace
}  // namespace adit::viewer
