// Strings of the deposit that a plan drives along.
#pragma once
#include <vector>

#include "geology/formats/reader.h"
#include "geology/model/deposit.h"

namespace adit::project {

/// Gives strings with a role (planning::planLines) to the plan that has their periods; else to the first with
/// stopes, with blocks, with anything; else to a plan of their own. Note PL-LINES. Further choices:
///   "<file>/plan-lines"    none, by name, development, haul route, or "LAYER: role; LAYER: role"
///   "<file>/plan-profile"  width and height of the drives, "5x5", in the file's unit
/// Decisions that were made go to `asked`.
void findPlanLines(geology::Deposit& deposit, const formats::ImportChoices& choices,
                   std::vector<geology::MinePlan>& plans, std::vector<geology::ImportChoice>& asked);

}  // namespace adit::project
