// A plan from a column of a block model that orders its blocks.
#pragma once
#include <optional>
#include <string>
#include <variant>

#include "geology/model/block_model.h"
#include "geology/model/mine_plan.h"

namespace adit::planning {

/// More distinct values than this are a measurement and no order of periods.
inline constexpr std::size_t kMostPeriods = 2000;

/// Why a column gives no plan, for a person.
struct NoPlan {
  std::string reason;
};

/// The distinct values of a column of numbers, rising, are the periods; the names of a category column that
/// are all dates (hole_dates.h: dateOf) are, in the order of the calendar. A block without a value, or with a
/// negative or infinite one, stays. 0 stays, too, where the others are whole numbers from 1 on, or years:
/// that is how schedules write "not mined". The plan is named "MODEL by COLUMN".
std::variant<geology::MinePlan, NoPlan> planFromColumn(const geology::BlockModel& model,
                                                       const geology::Column& column);

/// The column of a model that a schedule most likely stands in, by its name: "PERIOD", "MINED", "YEAR",
/// "mined_month", "PHASE"; nullptr when there is none.
const geology::Column* likelyPeriodColumn(const geology::BlockModel& model);

}  // namespace adit::planning
