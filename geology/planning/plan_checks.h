// What is wrong with a plan of mining, whoever made it. The rest of it plays.
#pragma once
#include <string>
#include <vector>

#include "geology/model/deposit.h"

namespace adit::planning {

/// Errors, after which a part does not play: PL-UNKNOWN-OBJECT (a model or mesh that is not there),
/// PL-BLOCKS-MISMATCH (not one period a block), PL-BAD-PERIOD (a period that the plan does not have).
/// Warnings: PL-GAP (numbered periods with holes between them), PL-UNDERCUT (blocks mined before the one
/// straight above), PL-OVERLAP (stopes in one another), PL-ABOVE-TERRAIN (a pit above the ground),
/// PL-OVER-CAPACITY (figures that exceed the plan's own capacity), PL-VALUE-DIFFERS (a stated net present
/// value that is not that of its cash flow). Note: PL-WORTH, the value of its cash flow with its convention.
geology::Diagnostics checkPlan(const geology::MinePlan& plan, const geology::Deposit& deposit);

/// Parts that PL-UNKNOWN-OBJECT, PL-BLOCKS-MISMATCH and PL-BAD-PERIOD speak of are taken out, so that nothing
/// behind this point has to check an index again.
void dropUnusable(geology::MinePlan& plan, const geology::Deposit& deposit);

/// Whole numbers missing between the first and the last, e.g. "3, 5..7"; "" when there are none. `numbers`
/// rise.
std::string missingBetween(const std::vector<long>& numbers);

}  // namespace adit::planning
