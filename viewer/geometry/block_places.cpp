#include "viewer/geometry/block_places.h"

#include <algorithm>
#include <vector>

#include "geology/analysis/bit_words.h"
#include "viewer/geometry/block_rows.h"
#include "viewer/geometry/row_masks.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::BlockModel;
using geology::Lattice;

/// Something for each column of cells, i + nx * j; at(x, y) is called from several threads.
template <typename At>
auto ofColumns(const Lattice& lattice, const At& at) {
  std::vector<decltype(at(0.0, 0.0))> values(static_cast<std::size_t>(lattice.count[0] * lattice.count[1]));
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = values.size(), .grain = 256}, neverCancelled,
                       [&](geology::ParallelRange range) {
                         for (std::size_t column = range.begin; column < range.end; ++column) {
                           const geology::Vec3 p = lattice.center(static_cast<std::int64_t>(column));
                           values[column] = at(p.x, p.y);
                         }
                       });
  return values;
}

/// Blocks of which hides(what `at` says of their column, z of their centre). The centres of a vertical column
/// differ in z only, so that a surface is asked once a column and not once a block.
template <typename At, typename Hides>
BitMask blocksByColumns(const BlockModel& model, const At& at, const Hides& hides) {
  const auto columns = ofColumns(model.lattice, at);
  return maskByRanges(model.blockCount(), [&](BitMask& mask, RowRange range) {
    forRowsOfBlocks(model, range, [&](const RowOfBlocks& row) {
      const double z = model.lattice.center(row.firstCell).z;
      const auto* ofRow = columns.data() + row.j * model.lattice.count[0];
      for (std::size_t block = row.blocks.begin; block < row.blocks.end; ++block)
        if (hides(ofRow[model.cellOf(block) - row.firstCell], z)) mask.set(block);
    });
  });
}

/// Columns of cells are vertical and blocks have their centres there.
bool inColumns(const BlockModel& model) {
  const auto& axis = model.lattice.axis;
  const bool upright = axis[2].x == 0 && axis[2].y == 0 && axis[0].z == 0 && axis[1].z == 0;
  return upright && !model.subBlocked();
}

bool within(const std::vector<analysis::HeightStretch>& stretches, double z) {
  return std::any_of(stretches.begin(), stretches.end(),
                     [z](const auto& stretch) { return z >= stretch.lowest && z < stretch.highest; });
}

}  // namespace

BitMask blocksWhere(const BlockModel& model, const std::function<bool(const geology::Vec3&)>& question) {
  return maskByWords(model.blockCount(), [&](std::size_t first, std::size_t count) {
    return analysis::wordOf(count, [&](std::size_t i) { return question(model.blockCenter(first + i)); });
  });
}

BitMask blocksByHeight(const BlockModel& model, const HeightRule& rule) {
  if (!inColumns(model)) return blocksWhere(model, [&rule](const geology::Vec3& p) { return rule.hides(p); });
  return blocksByColumns(
      model, [&rule](double x, double y) { return rule.limit(x, y); },
      [&rule](double limit, double z) { return rule.sign * z <= limit; });
}

BitMask blocksOutside(const BlockModel& model, const analysis::PointInMesh& solid) {
  if (!inColumns(model))
    return blocksWhere(model, [&solid](const geology::Vec3& p) { return !solid.contains(p); });
  return blocksByColumns(
      model, [&solid](double x, double y) { return solid.insideAt(x, y); },
      [](const auto& stretches, double z) { return !within(stretches, z); });
}

}  // namespace adit::viewer
