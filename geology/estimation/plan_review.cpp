#include "geology/estimation/plan_review.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geology/estimation/sample_search.h"
#include "geology/estimation/variogram_fit.h"

namespace adit::estimation {
namespace {

constexpr std::size_t kMostPaired = 50'000;  // samples of which every pair is looked at in a moment

/// Correlograms, times the variance of all samples: where drilling crowds in rich ground, the variogram of
/// far pairs stands above the sill, and the correlogram, which has the mean and the variance of its own
/// pairs, does not.
std::vector<ExperimentalVariogram> correlograms(std::vector<ExperimentalVariogram> variograms) {
  for (ExperimentalVariogram& variogram : variograms)
    for (ExperimentalLag& lag : variogram.lags) {
      if (std::isnan(lag.correlogram)) lag.pairs = 0;
      lag.gamma = lag.correlogram * variogram.variance;
    }
  return variograms;
}

LagClasses farLags(double compositeLength, double spacing) {
  return {.lag = std::max(spacing / 2, compositeLength), .count = 20};
}

VariogramDirection along(const geology::Vec3& axis, std::string name) {
  constexpr double kDegree = std::numbers::pi / 180, kTolerance = 22.5;
  VariogramDirection direction{.name = std::move(name)};
  direction.azimuth = std::fmod(std::atan2(axis.x, axis.y) / kDegree + 360, 360);
  direction.dip = -std::asin(std::clamp(axis.z, -1.0, 1.0)) / kDegree;
  direction.tolerance = kTolerance;
  return direction;
}

bool sameRanges(const Anisotropy& shape) {
  return shape.range[0] == shape.range[1] && shape.range[1] == shape.range[2];
}

void describeValues(const PlanSamples& samples, PlanReview& review) {
  double sum = 0, squares = 0;
  for (const float value : samples.value) {
    const auto v = static_cast<double>(value);
    sum += v;
    squares += v * v;
    review.highest = std::max(review.highest, v);
  }
  const auto count = static_cast<double>(samples.value.size());
  review.mean = sum / count;
  review.variance = std::max(0.0, squares / count - review.mean * review.mean);
}

}  // namespace

const Variogram* variogramOf(const Estimator& estimator) {
  if (const auto* simple = std::get_if<SimpleKriging>(&estimator)) return &simple->variogram;
  if (const auto* ordinary = std::get_if<OrdinaryKriging>(&estimator)) return &ordinary->variogram;
  return nullptr;
}

double holeSpacing(const PlanSamples& samples) {
  constexpr std::size_t kMost = 5000;  // enough for a median
  const SampleSearch search(samples.position, samples.hole, sphere(1));
  SampleFinder finder(search, {.reach = 1e6, .maxSamples = 2, .maxPerHole = 1});
  std::vector<double> nearest;
  const std::size_t step = std::max<std::size_t>(1, samples.size() / kMost);
  for (std::size_t i = 0; i < samples.size(); i += step) {
    const std::vector<Neighbour>& found =
        finder.near(samples.position[i]);  // itself, and one of another hole
    if (found.size() == 2) nearest.push_back(found.back().distance);
  }
  return nearest.empty() ? 50 : std::max(1.0, quantile(std::move(nearest), 0.5));
}

std::vector<ExperimentalVariogram> usualVariograms(const PlanSamples& samples, double compositeLength,
                                                   double spacing, geology::Progress& progress) {
  const std::vector<double> values(samples.value.begin(), samples.value.end());
  const VariogramSamples view{samples.position, samples.hole, values};
  return {
      experimentalVariogram(view, {.name = "down-hole", .sameHole = true},
                            {.lag = compositeLength, .count = 16}, progress),
      experimentalVariogram(view, {.name = "omnidirectional"}, farLags(compositeLength, spacing), progress)};
}

std::optional<Variogram> fittedToUsual(const std::vector<ExperimentalVariogram>& usual) {
  const double variance = usual[1].variance;
  if (!(variance > 0)) return std::nullopt;
  const std::vector<ExperimentalVariogram> experimental = correlograms({usual[0], usual[1]});
  const auto downHole = fitVariogram({&experimental[0], 1}, {});
  VariogramFit fit;
  fit.models = {VariogramModel::Spherical, VariogramModel::Spherical};
  if (downHole) fit.nugget = std::min(downHole->variogram.nugget, variance);
  fit.sill = variance;
  const auto fitted = fitVariogram(experimental, fit);
  return fitted ? std::optional(fitted->variogram) : std::nullopt;
}

EstimationPlan reviewedPart(const EstimationPlan& plan) {
  EstimationPlan part;
  part.holes = plan.holes;
  part.column = plan.column;
  part.filter = plan.filter;
  part.composites = plan.composites;
  part.domain = plan.domain;
  part.topCut = plan.topCut;
  const Variogram* variogram = variogramOf(plan.estimator);
  if (variogram == nullptr || variogram->structures.empty()) return part;
  const Anisotropy& shape = variogram->structures.front().shape;
  Anisotropy directions = sphere(1);  // of the shape only the axes count, and whether they matter
  if (!sameRanges(shape)) directions = {shape.axis, {3, 2, 1}};
  part.estimator = OrdinaryKriging{{0, {{VariogramModel::Spherical, 1, directions}}}};
  return part;
}

PlanReview reviewPlan(const geology::Deposit& deposit, const EstimationPlan& plan,
                      geology::Progress& progress) {
  PlanReview review;
  const PlanSamples samples = samplesOf(deposit, plan, review.diagnostics);
  review.unit = samples.unit;
  review.samples = samples.size();
  review.filtered = samples.filtered;
  review.composites = samples.composites;
  review.tooLittle = samples.tooLittle;
  review.otherDomain = samples.otherDomain;
  review.topCut = samples.topCut;
  if (samples.size() == 0) return review;
  describeValues(samples, review);
  review.spacing = holeSpacing(samples);
  const double length = plan.composites.length;
  review.variograms = usualVariograms(samples, length, review.spacing, progress);
  review.fitted = fittedToUsual(review.variograms);
  const Variogram* variogram = variogramOf(plan.estimator);
  if (variogram == nullptr || variogram->structures.empty() || samples.size() > kMostPaired) return review;
  const Anisotropy& shape = variogram->structures.front().shape;
  if (sameRanges(shape)) return review;
  const std::vector<double> values(samples.value.begin(), samples.value.end());
  constexpr std::array kNames{"along the long axis", "along the middle axis", "along the short axis"};
  for (std::size_t a = 0; a < 3; ++a)
    review.variograms.push_back(experimentalVariogram({samples.position, samples.hole, values},
                                                      along(shape.axis[a], kNames[a]),
                                                      farLags(length, review.spacing), progress));
  return review;
}

}  // namespace adit::estimation
