#include "viewer/geometry/mask_pyramid.h"

#include <array>

#include "viewer/geometry/cell_rows.h"

namespace adit::viewer {
namespace {

using Word = CellMask::Word;

/// Bit i of the result is bit 2i or bit 2i + 1 of the word: neighbours are joined, then the even bits are
/// moved together in five steps, each of which closes gaps of twice the size (Warren, Hacker's Delight, 7-2).
Word pairsJoined(Word word) {
  Word bits = (word | word >> 1) & 0x5555555555555555;
  bits = (bits | bits >> 1) & 0x3333333333333333;
  bits = (bits | bits >> 2) & 0x0f0f0f0f0f0f0f0f;
  bits = (bits | bits >> 4) & 0x00ff00ff00ff00ff;
  bits = (bits | bits >> 8) & 0x0000ffff0000ffff;
  return (bits | bits >> 16) & 0x00000000ffffffff;
}

}  // namespace

CellMask joinedByTwo(const CellMask& fine) {
  const auto& n = fine.count();
  CellMask coarse({(n[0] + 1) / 2, (n[1] + 1) / 2, (n[2] + 1) / 2});
  forRows(coarse, [&](geology::ParallelRange rows) {
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
      const std::int64_t j = 2 * (static_cast<std::int64_t>(row) % coarse.count()[1]);
      const std::int64_t k = 2 * (static_cast<std::int64_t>(row) / coarse.count()[1]);
      // At the end of an odd lattice the last row stands for the one that is not there.
      const std::int64_t nextJ = std::min(j + 1, n[1] - 1);
      const std::int64_t nextK = std::min(k + 1, n[2] - 1);
      const std::array<const Word*, 4> four{fine.row(fine.rowAt(j, k)), fine.row(fine.rowAt(nextJ, k)),
                                            fine.row(fine.rowAt(j, nextK)),
                                            fine.row(fine.rowAt(nextJ, nextK))};
      const auto joined = [&](std::size_t w) {
        return w < fine.wordsPerRow() ? pairsJoined(four[0][w] | four[1][w] | four[2][w] | four[3][w]) : 0;
      };
      for (std::size_t w = 0; w < coarse.wordsPerRow(); ++w)
        coarse.row(row)[w] = joined(2 * w) | joined(2 * w + 1) << 32;
    }
  });
  return coarse;
}

std::vector<CellMask> pyramidOf(CellMask mask, int levels) {
  std::vector<CellMask> pyramid;
  pyramid.push_back(std::move(mask));
  for (int level = 1; level <= levels; ++level) pyramid.push_back(joinedByTwo(pyramid.back()));
  return pyramid;
}

}  // namespace adit::viewer
