#include "viewer/geometry/block_places.h"

#include <cmath>

#include "viewer/geometry/row_masks.h"
#include "viewer/state/bit_words.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::BlockModel;
using geology::Lattice;

/// Goes through cells in rising order and divides only where a row of the lattice begins.
class CellWalk {
 public:
  explicit CellWalk(const Lattice& lattice) : nx_(lattice.count[0]), ny_(lattice.count[1]) {}

  void moveTo(std::int64_t cell) {
    if (cell < rowStart_ || cell >= rowStart_ + nx_ || rowStart_ < 0) {
      const std::int64_t row = cell / nx_;
      rowStart_ = row * nx_;
      j = static_cast<double>(row % ny_);
      k = static_cast<double>(row / ny_);
    }
    i = static_cast<double>(cell - rowStart_);
  }

  double i = 0, j = 0, k = 0;

 private:
  std::int64_t nx_, ny_;
  std::int64_t rowStart_ = -1;
};

/// Distance to a plane as a linear function of the cell: at its minimum corner, and what one cell adds.
struct LatticeDistance {
  LatticeDistance(const Lattice& lattice, const HalfSpace& plane)
      : corner(plane.distance(lattice.origin)),
        step{dot(plane.normal, lattice.axis[0]) * lattice.size[0],
             dot(plane.normal, lattice.axis[1]) * lattice.size[1],
             dot(plane.normal, lattice.axis[2]) * lattice.size[2]},
        reach((std::abs(step[0]) + std::abs(step[1]) + std::abs(step[2])) / 2) {}

  double corner;
  std::array<double, 3> step;
  double reach;  ///< from the centre of a cell to its nearest corner, along the normal
};

constexpr double kTouch = 1e-6;  ///< of the reach: closer than this is touching, not passing through

bool cellBeyond(const LatticeDistance& d, const CellWalk& at) {
  const double centre =
      d.corner + (at.i + 0.5) * d.step[0] + (at.j + 0.5) * d.step[1] + (at.k + 0.5) * d.step[2];
  return centre >= d.reach * (1 - kTouch);
}

bool subBlockBeyond(const LatticeDistance& d, const CellWalk& at, const geology::SubBox& box) {
  const std::array<double, 3> cell{at.i, at.j, at.k};
  double centre = d.corner;
  double reach = 0;
  for (std::size_t a = 0; a < 3; ++a) {
    const auto lo = static_cast<double>(box.min[a]);
    const auto hi = static_cast<double>(box.max[a]);
    centre += (cell[a] + (lo + hi) / 2) * d.step[a];
    reach += std::abs(d.step[a]) * (hi - lo) / 2;
  }
  return centre >= reach * (1 - kTouch);
}

}  // namespace

BitMask blocksBeyond(const BlockModel& model, const CutPlanes& planes) {
  std::vector<LatticeDistance> distances;
  for (const HalfSpace& plane : planes) distances.emplace_back(model.lattice, plane);
  return maskByWords(model.blockCount(), [&](std::size_t first, std::size_t count) {
    CellWalk walk(model.lattice);
    return wordOf(count, [&](std::size_t i) {
      walk.moveTo(model.cellOf(first + i));
      for (const LatticeDistance& d : distances)
        if (model.subBlocked() ? subBlockBeyond(d, walk, model.boxes[first + i]) : cellBeyond(d, walk))
          return true;
      return false;
    });
  });
}

BitMask blocksWhere(const BlockModel& model, const std::function<bool(const geology::Vec3&)>& question) {
  return maskByWords(model.blockCount(), [&](std::size_t first, std::size_t count) {
    return wordOf(count, [&](std::size_t i) { return question(model.blockCenter(first + i)); });
  });
}

}  // namespace adit::viewer
