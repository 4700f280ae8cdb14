// Claim and proof: of all that is claimed, the part that is known at least so well.
#pragma once
#include "viewer/geometry/selection_conditions.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Hides the blocks of a model that its author knows less well than the level of the view asks. Blocks of a
/// model without classes are claims only: every level but the first hides them.
void addClaimCondition(const ViewState& state, const geology::BlockModel& model, Conditions& conditions);

}  // namespace adit::viewer
