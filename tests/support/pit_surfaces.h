// Pits that come as surfaces, with known volumes, and the ground around them.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "geology/model/terrain.h"
#include "geology/model/triangle_mesh.h"

namespace adit::tests {

/// 20 x 20 quads of 10 units from the origin.
template <typename Height>
std::shared_ptr<geology::Terrain> smallTerrain(const Height& height) {
  auto terrain = std::make_shared<geology::Terrain>();
  terrain->name = "topo";
  terrain->columns = terrain->rows = 21;
  terrain->stepColumn = {10, 0};
  terrain->stepRow = {0, 10};
  for (int r = 0; r < 21; ++r)
    for (int c = 0; c < 21; ++c) terrain->heights.push_back(static_cast<float>(height(10. * c, 10. * r)));
  return terrain;
}

/// The nodes of a terrain as a surface.
inline std::shared_ptr<geology::TriangleMesh> asSurface(const geology::Terrain& terrain,
                                                        const std::string& name) {
  auto mesh = std::make_shared<geology::TriangleMesh>();
  mesh->name = name;
  for (std::int32_t r = 0; r < terrain.rows; ++r)
    for (std::int32_t c = 0; c < terrain.columns; ++c) mesh->vertices.push_back(terrain.node(c, r));
  const auto columns = static_cast<std::uint32_t>(terrain.columns);
  for (std::uint32_t r = 0; r + 1 < static_cast<std::uint32_t>(terrain.rows); ++r)
    for (std::uint32_t c = 0; c + 1 < columns; ++c) {
      const std::uint32_t n = c + columns * r;
      mesh->triangles.push_back({n, n + 1, n + columns + 1});
      mesh->triangles.push_back({n, n + columns + 1, n + columns});
    }
  return mesh;
}

/// A square floor and straight walls up to a square rim, around (100, 100). Vertices 0 to 3 are the floor's,
/// 4 to 7 those of the rim.
inline std::shared_ptr<geology::TriangleMesh> squarePit(const std::string& name, double floorSide,
                                                        double floor, double rimSide, double rim) {
  auto mesh = std::make_shared<geology::TriangleMesh>();
  mesh->name = name;
  for (const auto& [half, z] : {std::pair{floorSide / 2, floor}, {rimSide / 2, rim}})
    for (const auto& [x, y] : {std::pair{-half, -half}, {half, -half}, {half, half}, {-half, half}})
      mesh->vertices.push_back({100 + x, 100 + y, z});
  mesh->triangles = {{0, 1, 2}, {0, 2, 3}};
  for (std::uint32_t n = 0; n < 4; ++n) {
    const std::uint32_t next = (n + 1) % 4;
    mesh->triangles.push_back({n, n + 4, next + 4});
    mesh->triangles.push_back({n, next + 4, next});
  }
  return mesh;
}

}  // namespace adit::tests
