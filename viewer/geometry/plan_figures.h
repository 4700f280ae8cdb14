// The figures of the plan that a view shows.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "geology/planning/plan_totals.h"
#include "viewer/geometry/selection_cache.h"
#include "viewer/state/plan_facts.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Which figures are wanted: equal questions have equal answers. `view` holds only what decides them.
struct PlanFiguresQuestion {
  std::shared_ptr<const geology::Deposit> deposit;
  std::string object, column;  ///< the first model that the plan orders, and its grade ("": none)
  ViewState view;
  friend bool operator==(const PlanFiguresQuestion&, const PlanFiguresQuestion&) = default;
};

/// Nothing when the view shows no plan, or one without blocks.
std::optional<PlanFiguresQuestion> planFiguresQuestion(std::shared_ptr<const geology::Deposit> deposit,
                                                       const ViewState& state);
/// What is known before the blocks are looked at.
PlanFacts unansweredPlanFigures(const PlanFiguresQuestion& question);
/// Over all blocks of the plan, whatever is shown. Throws geology::Cancelled.
PlanFacts planFigures(const PlanFiguresQuestion& question, SelectionCache& cache,
                      const geology::Progress& progress);

}  // namespace adit::viewer
