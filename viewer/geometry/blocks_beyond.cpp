// Blocks beyond planes. Along a row of cells the distance to a plane rises or falls steadily, so that those
// beyond it are a run at one end of the row: one division finds it, and whole words are set at once.
#include <algorithm>
#include <cmath>
#include <vector>

#include "viewer/geometry/block_places.h"
#include "viewer/geometry/block_rows.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::BlockModel;
using geology::Lattice;

/// Distance to a plane as a linear function of the cell.
struct LatticeDistance {
  LatticeDistance(const Lattice& lattice, const HalfSpace& plane)
      : corner(plane.distance(lattice.origin)),
        step{dot(plane.normal, lattice.axis[0]) * lattice.size[0],
             dot(plane.normal, lattice.axis[1]) * lattice.size[1],
             dot(plane.normal, lattice.axis[2]) * lattice.size[2]},
        reach((std::abs(step[0]) + std::abs(step[1]) + std::abs(step[2])) / 2) {}

  double ofCenter(std::int64_t i, std::int64_t j, std::int64_t k) const {
    return corner + (static_cast<double>(i) + 0.5) * step[0] + (static_cast<double>(j) + 0.5) * step[1] +
           (static_cast<double>(k) + 0.5) * step[2];
  }

  double corner;               ///< at the minimum corner of the first cell
  std::array<double, 3> step;  ///< what one cell adds
  double reach;                ///< from the centre of a cell to its nearest corner, along the normal
};

constexpr double kTouch = 1e-6;  ///< of the reach: closer than this is touching, not passing through

/// Cells begin <= i < end of a row.
struct CellRun {
  std::int64_t begin = 0, end = 0;
};

/// The cells of a row whose centre is at this distance or farther: those from one on, or those up to one. The
/// division finds it but for rounding; what counts is the distance itself, asked on both sides of it.
CellRun cellsFrom(const LatticeDistance& d, double distance, const RowOfBlocks& row, std::int64_t cells) {
  const auto from = [&](std::int64_t i) { return d.ofCenter(i, row.j, row.k) >= distance; };
  const double slope = d.step[0];
  if (slope == 0) return from(0) ? CellRun{0, cells} : CellRun{};
  const double estimate = (distance - d.ofCenter(0, row.j, row.k)) / slope;
  auto at = static_cast<std::int64_t>(std::clamp(estimate, 0.0, static_cast<double>(cells)));
  if (slope > 0) {
    while (at > 0 && from(at - 1)) --at;
    while (at < cells && !from(at)) ++at;
    return {at, cells};
  }
  while (at < cells && from(at)) ++at;
  while (at > 0 && !from(at - 1)) --at;
  return {0, at};
}

bool subBlockBeyond(const LatticeDistance& d, const std::array<std::int64_t, 3>& cell,
                    const geology::SubBox& box) {
  double center = d.corner;
  double reach = 0;
  for (std::size_t a = 0; a < 3; ++a) {
    const auto lo = static_cast<double>(box.min[a]);
    const auto hi = static_cast<double>(box.max[a]);
    center += (static_cast<double>(cell[a]) + (lo + hi) / 2) * d.step[a];
    reach += std::abs(d.step[a]) * (hi - lo) / 2;
  }
  return center >= reach * (1 - kTouch);
}

/// True when the whole row is beyond, so that no other plane has anything to add.
bool markBeyond(const BlockModel& model, const LatticeDistance& d, const RowOfBlocks& row, BitMask& mask) {
  const CellRun run = cellsFrom(d, d.reach * (1 - kTouch), row, model.lattice.count[0]);
  if (run.begin < run.end) setRange(mask, blocksInCells(model, row, run.begin, run.end));
  return run.end - run.begin == model.lattice.count[0];
}

/// Sub-blocks of cells that the plane passes through, or nearly, are asked one by one.
void markSubBlocksBeyond(const BlockModel& model, const LatticeDistance& d, const RowOfBlocks& row,
                         BitMask& mask) {
  constexpr double kNearly = 1.01;
  const std::int64_t cells = model.lattice.count[0];
  const CellRun beyond = cellsFrom(d, d.reach * kNearly, row, cells);
  setRange(mask, blocksInCells(model, row, beyond.begin, beyond.end));
  const CellRun perhaps = cellsFrom(d, -d.reach * kNearly, row, cells);
  const auto ask = [&](std::int64_t begin, std::int64_t end) {
    const RowRange blocks = blocksInCells(model, row, begin, end);
    for (std::size_t block = blocks.begin; block < blocks.end; ++block) {
      const std::int64_t i = model.cellOf(block) - row.firstCell;
      if (subBlockBeyond(d, {i, row.j, row.k}, model.boxes[block])) mask.set(block);
    }
  };
  if (beyond.begin >= beyond.end) {
    ask(perhaps.begin, perhaps.end);
  } else {
    ask(perhaps.begin, beyond.begin);
    ask(beyond.end, perhaps.end);
  }
}

}  // namespace

BitMask blocksBeyond(const BlockModel& model, const CutPlanes& planes) {
  std::vector<LatticeDistance> distances;
  for (const HalfSpace& plane : planes) distances.emplace_back(model.lattice, plane);
  // Planes along the rows first: those take or leave a whole row by one look.
  std::stable_partition(distances.begin(), distances.end(),
                        [](const LatticeDistance& d) { return d.step[0] == 0; });
  return maskByRanges(model.blockCount(), [&](BitMask& mask, RowRange range) {
    forRowsOfBlocks(model, range, [&](const RowOfBlocks& row) {
      for (const LatticeDistance& d : distances)
        if (model.subBlocked())
          markSubBlocksBeyond(model, d, row, mask);
        else if (markBeyond(model, d, row, mask))
          break;
    });
  });
}

}  // namespace adit::viewer
