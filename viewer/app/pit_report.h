// What a pit says of itself, in a terminal and as JSON.
#pragma once
#include <string>

#include "geology/planning/pit_plan.h"
#include "viewer/app/cli_text.h"

namespace adit::viewer {

/// Limit, shells, phases and schedule, on standard output.
void printPit(const planning::PitInputs& inputs, const planning::PitOutcome& outcome, const Printer& printer);

/// The same, with the inputs, as JSON.
std::string pitRecord(const planning::PitInputs& inputs, const planning::PitOutcome& outcome);

}  // namespace adit::viewer
