// Closed shapes with known volumes, for tests of meshes.
#pragma once
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <memory>
#include <numbers>
#include <utility>

#include "geology/model/triangle_mesh.h"

namespace adit::tests {

/// The box between two corners: 8 vertices, 12 triangles, normals outward.
inline geology::TriangleMesh boxMesh(const geology::Vec3& low, const geology::Vec3& high) {
  geology::TriangleMesh mesh;
  for (int corner = 0; corner < 8; ++corner)
    mesh.vertices.push_back({(corner & 1) != 0 ? high.x : low.x, (corner & 2) != 0 ? high.y : low.y,
                             (corner & 4) != 0 ? high.z : low.z});
  mesh.triangles = {{0, 2, 1}, {1, 2, 3}, {4, 5, 6}, {5, 7, 6}, {0, 1, 4}, {1, 5, 4},
                    {2, 6, 3}, {3, 6, 7}, {0, 4, 2}, {2, 4, 6}, {1, 3, 5}, {3, 7, 5}};
  return mesh;
}

/// The same box as a deposit holds it: named and closed.
inline std::shared_ptr<geology::TriangleMesh> namedBox(const char* name, const geology::Vec3& low,
                                                       const geology::Vec3& high) {
  auto mesh = std::make_shared<geology::TriangleMesh>(boxMesh(low, high));
  mesh->name = name;
  mesh->closed = true;
  return mesh;
}

/// The tetrahedron of the origin and the ends of the axes, scaled: volume size^3 / 6.
inline geology::TriangleMesh tetrahedronMesh(const geology::Vec3& at, double size) {
  geology::TriangleMesh mesh;
  mesh.vertices = {at, at + geology::Vec3{size, 0, 0}, at + geology::Vec3{0, size, 0},
                   at + geology::Vec3{0, 0, size}};
  mesh.triangles = {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}};
  return mesh;
}

/// An octahedron, each triangle divided into four `divisions` times, all vertices on the sphere: 8 *
/// 4^divisions triangles.
inline geology::TriangleMesh sphereMesh(const geology::Vec3& center, double radius, int divisions) {
  using geology::Vec3;
  geology::TriangleMesh mesh;
  mesh.vertices = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
  mesh.triangles = {{0, 2, 4}, {2, 1, 4}, {1, 3, 4}, {3, 0, 4}, {2, 0, 5}, {1, 2, 5}, {3, 1, 5}, {0, 3, 5}};
  for (int i = 0; i < divisions; ++i) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middles;
    const auto middle = [&](std::uint32_t a, std::uint32_t b) {
      const auto [it, isNew] = middles.try_emplace(std::minmax(a, b), 0);
      if (isNew) {
        it->second = static_cast<std::uint32_t>(mesh.vertices.size());
        mesh.vertices.push_back(geology::normalized(mesh.vertices[a] + mesh.vertices[b]));
      }
      return it->second;
    };
    std::vector<std::array<std::uint32_t, 3>> finer;
    for (const auto& [a, b, c] : mesh.triangles) {
      const std::uint32_t ab = middle(a, b), bc = middle(b, c), ca = middle(c, a);
      finer.insert(finer.end(), {{a, ab, ca}, {ab, b, bc}, {ca, bc, c}, {ab, bc, ca}});
    }
    mesh.triangles = std::move(finer);
  }
  for (Vec3& v : mesh.vertices) v = center + v * radius;
  return mesh;
}

/// Two meshes in one.
inline geology::TriangleMesh joined(geology::TriangleMesh first, const geology::TriangleMesh& second) {
  const auto offset = static_cast<std::uint32_t>(first.vertices.size());
  first.vertices.insert(first.vertices.end(), second.vertices.begin(), second.vertices.end());
  for (const auto& [a, b, c] : second.triangles)
    first.triangles.push_back({a + offset, b + offset, c + offset});
  return first;
}

/// The same surface, inside out.
inline geology::TriangleMesh insideOut(geology::TriangleMesh mesh) {
  for (auto& triangle : mesh.triangles) std::swap(triangle[1], triangle[2]);
  return mesh;
}

}  // namespace adit::tests
