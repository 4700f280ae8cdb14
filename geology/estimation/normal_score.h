// Values to standard normal scores and back, by their ranks.
#pragma once
#include <span>
#include <vector>

namespace adit::estimation {

/// The x below which a standard normal variable lies with probability p, 0 < p < 1; to 1e-12.
double normalQuantile(double p);

/// The k-th value of n weighted ones has the score of the cumulative weight up to the middle of its own
/// (equal values share one score); scores between are linear between. There are no tails beyond the data: a
/// score lower or higher than all has the lowest or highest value.
class NormalScores {
 public:
  /// `weight`: of declustering, as many as values; empty: all equal. `values` is not empty.
  NormalScores(std::span<const double> values, std::span<const double> weight);

  double scoreOf(double value) const;
  double valueOf(double score) const;

 private:
  std::vector<double> values_, scores_;  // rising
};

}  // namespace adit::estimation
