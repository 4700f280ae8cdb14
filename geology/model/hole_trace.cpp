#include "geology/model/hole_trace.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace adit::geology {
namespace {

constexpr double kSmallAngle = 1e-3;  // below it the series is exact to 1e-20 and the quotients are not

double ratioFactor(double beta) {
  if (beta < kSmallAngle) return 1 + beta * beta / 12 + beta * beta * beta * beta / 120;
  return 2 / beta * std::tan(beta / 2);
}

// Spherical interpolation: the tangent after fraction f of an arc that turns from t1 to t2.
Vec3 tangentAt(const Vec3& t1, const Vec3& t2, double f) {
  const double beta = angleBetween(t1, t2);
  if (beta < kSmallAngle) return normalized(t1 * (1 - f) + t2 * f);
  return normalized((t1 * std::sin((1 - f) * beta) + t2 * std::sin(f * beta)) * (1 / std::sin(beta)));
}

}  // namespace

double angleBetween(const Vec3& t1, const Vec3& t2) {
  return std::atan2(length(cross(t1, t2)), dot(t1, t2));
}

Vec3 minimumCurvatureStep(const Vec3& t1, const Vec3& t2, double arcLength) {
  const double beta = angleBetween(t1, t2);
  if (beta > std::numbers::pi - 1e-9) return (t1 + t2) * (arcLength / 2);
  return (t1 + t2) * (arcLength / 2 * ratioFactor(beta));
}

HoleTrace::HoleTrace(std::vector<TraceStation> stations) : stations_(std::move(stations)) {}

TraceStation HoleTrace::at(double depth) const {
  const auto after = std::upper_bound(stations_.begin(), stations_.end(), depth,
                                      [](double d, const TraceStation& s) { return d < s.depth; });
  const auto straightFrom = [&](const TraceStation& s) {
    return TraceStation{depth, s.position + s.tangent * (depth - s.depth), s.tangent};
  };
  if (after == stations_.begin()) return straightFrom(stations_.front());
  const TraceStation& from = *std::prev(after);
  if (after == stations_.end()) return straightFrom(from);
  const double run = depth - from.depth;
  const Vec3 tangent = tangentAt(from.tangent, after->tangent, run / (after->depth - from.depth));
  return {depth, from.position + minimumCurvatureStep(from.tangent, tangent, run), tangent};
}

}  // namespace adit::geology
