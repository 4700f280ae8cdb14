// From a deposit and what a person states to a pit, its shells, its phases, a schedule, and a plan of all.
#pragma once
#include <optional>

#include "geology/model/deposit.h"
#include "geology/planning/pit_design.h"
#include "geology/planning/schedule.h"

namespace adit::planning {

struct PitQuestion {
  const geology::Deposit& deposit;
  const PitInputs& inputs;
  /// Instead of slopes: what each BLOCK of the model waits for. Has as many nodes as the model has blocks.
  const ListPrecedence* precedence = nullptr;
};

struct PitOutcome {
  const geology::BlockModel* model = nullptr;  ///< of the deposit, which outlives this
  PitGround ground;
  NestedShells shells;
  std::optional<std::size_t> limit;  ///< the shell of a revenue factor of 1, where there is one
  std::optional<CutOffs> cutOffs;    ///< with one metal
  Pushbacks pushbacks;
  std::optional<Schedule> schedule;  ///< with capacities
  std::optional<PitDesign> design;   ///< around the last phase, where terms are stated
  std::optional<geology::MinePlan> plan;
  geology::Diagnostics diagnostics;  ///< with an Error there is no plan

  /// One row a block: "pit value", "pit shell" (the revenue factor of the smallest shell that holds it), "pit
  /// phase" and "pit period" from 1. NaN outside.
  std::vector<geology::Column> columns() const;
};

/// Never throws but geology::Cancelled.
PitOutcome planPit(const PitQuestion& question, geology::Progress& progress);

}  // namespace adit::planning
