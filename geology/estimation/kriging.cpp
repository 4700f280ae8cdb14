#include "geology/estimation/kriging.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geology/estimation/singular_system.h"

namespace adit::estimation {
namespace {

using geology::Vec3;

constexpr double kSingular = 1e-11;   // of the sill: a pivot this small has lost its digits
constexpr double kSamePlace = 1e-12;  // metres squared

}  // namespace

std::vector<Vec3> pointOffsets(const BlockPoints& points, const Axes& axes, const Vec3& size) {
  std::vector<Vec3> offsets;
  const auto part = [](int i, int n) { return (i + 0.5) / n - 0.5; };
  for (int k = 0; k < points.count[2]; ++k)
    for (int j = 0; j < points.count[1]; ++j)
      for (int i = 0; i < points.count[0]; ++i)
        offsets.push_back(axes[0] * (size.x * part(i, points.count[0])) +
                          axes[1] * (size.y * part(j, points.count[1])) +
                          axes[2] * (size.z * part(k, points.count[2])));
  return offsets;
}

BlockSupport::BlockSupport(const CovarianceModel& model, const std::vector<Vec3>& offsets)
    : offsets_(offsets) {
  const std::size_t n = offsets.size();
  if (n == 1) {
    variance_ = model.sill();
    return;
  }
  StructurePoints points;
  points.resize(model.structureCount(), n);
  for (std::size_t i = 0; i < n; ++i) model.place(points, i, offsets[i]);
  std::vector<double> row(n, 0.0);
  for (std::size_t i = 0; i < n; ++i) model.add({points, 0, n}, {points, i}, row.data());
  for (const double sum : row) variance_ += sum;
  variance_ /= static_cast<double>(n * n);
}

KrigingSamples::KrigingSamples(const CovarianceModel& model, std::span<const Vec3> positions) {
  if (!positions.empty()) origin_ = positions.front();
  points_.resize(model.structureCount(), positions.size());
  for (std::size_t i = 0; i < positions.size(); ++i) {
    positions_.push_back(positions[i] - origin_);
    model.place(points_, i, positions_.back());
  }
}

KrigingSolver::KrigingSolver(const CovarianceModel& model, const KrigingSamples& samples, KrigingMean mean)
    : model_(model), samples_(samples), mean_(mean) {
  target_.resize(model.structureCount(), 1);
}

void KrigingSolver::useSamples(std::span<const std::uint32_t> samples) {
  if (std::equal(samples.begin(), samples.end(), used_.begin(), used_.end())) return;
  const std::size_t n = samples.size();
  used_.assign(samples.begin(), samples.end());
  gathered_.resize(model_.structureCount(), n);
  for (std::size_t i = 0; i < n; ++i) gathered_.copyPoint(i, samples_.points(), used_[i]);
  matrix_.resize(n);
  for (std::size_t j = 0; j < n; ++j) {
    double* column = matrix_.column(j);
    std::fill(column + j, column + n, 0.0);
    model_.add({gathered_, j, n}, {gathered_, j}, column + j);
    column[j] = model_.sill();
  }
  singular_ = !matrix_.factorise(kSingular * model_.sill());
  if (singular_) return;
  ones_.assign(n, 1.0);
  matrix_.solveLower(ones_.data());
  onesSquared_ = dotProduct(ones_.data(), ones_.data(), n);
}

// The mean covariance of each sample with the points of the block. Only a point shares the nugget of the
// sample at its very place.
void KrigingSolver::fillRightSide(const Vec3& centre, const BlockSupport& support) {
  const std::size_t n = used_.size();
  right_.assign(n, 0.0);
  const Vec3 local = centre - samples_.origin();
  for (const Vec3& offset : support.offsets()) {
    model_.place(target_, 0, local + offset);
    model_.add({gathered_, 0, n}, {target_, 0}, right_.data());
  }
  const auto points = static_cast<double>(support.offsets().size());
  for (double& c : right_) c /= points;
  if (support.offsets().size() > 1 || model_.nugget() <= 0) return;
  for (std::size_t i = 0; i < n; ++i) {
    const Vec3 lag = samples_.position(used_[i]) - local - support.offsets().front();
    if (dot(lag, lag) < kSamePlace) right_[i] += model_.nugget();
  }
}

KrigingAnswer KrigingSolver::solve(std::span<const std::uint32_t> samples, const Vec3& centre,
                                   const BlockSupport& support) {
  useSamples(samples);
  fillRightSide(centre, support);
  KrigingAnswer answer;
  answer.singular = singular_;
  answer.multiplier = singular_ ? solveSingular() : solveRegular();
  const double shared = dotProduct(weights_.data(), right_.data(), used_.size());  // cov(Z, Z*)
  answer.variance = support.variance() - shared - answer.multiplier;
  if (!model_.bounded()) {
    answer.slope = answer.efficiency = std::numeric_limits<double>::quiet_NaN();
    return answer;
  }
  const double estimateVariance = shared - answer.multiplier;  // w' C w = w' (c0 - mu)
  answer.slope = mean_ == KrigingMean::Known ? 1 : shared / estimateVariance;
  // Where nothing but nugget is known, blocks do not differ: there is nothing that an estimate could explain.
  answer.efficiency = support.variance() > 0 ? (support.variance() - answer.variance) / support.variance()
                                             : std::numeric_limits<double>::quiet_NaN();
  return answer;
}

double KrigingSolver::solveRegular() {
  const std::size_t n = used_.size();
  forward_.assign(right_.begin(), right_.end());
  matrix_.solveLower(forward_.data());
  double mu = 0;
  if (mean_ == KrigingMean::Unknown) {
    mu = (dotProduct(ones_.data(), forward_.data(), n) - 1) / onesSquared_;
    for (std::size_t i = 0; i < n; ++i) forward_[i] -= mu * ones_[i];
  }
  weights_.assign(forward_.begin(), forward_.end());
  matrix_.solveTransposed(weights_.data());
  return mu;
}

double KrigingSolver::solveSingular() {
  const std::size_t n = used_.size();
  std::vector<double> full(n * n, 0.0);
  for (std::size_t j = 0; j < n; ++j) {
    model_.add({gathered_, 0, n}, {gathered_, j}, &full[j * n]);
    full[j * n + j] = model_.sill();
  }
  return shortestSolution({full, right_, mean_ == KrigingMean::Unknown}, weights_);
}

}  // namespace adit::estimation
