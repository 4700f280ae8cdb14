// The estimators: which weight each neighbour of a point gets.
#pragma once
#include <span>
#include <variant>
#include <vector>

#include "geology/analysis/variogram.h"
#include "geology/model/vec3.h"

namespace adit::analysis {

/// w_i proportional to 1 / d_i^power; a sample at the point itself gets all the weight (several share it).
/// A very high power is the nearest neighbour.
struct InverseDistance {
  double power = 2;
};

/// Point kriging with an unknown mean.
struct OrdinaryKriging {
  Variogram variogram;
};

using Weighting = std::variant<InverseDistance, OrdinaryKriging>;

struct Weights {
  std::vector<double> weight;  ///< one a sample, sum 1
  /// Ordinary kriging only: the estimation variance and the Lagrange multiplier of [C 1; 1' 0] [w; mu] = [c0;
  /// 1].
  double variance = 0;
  double multiplier = 0;
};

/// Positions in a space in which distance means dissimilarity the same way in every direction.
/// `samples` is not empty.
Weights weigh(const Weighting& weighting, std::span<const geology::Vec3> samples,
              const geology::Vec3& target);

}  // namespace adit::analysis
