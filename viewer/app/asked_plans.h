// Mine plans by a column: made when a view or a command first asks for them.
#pragma once
#include <memory>

#include "geology/model/deposit.h"
#include "viewer/state/command.h"

namespace adit::viewer {

/// The deposit with the plan that the view orders by a column, where it has none yet and the column gives
/// one; else the same deposit.
std::shared_ptr<const geology::Deposit> withAskedPlan(std::shared_ptr<const geology::Deposit> deposit,
                                                      const ViewState& state);
/// The same for the command `plan by MODEL COLUMN`, before it is applied.
std::shared_ptr<const geology::Deposit> withAskedPlan(std::shared_ptr<const geology::Deposit> deposit,
                                                      const Command& command);

}  // namespace adit::viewer
