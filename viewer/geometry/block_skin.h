// The outer skin of the blocks that are shown: the faces between a shown cell and one that is not.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/block_model.h"

namespace adit::viewer {

/// One bit a cell of the lattice. Each row along i starts at a fresh word, so that neighbours along j and k
/// are whole words apart and neighbours along i are one shift away.
class CellMask {
 public:
  explicit CellMask(const std::array<std::int64_t, 3>& count);

  const std::array<std::int64_t, 3>& count() const { return count_; }
  std::int64_t wordsPerRow() const { return wordsPerRow_; }
  const std::uint64_t* row(std::int64_t j, std::int64_t k) const { return &words_[rowStart(j, k)]; }
  void set(std::int64_t i, std::int64_t j, std::int64_t k) {
    words_[rowStart(j, k) + static_cast<std::size_t>(i / 64)] |= std::uint64_t{1} << (i % 64);
  }
  bool test(std::int64_t i, std::int64_t j, std::int64_t k) const {
    return (row(j, k)[i / 64] >> (i % 64)) & 1U;
  }

 private:
  std::size_t rowStart(std::int64_t j, std::int64_t k) const {
    return static_cast<std::size_t>((k * count_[1] + j) * wordsPerRow_);
  }
  std::array<std::int64_t, 3> count_;
  std::int64_t wordsPerRow_;
  std::vector<std::uint64_t> words_;
};

/// The cells whose block is shown. Sub-blocked models: cells of which any part is.
CellMask cellMaskOf(const geology::BlockModel& model, const geology::BitMask& shownBlocks);

/// Directions of a face, along the lattice axes.
enum class FaceDirection : std::uint8_t { MinusI, PlusI, MinusJ, PlusJ, MinusK, PlusK };
constexpr std::size_t kFaceDirections = 6;

/// Cell numbers by direction: 4 bytes a face.
struct BlockSkin {
  std::array<std::vector<std::uint32_t>, kFaceDirections> cells;
  std::size_t faceCount() const;
};

/// Word by word: a face towards +i is set where the cell's bit is 1 and the next bit is 0, and so on. Counts
/// first, then fills arrays of exactly that size.
BlockSkin skinOf(const CellMask& mask);

}  // namespace adit::viewer
