// How often each value of a column occurs: the ground that the threshold handles stand on.
#pragma once
#include <cstddef>
#include <vector>

#include "geology/model/column.h"

namespace adit::viewer {

/// Where a value stands between the ends of an axis, linear or logarithmic.
struct ValueAxis {
  double lo = 0, hi = 1;
  bool logarithmic = false;  ///< then lo > 0

  double shareOf(double value) const;  ///< clamped to 0..1; infinities are the ends
  double valueAt(double share) const;
  friend bool operator==(const ValueAxis&, const ValueAxis&) = default;
};

/// The axis ends at the 99.5 % quantile, since one high assay would squeeze all others together; what lies
/// past it is counted in the last bin (`beyond`).
struct Histogram {
  ValueAxis axis;
  std::vector<std::size_t> counts;  ///< one a bin; empty when the column has no value
  std::size_t beyond = 0;           ///< of the last bin: values past the end of the axis
  std::size_t below = 0;            ///< of the first bin: values before its start (logarithmic axes only)
  std::size_t missing = 0;          ///< rows without a value
  double smallest = 0, largest = 0;
  std::size_t tallest() const;
};
Histogram computeHistogram(const geology::Column& column, std::size_t bins, bool logarithmic);

struct CategoryCounts {
  std::vector<std::size_t> counts;  ///< one a category code
  std::size_t missing = 0;
};
CategoryCounts countCategories(const geology::Column& column);

}  // namespace adit::viewer
