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

std::optional<PlaneAttitude> planeFromCore(const CoreAngles& angles, const geology::Vec3& downHole) {
  using geology::Vec3;
  if (!(angles.alpha >= 0 && angles.alpha <= 90) || !std::isfinite(angles.beta)) return std::nullopt;
  // Square to the hole, as far down as that goes: the bottom line.
  const Vec3 sag = Vec3{0, 0, -1} - downHole * -downHole.z;
  if (length(sag) < std::sin(0.5 * kDegree)) return std::nullopt;
  const Vec3 bottom = normalized(sag), beside = cross(downHole, bottom);
  const double alpha = angles.alpha * kDegree, beta = angles.beta * kDegree;
  const Vec3 lower = bottom * std::cos(beta) + beside * std::sin(beta);
  Vec3 pole = downHole * std::sin(alpha) - lower * std::cos(alpha);
  if (pole.z < 0) pole = pole * -1;  // upward: it leans to where the plane dips
  const double turned = std::atan2(pole.x, pole.y) / kDegree;
  return PlaneAttitude{std::acos(std::clamp(pole.z, -1.0, 1.0)) / kDegree,
                       turned < 0 ? turned + 360 : turned};
}

}  // namespace adit::reporting
