// What is known of a picked thing, as the lines of the inspector.
#pragma once
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/state/facts.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// One value with its unit and its state: "0.53 %", "< 0.01 %, below detection", "not sampled".
Fact valueFact(const geology::Column& column, std::size_t row);

/// How a trace was made, for those who read it as a place: "no survey: assumed vertical".
const char* traceDoubt(geology::TraceBasis basis);

/// The object, the place, all attributes with their state, and the file and line they come from. Empty when
/// the object or the row is not there.
std::vector<Fact> pickFacts(const geology::Deposit& deposit, const PickState& pick);

}  // namespace adit::viewer
