// The path of a drillhole in space: circular arcs and straight runs between stations (minimum curvature).
#pragma once
#include <vector>

#include "geology/model/vec3.h"

namespace adit::geology {

/// A point of the path at `depth` (down-hole length from the collar) with its unit tangent, pointing down the
/// hole. Between two stations the path is the circular arc that has both tangents (straight if they agree).
struct TraceStation {
  double depth = 0;
  Vec3 position;
  Vec3 tangent{0, 0, -1};

  friend bool operator==(const TraceStation&, const TraceStation&) = default;
};

/// Position and tangent at any depth, exact on the arcs. Before the first station and past the last one the
/// path is straight. Made by geology/analysis/desurvey.h; stations are ordered by strictly rising depth.
class HoleTrace {
 public:
  HoleTrace() = default;
  explicit HoleTrace(std::vector<TraceStation> stations);

  const std::vector<TraceStation>& stations() const { return stations_; }
  bool empty() const { return stations_.empty(); }
  /// Precondition: not empty.
  TraceStation at(double depth) const;
  Vec3 positionAt(double depth) const { return at(depth).position; }

 private:
  std::vector<TraceStation> stations_;
};

/// The displacement along the arc of length `arcLength` that starts along unit tangent `t1` and ends along
/// `t2`: L/2 * RF * (t1+t2), RF = (2/b) tan(b/2), b the angle between them; for small b the series 1 + b^2/12
/// + b^4/120. Undefined for b = pi; there it returns the balanced tangential value (the zero vector).
Vec3 minimumCurvatureStep(const Vec3& t1, const Vec3& t2, double arcLength);
/// The angle between two unit vectors in radians, accurate near 0 and near pi.
double angleBetween(const Vec3& t1, const Vec3& t2);

}  // namespace adit::geology
