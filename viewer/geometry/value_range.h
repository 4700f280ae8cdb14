// Smallest and largest value of a long column, on all cores.
#pragma once
#include <algorithm>
#include <cstddef>
#include <limits>

#include "geology/model/column.h"

namespace adit::viewer {

struct ValueRange {
  float lo = std::numeric_limits<float>::infinity();
  float hi = -std::numeric_limits<float>::infinity();

  void include(const ValueRange& other) {
    lo = std::min(lo, other.lo);
    hi = std::max(hi, other.hi);
  }
};

/// Of values in a row. NaN falls out, infinities do not.
ValueRange rangeOf(const float* values, std::size_t count);
/// As geology::valueRange: of the finite values of a numeric column; NaN where there is none.
ValueRange finiteRange(const geology::Column& column);

}  // namespace adit::viewer
