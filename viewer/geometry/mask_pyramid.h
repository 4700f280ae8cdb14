// A mask of cells at half, a quarter, an eighth of its resolution.
#pragma once
#include <vector>

#include "viewer/geometry/cell_mask.h"

namespace adit::viewer {

/// Cells joined two to a side; a joined cell is set when any of its eight is. At the end of a lattice with an
/// odd count a joined cell is half of others.
CellMask joinedByTwo(const CellMask& fine);

/// A mask and its joined ones: levels[n] has cells joined 2^n to a side.
std::vector<CellMask> pyramidOf(CellMask mask, int levels);

}  // namespace adit::viewer
