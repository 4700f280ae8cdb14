// A regular grid of equal blocks, possibly rotated.
#pragma once
#include <array>
#include <cstdint>
#include <optional>

#include "geology/model/vec3.h"

namespace adit::geology {

/// Cell (i,j,k) is the box with its minimum corner at origin + i*size[0]*axis[0] + ...; index = i + nx*(j +
/// ny*k).
struct Lattice {
  Vec3 origin;  ///< minimum CORNER of cell (0,0,0), not its centre
  std::array<Vec3, 3> axis{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};  ///< unit, perpendicular, right-handed
  std::array<double, 3> size{1, 1, 1};                          ///< of a cell along each axis, > 0
  std::array<std::int64_t, 3> count{0, 0, 0};                   ///< cells along each axis

  friend bool operator==(const Lattice&, const Lattice&) = default;

  std::int64_t cellCount() const { return count[0] * count[1] * count[2]; }
  std::int64_t cellIndex(std::int64_t i, std::int64_t j, std::int64_t k) const {
    return i + count[0] * (j + count[1] * k);
  }
  std::array<std::int64_t, 3> cellAt(std::int64_t index) const {
    return {index % count[0], index / count[0] % count[1], index / (count[0] * count[1])};
  }
  /// World position of local coordinates in cell units: (i, j, k) is a corner, (i+.5, ...) a centre.
  Vec3 world(double i, double j, double k) const {
    return origin + axis[0] * (i * size[0]) + axis[1] * (j * size[1]) + axis[2] * (k * size[2]);
  }
  Vec3 local(const Vec3& world) const {
    const Vec3 d = world - origin;
    return {dot(d, axis[0]) / size[0], dot(d, axis[1]) / size[1], dot(d, axis[2]) / size[2]};
  }
  Vec3 center(std::int64_t index) const {
    const auto c = cellAt(index);
    return world(static_cast<double>(c[0]) + .5, static_cast<double>(c[1]) + .5,
                 static_cast<double>(c[2]) + .5);
  }
  double cellVolume() const { return size[0] * size[1] * size[2]; }
  bool rotated() const { return axis[0] != Vec3{1, 0, 0} || axis[1] != Vec3{0, 1, 0}; }
  /// The cell that holds the point, or nothing outside.
  std::optional<std::int64_t> locate(const Vec3& point) const {
    const Vec3 p = local(point);
    const std::array<double, 3> c{p.x, p.y, p.z};
    std::array<std::int64_t, 3> cell{};
    for (std::size_t a = 0; a < 3; ++a) {
      if (!(c[a] >= 0 && c[a] < static_cast<double>(count[a]))) return std::nullopt;
      cell[a] = static_cast<std::int64_t>(c[a]);
    }
    return cellIndex(cell[0], cell[1], cell[2]);
  }
  Box3 bounds() const {
    Box3 box;
    for (int corner = 0; corner < 8; ++corner)
      box.include(world((corner & 1) ? static_cast<double>(count[0]) : 0.0,
                        (corner & 2) ? static_cast<double>(count[1]) : 0.0,
                        (corner & 4) ? static_cast<double>(count[2]) : 0.0));
    return box;
  }
};

}  // namespace adit::geology
