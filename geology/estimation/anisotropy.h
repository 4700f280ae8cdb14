// Directions and ranges of an ellipsoid, and the angles in which people state them.
#pragma once
#include <array>

#include "geology/model/vec3.h"

namespace adit::estimation {

/// Three unit vectors, perpendicular and right-handed: the long, the middle and the short axis. This is what
/// is kept and computed with; angles are only read and written.
using Axes = std::array<geology::Vec3, 3>;

inline constexpr Axes kEastNorthUp{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

/// GSLIB's three angles in degrees: ang1 = azimuth of the long axis, ang2 = its plunge (NEGATIVE down), ang3
/// = rotation of the other two about it. Deutsch and Journel 1998, subroutine setrot.
struct GslibAngles {
  double ang1 = 0, ang2 = 0, ang3 = 0;
};

/// The geologist's words, degrees: the plane of the long and the middle axis by its dip (0..90, down) and the
/// azimuth of the dip, and the pitch of the long axis in it: from the strike (dip azimuth - 90) towards down
/// dip, 0..180. Pitch 0: along the strike; 90: down dip.
struct PlaneAngles {
  double dip = 0, dipAzimuth = 0, pitch = 0;
};

Axes axesOf(const GslibAngles& angles);
Axes axesOf(const PlaneAngles& angles);
/// The inverse; an axis and its opposite are the same, so that axesOf(planeAnglesOf(a)) may turn two around.
GslibAngles gslibAnglesOf(const Axes& axes);
PlaneAngles planeAnglesOf(const Axes& axes);

/// An ellipsoid as the unit of distance: a point at `range[a]` metres along `axis[a]` is at distance 1.
struct Anisotropy {
  Axes axis = kEastNorthUp;
  std::array<double, 3> range{1, 1, 1};  ///< metres, > 0

  friend bool operator==(const Anisotropy&, const Anisotropy&) = default;

  geology::Vec3 scaled(const geology::Vec3& p) const {
    return {dot(p, axis[0]) / range[0], dot(p, axis[1]) / range[1], dot(p, axis[2]) / range[2]};
  }
};

/// The same range in every direction.
inline Anisotropy sphere(double range) {
  return {kEastNorthUp, {range, range, range}};
}

}  // namespace adit::estimation
