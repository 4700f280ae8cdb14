// Smallest and largest value of a long column, on all cores.
#pragma once
#include <algorithm>
#include <array>
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

/// The range of values that come in pieces. NaN falls out, infinities do not.
class RunningRange {
 public:
  RunningRange() {
    lo_.fill(std::numeric_limits<float>::infinity());
    hi_.fill(-std::numeric_limits<float>::infinity());
  }
  void include(const float* values, std::size_t count) {
    for (std::size_t i = 0; i + kLanes <= count; i += kLanes) includeLanes(values + i);
    if (count >= kLanes)
      includeLanes(values + count - kLanes);  // the rest, and some for the second time
    else
      for (std::size_t i = 0; i < count; ++i) includeIn(0, values[i]);
  }
  ValueRange range() const {
    return {*std::min_element(lo_.begin(), lo_.end()), *std::max_element(hi_.begin(), hi_.end())};
  }

 private:
  // Independent minima, so that compilers make vector code of the loop.
  static constexpr std::size_t kLanes = 16;

  void includeLanes(const float* values) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) includeIn(lane, values[lane]);
  }
  void includeIn(std::size_t lane, float v) {
    lo_[lane] = v < lo_[lane] ? v : lo_[lane];
    hi_[lane] = v > hi_[lane] ? v : hi_[lane];
  }
  std::array<float, kLanes> lo_, hi_;
};

/// Of values in a row. NaN falls out, infinities do not.
ValueRange rangeOf(const float* values, std::size_t count);
/// As geology::valueRange: of the finite values of a numeric column; NaN where there is none.
ValueRange finiteRange(const geology::Column& column);

}  // namespace adit::viewer
