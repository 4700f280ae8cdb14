// The coarse skin against brute force: cells joined one by one.
#include "viewer/geometry/coarse_skin.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/support/random_blocks.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::BlockModel;
using tests::BlockShape;
using tests::RandomBlocks;
using Cell = std::array<std::int64_t, 3>;

Cell joinedCellOf(const BlockModel& model, std::size_t block, int level) {
  Cell cell = model.lattice.cellAt(model.cellOf(block));
  for (auto& c : cell) c >>= level;
  return cell;
}

std::set<Cell> joinedCells(const BlockModel& model, const BitMask& shown, int level) {
  std::set<Cell> cells;
  for (std::size_t b = 0; b < model.blockCount(); ++b)
    if (shown.test(b)) cells.insert(joinedCellOf(model, b, level));
  return cells;
}

Cell neighbour(Cell cell, std::size_t direction) {
  cell[direction / 2] += direction % 2 == 0 ? -1 : 1;
  return cell;
}

/// Whether a shown block of the same joined cell lies nearer to the face than `block`.
bool anyNearer(const BlockModel& model, const BitMask& shown, std::size_t block, std::size_t direction,
               int level) {
  const Cell joined = joinedCellOf(model, block, level);
  const auto half = [&](std::size_t b) {  // of the two halves along the axis, the one on the face's side
    const std::int64_t at = model.lattice.cellAt(model.cellOf(b))[direction / 2] >> (level - 1) & 1;
    return direction % 2 == 0 ? 1 - at : at;
  };
  for (std::size_t b = 0; b < model.blockCount(); ++b)
    if (shown.test(b) && joinedCellOf(model, b, level) == joined && half(b) > half(block)) return true;
  return false;
}

TEST(CoarseSkin, EqualsBruteForce) {
  BlockSkin skin;
  for (unsigned seed = 0; seed < 30; ++seed) {
    RandomBlocks random(seed);
    const auto shape = static_cast<BlockShape>(seed % 3);
    const std::int64_t width = seed % 5 == 0 ? 131 : 3 + random.below(70);
    const BlockModel model = random.model(shape, {width, 1 + random.below(9), 1 + random.below(7)});
    const BitMask shown = random.mask(model.blockCount(), seed % 2 == 0 ? 0.02 : 0.3);
    for (const int level : {0, 1, 2, 3, 8}) {
      const std::set<Cell> cells = joinedCells(model, shown, level);
      coarseSkinOf(BlockIndex(model), shown, level, skin);
      for (std::size_t d = 0; d < kFaceDirections; ++d) {
        std::set<Cell> expected, found;
        for (const Cell& cell : cells)
          if (!cells.contains(neighbour(cell, d))) expected.insert(cell);
        for (const std::uint32_t block : skin.blocks[d]) {
          ASSERT_TRUE(shown.test(block));
          EXPECT_TRUE(found.insert(joinedCellOf(model, block, level)).second) << "one face a joined cell";
        }
        EXPECT_EQ(found, expected) << "seed " << seed << " level " << level << " direction " << d;
      }
    }
  }
}

TEST(CoarseSkin, FacesCarryABlockFromTheirSide) {
  RandomBlocks random(4);
  const BlockModel model = random.model(BlockShape::Sparse, {40, 9, 7});
  const BitMask shown = random.mask(model.blockCount(), 0.1);
  BlockSkin skin;
  for (const int level : {1, 2, 3}) {
    coarseSkinOf(BlockIndex(model), shown, level, skin);
    for (std::size_t d = 0; d < kFaceDirections; ++d)
      for (const std::uint32_t block : skin.blocks[d])
        EXPECT_FALSE(anyNearer(model, shown, block, d, level)) << "direction " << d << " level " << level;
  }
}

TEST(CoarseSkin, OfLevelZeroIsTheSkin) {
  RandomBlocks random(9);
  const BlockModel model = random.model(BlockShape::Full, {66, 5, 4});
  const BitMask shown = random.mask(model.blockCount(), 0.5);
  BlockSkin coarse;
  coarseSkinOf(BlockIndex(model), shown, 0, coarse);
  const BlockSkin fine = skinOf(model, shown);
  for (std::size_t d = 0; d < kFaceDirections; ++d)
    EXPECT_TRUE(std::equal(coarse.blocks[d].begin(), coarse.blocks[d].end(), fine.blocks[d].begin(),
                           fine.blocks[d].end()));
}

}  // namespace
}  // namespace adit::viewer
