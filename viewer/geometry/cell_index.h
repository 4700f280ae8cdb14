// Which blocks lie in a cell of the lattice.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "geology/model/block_model.h"

namespace adit::viewer {

/// Answers in constant time. A full model needs no table; others take 12 bytes for every 64 cells and, where
/// there are sub-blocks, 4 bytes for every parent. The model outlives the index.
class CellIndex {
 public:
  explicit CellIndex(const geology::BlockModel& model);

  /// Blocks [begin, end); empty where the ground is absent.
  struct Blocks {
    std::size_t begin = 0, end = 0;
  };
  /// Precondition: the cell is one of the lattice.
  Blocks blocksIn(std::int64_t cell) const;
  /// The block of the cell that holds the point at `inside`, fractions 0..1 of the cell along its axes. On a
  /// face between sub-blocks it is the first, as in BlockModel::blockAt.
  std::optional<std::size_t> blockHolding(std::int64_t cell, const std::array<double, 3>& inside) const;

 private:
  const geology::BlockModel* model_;
  std::vector<std::uint64_t> present_;  ///< one bit a cell
  std::vector<std::uint32_t> before_;   ///< cells present before each word of `present_`
  std::vector<std::uint32_t> first_;    ///< sub-blocked: the first block of each present cell, and the end
};

}  // namespace adit::viewer
