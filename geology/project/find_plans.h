// Plans of mining in what was opened: a column that orders blocks, surfaces named by their period.
#pragma once
#include <vector>

#include "geology/formats/reader.h"
#include "geology/model/deposit.h"

namespace adit::project {

/// Adds to `deposit.plans` and `deposit.diagnostics`, for every plan that was read or is found here, what is
/// wrong with it (geology/planning/plan_checks.h). Returns the decisions that were made. Further choices:
///   "<file>/plan-column"  the numeric column of a block model whose rising values are the periods; or none
///   "<file>/plan-zero"    not-mined | first-period: what a 0 in it means
std::vector<geology::ImportChoice> findPlans(geology::Deposit& deposit,
                                             const formats::ImportChoices& choices);

}  // namespace adit::project
