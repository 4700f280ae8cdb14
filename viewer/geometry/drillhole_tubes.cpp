#include "viewer/geometry/drillhole_tubes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace adit::viewer {
namespace {

using geology::DrillHole;
using geology::HoleTrace;
using geology::TraceStation;
using geology::Vec3;

// An arc is cut into straight pieces that turn by no more than this; 4 degrees look round at any zoom.
constexpr double kTurnPerPiece = 4 * std::numbers::pi / 180;

// Depths at which the tube of [from, to] needs a ring: its ends, the stations between, and points on the
// arcs.
std::vector<double> ringDepths(const HoleTrace& trace, double from, double to) {
  std::vector<double> depths{from};
  const auto addArc = [&](double a, double b) {
    const double turn = geology::angleBetween(trace.at(a).tangent, trace.at(b).tangent);
    const int pieces = std::max(1, static_cast<int>(std::ceil(turn / kTurnPerPiece)));
    for (int i = 1; i <= pieces; ++i) depths.push_back(a + (b - a) * i / pieces);
  };
  double start = from;
  for (const TraceStation& station : trace.stations()) {
    if (station.depth <= from) continue;
    if (station.depth >= to) break;
    addArc(start, station.depth);
    start = station.depth;
  }
  addArc(start, to);
  return depths;
}

// Unit circle, shared by all rings.
std::vector<std::array<double, 2>> unitCircle(int sides) {
  std::vector<std::array<double, 2>> circle(static_cast<std::size_t>(sides));
  for (int s = 0; s < sides; ++s) {
    const double angle = 2 * std::numbers::pi * s / sides;
    circle[static_cast<std::size_t>(s)] = {std::cos(angle), std::sin(angle)};
  }
  return circle;
}

// Two directions across the tangent. Rings of one hole must not twist against each other: both come from the
// same fixed axis, the one that the tangent is least along.
struct CrossFrame {
  Vec3 u, v;
};
CrossFrame crossFrame(const Vec3& tangent) {
  const Vec3 axis = std::abs(tangent.z) < 0.9 ? Vec3{0, 0, 1} : Vec3{1, 0, 0};
  const Vec3 u = geology::normalized(geology::cross(axis, tangent));
  return {u, geology::cross(tangent, u)};
}

class TubeBuilder {
 public:
  TubeBuilder(const TubeOptions& options, const SceneFrame& frame)
      : frame_(frame), circle_(unitCircle(options.sides)), sides_(options.sides) {}

  void addTube(const HoleTrace& trace, double from, double to, double radius, std::uint32_t row) {
    const std::vector<double> depths = ringDepths(trace, from, to);
    std::int64_t previous = -1;
    for (const double depth : depths) {
      const std::int64_t ring = addRing(trace.at(depth), radius);
      if (previous >= 0) addWall(previous, ring, row);
      previous = ring;
    }
  }
  void addCap(const TraceStation& at, double radius, bool facesDown, std::uint32_t row) {
    const Vec3 t = sceneTangent(at);
    const Vec3 normal = facesDown ? t : t * -1;
    const std::int64_t first = addRing(at, radius, &normal);
    for (int s = 1; s + 1 < sides_; ++s) {
      if (facesDown)
        mesh_.addPolygon({first, first + s, first + s + 1}, row);
      else
        mesh_.addPolygon({first, first + s + 1, first + s}, row);
    }
  }
  MeshBuffer take() { return std::move(mesh_); }

 private:
  Vec3 sceneTangent(const TraceStation& at) const {
    return geology::normalized({at.tangent.x, at.tangent.y, at.tangent.z * frame_.exaggeration});
  }
  std::int64_t addRing(const TraceStation& at, double radius, const Vec3* flatNormal = nullptr) {
    const Vec3 center = frame_.toScene(at.position);
    const CrossFrame across = crossFrame(sceneTangent(at));
    const auto first = static_cast<std::int64_t>(mesh_.points.size());
    for (const auto& [c, s] : circle_) {
      const Vec3 outward = across.u * c + across.v * s;
      mesh_.points.push_back(asFloat(center + outward * radius));
      mesh_.normals.push_back(asFloat(flatNormal != nullptr ? *flatNormal : outward));
    }
    return first;
  }
  void addWall(std::int64_t upper, std::int64_t lower, std::uint32_t row) {
    for (int s = 0; s < sides_; ++s) {
      const int next = (s + 1) % sides_;
      mesh_.addPolygon({upper + s, upper + next, lower + next, lower + s}, row);
    }
  }
  static std::array<float, 3> asFloat(const Vec3& p) {
    return {static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.z)};
  }

  SceneFrame frame_;
  std::vector<std::array<double, 2>> circle_;
  int sides_;
  MeshBuffer mesh_;
};

}  // namespace

MeshBuffer intervalTubes(const geology::DrillHoles& holes, const geology::IntervalTable& table,
                         const geology::BitMask& shown, const TubeOptions& options, const SceneFrame& frame) {
  TubeBuilder builder(options, frame);
  const auto radiusOf = [&](std::size_t row) {
    return options.intervalRadius.empty() ? options.radius : static_cast<double>(options.intervalRadius[row]);
  };
  const auto joined = [&](std::size_t upper, std::size_t lower) {
    return lower < table.size() && shown.test(upper) && shown.test(lower) &&
           table.hole[upper] == table.hole[lower] && table.to[upper] == table.from[lower] &&
           radiusOf(upper) == radiusOf(lower);
  };
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (!shown.test(row) || !(table.to[row] > table.from[row])) continue;
    const HoleTrace& trace = holes.holes[table.hole[row]].trace;
    const auto id = static_cast<std::uint32_t>(row);
    builder.addTube(trace, table.from[row], table.to[row], radiusOf(row), id);
    if (row == 0 || !joined(row - 1, row))
      builder.addCap(trace.at(table.from[row]), radiusOf(row), false, id);
    if (!joined(row, row + 1)) builder.addCap(trace.at(table.to[row]), radiusOf(row), true, id);
  }
  return builder.take();
}

MeshBuffer traceLines(const geology::DrillHoles& holes, const SceneFrame& frame) {
  MeshBuffer mesh;
  for (std::size_t h = 0; h < holes.holes.size(); ++h) {
    const DrillHole& hole = holes.holes[h];
    if (hole.trace.empty() || !(hole.length > 0)) continue;
    for (const double depth : ringDepths(hole.trace, 0, hole.length)) {
      mesh.corners.push_back(static_cast<std::int64_t>(mesh.points.size()));
      mesh.points.push_back(frame.toFloat(hole.trace.positionAt(depth)));
    }
    mesh.offsets.push_back(static_cast<std::int64_t>(mesh.corners.size()));
    mesh.rows.push_back(static_cast<std::uint32_t>(h));
  }
  return mesh;
}

MeshBuffer collarMarkers(const geology::DrillHoles& holes, double radius, const SceneFrame& frame) {
  constexpr int kSides = 12;
  TubeOptions options;
  options.sides = kSides;
  TubeBuilder builder(options, frame);
  for (std::size_t h = 0; h < holes.holes.size(); ++h) {
    const Vec3 top = holes.holes[h].collar + Vec3{0, 0, radius * 0.35 / frame.exaggeration};
    const HoleTrace upright({{0, top, {0, 0, -1}}});
    const double height = radius * 0.7 / frame.exaggeration;
    const auto id = static_cast<std::uint32_t>(h);
    builder.addTube(upright, 0, height, radius, id);
    builder.addCap(upright.at(0), radius, false, id);
    builder.addCap(upright.at(height), radius, true, id);
  }
  return builder.take();
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
