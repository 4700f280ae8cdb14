// What a planner would ask about a schedule: whether the mine ever stands still, and whether the mill is fed.
#pragma once
#include <string>
#include <vector>

#include "geology/model/diagnostic.h"
#include "geology/planning/schedule.h"

namespace adit::planning {

/// `labels` has one a period. Note PL-PRE-STRIP: periods before the mill gets its first ore. Warnings
/// PL-IDLE-MINE: periods that mine nothing though ground is left; PL-MILL-STARVES: periods after the first
/// ore and before the last in which the mill takes less than four fifths of its capacity. Each says which,
/// and what kept the mine from more.
geology::Diagnostics checkSchedule(const Schedule& schedule, const ScheduleInputs& rates,
                                   const std::vector<std::string>& labels);

}  // namespace adit::planning
