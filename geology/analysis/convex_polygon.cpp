#include "geology/analysis/convex_polygon.h"

#include <cmath>
#include <iterator>
#include <utility>

namespace adit::analysis {
namespace {

using geology::Vec3;

/// An edge that is shorter has no direction that can be relied on: coordinates of a mine are right to some
/// 1e-9 units, which is 1e-5 of it. The window is the larger without it, by less than its length.
constexpr double kShortestEdge = 1e-4;

/// What lies to the left of the edges of a window whose corners run anticlockwise.
std::vector<HalfSpace> sidesOf(const Polygon& window) {
  std::vector<HalfSpace> sides;
  for (std::size_t n = 0; n < window.size(); ++n) {
    const Vec3 edge = window[(n + 1) % window.size()] - window[n];
    const double length = std::hypot(edge.x, edge.y);
    if (length > kShortestEdge) sides.push_back({window[n], {edge.y / length, -edge.x / length, 0}});
  }
  return sides;
}

/// Cuts off what is beyond one edge after the other. A piece that only touches the window stays whole.
void cutAway(const Polygon& piece, const Polygon& window, double sliver, std::vector<Polygon>& left) {
  Polygon inside = piece;
  std::vector<Polygon> outside;
  for (HalfSpace keep : sidesOf(window)) {
    Polygon rest = clipped(inside, keep);
    keep.normal = keep.normal * -1;
    Polygon beyond = clipped(inside, keep);
    inside = std::move(rest);
    if (planArea(inside) <= sliver) {
      left.push_back(piece);
      return;
    }
    if (planArea(beyond) > sliver) outside.push_back(std::move(beyond));
  }
  std::move(outside.begin(), outside.end(), std::back_inserter(left));
}

}  // namespace

Polygon clipped(const Polygon& polygon, const std::vector<double>& values) {
  Polygon result;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const std::size_t next = (i + 1) % polygon.size();
    const double da = values[i];
    const double db = values[next];
    const Vec3& a = polygon[i];
    if (da <= 0) result.push_back(a);
    if ((da < 0 && db > 0) || (da > 0 && db < 0))
      result.push_back(a + (polygon[next] - a) * (da / (da - db)));
  }
  return result.size() < 3 ? Polygon{} : result;
}

Polygon clipped(const Polygon& polygon, const HalfSpace& keep) {
  std::vector<double> values;
  values.reserve(polygon.size());
  for (const Vec3& p : polygon) values.push_back(keep.distance(p));
  return clipped(polygon, values);
}

double planArea(const Polygon& polygon) {
  double sum = 0;
  for (std::size_t n = 2; n < polygon.size(); ++n)
    sum += geology::cross(polygon[n - 1] - polygon[0], polygon[n] - polygon[0]).z;
  return sum / 2;
}

Polygon overWindow(Polygon polygon, const Polygon& window) {
  for (const HalfSpace& side : sidesOf(window)) {
    polygon = clipped(polygon, side);
    if (polygon.empty()) break;
  }
  return polygon;
}

std::vector<Polygon> besideWindows(const Polygon& polygon, const std::vector<Polygon>& windows,
                                   double sliver) {
  std::vector<Polygon> left{polygon};
  for (const Polygon& window : windows) {
    std::vector<Polygon> next;
    for (const Polygon& piece : left) cutAway(piece, window, sliver, next);
    left = std::move(next);
  }
  return left;
}

}  // namespace adit::analysis
