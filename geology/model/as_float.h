// Numbers that a person wrote, as columns hold them.
#pragma once
#include <limits>

namespace adit::geology {

/// The float nearest to a number that a person wrote. Columns hold floats, so a limit is compared as one:
/// 0.4 in a file and 0.4 in a question are the same number.
inline float asFloat(double value) {
  constexpr double kLargest = std::numeric_limits<float>::max();
  if (value > kLargest) return std::numeric_limits<float>::infinity();
  if (value < -kLargest) return -std::numeric_limits<float>::infinity();
  return static_cast<float>(value);
}

}  // namespace adit::geology
