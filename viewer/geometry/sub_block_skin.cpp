#include "viewer/geometry/sub_block_skin.h"

#include <algorithm>
#include <vector>

#include "viewer/geometry/cell_rows.h"
#include "viewer/geometry/sub_block_covers.h"

namespace adit::viewer {
namespace {

using FaceLists = std::array<std::vector<std::uint32_t>, kFaceDirections>;

/// One list after the other in each direction.
void join(const std::vector<FaceLists>& parts, BlockSkin& skin) {
  for (std::size_t d = 0; d < kFaceDirections; ++d) {
    std::size_t count = 0;
    for (const FaceLists& part : parts) count += part[d].size();
    skin.blocks[d].resize(count);
    std::uint32_t* next = skin.blocks[d].data();
    for (const FaceLists& part : parts) next = std::copy(part[d].begin(), part[d].end(), next);
  }
}

}  // namespace

void subBlockSkinOf(const BlockIndex& index, const geology::BitMask& shown, BlockSkin& skin) {
  const SubBlockCovers& covers = index.covers();
  constexpr std::size_t kWordsAtOnce = 256;  // 16,384 blocks
  const auto& words = shown.words();
  // Here counting first would take as long as finding the faces: each part keeps its own lists.
  std::vector<FaceLists> parts((words.size() + kWordsAtOnce - 1) / kWordsAtOnce);
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = words.size(), .grain = kWordsAtOnce}, neverCancelled,
                       [&](geology::ParallelRange range) {
                         FaceLists& lists = parts[range.begin / kWordsAtOnce];
                         for (std::size_t w = range.begin; w < range.end; ++w)
                           forEachBit(words[w], [&](unsigned bit) {
                             const std::size_t block = w * 64 + bit;
                             for (std::size_t d = 0; d < kFaceDirections; ++d)
                               if (covers.seen(block, d, shown))
                                 lists[d].push_back(static_cast<std::uint32_t>(block));
                           });
                       });
  join(parts, skin);
}

}  // namespace adit::viewer
