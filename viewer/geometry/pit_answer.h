// The pit that a view asks for: from what is stated to a plan and a designed pit of the deposit, and to what
// panels say about them.
#pragma once
#include <memory>
#include <optional>

#include "geology/planning/pit_plan.h"
#include "viewer/state/pit_facts.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Equal questions have equal answers: the same ground and the same statements, whatever else is known of the
/// deposit.
struct PitAsk {
  std::shared_ptr<const geology::Deposit> deposit;
  planning::PitInputs inputs;
  friend bool operator==(const PitAsk& a, const PitAsk& b);
};
/// Nothing when the view wants no pit, or something is still to be stated.
std::optional<PitAsk> pitAsk(std::shared_ptr<const geology::Deposit> deposit, const ViewState& state);

/// Limit: the shell at a revenue factor of 1 alone, as one phase; for quick answers while a slider moves.
enum class PitDetail { Limit, Whole };

struct PitAnswer {
  PitAsk ask;
  PitDetail detail = PitDetail::Whole;
  std::shared_ptr<const planning::PitOutcome> outcome;  ///< points into ask.deposit
  std::shared_ptr<const geology::MinePlan> plan;        ///< named kPitPlan; nullptr: no pit, `fault` says why
  std::shared_ptr<const geology::TriangleMesh> design;  ///< named kPitDesignMesh; nullptr: none
  std::string fault;
  double seconds = 0;
};
/// Throws geology::Cancelled.
PitAnswer answerPit(const PitAsk& ask, PitDetail detail, geology::Progress& progress);

/// The deposit with the answer's plan and design in place of those of any earlier answer; nullptr: with none.
/// The same deposit where nothing changes.
std::shared_ptr<const geology::Deposit> withPit(std::shared_ptr<const geology::Deposit> deposit,
                                                const PitAnswer* answer);

/// Walks over the blocks of the limit once: for whoever asks only when deposit, classes or answer are others.
PitFacts pitFacts(const geology::Deposit& deposit, const ViewState& state, const PitAnswer& answer);

/// "8 % a year, the first period is not discounted".
std::string conventionOf(const planning::Discounting& discounting);

}  // namespace adit::viewer
