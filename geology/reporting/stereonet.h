// Directions on a stereonet: equal area (Schmidt), lower hemisphere. North up, east to the right, radius 1.
#pragma once
#include <array>
#include <vector>

namespace adit::reporting {

using NetPoint = std::array<double, 2>;

/// Of a line that points down: trend clockwise from north, plunge 0..90 below the horizon, degrees. The
/// distance from the centre is sqrt(2) sin((90 - plunge) / 2) (Lambert's azimuthal projection, equator at 1).
NetPoint netPoint(double trend, double plunge);
/// The pole of a plane: the line square to it, which points down.
NetPoint poleOfPlane(double dipDirection, double dip);
/// The plane's trace on the net, from one end of its strike to the other.
std::vector<NetPoint> greatCircle(double dipDirection, double dip, std::size_t steps = 64);

}  // namespace adit::reporting
