// The facts of a view: what it shows of a deposit.
#pragma once
#include <string>

#include "viewer/guard/facts.h"

namespace adit::viewer {

DisclosureFacts factsOfView(const geology::Deposit& deposit, const ViewState& state, std::string subject);

}  // namespace adit::viewer
