// How values are distributed: histogram, probability plot, the numbers that describe them.
#pragma once
#include <cstddef>
#include <vector>

namespace adit::reporting {

/// Values with the weight of each: a block's tonnes, a sample's length. Only finite values of weight > 0.
struct WeightedValues {
  std::vector<double> values, weights;

  void add(double value, double weight);
  std::size_t size() const { return values.size(); }
};

struct Summary {
  std::size_t count = 0;
  double weight = 0;
  double mean = 0, deviation = 0;  ///< weighted; NaN without values
  double lo = 0, median = 0, hi = 0;
  /// Standard deviation by mean.
  double variation() const { return deviation / mean; }
};
Summary summaryOf(const WeightedValues& data);

struct HistogramBins {
  std::vector<double> edges;   ///< one more than shares; equal steps, of the logarithm when `logarithmic`
  std::vector<double> shares;  ///< of the weight, 0..1
  std::size_t leftOut = 0;     ///< values <= 0 that a logarithm does not have
};
HistogramBins histogramOf(const WeightedValues& data, std::size_t bins, bool logarithmic);

/// A point of the probability plot: `share` of the weight lies at or below `value`, by the middle of the
/// value's own weight (Hazen), and `score` is that share's normal score: a lognormal law is a straight line
/// of it against the logarithm of the value.
struct ProbabilityPoint {
  double value = 0, share = 0, score = 0;
};
/// Rising; at most `most` points, evenly through the values; values <= 0 left out, though their weight
/// counts.
std::vector<ProbabilityPoint> probabilityPoints(const WeightedValues& data, std::size_t most);

/// z with Phi(z) = share, 0 < share < 1; within 1e-9.
double normalScore(double share);

}  // namespace adit::reporting
