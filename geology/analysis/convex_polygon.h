// Flat convex polygons in space and what half-spaces leave of them.
#pragma once
#include <vector>

#include "geology/model/vec3.h"

namespace adit::analysis {

using Polygon = std::vector<geology::Vec3>;

/// Keeps the points with dot(p - point, normal) <= 0; true (unstretched) deposit coordinates.
struct HalfSpace {
  geology::Vec3 point;
  geology::Vec3 normal;  ///< unit; points to what is cut away

  double distance(const geology::Vec3& p) const { return geology::dot(p - point, normal); }
  friend bool operator==(const HalfSpace&, const HalfSpace&) = default;
};

/// The part of a convex polygon where a value that is linear on it is not above 0 (Sutherland and Hodgman
/// 1974); `values` are those at its corners. Empty when nothing is left.
Polygon clipped(const Polygon& polygon, const std::vector<double>& values);
/// The part that the half-space keeps.
Polygon clipped(const Polygon& polygon, const HalfSpace& keep);

/// In plan: the area, positive where the corners run anticlockwise as seen from above.
double planArea(const Polygon& polygon);
/// In plan: what of `polygon` lies over the convex `window`, whose corners run anticlockwise from above.
Polygon overWindow(Polygon polygon, const Polygon& window);
/// In plan: what of a polygon lies over none of the windows, as convex pieces. Pieces under `sliver`, an
/// area, are left out.
std::vector<Polygon> besideWindows(const Polygon& polygon, const std::vector<Polygon>& windows,
                                   double sliver);

}  // namespace adit::analysis
