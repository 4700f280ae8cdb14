#include "viewer/geometry/coarse_skin.h"

#include "viewer/geometry/mask_faces.h"
#include "viewer/geometry/mask_pyramid.h"

namespace adit::viewer {
namespace {

using Cell = std::array<std::int64_t, 3>;

/// One of the cells that a joined cell of pyramid[level] has set: the way down goes through the half that
/// lies in the direction wherever there is anything.
Cell cellTowards(const std::vector<CellMask>& pyramid, std::size_t level, Cell cell, std::size_t direction) {
  const std::size_t axis = direction / 2;
  const std::size_t farSide = direction % 2;
  for (; level > 0; --level) {
    const CellMask& finer = pyramid[level - 1];
    for (std::size_t n = 0; n < 8; ++n) {
      // The lowest four n are the four cells on the side of the direction.
      Cell child;
      for (std::size_t a = 0; a < 3; ++a) child[a] = 2 * cell[a];
      child[axis] += static_cast<std::int64_t>(n < 4 ? farSide : 1 - farSide);
      child[(axis + 1) % 3] += static_cast<std::int64_t>(n & 1U);
      child[(axis + 2) % 3] += static_cast<std::int64_t>(n >> 1 & 1U);
      const auto& count = finer.count();
      if (child[0] >= count[0] || child[1] >= count[1] || child[2] >= count[2]) continue;
      if (!finer.test(child[0], child[1], child[2])) continue;
      cell = child;
      break;
    }
  }
  return cell;
}

/// The first block of a cell that is shown; the cell has one.
std::uint32_t shownBlockOf(const BlockIndex& index, const geology::BitMask& shown, const Cell& cell) {
  BlockRange blocks = index.blocksOf(cell[0], cell[1], cell[2]);
  while (blocks.begin + 1 < blocks.end && !shown.test(blocks.begin)) ++blocks.begin;
  return static_cast<std::uint32_t>(blocks.begin);
}

}  // namespace

void coarseSkinOf(const BlockIndex& index, const geology::BitMask& shown, int level, BlockSkin& skin) {
  const std::vector<CellMask> pyramid = pyramidOf(index.cellsShown(shown), level);
  const CellMask& joined = pyramid.back();
  const auto rowsPerLayer = static_cast<std::size_t>(joined.count()[1]);
  fillFromMask(
      joined,
      [&](std::size_t direction, std::size_t row, std::size_t w, unsigned bit) {
        const Cell cell{static_cast<std::int64_t>(w * 64 + bit),
                        static_cast<std::int64_t>(row % rowsPerLayer),
                        static_cast<std::int64_t>(row / rowsPerLayer)};
        return shownBlockOf(index, shown, cellTowards(pyramid, pyramid.size() - 1, cell, direction));
      },
      skin);
}

}  // namespace adit::viewer
