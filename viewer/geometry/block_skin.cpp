#include "viewer/geometry/block_skin.h"

#include <algorithm>
#include <bit>

namespace adit::viewer {
namespace {

using Word = std::uint64_t;

// The row beside (j, k), or none outside the lattice.
const Word* neighbourRow(const CellMask& mask, std::int64_t j, std::int64_t k) {
  const auto& n = mask.count();
  return j < 0 || k < 0 || j >= n[1] || k >= n[2] ? nullptr : mask.row(j, k);
}

// Bits of word w whose cell is shown and whose neighbour in `direction` is not.
Word facesOf(const CellMask& mask, std::int64_t j, std::int64_t k, std::int64_t w, FaceDirection direction) {
  const Word* row = mask.row(j, k);
  const auto beside = [&](std::int64_t jj, std::int64_t kk) {
    const Word* other = neighbourRow(mask, jj, kk);
    return row[w] & ~(other != nullptr ? other[w] : 0);
  };
  switch (direction) {
    case FaceDirection::MinusI:
      return row[w] & ~(row[w] << 1 | (w > 0 ? row[w - 1] >> 63 : 0));
    case FaceDirection::PlusI:
      return row[w] & ~(row[w] >> 1 | (w + 1 < mask.wordsPerRow() ? row[w + 1] << 63 : 0));
    case FaceDirection::MinusJ:
      return beside(j - 1, k);
    case FaceDirection::PlusJ:
      return beside(j + 1, k);
    case FaceDirection::MinusK:
      return beside(j, k - 1);
    case FaceDirection::PlusK:
      return beside(j, k + 1);
  }
  return 0;
}

// Calls visit(word of faces, cell number of the word's first bit) for every word that has a face.
template <typename Visit>
void forEachFaceWord(const CellMask& mask, FaceDirection direction, const Visit& visit) {
  const auto& n = mask.count();
  for (std::int64_t k = 0; k < n[2]; ++k)
    for (std::int64_t j = 0; j < n[1]; ++j)
      for (std::int64_t w = 0; w < mask.wordsPerRow(); ++w)
        if (mask.row(j, k)[w] != 0)
          if (const Word faces = facesOf(mask, j, k, w, direction); faces != 0)
            visit(faces, static_cast<std::uint32_t>((k * n[1] + j) * n[0] + w * 64));
}

std::vector<std::uint32_t> facesTowards(const CellMask& mask, FaceDirection direction) {
  std::size_t count = 0;
  forEachFaceWord(mask, direction, [&](Word faces, std::uint32_t) {
    count += static_cast<std::size_t>(std::popcount(faces));
  });
  std::vector<std::uint32_t> cells;
  cells.reserve(count);
  forEachFaceWord(mask, direction, [&](Word faces, std::uint32_t firstCell) {
    for (; faces != 0; faces &= faces - 1)
      cells.push_back(firstCell + static_cast<std::uint32_t>(std::countr_zero(faces)));
  });
  return cells;
}

}  // namespace

CellMask::CellMask(const std::array<std::int64_t, 3>& count)
    : count_(count),
      wordsPerRow_((count[0] + 63) / 64),
      words_(static_cast<std::size_t>(wordsPerRow_ * count[1] * count[2]), 0) {}

CellMask cellMaskOf(const geology::BlockModel& model, const geology::BitMask& shownBlocks) {
  CellMask mask(model.lattice.count);
  const auto& words = shownBlocks.words();
  for (std::size_t w = 0; w < words.size(); ++w) {
    for (Word bits = words[w]; bits != 0; bits &= bits - 1) {
      const std::size_t block = w * 64 + static_cast<std::size_t>(std::countr_zero(bits));
      const auto c = model.lattice.cellAt(model.cellOf(block));
      mask.set(c[0], c[1], c[2]);
    }
  }
  return mask;
}

std::size_t BlockSkin::faceCount() const {
  std::size_t n = 0;
  for (const auto& list : cells) n += list.size();
  return n;
}

BlockSkin skinOf(const CellMask& mask) {
  BlockSkin skin;
  for (std::size_t d = 0; d < kFaceDirections; ++d)
    skin.cells[d] = facesTowards(mask, static_cast<FaceDirection>(d));
  return skin;
}

}  // namespace adit::viewer
