// The kriging equations where they have more than one solution, or as good as.
#pragma once
#include <span>
#include <vector>

namespace adit::estimation {

struct KrigingEquations {
  std::span<const double> matrix;  ///< n x n covariances
  std::span<const double> right;   ///< n
  bool weightsSumToOne = true;
};

/// The least-squares solution of least length, into `weights`; returns the multiplier (0 where there is
/// none).
double shortestSolution(const KrigingEquations& equations, std::vector<double>& weights);

}  // namespace adit::estimation
