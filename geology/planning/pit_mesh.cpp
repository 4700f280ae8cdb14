#include "geology/planning/pit_mesh.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

#include "geology/analysis/mesh_measure.h"
#include "geology/planning/terrain_clip.h"

namespace adit::planning {
namespace {

using geology::TriangleMesh;
using geology::Vec3;
using Index = std::uint32_t;
using Ring = std::vector<Index>;

enum class Part : std::int32_t { Floor, Face, Berm, Ramp };
const std::vector<std::string> kParts{"floor", "face", "berm", "ramp"};

class PitMesh {
 public:
  PitMesh() { mesh_.parts = kParts; }

  TriangleMesh build(const std::vector<PitBench>& benches, double benchHeight) && {
    Ring below;  // the crest of the bench below
    for (const PitBench& bench : benches) {
      const Ring toe = ring(bench.toe);
      if (below.empty())
        floor(toe, bench.toe);
      else
        strip(below, toe, Part::Berm);
      const Ring inner = ring(bench.rampInner, &toe);
      const Ring outer = ring(bench.rampOuter, &inner);
      below = ring(bench.crest, &outer);
      strip(toe, inner, Part::Face);
      strip(inner, outer, Part::Ramp);
      strip(outer, below, Part::Face);
      addString("TOE ", bench.level, toe);
      addString("CREST ", bench.level + benchHeight, below);
      addRampEdges(inner, outer);
    }
    return std::move(mesh_);
  }

 private:
  // A vertex at the same place as the one of the ring inside it is that vertex.
  Ring ring(const std::vector<Vec3>& places, const Ring* inside = nullptr) {
    Ring ring;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (inside && mesh_.vertices[(*inside)[i]] == places[i]) {
        ring.push_back((*inside)[i]);
        continue;
      }
      ring.push_back(static_cast<Index>(mesh_.vertices.size()));
      mesh_.vertices.push_back(places[i]);
    }
    return ring;
  }

  void triangle(Index a, Index b, Index c, Part part) {
    if (a == b || b == c || c == a) return;  // no ramp here: the strip has no width
    mesh_.triangles.push_back({a, b, c});
    mesh_.trianglePart.push_back(static_cast<std::int32_t>(part));
  }

  void floor(const Ring& toe, const std::vector<Vec3>& places) {
    Vec3 middle;
    for (const Vec3& p : places) middle += p * (1 / static_cast<double>(places.size()));
    middle.z = places.front().z;
    const auto centre = static_cast<Index>(mesh_.vertices.size());
    mesh_.vertices.push_back(middle);
    for (std::size_t i = 0; i < toe.size(); ++i)
      triangle(centre, toe[i], toe[(i + 1) % toe.size()], Part::Floor);
  }

  void strip(const Ring& inside, const Ring& outside, Part part) {
    for (std::size_t i = 0; i < inside.size(); ++i) {
      const std::size_t next = (i + 1) % inside.size();
      triangle(inside[i], outside[i], outside[next], part);
      triangle(inside[i], outside[next], inside[next], part);
    }
  }

  std::int32_t part(const std::string& name) {
    const auto it = std::find(mesh_.parts.begin(), mesh_.parts.end(), name);
    if (it != mesh_.parts.end()) return static_cast<std::int32_t>(it - mesh_.parts.begin());
    mesh_.parts.push_back(name);
    return static_cast<std::int32_t>(mesh_.parts.size() - 1);
  }

  void addString(const char* what, double level, const Ring& ring) {
    mesh_.lines.push_back({ring, true, part(what + std::to_string(std::lround(level)))});
  }

  // Both edges of the ramp, where it has a width.
  void addRampEdges(const Ring& inner, const Ring& outer) {
    const std::size_t n = inner.size();
    const auto onRamp = [&](std::size_t i) { return inner[i % n] != outer[i % n]; };
    std::size_t start = 0;
    while (start < n && onRamp(start)) ++start;
    for (std::size_t i = start; i < start + n; ++i) {
      if (!onRamp(i)) continue;
      geology::Polyline edges[2];
      for (; i < start + n && onRamp(i); ++i) {
        edges[0].vertices.push_back(inner[i % n]);
        edges[1].vertices.push_back(outer[i % n]);
      }
      for (geology::Polyline& edge : edges) {
        if (edge.vertices.size() < 2) continue;
        edge.part = part("RAMP");
        mesh_.lines.push_back(std::move(edge));
      }
    }
  }

  TriangleMesh mesh_;
};

}  // namespace

double interRampAngle(const PitSlope& slope) {
  constexpr double kRadian = std::numbers::pi / 180;
  const double run = slope.benchHeight / std::tan(slope.faceAngle * kRadian) + slope.berm;
  return std::atan2(slope.benchHeight, run) / kRadian;
}

TriangleMesh benchMesh(const std::vector<PitBench>& benches, double benchHeight) {
  return PitMesh().build(benches, benchHeight);
}

TriangleMesh benchMeshBelow(const std::vector<PitBench>& benches, double benchHeight,
                            const geology::Terrain& terrain) {
  TriangleMesh pit = clipBelowTerrain(benchMesh(benches, benchHeight), terrain, "PIT OUTLINE");
  describe(pit);
  return pit;
}

void describe(TriangleMesh& mesh) {
  const analysis::MeshDescription description = analysis::describeMesh(mesh);
  mesh.closed = description.closed;
  mesh.volume = description.volume;
  mesh.area = description.area;
}

}  // namespace adit::planning
