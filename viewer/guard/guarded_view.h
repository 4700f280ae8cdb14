// The rules over all that a view shows: of two views side by side over both.
#pragma once
#include "geology/model/deposit.h"
#include "viewer/state/guard_facts.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// One point a rule, in the order of the rules. Of a comparison a point fails where either half does, applies
/// where it does to either, and says which half it speaks of ("B: ...") where they differ.
GuardReport guardView(const geology::Deposit& deposit, const ViewState& state);

}  // namespace adit::viewer
