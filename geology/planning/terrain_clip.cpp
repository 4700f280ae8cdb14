#include "geology/planning/terrain_clip.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace adit::planning {
namespace {

using geology::Polyline;
using geology::Terrain;
using geology::TriangleMesh;
using geology::Vec3;
using Index = std::uint32_t;

class Clipper {
 public:
  Clipper(const TriangleMesh& mesh, const Terrain& terrain) : in_(mesh), terrain_(terrain) {
    for (const Vec3& v : mesh.vertices) below_.push_back(depth(v) > 0);
    out_.parts = mesh.parts;
    out_.vertices = mesh.vertices;
  }

  TriangleMesh clip(const char* outlinePart) && {
    for (std::size_t t = 0; t < in_.triangles.size(); ++t) clipTriangle(t);
    for (const Polyline& line : in_.lines) clipLine(line);
    keepFirstPiece();
    addOutline(outlinePart);
    dropUnusedVertices();
    dropUnusedParts();
    return std::move(out_);
  }

 private:
  double depth(const Vec3& p) const { return terrain_.heightAt(p.x, p.y) - p.z; }

  // The vertex where the edge comes out of the ground: the same for all that share the edge.
  Index cut(Index a, Index b) {
    if (!below_[a]) std::swap(a, b);
    const auto [it, isNew] = cuts_.try_emplace({a, b}, static_cast<Index>(out_.vertices.size()));
    if (isNew) {
      Vec3 inside = in_.vertices[a];
      Vec3 outside = in_.vertices[b];
      for (int halving = 0; halving < 40; ++halving) {
        const Vec3 middle = (inside + outside) * 0.5;
        (depth(middle) > 0 ? inside : outside) = middle;
      }
      out_.vertices.push_back(inside);
    }
    return it->second;
  }

  void add(Index a, Index b, Index c, std::size_t source) {
    out_.triangles.push_back({a, b, c});
    if (!in_.trianglePart.empty()) out_.trianglePart.push_back(in_.trianglePart[source]);
  }

  void clipTriangle(std::size_t t) {
    std::array<Index, 3> v = in_.triangles[t];
    const int inside = below_[v[0]] + below_[v[1]] + below_[v[2]];
    if (inside == 3) add(v[0], v[1], v[2], t);
    if (inside == 0 || inside == 3) return;
    // The vertex that is alone on its side goes first.
    while (below_[v[0]] != (inside == 1)) std::rotate(v.begin(), v.begin() + 1, v.end());
    if (below_[v[1]] == below_[v[0]]) std::rotate(v.begin(), v.begin() + 1, v.end());
    const Index ab = cut(v[0], v[1]);
    const Index ac = cut(v[0], v[2]);
    if (inside == 1) {
      add(v[0], ab, ac, t);
      outline_.emplace_back(ab, ac);
    } else {
      add(ab, v[1], v[2], t);
      add(ab, v[2], ac, t);
      outline_.emplace_back(ac, ab);
    }
  }

  void clipLine(const Polyline& line) {
    const std::size_t n = line.vertices.size();
    const auto vertex = [&](std::size_t i) { return line.vertices[i % n]; };
    const bool whole =
        std::all_of(line.vertices.begin(), line.vertices.end(), [&](Index i) { return below_[i]; });
    if (whole) {
      out_.lines.push_back(line);
      return;
    }
    // A closed line is opened where it comes out, so that no piece is cut in two at its beginning.
    std::size_t first = 0;
    if (line.closed)
      while (first < n && below_[vertex(first)]) ++first;
    Polyline piece{.vertices = {}, .closed = false, .part = line.part};
    const auto finish = [&] {
      if (piece.vertices.size() > 1) out_.lines.push_back(piece);
      piece.vertices.clear();
    };
    const std::size_t steps = line.closed ? n : n - 1;
    for (std::size_t s = 0; s < steps; ++s) {
      const Index a = vertex(first + s);
      const Index b = vertex(first + s + 1);
      if (below_[a] && piece.vertices.empty()) piece.vertices.push_back(a);
      if (below_[a] != below_[b]) piece.vertices.push_back(cut(a, b));
      if (below_[b])
        piece.vertices.push_back(b);
      else
        finish();
    }
    finish();
  }

