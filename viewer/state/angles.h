// Sine and cosine of degrees, exact at the multiples of 90: a view to the north looks exactly north.
#pragma once
#include <cmath>
#include <numbers>

namespace adit::viewer {

inline double radians(double degrees) {
  return degrees * (std::numbers::pi / 180);
}
inline double degrees(double radians) {
  return radians * (180 / std::numbers::pi);
}

inline double sinDegrees(double angle) {
  const double quarter = std::remainder(angle, 360.0);  // exact, -180..180
  if (quarter == 0 || std::abs(quarter) == 180) return 0;
  if (std::abs(quarter) == 90) return std::copysign(1.0, quarter);
  return std::sin(radians(quarter));
}
inline double cosDegrees(double angle) {
  const double quarter = std::abs(std::remainder(angle, 360.0));
  if (quarter == 90) return 0;
  if (quarter == 0) return 1;
  if (quarter == 180) return -1;
  return std::cos(radians(quarter));
}

/// Into 0 <= bearing < 360.
inline double normalizedBearing(double bearing) {
  const double rest = std::fmod(bearing, 360.0);
  const double positive = rest < 0 ? rest + 360 : rest;
  return positive >= 360 ? 0 : positive;  // -1e-20 + 360 rounds to 360
}

}  // namespace adit::viewer
