#include "geology/estimation/anisotropy.h"

#include <cmath>
#include <numbers>

namespace adit::estimation {
namespace {

using geology::Vec3;

constexpr double kDegree = std::numbers::pi / 180;

double azimuthOf(const Vec3& direction) {
  const double azimuth = std::atan2(direction.x, direction.y) / kDegree;
  return azimuth < 0 ? azimuth + 360 : azimuth;
}

struct Plane {
  Vec3 strike, dip, normal;
};

Plane planeOf(double dip, double dipAzimuth) {
  const double sd = std::sin(dip * kDegree), cd = std::cos(dip * kDegree);
  const double sa = std::sin(dipAzimuth * kDegree), ca = std::cos(dipAzimuth * kDegree);
  return {{-ca, sa, 0}, {sa * cd, ca * cd, -sd}, {sa * sd, ca * sd, cd}};
}

}  // namespace

Axes axesOf(const GslibAngles& angles) {
  const double alpha = (90 - angles.ang1) * kDegree, beta = -angles.ang2 * kDegree,
               theta = angles.ang3 * kDegree;
  const double sa = std::sin(alpha), ca = std::cos(alpha), sb = std::sin(beta), cb = std::cos(beta),
               st = std::sin(theta), ct = std::cos(theta);
  return {{{cb * ca, cb * sa, -sb},
           {-ct * sa + st * sb * ca, ct * ca + st * sb * sa, st * cb},
           {st * sa + ct * sb * ca, -st * ca + ct * sb * sa, ct * cb}}};
}

Axes axesOf(const PlaneAngles& angles) {
  const Plane plane = planeOf(angles.dip, angles.dipAzimuth);
  const double sp = std::sin(angles.pitch * kDegree), cp = std::cos(angles.pitch * kDegree);
  return {plane.strike * cp + plane.dip * sp, plane.strike * sp - plane.dip * cp, plane.normal};
}

GslibAngles gslibAnglesOf(const Axes& axes) {
  const auto& [major, middle, minor] = axes;
  const double level = std::hypot(major.x, major.y);
  const double plunge = std::atan2(major.z, level) / kDegree;
  if (level > 1e-9) return {azimuthOf(major), plunge, std::atan2(middle.z, minor.z) / kDegree};
  // A vertical long axis has no azimuth: ang1 is 0, and ang3 turns the middle axis to where it is.
  const double sinBeta = major.z > 0 ? -1 : 1;
  return {0, plunge, std::atan2(middle.y * sinBeta, -middle.x) / kDegree};
}

PlaneAngles planeAnglesOf(const Axes& axes) {
  const Vec3 normal = axes[2].z < 0 ? axes[2] * -1 : axes[2];
  const double dip = std::atan2(std::hypot(normal.x, normal.y), normal.z) / kDegree;
  const double dipAzimuth = dip > 1e-9 ? azimuthOf(normal) : 0;
  const Plane plane = planeOf(dip, dipAzimuth);
  double pitch = std::atan2(dot(axes[0], plane.dip), dot(axes[0], plane.strike)) / kDegree;
  if (pitch < 0) pitch += 180;
  if (pitch > 180 - 1e-9) pitch = 0;
  return {dip, dipAzimuth, pitch};
}

}  // namespace adit::estimation
