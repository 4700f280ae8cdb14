// The faces of a mask of cells: found for 64 cells at a time, counted first, then written to exact places.
#pragma once
#include <array>
#include <vector>

#include "viewer/geometry/block_skin.h"
#include "viewer/geometry/cell_rows.h"

namespace adit::viewer {

/// One word a direction: the cells that are set and whose neighbour in that direction is not.
using FaceWords = std::array<CellMask::Word, kFaceDirections>;

/// A row of cells and the four beside it; rows outside the lattice are empty.
class RowSurroundings {
 public:
  using Word = CellMask::Word;

  RowSurroundings(const CellMask& mask, const std::vector<Word>& emptyRow, std::size_t row)
      : words_(mask.wordsPerRow()), row_(mask.row(row)) {
    const auto rowsPerLayer = static_cast<std::size_t>(mask.count()[1]);
    const std::size_t j = row % rowsPerLayer;
    const auto at = [&](bool inside, std::size_t other) {
      return inside ? mask.row(other) : emptyRow.data();
    };
    minusJ_ = at(j > 0, row - 1);
    plusJ_ = at(j + 1 < rowsPerLayer, row + 1);
    minusK_ = at(row >= rowsPerLayer, row - rowsPerLayer);
    plusK_ = at(row + rowsPerLayer < mask.rowCount(), row + rowsPerLayer);
  }

  Word cells(std::size_t w) const { return row_[w]; }

  FaceWords faces(std::size_t w) const { return openSides(row_[w], w); }

  /// For each direction those of `cells`, of word w, whose neighbour is not set. Along i the neighbours are
  /// one bit away, with a carry from the next word.
  FaceWords openSides(Word cells, std::size_t w) const {
    const Word carryFromBelow = w > 0 ? row_[w - 1] >> 63 : 0;
    const Word carryFromAbove = w + 1 < words_ ? row_[w + 1] << 63 : 0;
    return {cells & ~(row_[w] << 1 | carryFromBelow),
            cells & ~(row_[w] >> 1 | carryFromAbove),
            cells & ~minusJ_[w],
            cells & ~plusJ_[w],
            cells & ~minusK_[w],
            cells & ~plusK_[w]};
  }

 private:
  std::size_t words_;
  const Word* row_;
  const Word* minusJ_;
  const Word* plusJ_;
  const Word* minusK_;
  const Word* plusK_;
};

/// Calls visit(row, w, its face words) for the words of these rows that have a cell.
template <typename Visit>
void forFaceWords(const CellMask& mask, geology::ParallelRange rows, const Visit& visit) {
  const std::vector<CellMask::Word> emptyRow(mask.wordsPerRow(), 0);
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    const RowSurroundings around(mask, emptyRow, row);
    for (std::size_t w = 0; w < mask.wordsPerRow(); ++w)
      if (around.cells(w) != 0) visit(row, w, around.faces(w));
  }
}

/// Turns the faces that each part of the work has into the place where it writes its first; gives the sums.
std::array<std::size_t, kFaceDirections> placesOfCounts(
    std::vector<std::array<std::size_t, kFaceDirections>>& counts);

/// Fills the skin with numberOf(direction, row, w, bit) of every face of the mask, cells rising. The first
/// pass counts, so that the second one, on all cores as well, writes each face once to its place.
template <typename NumberOf>
void fillFromMask(const CellMask& mask, const NumberOf& numberOf, BlockSkin& skin) {
  const std::size_t atOnce = rowsAtOnce(mask);
  std::vector<std::array<std::size_t, kFaceDirections>> places((mask.rowCount() + atOnce - 1) / atOnce);
  forRows(mask, [&](geology::ParallelRange rows) {
    std::array<std::size_t, kFaceDirections> counts{};
    forFaceWords(mask, rows, [&](std::size_t, std::size_t, const FaceWords& faces) {
      for (std::size_t d = 0; d < kFaceDirections; ++d) counts[d] += geology::bitCount(faces[d]);
    });
    places[rows.begin / atOnce] = counts;
  });
  const auto sums = placesOfCounts(places);
  for (std::size_t d = 0; d < kFaceDirections; ++d) skin.blocks[d].resize(sums[d]);
  forRows(mask, [&](geology::ParallelRange rows) {
    std::array<std::uint32_t*, kFaceDirections> next;
    for (std::size_t d = 0; d < kFaceDirections; ++d)
      next[d] = skin.blocks[d].data() + places[rows.begin / atOnce][d];
    forFaceWords(mask, rows, [&](std::size_t row, std::size_t w, const FaceWords& faces) {
      for (std::size_t d = 0; d < kFaceDirections; ++d)
        forEachBit(faces[d], [&](unsigned bit) { *next[d]++ = numberOf(d, row, w, bit); });
    });
  });
}

}  // namespace adit::viewer
