// What an estimate says of itself, in a terminal and in the file beside the model.
#pragma once
#include <string>
#include <vector>

#include "geology/estimation/experimental_variogram.h"
#include "geology/estimation/run_plan.h"

namespace adit::viewer {

/// Samples, top cut, passes, and the spread of the realisations, on standard output.
void printEstimate(const estimation::PlanOutcome& outcome);

/// JSON: the version, the plan, the sources with their SHA-256, the counts, and the realisations' totals.
std::string estimateRecord(const estimation::PlanOutcome& outcome);

/// One line a class: direction, pairs, distance, gamma, correlogram, pairwise relative, and the plan's model
/// at that distance along its first axis.
std::string variogramCsv(const std::vector<estimation::ExperimentalVariogram>& variograms,
                         const estimation::EstimationPlan& plan);

}  // namespace adit::viewer
