#include "viewer/geometry/drillhole_tubes.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "viewer/geometry/interval_tubes.h"

namespace adit::viewer {

using geology::DrillHole;
using geology::Vec3;

MeshBuffer traceLines(const geology::DrillHoles& holes, const geology::BitMask& drilled,
                      const SceneFrame& frame) {
  MeshBuffer mesh;
  for (std::size_t h = 0; h < holes.holes.size(); ++h) {
    const DrillHole& hole = holes.holes[h];
    if (!drilled.test(h) || hole.trace.empty() || !(hole.length > 0)) continue;
    for (const PathPoint& point : tracePoints(hole.trace, 0, hole.length)) {
      mesh.corners.push_back(static_cast<std::int64_t>(mesh.points.size()));
      mesh.points.push_back(frame.toFloat(point.position));
    }
    mesh.offsets.push_back(static_cast<std::int64_t>(mesh.corners.size()));
    mesh.rows.push_back(static_cast<std::uint32_t>(h));
  }
  return mesh;
}

vtkSmartPointer<vtkPolyData> collarMarkers(const geology::DrillHoles& holes, const geology::BitMask& drilled,
                                           double radius, const SceneFrame& frame) {
  IntervalPath beads;  // a short upright interval at each collar
  const Vec3 up{0, 0, 0.35 * radius / frame.exaggeration};
  for (const DrillHole& hole : holes.holes) {
    beads.first.push_back(static_cast<std::uint32_t>(beads.points.size()));
    beads.points.push_back({hole.collar + up, {0, 0, -1}});
    beads.points.push_back({hole.collar - up, {0, 0, -1}});
    beads.last.push_back(static_cast<std::uint32_t>(beads.points.size() - 1));
  }
  constexpr int kSides = 12;
  const TubeOptions options{.radius = radius, .sides = kSides, .intervalRadius = {}, .frame = frame};
  return intervalTubes(beads, drilled, options);
}

double defaultTubeRadius(const geology::DrillHoles& holes) {
  const std::size_t n = holes.holes.size();
  const double diagonal = holes.bounds().diagonal();
  if (n < 2) return std::max(diagonal * 0.006, 1e-3);
  // Median distance to the nearest other collar over an even sample: drilling clusters, the mean would not
  // do.
  std::vector<double> nearest;
  for (std::size_t i = 0; i < n; i += std::max<std::size_t>(1, n / 200)) {
    double best = diagonal;
    for (std::size_t j = 0; j < n; ++j) {
      const Vec3 d = holes.holes[i].collar - holes.holes[j].collar;
      const double distance = std::hypot(d.x, d.y);
      if (j != i && distance > 0) best = std::min(best, distance);
    }
    nearest.push_back(best);
  }
  std::nth_element(nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(nearest.size() / 2),
                   nearest.end());
  return std::clamp(nearest[nearest.size() / 2] * 0.09, diagonal * 0.0009, diagonal * 0.004);
}

}  // namespace adit::viewer
