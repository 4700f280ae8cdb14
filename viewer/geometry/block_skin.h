// The outer skin of the blocks that are shown: which faces of which blocks one can see.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/block_model.h"
#include "viewer/geometry/block_index.h"
#include "viewer/geometry/raw_array.h"

namespace adit::viewer {

/// Directions of a face, along the lattice axes.
enum class FaceDirection : std::uint8_t { MinusI, PlusI, MinusJ, PlusJ, MinusK, PlusK };
constexpr std::size_t kFaceDirections = 6;

/// One number a face.
using FaceArray = RawArray<std::uint32_t>;

/// By FaceDirection the number of the block (its row) whose face it is: 4 bytes a face, whatever the model.
/// Within one direction the blocks rise. A skin that is passed back in is refilled in its own memory.
struct BlockSkin {
  std::array<FaceArray, kFaceDirections> blocks;
  std::size_t faceCount() const;
};

/// Full and sparse models: the faces between a shown block and a cell that has none shown.
/// Sub-blocked models: the faces that the shown blocks beside them do not cover wholly, drawn whole.
/// `shown` has one bit a block.
void skinOf(const BlockIndex& index, const geology::BitMask& shown, BlockSkin& skin);
/// For once: makes the index by itself.
BlockSkin skinOf(const geology::BlockModel& model, const geology::BitMask& shown);
/// The blocks that have a face in a skin of a model of so many blocks, rising.
std::vector<std::uint32_t> blocksOfSkin(const BlockSkin& skin, std::size_t blockCount);

}  // namespace adit::viewer
