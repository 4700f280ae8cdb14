#include "viewer/state/plan.h"

#include <algorithm>
#include <cmath>

namespace adit::viewer {

using geology::Deposit;
using geology::MinePlan;

const MinePlan* planOf(const Deposit& deposit, const PlanState& state) {
  const auto wanted = [&](const auto& plan) {
    if (!state.model.empty())
      return plan->blocks.size() == 1 && plan->blocks[0].model == state.model &&
             plan->blocks[0].column == state.column;
    return state.plan.empty() || plan->name == state.plan;
  };
  const auto found = std::find_if(deposit.plans.begin(), deposit.plans.end(), wanted);
  return found != deposit.plans.end() ? found->get() : nullptr;
}

const MinePlan* shownPlan(const Deposit& deposit, const ViewState& state) {
  return state.plan.on ? planOf(deposit, state.plan) : nullptr;
}

double planTime(const MinePlan& plan, const PlanState& state) {
  return std::clamp(state.time, 0.0, static_cast<double>(plan.periods.size()));
}

std::string planMomentText(const MinePlan& plan, double time) {
  if (!(time > 0) || plan.periods.empty()) return "before the first period";
  const auto period = std::min(plan.periods.size() - 1, static_cast<std::size_t>(std::ceil(time)) - 1);
  const auto percent = std::lround(100 * (time - static_cast<double>(period)));
  std::string text = plan.periods[period].label;
  if (percent < 100) return text + ", " + std::to_string(percent) + " %";
  return "end of " + text;
}

std::optional<double> endOfPeriod(const MinePlan& plan, std::string_view label) {
  for (std::size_t p = 0; p < plan.periods.size(); ++p)
    if (plan.periods[p].label == label) return static_cast<double>(p + 1);
  return std::nullopt;
}

}  // namespace adit::viewer
