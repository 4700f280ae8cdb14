#include "geology/formats/vtk_boxes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace adit::formats {
namespace {

using geology::Vec3;
using Corners = std::array<Vec3, 8>;

/// Cell types as VTK numbers them.
constexpr std::uint8_t kVoxel = 11;
constexpr std::uint8_t kHexahedron = 12;
constexpr double kOnBox = 1e-4;  ///< of a side
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::optional<Corners> cornersOf(const VtkGrid& grid, std::size_t cell) {
  const std::uint8_t type = grid.types[cell];
  if (type != kHexahedron && type != kVoxel) return std::nullopt;
  const std::int64_t first = grid.offsets[cell];
  if (first < 0 || grid.offsets[cell + 1] - first != 8 ||
      grid.offsets[cell + 1] > static_cast<std::int64_t>(grid.corners.size()))
    return std::nullopt;
  Corners corners;
  for (std::size_t i = 0; i < 8; ++i) {
    const std::int64_t point = grid.corners[static_cast<std::size_t>(first) + i];
    if (point < 0 || point >= static_cast<std::int64_t>(grid.points.size())) return std::nullopt;
    corners[i] = grid.points[static_cast<std::size_t>(point)];
    if (!isFinite(corners[i])) return std::nullopt;
  }
  return corners;
}

/// Edge directions from the first corner, ordered and turned so that they point east, north and up as far as
/// possible; nothing when they are not perpendicular.
std::optional<Axes> axesOf(const Corners& corners, std::uint8_t type) {
  std::array<Vec3, 3> edges{normalized(corners[1] - corners[0]),
                            normalized(corners[type == kVoxel ? 2 : 3] - corners[0]),
                            normalized(corners[4] - corners[0])};
  for (std::size_t a = 0; a < 3; ++a)
    if (!(length(edges[a]) > 0) || std::abs(dot(edges[a], edges[(a + 1) % 3])) > kOnBox) return std::nullopt;
  std::sort(edges.begin(), edges.end(),
            [](const Vec3& a, const Vec3& b) { return std::abs(a.z) < std::abs(b.z); });
  const Vec3 w = edges[2].z < 0 ? edges[2] * -1 : edges[2];
  Vec3 u = std::abs(edges[0].x) >= std::abs(edges[1].x) ? edges[0] : edges[1];
  if (u.x < 0) u = u * -1;
  return Axes{u, cross(w, u), w};
}

struct Box {
  Vec3 center, size;
};
std::optional<Box> boxAlong(const Axes& axes, const Corners& corners) {
  std::array<double, 3> middle{}, side{};
  for (std::size_t a = 0; a < 3; ++a) {
    std::array<double, 8> at{};
    for (std::size_t c = 0; c < 8; ++c) at[c] = dot(corners[c] - corners[0], axes[a]);
    const auto [low, high] = std::minmax_element(at.begin(), at.end());
    middle[a] = (*low + *high) / 2;
    side[a] = *high - *low;
    if (!(side[a] > 0)) return std::nullopt;
    for (const double c : at)
      if (std::min(c - *low, *high - c) > kOnBox * side[a]) return std::nullopt;
  }
  return Box{corners[0] + axes[0] * middle[0] + axes[1] * middle[1] + axes[2] * middle[2],
             {side[0], side[1], side[2]}};
}

}  // namespace

VtkBoxes boxesOf(const VtkGrid& grid) {
  VtkBoxes boxes;
  bool oriented = false;
  for (std::size_t cell = 0; cell < grid.cellCount(); ++cell) {
    const auto corners = cell < grid.types.size() ? cornersOf(grid, cell) : std::nullopt;
    if (corners && !oriented) {
      if (const auto axes = axesOf(*corners, grid.types[cell])) {
        boxes.axes = *axes;
        oriented = true;
      }
    }
    const auto box = corners && oriented ? boxAlong(boxes.axes, *corners) : std::nullopt;
    boxes.centers.push_back(box ? box->center : Vec3{kNaN, kNaN, kNaN});
    boxes.sizes.push_back(box ? box->size : Vec3{kNaN, kNaN, kNaN});
    if (!box) ++boxes.others;
  }
  return boxes;
}

}  // namespace adit::formats
