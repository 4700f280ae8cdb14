#include "geology/analysis/sample_weights.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace adit::analysis {
namespace {

using geology::Vec3;

constexpr double kSingular = 1e-13;  // reciprocal condition number

Weights weighBy(const InverseDistance& estimator, std::span<const Vec3> samples, const Vec3& target) {
  std::vector<double> distance;
  for (const Vec3& sample : samples) distance.push_back(length(sample - target));
  const double nearest = *std::min_element(distance.begin(), distance.end());
  Weights out;
  double sum = 0;
  for (const double d : distance) {
    // Relative to the nearest, so that high powers neither overflow nor vanish.
    const double w = nearest > 0 ? std::pow(nearest / d, estimator.power) : (d == 0 ? 1.0 : 0.0);
    out.weight.push_back(w);
    sum += w;
  }
  for (double& w : out.weight) w /= sum;
  return out;
}

// In variograms rather than covariances, so that a variogram without a sill serves as well:
// sum_j w_j gamma_ij + m = gamma_i0, sum w = 1; variance = sum w_i gamma_i0 + m; mu = -m.
Weights weighBy(const OrdinaryKriging& estimator, std::span<const Vec3> samples, const Vec3& target) {
  const auto n = static_cast<Eigen::Index>(samples.size());
  const auto sample = [&](Eigen::Index i) { return samples[static_cast<std::size_t>(i)]; };
  const Variogram& gamma = estimator.variogram;
  Eigen::MatrixXd left = Eigen::MatrixXd::Zero(n + 1, n + 1);
  Eigen::VectorXd right = Eigen::VectorXd::Ones(n + 1);
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = 0; j < i; ++j) left(i, j) = left(j, i) = gamma.at(length(sample(i) - sample(j)));
    left(i, n) = left(n, i) = 1;
    right(i) = gamma.at(length(sample(i) - target));
  }
  // Two samples at one place make the equations singular; of their solutions the shortest shares the weight
  // evenly.
  const Eigen::PartialPivLU<Eigen::MatrixXd> lu(left);
  const Eigen::VectorXd solution = lu.rcond() > kSingular
                                       ? Eigen::VectorXd(lu.solve(right))
                                       : Eigen::VectorXd(left.completeOrthogonalDecomposition().solve(right));
  Weights out;
  out.weight.assign(solution.data(), solution.data() + n);
  out.variance = solution.dot(right);  // the last of `right` is 1: sum w gamma + m
  out.multiplier = -solution(n);
  return out;
}

}  // namespace

Weights weigh(const Weighting& weighting, std::span<const Vec3> samples, const Vec3& target) {
  return std::visit([&](const auto& estimator) { return weighBy(estimator, samples, target); }, weighting);
}

}  // namespace adit::analysis
