#include "geology/reporting/stereonet.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace adit::reporting {
namespace {

constexpr double kDegree = std::numbers::pi / 180;

}  // namespace

NetPoint netPoint(double trend, double plunge) {
  const double r = std::numbers::sqrt2 * std::sin((90 - plunge) / 2 * kDegree);
  return {r * std::sin(trend * kDegree), r * std::cos(trend * kDegree)};
}

NetPoint poleOfPlane(double dipDirection, double dip) {
  return netPoint(dipDirection + 180, 90 - dip);
}

std::vector<NetPoint> greatCircle(double dipDirection, double dip, std::size_t steps) {
  std::vector<NetPoint> points;
  const double d = dip * kDegree, a = dipDirection * kDegree;
  for (std::size_t i = 0; i <= steps; ++i) {
    const double rake = std::numbers::pi * static_cast<double>(i) / static_cast<double>(steps);
    // cos(rake) along strike (a - 90 degrees), sin(rake) down the dip
    const double along = std::cos(rake), down = std::sin(rake);
    const double east = -along * std::cos(a) + down * std::cos(d) * std::sin(a);
    const double north = along * std::sin(a) + down * std::cos(d) * std::cos(a);
    const double depth = down * std::sin(d);
    points.push_back(netPoint(std::atan2(east, north) / kDegree, std::asin(std::min(1.0, depth)) / kDegree));
  }
  return points;
}

}  // namespace adit::reporting
