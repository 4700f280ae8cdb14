#include "geology/analysis/mesh_measure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "geology/model/place_hash.h"

namespace adit::analysis {
namespace {

using geology::TriangleMesh;
using geology::Vec3;
using Triangle = std::array<std::uint32_t, 3>;

/// For each vertex the first one at exactly the same place.
std::vector<std::uint32_t> joinVertices(const std::vector<Vec3>& vertices) {
  std::unordered_map<Vec3, std::uint32_t, geology::PlaceHash> firstAt;
  firstAt.reserve(vertices.size());
  std::vector<std::uint32_t> joined(vertices.size());
  for (std::uint32_t v = 0; v < vertices.size(); ++v)
    joined[v] = firstAt.try_emplace(vertices[v], v).first->second;
  return joined;
}

/// An edge as a triangle runs along it: the smaller vertex first, and in which direction.
struct DirectedEdge {
  std::uint32_t low, high;
  bool forward;  ///< from low to high
  friend auto operator<=>(const DirectedEdge&, const DirectedEdge&) = default;
};

/// The edges of all triangles, sorted, so that those of one place follow each other. A triangle with two
/// corners at one place has no inside; it is left out, and its neighbours meet across it.
std::vector<DirectedEdge> sortedEdges(const std::vector<Triangle>& triangles) {
  std::vector<DirectedEdge> edges;
  edges.reserve(triangles.size() * 3);
  for (const Triangle& t : triangles) {
    if (t[0] == t[1] || t[1] == t[2] || t[2] == t[0]) continue;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::uint32_t a = t[i], b = t[(i + 1) % 3];
      edges.push_back({std::min(a, b), std::max(a, b), a < b});
    }
  }
  std::sort(edges.begin(), edges.end());
  return edges;
}

void countEdges(const std::vector<DirectedEdge>& edges, MeshDescription& description) {
  for (std::size_t begin = 0; begin < edges.size();) {
    std::size_t end = begin, forward = 0;
    for (; end < edges.size() && edges[end].low == edges[begin].low && edges[end].high == edges[begin].high;
         ++end)
      forward += edges[end].forward ? 1 : 0;
    const std::size_t uses = end - begin;
    if (uses == 1) ++description.openEdges;
    if (uses > 2) ++description.nonManifoldEdges;
    if (uses == 2 && forward != 1) ++description.flippedEdges;
    begin = end;
  }
  description.closed = !edges.empty() && description.openEdges == 0 && description.nonManifoldEdges == 0 &&
                       description.flippedEdges == 0;
}

/// Sums many terms of mixed sign without losing the small ones (Neumaier 1974).
class ExactSum {
 public:
  void add(double term) {
    const double total = sum_ + term;
    lost_ += std::abs(sum_) >= std::abs(term) ? (sum_ - total) + term : (term - total) + sum_;
    sum_ = total;
  }
  double value() const { return sum_ + lost_; }

 private:
  double sum_ = 0, lost_ = 0;
};

}  // namespace

MeshDescription describeMesh(const TriangleMesh& mesh) {
  MeshDescription description;
  if (mesh.triangles.empty()) return description;
  const std::vector<std::uint32_t> joined = joinVertices(mesh.vertices);
  std::vector<Triangle> triangles;
  triangles.reserve(mesh.triangles.size());
  for (const Triangle& t : mesh.triangles) triangles.push_back({joined[t[0]], joined[t[1]], joined[t[2]]});
  countEdges(sortedEdges(triangles), description);

  // The divergence theorem: six times the volume is the sum of a . (b x c) over the triangles. Seen from the
  // middle of the mesh and not from the origin of the grid, the terms are as large as the body and not as
  // large as a northing.
  const Vec3 origin = mesh.bounds().center();
  ExactSum sixVolumes, twoAreas;
  for (const Triangle& t : triangles) {
    const Vec3 a = mesh.vertices[t[0]] - origin, b = mesh.vertices[t[1]] - origin,
               c = mesh.vertices[t[2]] - origin;
    const double twoArea = length(cross(b - a, c - a));
    if (!(twoArea > 0)) ++description.degenerate;
    twoAreas.add(twoArea);
    sixVolumes.add(dot(a, cross(b, c)));
  }
  description.area = twoAreas.value() / 2;
  description.volume = description.closed ? std::abs(sixVolumes.value()) / 6 : 0;
  return description;
}

}  // namespace adit::analysis
