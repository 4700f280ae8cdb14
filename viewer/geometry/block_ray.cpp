#include "viewer/geometry/block_ray.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::Lattice;
using geology::Vec3;

/// A part of a ray, in deposit units from its origin.
struct Stretch {
  double begin = 0;
  double end = std::numeric_limits<double>::infinity();

  /// Keeps the part where start + slope * t <= 0.
  void keep(double start, double slope) {
    if (slope > 0)
      end = std::min(end, -start / slope);
    else if (slope < 0)
      begin = std::max(begin, -start / slope);
    else if (start > 0)
      end = -std::numeric_limits<double>::infinity();
  }
  /// Keeps the part where lo <= start + slope * t <= hi.
  void keepWithin(double start, double slope, double lo, double hi) {
    keep(lo - start, -slope);
    keep(start - hi, slope);
  }
};

/// The ray in cell units along the lattice axes; its parameter stays the distance in deposit units.
struct LatticeRay {
  LatticeRay(const Lattice& lattice, const Vec3& origin, const Vec3& unit) {
    const Vec3 o = lattice.local(origin);
    start = {o.x, o.y, o.z};
    for (std::size_t a = 0; a < 3; ++a) slope[a] = dot(unit, lattice.axis[a]) / lattice.size[a];
  }

  double at(std::size_t axis, double t) const { return start[axis] + slope[axis] * t; }

  std::array<double, 3> start{}, slope{};
};

/// Goes through the cells that a ray passes, one after the other (Amanatides & Woo 1987). The distance to the
/// next border is computed afresh at each step, so that no rounding adds up on the way.
class CellPath {
 public:
  CellPath(const Lattice& lattice, const LatticeRay& ray, double begin) : lattice_(lattice), ray_(ray) {
    for (std::size_t a = 0; a < 3; ++a) {
      const auto last = static_cast<double>(lattice.count[a] - 1);
      cell_[a] = static_cast<std::int64_t>(std::clamp(std::floor(ray.at(a, begin)), 0.0, last));
    }
  }

  const std::array<std::int64_t, 3>& cell() const { return cell_; }
  /// Where the ray leaves the cell.
  double exit() const { return borderAlong(exitAxis()); }
  /// False at the end of the lattice.
  bool next() {
    const std::size_t axis = exitAxis();
    cell_[axis] += ray_.slope[axis] > 0 ? 1 : -1;
    return cell_[axis] >= 0 && cell_[axis] < lattice_.count[axis];
  }

 private:
  double borderAlong(std::size_t axis) const {
    if (ray_.slope[axis] == 0) return std::numeric_limits<double>::infinity();
    const auto border = static_cast<double>(cell_[axis] + (ray_.slope[axis] > 0 ? 1 : 0));
    return (border - ray_.start[axis]) / ray_.slope[axis];
  }
  std::size_t exitAxis() const {
    std::size_t nearest = 0;
    for (std::size_t a = 1; a < 3; ++a)
      if (borderAlong(a) < borderAlong(nearest)) nearest = a;
    return nearest;
  }

  const Lattice& lattice_;
  const LatticeRay& ray_;
  std::array<std::int64_t, 3> cell_{};
};

/// The stretch of the ray in a sub-block.
Stretch withinBox(const LatticeRay& ray, Stretch stretch, const std::array<std::int64_t, 3>& cell,
                  const geology::SubBox& box) {
  for (std::size_t a = 0; a < 3; ++a) {
    const auto corner = static_cast<double>(cell[a]);
    stretch.keepWithin(ray.start[a], ray.slope[a], corner + static_cast<double>(box.min[a]),
                       corner + static_cast<double>(box.max[a]));
  }
  return stretch;
}

struct Found {
  std::size_t block;
  double distance;
};

/// The first of the cell's shown blocks on this stretch of the ray. `touch`: a shorter way through a block
/// only touches an edge of it.
std::optional<Found> firstInCell(const BlockIndex& index, const BitMask& shown, const LatticeRay& ray,
                                 const CellPath& path, Stretch stretch, double touch) {
  const auto& cell = path.cell();
  const BlockRange blocks = index.blocksOf(cell[0], cell[1], cell[2]);
  std::optional<Found> first;
  for (std::size_t block = blocks.begin; block < blocks.end; ++block) {
    if (!shown.test(block)) continue;
    const Stretch in =
        index.model().subBlocked() ? withinBox(ray, stretch, cell, index.model().boxes[block]) : stretch;
    if (in.end - in.begin > touch && (!first || in.begin < first->distance)) first = Found{block, in.begin};
  }
  return first;
}

}  // namespace

std::optional<BlockHit> firstBlockOnRay(const BlockIndex& index, const BitMask& shown,
                                        const CutPlanes& planes, const Ray& ray) {
  if (!isFinite(ray.origin) || !isFinite(ray.direction)) return std::nullopt;
  const Lattice& lattice = index.model().lattice;
  const Vec3 unit = geology::normalized(ray.direction);
  const LatticeRay latticeRay(lattice, ray.origin, unit);
  Stretch kept;
  for (const HalfSpace& plane : planes) kept.keep(plane.distance(ray.origin), dot(unit, plane.normal));
  for (std::size_t a = 0; a < 3; ++a)
    kept.keepWithin(latticeRay.start[a], latticeRay.slope[a], 0, static_cast<double>(lattice.count[a]));
  if (!(kept.begin < kept.end)) return std::nullopt;
  const double touch = 1e-6 * *std::min_element(lattice.size.begin(), lattice.size.end());
  CellPath path(lattice, latticeRay, kept.begin);
  Stretch inCell = kept;
  do {
    inCell.end = std::min(path.exit(), kept.end);
    if (const auto found = firstInCell(index, shown, latticeRay, path, inCell, touch))
      return BlockHit{static_cast<std::uint32_t>(found->block), ray.origin + unit * found->distance,
                      found->distance};
    inCell.begin = std::max(inCell.begin, inCell.end);
  } while (inCell.end < kept.end && path.next());
  return std::nullopt;
}

}  // namespace adit::viewer
