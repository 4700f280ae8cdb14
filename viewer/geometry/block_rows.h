// The blocks of a model, one row of the lattice after the other.
#pragma once
#include <algorithm>

#include "geology/model/block_model.h"
#include "viewer/geometry/row_masks.h"

namespace adit::viewer {

/// A row of cells along i, and those of its blocks that are asked for.
struct RowOfBlocks {
  std::int64_t j = 0, k = 0;
  std::int64_t firstCell = 0;  ///< of the row
  RowRange blocks;
};

/// Calls visit(RowOfBlocks) for the rows of the lattice in which the blocks of a range lie, in order.
template <typename Visit>
void forRowsOfBlocks(const geology::BlockModel& model, RowRange range, const Visit& visit) {
  const auto& n = model.lattice.count;
  for (std::size_t block = range.begin; block < range.end;) {
    const std::int64_t row = model.cellOf(block) / n[0];
    const std::int64_t nextRow = (row + 1) * n[0];
    std::size_t end = 0;
    if (model.full()) {
      end = std::min(range.end, static_cast<std::size_t>(nextRow));
    } else {
      const auto cells = model.cellOfBlock.begin();
      end =
          static_cast<std::size_t>(std::lower_bound(cells + static_cast<std::ptrdiff_t>(block),
                                                    cells + static_cast<std::ptrdiff_t>(range.end), nextRow) -
                                   cells);
    }
    visit(RowOfBlocks{row % n[1], row / n[1], row * n[0], {block, end}});
    block = end;
  }
}

/// Calls visit(cell, its blocks) for the cells of a range of blocks, in order.
template <typename Visit>
void forCellsOfBlocks(const geology::BlockModel& model, RowRange range, const Visit& visit) {
  for (std::size_t block = range.begin; block < range.end;) {
    const std::int64_t cell = model.cellOf(block);
    std::size_t end = block + 1;
    while (end < range.end && model.cellOf(end) == cell) ++end;
    visit(cell, RowRange{block, end});
    block = end;
  }
}

/// The blocks of a row that lie in its cells begin <= i < end.
inline RowRange blocksInCells(const geology::BlockModel& model, const RowOfBlocks& row, std::int64_t begin,
                              std::int64_t end) {
  if (model.full()) {
    const auto clamped = [&](std::int64_t i) {
      return std::clamp(static_cast<std::size_t>(row.firstCell + i), row.blocks.begin, row.blocks.end);
    };
    return {clamped(begin), clamped(end)};
  }
  const auto cells = model.cellOfBlock.begin();
  const auto first = cells + static_cast<std::ptrdiff_t>(row.blocks.begin);
  const auto last = cells + static_cast<std::ptrdiff_t>(row.blocks.end);
  const auto from = std::lower_bound(first, last, row.firstCell + begin);
  const auto to = std::lower_bound(from, last, row.firstCell + end);
  return {static_cast<std::size_t>(from - cells), static_cast<std::size_t>(to - cells)};
}

}  // namespace adit::viewer
