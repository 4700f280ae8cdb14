#include "viewer/publish/refusal.h"

#include "viewer/guard/guarded_view.h"

namespace adit::viewer {

std::string refusal(const geology::Deposit& deposit, const ViewState& state, const std::string& what) {
  if (state.mode != ReportMode::Public) return {};
  std::string points;
  for (const GuardPoint& point : guardView(deposit, state))
    if (refuses(point)) points += "\n  " + point.rule + ": " + point.found + " -> " + point.remedy;
  if (points.empty()) return {};
  return "Public mode does not let this " + what + " out; disclosure is open:" + points + "\n" + kGuardAid;
}

}  // namespace adit::viewer
