// Blocks in the rock that pits take which come as surfaces: what such a plan mines when.
#pragma once
#include "geology/model/deposit.h"
#include "geology/model/diagnostic.h"
#include "geology/model/mine_plan.h"

namespace adit::planning {

/// Gives the plan the blocks of every model of which a pit takes any (PlanBlocks::bySurfaces): a block is
/// mined with the first pit whose surface lies below its centre (with the one that ends first, of pits that
/// begin together), unless the centre lies above the natural ground or the pit does not reach over it. Such
/// air is no part of what is mined, and is gone (PlanBlocks::minedAt) when the first pit below it begins. Note
/// PL-PIT-BLOCKS. Nothing happens to a plan that orders blocks already, and without pits.
void orderByPits(geology::MinePlan& plan, const geology::Deposit& deposit, geology::Diagnostics& diagnostics);

}  // namespace adit::planning
