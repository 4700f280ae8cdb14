// The skin at a distance: cells joined two, four, eight to a side.
#pragma once
#include "viewer/geometry/block_skin.h"

namespace adit::viewer {

/// The skin of cells joined 2^level to a side, level >= 0; a joined cell is there when any block in it is
/// shown, so that nothing that is shown disappears at a distance. Each face carries the number of one shown
/// block in its joined cell, from the side of the face where there is one: from its cell (i, j, k) the joined
/// cell is i >> level << level and so on, with 2^level cells a side, clamped to the end of the lattice.
/// Sub-blocked models: parents take the place of cells.
void coarseSkinOf(const BlockIndex& index, const geology::BitMask& shown, int level, BlockSkin& skin);

}  // namespace adit::viewer
