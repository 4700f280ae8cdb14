// From a cell of the lattice to its blocks in constant time. Made once a model, shared by the skin, the rays,
// the cut faces and picking.
#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/block_model.h"
#include "geology/model/progress.h"
#include "viewer/geometry/cell_mask.h"

namespace adit::viewer {

class SubBlockCovers;

/// Block numbers begin <= b < end.
struct BlockRange {
  std::size_t begin = 0, end = 0;
};

/// A full model needs no index: block and cell are the same number, and nothing is stored. Else one bit a
/// cell says where there is ground, and beside each word of 64 bits stands how many such cells come before it
/// (3/16 byte a cell in all); a sub-blocked model has the first block of each such cell in addition.
/// The model outlives the index. Immutable: many threads may ask at the same time.
class BlockIndex {
 public:
  using Word = CellMask::Word;

  explicit BlockIndex(const geology::BlockModel& model);
  ~BlockIndex();

  const geology::BlockModel& model() const { return *model_; }
  std::size_t cellsWithGround() const;
  /// Empty for a cell without a block. Precondition: the cell is in the lattice.
  BlockRange blocksOf(std::int64_t i, std::int64_t j, std::int64_t k) const;
  /// The block of the cell that holds the point at `inside`, fractions 0..1 of the cell along its axes. On a
  /// face between sub-blocks it is the first, as in BlockModel::blockAt.
  std::optional<std::size_t> blockHolding(const std::array<std::int64_t, 3>& cell,
                                          const std::array<double, 3>& inside) const;
  /// The blocks of the cell at a bit of a word of a row of cells, which is known to have one.
  BlockRange blocksAt(std::size_t row, std::size_t word, unsigned bit) const;
  /// The first of them. Models without sub-blocks: the block of the cell.
  std::uint32_t blockAt(std::size_t row, std::size_t word, unsigned bit) const {
    if (model_->full()) {
      const auto width = static_cast<std::size_t>(model_->lattice.count[0]);
      return static_cast<std::uint32_t>(row * width + word * 64 + bit);
    }
    const std::size_t n = ordinal(row, word, bit);
    return model_->subBlocked() ? firstBlock_[n] : static_cast<std::uint32_t>(n);
  }
  /// The cells of which any block is shown.
  CellMask cellsShown(const geology::BitMask& shown) const;
  /// What covers the faces of the blocks, found when it is first asked for: a third of a second for a
  /// million. Who asks meanwhile waits. Sub-blocked models only.
  const SubBlockCovers& covers() const;
  /// Finds them for those who ask later. Throws Cancelled, and then they are still to be found.
  void findCovers(const geology::Progress& progress) const;
  /// Nobody will wait for them; always so without sub-blocks.
  bool coversKnown() const { return !model_->subBlocked() || coversKnown_; }

 private:
  void markPresent();
  /// How many cells with ground come before this one, which has some.
  std::size_t ordinal(std::size_t row, std::size_t word, unsigned bit) const {
    const Word cellsBefore = present_.row(row)[word] & ((Word{1} << bit) - 1);
    return before_[row * present_.wordsPerRow() + word] + geology::bitCount(cellsBefore);
  }
  Word shownInWord(const geology::BitMask& shown, std::size_t row, std::size_t word) const;

  const geology::BlockModel* model_;
  CellMask present_;                       ///< not for full models, as all below
  std::vector<std::uint32_t> before_;      ///< one a word of `present_`: cells with ground before it
  std::vector<std::uint32_t> firstBlock_;  ///< sub-blocked: one a cell with ground, and one more
  mutable std::mutex findingCovers_;
  mutable std::atomic<bool> coversKnown_{false};
  mutable std::unique_ptr<const SubBlockCovers> covers_;
};

}  // namespace adit::viewer