  // Union of the vertices of each triangle; pieces apart from triangle 0 go.
  void keepFirstPiece() {
    std::vector<Index> parent(out_.vertices.size());
    std::iota(parent.begin(), parent.end(), Index{0});
    const auto root = [&](Index i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    for (const auto& t : out_.triangles) parent[root(t[1])] = parent[root(t[2])] = root(t[0]);
    const bool any = !out_.triangles.empty() && below_[in_.triangles[0][0]];
    const auto kept = [&](Index i) { return any && root(i) == root(in_.triangles[0][0]); };
    std::size_t count = 0;
    for (std::size_t t = 0; t < out_.triangles.size(); ++t) {
      if (!kept(out_.triangles[t][0])) continue;
      out_.triangles[count] = out_.triangles[t];
      if (!out_.trianglePart.empty()) out_.trianglePart[count] = out_.trianglePart[t];
      ++count;
    }
    out_.triangles.resize(count);
    if (!out_.trianglePart.empty()) out_.trianglePart.resize(count);
    std::erase_if(out_.lines, [&](const Polyline& line) { return !kept(line.vertices.front()); });
    std::erase_if(outline_, [&](const auto& segment) { return !kept(segment.first); });
  }

  // Every cut runs from its first to its second vertex with the ground on the same side: so they chain up.
  void addOutline(const char* part) {
    if (outline_.empty()) return;
    std::map<Index, Index> next(outline_.begin(), outline_.end());
    std::map<Index, Index> previous;
    for (const auto& [a, b] : next) previous.emplace(b, a);
    const auto partIndex = static_cast<std::int32_t>(out_.parts.size());
    out_.parts.emplace_back(part);
    while (!next.empty()) {
      const Index first = next.begin()->first;
      Index start = first;  // an open line is walked from its beginning
      for (auto it = previous.find(start); it != previous.end(); it = previous.find(start)) {
        if (it->second == first || !next.contains(it->second)) break;
        start = it->second;
      }
      Polyline line{.vertices = {start}, .closed = false, .part = partIndex};
      for (auto it = next.find(start); it != next.end(); it = next.find(line.vertices.back())) {
        line.vertices.push_back(it->second);
        next.erase(it);
      }
      line.closed = line.vertices.back() == start;
      if (line.closed) line.vertices.pop_back();
      out_.lines.push_back(std::move(line));
    }
  }

  void dropUnusedVertices() {
    constexpr Index kUnused = 0xFFFFFFFF;
    std::vector<Index> place(out_.vertices.size(), kUnused);
    std::vector<Vec3> used;
    const auto renumber = [&](Index& i) {
      if (place[i] == kUnused) {
        place[i] = static_cast<Index>(used.size());
        used.push_back(out_.vertices[i]);
      }
      i = place[i];
    };
    for (auto& triangle : out_.triangles) std::for_each(triangle.begin(), triangle.end(), renumber);
    for (Polyline& line : out_.lines) std::for_each(line.vertices.begin(), line.vertices.end(), renumber);
    out_.vertices = std::move(used);
  }

  void dropUnusedParts() {
    std::map<std::int32_t, std::int32_t> place;
    std::vector<std::string> used;
    const auto renumber = [&](std::int32_t& part) {
      const auto [it, isNew] = place.try_emplace(part, static_cast<std::int32_t>(used.size()));
      if (isNew) used.push_back(out_.parts[static_cast<std::size_t>(part)]);
      part = it->second;
    };
    std::for_each(out_.trianglePart.begin(), out_.trianglePart.end(), renumber);
    for (Polyline& line : out_.lines) renumber(line.part);
    out_.parts = std::move(used);
  }

  const TriangleMesh& in_;
  const Terrain& terrain_;
  TriangleMesh out_;
  std::vector<bool> below_;  // one a vertex of the mesh; false where there is no terrain
  std::map<std::pair<Index, Index>, Index> cuts_;
  std::vector<std::pair<Index, Index>> outline_;
};

}  // namespace

TriangleMesh clipBelowTerrain(const TriangleMesh& mesh, const Terrain& terrain, const char* outlinePart) {
  return Clipper(mesh, terrain).clip(outlinePart);
}

}  // namespace adit::planning
