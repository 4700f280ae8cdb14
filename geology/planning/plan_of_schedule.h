// A pit as a plan that the viewer plays.
#pragma once
#include "geology/model/mine_plan.h"
#include "geology/planning/pit_plan.h"

namespace adit::planning {

/// "2030", "year 3", "period 3": of `count` periods from the first.
std::vector<std::string> scheduleLabels(const ScheduleInputs& rates, std::size_t count);

/// With a schedule: its periods, tonnes, grades and money, as a schedule. Without one the phases are the
/// periods, and it is what it is: shells, not a design.
geology::MinePlan planOf(const PitInputs& inputs, const PitOutcome& outcome);

}  // namespace adit::planning
