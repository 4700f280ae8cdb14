// A first plan for a deposit, found from its data; every choice is said, so that a person can overrule it.
#pragma once
#include <string>

#include "geology/estimation/estimation_plan.h"
#include "geology/estimation/experimental_variogram.h"
#include "geology/model/deposit.h"
#include "geology/model/progress.h"

namespace adit::estimation {

struct PlanWishes {
  std::string holes, column;  ///< empty: the only holes; their numeric column with the most values
  std::size_t mostBlocks = 1'000'000;
};

struct PlanProposal {
  EstimationPlan plan;
  std::vector<ExperimentalVariogram> variograms;  ///< behind the fit: down-hole, omnidirectional
  geology::Diagnostics diagnostics;  ///< EST-DEFAULT, one a choice; errors where there is no plan
  bool usable = false;
};

PlanProposal proposePlan(const geology::Deposit& deposit, const PlanWishes& wishes,
                         geology::Progress& progress);

}  // namespace adit::estimation
