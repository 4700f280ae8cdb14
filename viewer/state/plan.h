// The mine plan that a view shows, and where in it the view stands.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// The plan that is asked for: by a column of a model, by its name, else the first; nullptr when the deposit
/// has none of that kind. Whether it is switched on is not asked.
const geology::MinePlan* planOf(const geology::Deposit& deposit, const PlanState& state);
/// planOf(), where the view shows its plan; else nullptr.
const geology::MinePlan* shownPlan(const geology::Deposit& deposit, const ViewState& state);

/// The moment within the plan: from 0, before the first period, to the number of periods.
double planTime(const geology::MinePlan& plan, const PlanState& state);
/// "2029, 50 %", "end of 2029", "before the first period".
std::string planMomentText(const geology::MinePlan& plan, double time);
/// The time at the end of the period of that label; nothing when there is none.
std::optional<double> endOfPeriod(const geology::MinePlan& plan, std::string_view label);

}  // namespace adit::viewer
