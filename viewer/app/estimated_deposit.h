// A deposit with the model that was estimated from it.
#pragma once
#include <memory>
#include <string>

#include "geology/estimation/run_plan.h"
#include "geology/model/deposit.h"

namespace adit::viewer {

/// The model of the outcome takes the place of the one of its name, else joins the others; all other objects
/// are shared.
std::shared_ptr<const geology::Deposit> withEstimate(const geology::Deposit& deposit,
                                                     estimation::PlanOutcome outcome);

/// Both have the very same drillholes, so that an estimate from one belongs to the other.
bool sameHoles(const geology::Deposit& a, const geology::Deposit& b);

/// What a person is told of an estimate.
struct EstimateNews {
  bool usable = false;
  std::string model, column;  ///< where the estimate stands
  std::string text;           ///< one sentence: blocks and passes, or what went wrong
};
EstimateNews estimateNews(const estimation::PlanOutcome& outcome);

}  // namespace adit::viewer
