#include "viewer/geometry/convex_polygon.h"

#include <algorithm>
#include <cmath>

namespace adit::viewer {

using geology::Vec3;

Polygon clipped(Polygon polygon, const CutPlanes& planes, std::size_t exceptPlane) {
  for (std::size_t i = 0; i < planes.size() && !polygon.empty(); ++i)
    if (i != exceptPlane) polygon = clipped(polygon, planes[i]);
  return polygon;
}

Polygon crossSection(const ParallelBox& box, const HalfSpace& cut) {
  std::array<Vec3, 8> corner;
  std::array<double, 8> distance{};
  for (std::size_t c = 0; c < 8; ++c) {
    corner[c] = box.corner;
    for (std::size_t a = 0; a < 3; ++a)
      if (c >> a & 1U) corner[c] += box.edge[a];
    distance[c] = cut.distance(corner[c]);
  }
  Polygon points;
  Vec3 middle;
  for (std::size_t c = 0; c < 8; ++c) {
    for (std::size_t a = 0; a < 3; ++a) {
      const std::size_t other = c | std::size_t{1} << a;
      if (other == c || (distance[c] <= 0) == (distance[other] <= 0)) continue;
      const double share = distance[c] / (distance[c] - distance[other]);
      points.push_back(corner[c] + (corner[other] - corner[c]) * share);
      middle += points.back();
    }
  }
  if (points.size() < 3) return {};
  // The crossings lie on one plane and around their mean: order them by angle there.
  middle = middle * (1 / static_cast<double>(points.size()));
  const Vec3 u = geology::normalized(points[0] - middle);
  const Vec3 v = geology::cross(cut.normal, u);
  const auto angle = [&](const Vec3& p) { return std::atan2(dot(p - middle, v), dot(p - middle, u)); };
  std::sort(points.begin(), points.end(), [&](const Vec3& a, const Vec3& b) { return angle(a) < angle(b); });
  return points;
}

}  // namespace adit::viewer
