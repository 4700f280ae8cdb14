#include "geology/estimation/singular_system.h"

#include <Eigen/Dense>

namespace adit::estimation {

double shortestSolution(const KrigingEquations& equations, std::vector<double>& weights) {
  const auto n = static_cast<Eigen::Index>(equations.right.size());
  const Eigen::Index size = n + (equations.weightsSumToOne ? 1 : 0);
  Eigen::MatrixXd left = Eigen::MatrixXd::Zero(size, size);
  Eigen::VectorXd right = Eigen::VectorXd::Ones(size);
  left.topLeftCorner(n, n) = Eigen::Map<const Eigen::MatrixXd>(equations.matrix.data(), n, n);
  right.head(n) = Eigen::Map<const Eigen::VectorXd>(equations.right.data(), n);
  if (equations.weightsSumToOne) {
    left.col(n).head(n).setOnes();
    left.row(n).head(n).setOnes();
  }
  const Eigen::VectorXd solution = left.completeOrthogonalDecomposition().solve(right);
  weights.assign(solution.data(), solution.data() + n);
  return equations.weightsSumToOne ? solution(n) : 0;
}

}  // namespace adit::estimation
