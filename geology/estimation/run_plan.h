// A plan carried out: samples, estimate, simulation, and an account of all of it.
#pragma once
#include <optional>

#include "geology/estimation/plan_samples.h"
#include "geology/estimation/simulation.h"
#include "geology/model/progress.h"

namespace adit::estimation {

struct PlanOutcome {
  /// The model with its new columns; without blocks when there is an error. Its provenance is SYNTHETIC where
  /// the deposit is, and has the plan and the sources among its choices.
  geology::BlockModel model;
  PlanSamples samples;
  EstimationCounts counts;
  /// One a realisation; empty without a simulation. Tonnes where the plan states a density, else cubic units
  /// of the deposit.
  std::vector<RealisationTotal> totals;
  double tonnes = 0;  ///< of the blocks with an estimate; 0 without a density
  double metal = 0;   ///< sum of tonnes times value
  geology::Diagnostics diagnostics;
};

/// Throws Cancelled. Everything else that goes wrong is a diagnostic.
PlanOutcome runPlan(const geology::Deposit& deposit, const EstimationPlan& plan, geology::Progress& progress);

}  // namespace adit::estimation
