// A top cut: values above it count as the cut. What that costs is always said.
#pragma once
#include <span>
#include <vector>

namespace adit::estimation {

/// Before and after; weighted by the length (or whatever `weight` is) of the samples.
struct TopCutReport {
  double cut = 0;
  std::size_t samples = 0, samplesCut = 0;
  double highest = 0;  ///< value before
  double meanBefore = 0, meanAfter = 0;
  double cvBefore = 0, cvAfter = 0;  ///< standard deviation / mean

  double metalLost() const { return meanBefore > 0 ? 1 - meanAfter / meanBefore : 0; }  ///< part of all metal
};

/// Cuts in place. NaN is no value. `weight` has as many entries as `values`.
TopCutReport cutValues(std::span<float> values, std::span<const double> weight, double cut);

/// The value below which `part` (0..1) of the values lie, linear between them; NaN when there is none.
double quantile(std::vector<double> values, double part);

}  // namespace adit::estimation
