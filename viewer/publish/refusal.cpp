#include "viewer/publish/refusal.h"

#include "viewer/guard/checks.h"
#include "viewer/guard/view_facts.h"
#include "viewer/state/compare.h"

namespace adit::viewer {
namespace {

std::string openPointsOf(const geology::Deposit& deposit, const ViewState& state, const std::string& whose) {
  std::string points;
  for (const GuardPoint& point : guard(factsOfView(deposit, state, "the view")))
    if (refuses(point)) points += "\n  " + whose + point.rule + ": " + point.found + " -> " + point.remedy;
  return points;
}

}  // namespace

std::string refusal(const geology::Deposit& deposit, const ViewState& state, const std::string& what) {
  if (state.mode != ReportMode::Public) return {};
  std::string points = openPointsOf(deposit, state, "");
  if (const auto other = comparedView(state)) points += openPointsOf(deposit, *other, "B: ");
  if (points.empty()) return {};
  return "Public mode does not let this " + what + " out; disclosure is open:" + points + "\n" + kGuardAid;
}

}  // namespace adit::viewer
