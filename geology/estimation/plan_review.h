// What the samples of a plan say before it is run, for a person who is still changing it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geology/estimation/experimental_variogram.h"
#include "geology/estimation/plan_samples.h"
#include "geology/model/progress.h"

namespace adit::estimation {

struct PlanReview {
  std::string unit;  ///< of the values
  std::size_t samples = 0, filtered = 0, composites = 0, tooLittle = 0, otherDomain = 0;
  double mean = 0, variance = 0, highest = 0;  ///< of the samples as they are used
  double spacing = 0;                          ///< holeSpacing()
  std::optional<TopCutReport> topCut;
  /// Down-hole; omnidirectional; and along each axis of the plan's first structure when its ranges differ.
  std::vector<ExperimentalVariogram> variograms;
  std::optional<Variogram> fitted;   ///< through the first two; nothing where they have too few points
  geology::Diagnostics diagnostics;  ///< why there are no samples
};

/// Throws Cancelled.
PlanReview reviewPlan(const geology::Deposit& deposit, const EstimationPlan& plan,
                      geology::Progress& progress);

/// Of a plan only what a review depends on: two plans with equal ones have equal reviews.
EstimationPlan reviewedPart(const EstimationPlan& plan);

/// Median distance from a composite to the nearest one of another hole: collars would say little of fans that
/// are drilled from one pad. 50 where there is one hole.
double holeSpacing(const PlanSamples& samples);

/// The first two of PlanReview::variograms.
std::vector<ExperimentalVariogram> usualVariograms(const PlanSamples& samples, double compositeLength,
                                                   double spacing, geology::Progress& progress);

/// Nugget from the down-hole correlogram, two spherical structures, the same in every direction, through it
/// and the omnidirectional one; the sill is the variance. `usual`: of usualVariograms().
std::optional<Variogram> fittedToUsual(const std::vector<ExperimentalVariogram>& usual);

/// That of kriging; nullptr for the other estimators.
const Variogram* variogramOf(const Estimator& estimator);

}  // namespace adit::estimation
