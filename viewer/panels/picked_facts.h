// Everything that is known of the picked thing, as lines for the inspector.
#pragma once
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/panels/panel.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Place, attributes, file and row. Empty when the object or row no longer exists.
std::vector<Fact> pickedFacts(const geology::Deposit& deposit, const PickState& pick);

/// A value with its unit as text: "0.62 %", "below 0.01 g/t (limit of detection)", "no value".
Fact valueFact(const geology::Column& column, std::size_t row);

}  // namespace adit::viewer
