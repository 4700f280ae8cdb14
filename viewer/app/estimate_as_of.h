// Estimates as known by a date: from the holes that were drilled by then, and named so that nobody takes them
// for those of all holes.
#pragma once
#include <memory>
#include <string>

#include "geology/estimation/run_plan.h"
#include "geology/model/deposit.h"
#include "viewer/state/estimate_facts.h"

namespace adit::viewer {

/// A deposit with the holes that were drilled by the date.
struct DepositAsOf {
  std::shared_ptr<const geology::Deposit> deposit;  ///< nullptr: `fault` says why there is none
  KnownHoles holes;
  std::string fault;
};
/// The deposit itself without a date ("").
DepositAsOf depositAsOf(std::shared_ptr<const geology::Deposit> deposit, const std::string& asOf);

/// Model and grade get the date into their names, one that no other object of `all` has, and the provenance
/// the choice "estimate/asof". Without a date nothing changes.
void nameByDate(estimation::PlanOutcome& outcome, const geology::Deposit& all, const std::string& asOf);

}  // namespace adit::viewer
