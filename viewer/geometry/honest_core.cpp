#include "viewer/geometry/honest_core.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "geology/analysis/bit_words.h"
#include "viewer/geometry/row_masks.h"
#include "viewer/state/solidity.h"

namespace adit::viewer {

geology::BitMask solidBlocks(std::span<const std::uint8_t> codes) {
  return maskByWords(codes.size(), [&](std::size_t first, std::size_t count) {
    return analysis::wordOf(count, [&](std::size_t i) { return solidityOf(codes[first + i]).pale > 0; });
  });
}

void addCoreFaces(const BlockIndex& index, const geology::BitMask& shown, const geology::BitMask& solid,
                  BlockSkin& skin) {
  geology::BitMask inside = shown;
  inside &= solid;
  BlockSkin core;
  skinOf(index, inside, core);
  std::vector<std::uint32_t> both;
  for (std::size_t d = 0; d < kFaceDirections; ++d) {
    // Both rise, and a face of the core that is outside anyway is in both.
    const FaceArray& outer = skin.blocks[d];
    const FaceArray& inner = core.blocks[d];
    both.clear();
    std::set_union(outer.begin(), outer.end(), inner.begin(), inner.end(), std::back_inserter(both));
    skin.blocks[d].resize(both.size());
    std::copy(both.begin(), both.end(), skin.blocks[d].data());
  }
}

}  // namespace adit::viewer
