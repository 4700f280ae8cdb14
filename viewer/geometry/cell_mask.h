// One bit a cell of a lattice, each row of cells beginning at a fresh word.
#pragma once
#include <array>
#include <cstdint>

#include "geology/model/bit_mask.h"
#include "viewer/geometry/raw_array.h"

namespace adit::viewer {

/// Rows run along i. Since each begins at a fresh word, neighbours along j and k are whole words apart and
/// neighbours along i are one shift away: the faces of 64 cells come from a handful of instructions. Bits
/// past the end of a row are 0.
class CellMask {
 public:
  using Word = std::uint64_t;

  CellMask() = default;
  /// The words are undefined until they are written.
  explicit CellMask(const std::array<std::int64_t, 3>& count);

  const std::array<std::int64_t, 3>& count() const { return count_; }
  std::size_t wordsPerRow() const { return wordsPerRow_; }
  std::size_t rowCount() const { return rowCount_; }
  /// Row j + count[1] * k.
  Word* row(std::size_t row) { return words_.data() + row * wordsPerRow_; }
  const Word* row(std::size_t row) const { return words_.data() + row * wordsPerRow_; }
  std::size_t rowAt(std::int64_t j, std::int64_t k) const {
    return static_cast<std::size_t>(j + count_[1] * k);
  }
  bool test(std::int64_t i, std::int64_t j, std::int64_t k) const {
    return (row(rowAt(j, k))[i / 64] >> (i % 64)) & 1U;
  }
  std::size_t bitCount() const;

 private:
  std::array<std::int64_t, 3> count_{0, 0, 0};
  std::size_t wordsPerRow_ = 0;
  std::size_t rowCount_ = 0;
  RawArray<Word> words_;
};

/// The same bits as a mask with one bit a cell and no gaps between the rows; word by word, on all cores.
CellMask cellMaskOf(const std::array<std::int64_t, 3>& count, const geology::BitMask& cells);

}  // namespace adit::viewer
