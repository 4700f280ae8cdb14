// A grid whose cells have widths of their own along each axis (UBC-GIF meshes, rectilinear grids), as a
// block model.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "geology/model/block_model.h"

namespace adit::formats {

/// Faces along X, Y, Z, strictly rising; one more than there are cells.
struct TensorGrid {
  std::array<std::vector<double>, 3> faces;

  std::int64_t cells(std::size_t axis) const { return static_cast<std::int64_t>(faces[axis].size()) - 1; }
};

/// Is every axis strictly rising with at least one cell, and is the number of cells below 2^32 - 1?
bool valid(const TensorGrid& grid);

/// Blocks in the order of a BlockModel. Where all widths are equal along every axis they are the cells of a
/// lattice, and `cellOfBlock` and `boxes` are empty. Else an axis with unequal widths is cut into as many
/// equal parents as no cell reaches across - often a single one - and the cells are sub-blocks of them,
/// exact to the float fractions of geology::SubBox.
struct TensorBlocks {
  geology::Lattice lattice;
  std::vector<std::uint32_t> cellOfBlock;
  std::vector<geology::SubBox> boxes;
  /// Number of the grid's cell that block b is: i + nx * (j + ny * k).
  std::vector<std::uint32_t> gridCell;
};
TensorBlocks tensorBlocks(const TensorGrid& grid);

}  // namespace adit::formats
