#include "viewer/state/camera_flight.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "viewer/state/angles.h"
#include "viewer/state/camera.h"
#include "viewer/state/limits.h"

namespace adit::viewer {
namespace {

/// Where on the line between two foci one is (0..1), and the height of the view there.
struct Place {
  double along = 0, height = 0;
};

/// From one view height to another over the distance `way`, all in deposit units.
Place placeOnTheWay(double way, const std::array<double, 2>& height, double share) {
  const auto [w0, w1] = height;
  const double zoom = std::log(w1 / w0);
  constexpr double kStanding = 1e-6;  // of the view: the equations below lose their digits
  if (way < kStanding * std::min(w0, w1)) {
    // A plain zoom keeps the point still that both views have at one place.
    const double w = w0 * std::exp(zoom * share);
    return {std::abs(w1 - w0) > kStanding * w0 ? (w - w0) / (w1 - w0) : share, w};
  }
  constexpr double kRho2 = 2;  // rho = sqrt(2): what people found pleasant in that paper
  const double b0 = (w1 * w1 - w0 * w0 + kRho2 * kRho2 * way * way) / (2 * w0 * kRho2 * way);
  const double b1 = (w1 * w1 - w0 * w0 - kRho2 * kRho2 * way * way) / (2 * w1 * kRho2 * way);
  const double r0 = -std::asinh(b0);
  const double r1 = -std::asinh(b1);
  const double r = r0 + (r1 - r0) * share;
  const double moved = w0 / kRho2 * (std::cosh(r0) * std::tanh(r) - std::sinh(r0));
  return {std::clamp(moved / way, 0.0, 1.0), w0 * std::cosh(r0) / std::cosh(r)};
}

double mixed(double a, double b, double share) {
  return a + (b - a) * share;
}

}  // namespace

double shorterTurn(double fromBearing, double toBearing) {
  const double turn = normalizedBearing(toBearing - fromBearing);
  return turn > 180 ? turn - 360 : turn;
}

CameraState flownBetween(const CameraState& from, const CameraState& to, double share) {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const Vec3 way = to.focus - from.focus;
  const Place place = placeOnTheWay(length(way), {viewHeight(from), viewHeight(to)}, share);
  CameraState camera = share < 0.5 ? from : to;
  camera.focus = from.focus + way * place.along;
  camera.bearing = normalizedBearing(from.bearing + shorterTurn(from.bearing, to.bearing) * share);
  camera.plunge = mixed(from.plunge, to.plunge, share);
  camera.viewAngle = mixed(from.viewAngle, to.viewAngle, share);
  camera.distance = std::clamp(place.height / (2 * std::tan(radians(camera.viewAngle / 2))),
                               kDistanceBounds.lo, kDistanceBounds.hi);
  return camera;
}

}  // namespace adit::viewer
