#include "viewer/guard/guarded_view.h"

#include "viewer/guard/checks.h"
#include "viewer/guard/view_facts.h"
#include "viewer/state/compare.h"

namespace adit::viewer {
namespace {

/// "A: x; B: y", or what both say.
std::string both(const std::string& a, const std::string& b) {
  return a == b ? a : "A: " + a + "; B: " + b;
}

GuardPoint ofHalf(GuardPoint point, const char* half) {
  point.found.insert(0, half);
  return point;
}

/// The graver of the two; where both are as grave, what both found.
GuardPoint joined(const GuardPoint& a, const GuardPoint& b) {
  const auto gravity = [](const GuardPoint& point) {
    return point.outcome == GuardOutcome::Fails ? 2 : point.outcome == GuardOutcome::Passes ? 1 : 0;
  };
  if (gravity(a) > gravity(b)) return ofHalf(a, "A: ");
  if (gravity(b) > gravity(a)) return ofHalf(b, "B: ");
  GuardPoint point = a;
  point.found = both(a.found, b.found);
  point.remedy = both(a.remedy, b.remedy);
  return point;
}

}  // namespace

GuardReport guardView(const geology::Deposit& deposit, const ViewState& state) {
  GuardReport report = guard(factsOfView(deposit, state, "the view"));
  const std::optional<ViewState> other = comparedView(state);
  if (!other) return report;
  const GuardReport ofOther = guard(factsOfView(deposit, *other, "the other view"));
  for (std::size_t i = 0; i < report.size(); ++i) report[i] = joined(report[i], ofOther[i]);
  return report;
}

}  // namespace adit::viewer
