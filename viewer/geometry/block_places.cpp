#include "viewer/geometry/block_places.h"

#include <cmath>
#include <vector>

#include "viewer/geometry/block_rows.h"
#include "viewer/geometry/row_masks.h"
#include "viewer/state/bit_words.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::BlockModel;
using geology::Lattice;

/// Does the blocks of a row one column of cells after the other: their centres differ in z only, so that the
/// surface is asked once a column, not once a block. limits: one a column, i + nx * j.
std::vector<double> limitsOfColumns(const Lattice& lattice, const HeightRule& rule) {
  const auto nx = static_cast<std::size_t>(lattice.count[0]);
  std::vector<double> limits(nx * static_cast<std::size_t>(lattice.count[1]));
  const geology::Progress neverCancelled;
  analysis::parallelFor({.count = limits.size(), .grain = 1024}, neverCancelled,
                        [&](analysis::ParallelRange range) {
                          for (std::size_t column = range.begin; column < range.end; ++column) {
                            const geology::Vec3 p = lattice.center(static_cast<std::int64_t>(column));
                            limits[column] = rule.limit(p.x, p.y);
                          }
                        });
  return limits;
}

/// Columns of cells are vertical.
bool upright(const Lattice& lattice) {
  return lattice.axis[2].x == 0 && lattice.axis[2].y == 0 && lattice.axis[0].z == 0 && lattice.axis[1].z == 0;
}

}  // namespace

BitMask blocksWhere(const BlockModel& model, const std::function<bool(const geology::Vec3&)>& question) {
  return maskByWords(model.blockCount(), [&](std::size_t first, std::size_t count) {
    return wordOf(count, [&](std::size_t i) { return question(model.blockCenter(first + i)); });
  });
}

BitMask blocksByHeight(const BlockModel& model, const HeightRule& rule) {
  if (model.subBlocked() || !upright(model.lattice))
    return blocksWhere(model, [&rule](const geology::Vec3& p) { return rule.hides(p); });
  const std::vector<double> limits = limitsOfColumns(model.lattice, rule);
  return maskByRanges(model.blockCount(), [&](BitMask& mask, RowRange range) {
    forRowsOfBlocks(model, range, [&](const RowOfBlocks& row) {
      const double z = rule.sign * model.lattice.center(row.firstCell).z;
      const double* ofRow = limits.data() + row.j * model.lattice.count[0];
      for (std::size_t block = row.blocks.begin; block < row.blocks.end; ++block)
        if (z <= ofRow[model.cellOf(block) - row.firstCell]) mask.set(block);
    });
  });
}

}  // namespace adit::viewer
