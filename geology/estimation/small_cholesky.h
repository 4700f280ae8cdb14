// Symmetric positive definite systems of some tens of unknowns, by the million: no memory is asked for
// between one and the next of the same size.
#pragma once
#include <cstddef>
#include <vector>

namespace adit::estimation {

/// C = L L'.
class SmallCholesky {
 public:
  /// Makes room for n unknowns; column(j) is then to be filled from the diagonal down.
  void resize(std::size_t n) {
    n_ = n;
    if (columns_.size() < n * n) columns_.resize(n * n);
  }
  std::size_t size() const { return n_; }
  /// Element (i, j), i >= j, is column(j)[i].
  double* column(std::size_t j) { return &columns_[j * n_]; }
  const double* column(std::size_t j) const { return &columns_[j * n_]; }

  /// In place. False when a pivot falls to `smallest` or below: the matrix is singular, or as good as.
  bool factorise(double smallest);
  void solveLower(double* b) const;       ///< L x = b, in place
  void solveTransposed(double* b) const;  ///< L' x = b, in place

 private:
  std::size_t n_ = 0;
  std::vector<double> columns_;
};

/// Sum of a[i] b[i] in four lanes, so that it vectorises; the same on every machine.
double dotProduct(const double* a, const double* b, std::size_t n);

}  // namespace adit::estimation
