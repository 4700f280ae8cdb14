// What one sees through the dots of Honest View: the solid core inside of what is only inferred.
#pragma once
#include <cstdint>
#include <span>

#include "viewer/geometry/block_skin.h"

namespace adit::viewer {

/// The blocks that one does not look through: measured and indicated ones.
geology::BitMask solidBlocks(std::span<const std::uint8_t> codes);

/// Adds to the skin of the blocks shown the faces that solid ones turn to those that one looks through.
void addCoreFaces(const BlockIndex& index, const geology::BitMask& shown, const geology::BitMask& solid,
                  BlockSkin& skin);

}  // namespace adit::viewer
