// Which blocks lie on the other side of each face of a sub-block. Found once a model; from then on a look at
// one bit of a mask says whether one sees a face.
#pragma once
#include <cstdint>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/progress.h"

namespace adit::viewer {

class BlockIndex;

/// For each block and FaceDirection the blocks that cover this face wholly: one of any size, or several
/// together, in the same parent or in the next. 24 bytes a block. Where boxes overlap, other blocks may cover
/// a face as well; it then counts as seen although it is not, which nobody sees.
class SubBlockCovers {
 public:
  /// Throws Cancelled.
  SubBlockCovers(const BlockIndex& index, const geology::Progress& progress);

  /// Whether one sees the face when these blocks are shown: it has no cover, or a block of its cover is
  /// hidden.
  bool seen(std::size_t block, std::size_t direction, const geology::BitMask& shown) const {
    const std::uint32_t cover = covers_[block * 6 + direction];
    if (cover < kSeveral) return !shown.test(cover);
    return cover == kNone || !allShown(cover - kSeveral, shown);
  }

 private:
  static constexpr std::uint32_t kSeveral = std::uint32_t{1} << 31;  ///< the rest is a place in several_
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  /// The lists that a part of the work has made; its covers have places in these until all parts are joined.
  struct Part {
    std::size_t firstBlock = 0, endBlock = 0;
    std::vector<std::uint32_t> several;
  };
  class Finder;
  void join(const std::vector<Part>& parts);
  bool allShown(std::size_t list, const geology::BitMask& shown) const;

  std::vector<std::uint32_t> covers_;   ///< the one block, or kSeveral + a place, or kNone
  std::vector<std::uint32_t> several_;  ///< lists back to back: how many, then their numbers
};

}  // namespace adit::viewer
