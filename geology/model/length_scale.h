// The length unit of a deposit in metres.
#pragma once
#include "geology/model/deposit.h"

namespace adit::geology {

/// The international foot (1959).
inline constexpr double kMetresPerFoot = 0.3048;

inline constexpr double metresIn(LengthUnit unit) {
  return unit == LengthUnit::Foot ? kMetresPerFoot : 1;
}
inline constexpr double cubicMetresIn(LengthUnit unit) {
  return metresIn(unit) * metresIn(unit) * metresIn(unit);
}

}  // namespace adit::geology
