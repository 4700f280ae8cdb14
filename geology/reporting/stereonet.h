// Directions on a stereonet: equal area (Schmidt), lower hemisphere. North up, east to the right, radius 1.
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "geology/model/vec3.h"

namespace adit::reporting {

using NetPoint = std::array<double, 2>;

/// Of a line that points down: trend clockwise from north, plunge 0..90 below the horizon, degrees. The
/// distance from the centre is sqrt(2) sin((90 - plunge) / 2) (Lambert's azimuthal projection, equator at 1).
NetPoint netPoint(double trend, double plunge);
/// The pole of a plane: the line square to it, which points down.
NetPoint poleOfPlane(double dipDirection, double dip);
/// The plane's trace on the net, from one end of its strike to the other.
std::vector<NetPoint> greatCircle(double dipDirection, double dip, std::size_t steps = 64);

/// A plane in space, degrees.
struct PlaneAttitude {
  double dip = 0;           ///< 0..90
  double dipDirection = 0;  ///< 0..360, clockwise from north
};
/// A plane as it is measured on oriented core, degrees. alpha: between the plane and the axis of the core,
/// 0..90. beta: from the line along the bottom of the hole, clockwise for one who looks down the hole, to the
/// lower end of the ellipse that the plane cuts out of the core.
struct CoreAngles {
  double alpha = 0, beta = 0;
};
/// `downHole`: unit vector down the hole at that place. Nothing for alphas that are none, and for a hole so
/// steep (within half a degree) that it has no bottom line.
std::optional<PlaneAttitude> planeFromCore(const CoreAngles& angles, const geology::Vec3& downHole);

}  // namespace adit::reporting
