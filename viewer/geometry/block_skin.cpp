#include "viewer/geometry/block_skin.h"

#include "viewer/geometry/cell_rows.h"
#include "viewer/geometry/mask_faces.h"
#include "viewer/geometry/sub_block_skin.h"

namespace adit::viewer {

std::size_t BlockSkin::faceCount() const {
  std::size_t n = 0;
  for (const FaceArray& faces : blocks) n += faces.size();
  return n;
}

std::array<std::size_t, kFaceDirections> placesOfCounts(
    std::vector<std::array<std::size_t, kFaceDirections>>& counts) {
  std::array<std::size_t, kFaceDirections> sums{};
  for (auto& part : counts)
    for (std::size_t d = 0; d < kFaceDirections; ++d) {
      const std::size_t count = part[d];
      part[d] = sums[d];
      sums[d] += count;
    }
  return sums;
}

void skinOf(const BlockIndex& index, const geology::BitMask& shown, BlockSkin& skin) {
  if (index.model().subBlocked()) {
    subBlockSkinOf(index, shown, skin);
    return;
  }
  fillFromMask(
      index.cellsShown(shown),
      [&index](std::size_t, std::size_t row, std::size_t w, unsigned bit) {
        return index.blockAt(row, w, bit);
      },
      skin);
}

BlockSkin skinOf(const geology::BlockModel& model, const geology::BitMask& shown) {
  BlockSkin skin;
  skinOf(BlockIndex(model), shown, skin);
  return skin;
}

std::vector<std::uint32_t> blocksOfSkin(const BlockSkin& skin, std::size_t blockCount) {
  geology::BitMask touching(blockCount);
  for (const FaceArray& faces : skin.blocks)
    for (const std::uint32_t block : faces) touching.set(block);
  std::vector<std::uint32_t> blocks;
  blocks.reserve(touching.count());
  for (std::size_t w = 0; w < touching.words().size(); ++w)
    forEachBit(touching.words()[w],
               [&](unsigned bit) { blocks.push_back(static_cast<std::uint32_t>(w * 64 + bit)); });
  return blocks;
}

}  // namespace adit::viewer
