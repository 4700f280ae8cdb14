// Kriging as the textbook has it, to compare with: the neighbours by looking at every sample, the variogram
// by calling it, the equations as one dense matrix, solved by Gaussian elimination.
#pragma once
#include <Eigen/Dense>
#include <algorithm>
#include <map>
#include <vector>

#include "geology/estimation/block_estimate.h"

namespace adit::tests {

/// The numbers of the samples, by rising distance.
inline std::vector<std::uint32_t> plainNeighbours(const estimation::EstimationSamples& samples,
                                                  const estimation::Anisotropy& ellipsoid,
                                                  const estimation::SearchLimits& limits,
                                                  const geology::Vec3& target) {
  std::vector<std::pair<double, std::uint32_t>> all;
  for (std::uint32_t i = 0; i < samples.position.size(); ++i) {
    const double d = length(ellipsoid.scaled(samples.position[i] - target));
    if (d <= limits.reach) all.push_back({d, i});
  }
  std::sort(all.begin(), all.end());
  std::map<std::uint32_t, std::size_t> ofHole;
  std::map<int, std::size_t> inOctant;
  std::vector<std::uint32_t> found;
  for (const auto& [distance, i] : all) {
    if (found.size() == limits.maxSamples) break;
    const geology::Vec3 side = ellipsoid.scaled(samples.position[i] - target);
    const int octant = (side.x < 0) + 2 * (side.y < 0) + 4 * (side.z < 0);
    if (limits.maxPerHole > 0 && ofHole[samples.hole[i]] >= limits.maxPerHole) continue;
    if (limits.maxPerOctant > 0 && inOctant[octant] >= limits.maxPerOctant) continue;
    ++ofHole[samples.hole[i]];
    ++inOctant[octant];
    found.push_back(i);
  }
  return found;
}

struct PlainAnswer {
  std::vector<double> weights;
  double variance = 0, multiplier = 0;
};

/// gamma(V,V): the mean over all pairs of the points that stand for a block, the nugget always counted; 0 for
/// a single point.
inline double plainWithinBlock(const estimation::Variogram& variogram,
                               const std::vector<geology::Vec3>& points) {
  if (points.size() == 1) return 0;
  double within = 0;
  for (const geology::Vec3& p : points)
    for (const geology::Vec3& q : points) within += p == q ? variogram.nugget : variogram.at(p - q);
  return within / static_cast<double>(points.size() * points.size());
}

/// `points` stand for the block, `within` is their gamma(V,V). In variograms: sum_j w_j gamma_ij + m =
/// gamma_i0, sum w = 1 (mu = -m), where gamma_i0 is the mean over the points; the variance is sum w gamma_i0
/// + m - gamma(V,V). Between a sample and a point of a block the nugget always counts.
inline PlainAnswer plainOrdinaryKriging(const estimation::Variogram& variogram,
                                        const std::vector<geology::Vec3>& samples,
                                        const std::vector<geology::Vec3>& points, double within) {
  const auto n = static_cast<Eigen::Index>(samples.size());
  const auto at = [&](Eigen::Index i) { return samples[static_cast<std::size_t>(i)]; };
  const bool block = points.size() > 1;
  Eigen::MatrixXd left = Eigen::MatrixXd::Zero(n + 1, n + 1);
  Eigen::VectorXd right = Eigen::VectorXd::Ones(n + 1);
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = 0; j < i; ++j) left(i, j) = left(j, i) = variogram.at(at(i) - at(j));
    left(i, n) = left(n, i) = 1;
    double sum = 0;
    for (const geology::Vec3& p : points) {
      const geology::Vec3 lag = at(i) - p;
      sum += block && lag == geology::Vec3{} ? variogram.nugget : variogram.at(lag);
    }
    right(i) = sum / static_cast<double>(points.size());
  }
  const Eigen::VectorXd solution = left.partialPivLu().solve(right);
  PlainAnswer answer;
  answer.weights.assign(solution.data(), solution.data() + n);
  answer.multiplier = -solution(n);
  answer.variance = solution.dot(right) - within;
  return answer;
}

}  // namespace adit::tests
