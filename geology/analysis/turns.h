// Cosines by the million.
#pragma once
#include <numbers>

namespace adit::analysis {

/// cos(2 pi t) to 1e-9. Own code, because it is the same on every C library and vectorises: t is brought to
/// [-1/2, 1/2] by rounding with the usual large constant, then cos(2 pi r) = 1 - 2 sin^2(pi r) with sin as
/// its series.
inline double cosineOfTurns(double t) {
  constexpr double kRounder = 6755399441055744.0;  // 1.5 * 2^52
  const double r = t - ((t + kRounder) - kRounder);
  const double x = r * std::numbers::pi;
  const double q = x * x;
  const double series =
      1 + q * (-1.0 / 6 + q * (1.0 / 120 + q * (-1.0 / 5040 + q * (1.0 / 362880 + q * (-1.0 / 39916800 +
                                                                                       q / 6227020800.0)))));
  const double sine = x * series;
  return 1 - 2 * sine * sine;
}

}  // namespace adit::analysis
