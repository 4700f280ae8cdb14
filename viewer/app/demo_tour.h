// The tour through the demo's deposit.
#pragma once
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/state/command.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// The demo's own columns: its tonnes can be read, and what is proven is told from what is claimed, at once.
const std::vector<std::string>& demoStatements();

/// Made from the view that the deposit opens with; an error when the deposit lacks what the tour shows.
OrError<std::vector<TourStop>> demoTour(const geology::Deposit& deposit);

}  // namespace adit::viewer
