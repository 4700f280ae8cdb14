// Plans of mining in what was opened: a column that orders blocks, surfaces named by their period.
#pragma once
#include <vector>

#include "geology/formats/reader.h"
#include "geology/model/deposit.h"

namespace adit::project {

/// Adds to `deposit.plans` the plan of each block model's likeliest column (planning::likelyPeriodColumn) and
/// those of surfaces named by a period, gives strings with a role to a plan (findPlanLines), joins tables of
/// figures with the plan of their periods (planning::joinFigures), takes out of every plan what does not
/// play, and sets the moments of all blocks. Everything that is wrong with a plan
/// (geology/planning/plan_checks.h) goes to `deposit.diagnostics`. Returns the decisions that were made.
/// Further choice:
///   "<file>/plan-column"  the column of a block model that orders its blocks; or none
std::vector<geology::ImportChoice> findPlans(geology::Deposit& deposit,
                                             const formats::ImportChoices& choices);

}  // namespace adit::project
