// A block model: columns over an implicit lattice.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "geology/model/column.h"
#include "geology/model/lattice.h"
#include "geology/model/line_numbers.h"
#include "geology/model/provenance.h"

namespace adit::geology {

/// The part of its parent cell that a sub-block fills, as fractions 0..1 along the lattice axes.
struct SubBox {
  std::array<float, 3> min{0, 0, 0};
  std::array<float, 3> max{1, 1, 1};

  friend bool operator==(const SubBox&, const SubBox&) = default;
};

/// Block b has one value in every column.
///   full model     cellOfBlock empty:  block b is cell b, columns have cellCount() rows
///   sparse model   cellOfBlock[b] is the cell; strictly rising, so that a cell without a block is absent
///   sub-blocked    cellOfBlock[b] is the parent cell, rising but not strictly; boxes[b] is the part it fills
/// An absent cell is absent: it has no value, and is not a 0.
struct BlockModel {
  std::string name;
  Lattice lattice;
  std::vector<std::uint32_t> cellOfBlock;
  std::vector<SubBox> boxes;
  std::vector<Column> columns;
  LineNumbers line;  ///< of each block in its file; empty when there are no lines
  Provenance source;

  bool full() const { return cellOfBlock.empty(); }
  bool subBlocked() const { return !boxes.empty(); }
  std::size_t blockCount() const {
    return full() ? static_cast<std::size_t>(lattice.cellCount()) : cellOfBlock.size();
  }
  std::int64_t cellOf(std::size_t block) const {
    return full() ? static_cast<std::int64_t>(block) : static_cast<std::int64_t>(cellOfBlock[block]);
  }
  Vec3 blockCenter(std::size_t block) const;
  Vec3 blockSize(std::size_t block) const;  ///< along the lattice axes
  double blockVolume(std::size_t block) const;
  /// The block that holds the point, or nothing outside and in absent ground.
  std::optional<std::size_t> blockAt(const Vec3& point) const;
};

}  // namespace adit::geology
