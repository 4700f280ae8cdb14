// Why public mode keeps something in: what breaks a required rule of disclosure does not leave the program.
#pragma once
#include <string>

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Empty in technical mode, and when nothing speaks against it; else the open points, each with its remedy.
/// `what` leaves: "picture", "scene", "block model". The other half of a comparison is looked at too.
std::string refusal(const geology::Deposit& deposit, const ViewState& state, const std::string& what);

}  // namespace adit::viewer
