#include "geology/estimation/small_cholesky.h"

#include <array>
#include <cmath>

namespace adit::estimation {

double dotProduct(const double* a, const double* b, std::size_t n) {
  std::array<double, 4> sum{};
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4)
    for (std::size_t lane = 0; lane < 4; ++lane) sum[lane] += a[i + lane] * b[i + lane];
  for (; i < n; ++i) sum[0] += a[i] * b[i];
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

bool SmallCholesky::factorise(double smallest) {
  for (std::size_t k = 0; k < n_; ++k) {
    double* pivotColumn = column(k);
    if (!(pivotColumn[k] > smallest)) return false;
    const double inverse = 1 / std::sqrt(pivotColumn[k]);
    for (std::size_t i = k; i < n_; ++i) pivotColumn[i] *= inverse;
    for (std::size_t j = k + 1; j < n_; ++j) {
      double* target = column(j);
      const double factor = pivotColumn[j];
      for (std::size_t i = j; i < n_; ++i) target[i] -= factor * pivotColumn[i];
    }
  }
  return true;
}

void SmallCholesky::solveLower(double* b) const {
  for (std::size_t k = 0; k < n_; ++k) {
    const double* pivotColumn = column(k);
    const double value = b[k] /= pivotColumn[k];
    for (std::size_t i = k + 1; i < n_; ++i) b[i] -= value * pivotColumn[i];
  }
}

void SmallCholesky::solveTransposed(double* b) const {
  for (std::size_t k = n_; k-- > 0;) {
    const double* pivotColumn = column(k);
    b[k] = (b[k] - dotProduct(pivotColumn + k + 1, b + k + 1, n_ - k - 1)) / pivotColumn[k];
  }
}

}  // namespace adit::estimation
