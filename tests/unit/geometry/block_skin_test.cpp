// The skin against brute force: every face of every block asked by itself.
#include "viewer/geometry/block_skin.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <set>

#include "tests/support/random_blocks.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::BlockModel;
using tests::BlockShape;
using tests::RandomBlocks;
using Faces = std::array<std::vector<std::uint32_t>, kFaceDirections>;

constexpr std::array<std::array<std::int64_t, 3>, kFaceDirections> kStep{
    {{-1, 0, 0}, {1, 0, 0}, {0, -1, 0}, {0, 1, 0}, {0, 0, -1}, {0, 0, 1}}};

Faces facesOf(const BlockSkin& skin) {
  Faces faces;
  for (std::size_t d = 0; d < kFaceDirections; ++d)
    faces[d].assign(skin.blocks[d].begin(), skin.blocks[d].end());
  return faces;
}

/// Models without sub-blocks: a face is seen where the next cell has no shown block.
Faces bruteForceFaces(const BlockModel& model, const BitMask& shown) {
  std::set<std::array<std::int64_t, 3>> cells;
  for (std::size_t b = 0; b < model.blockCount(); ++b)
    if (shown.test(b)) cells.insert(model.lattice.cellAt(model.cellOf(b)));
  Faces faces;
  for (std::size_t b = 0; b < model.blockCount(); ++b) {
    const auto c = model.lattice.cellAt(model.cellOf(b));
    for (std::size_t d = 0; shown.test(b) && d < kFaceDirections; ++d)
      if (!cells.contains({c[0] + kStep[d][0], c[1] + kStep[d][1], c[2] + kStep[d][2]}))
        faces[d].push_back(static_cast<std::uint32_t>(b));
  }
  return faces;
}

/// Sub-blocks on a grid of eighths: the shown ones fill voxels, and a face is seen unless every voxel on its
/// other side is filled.
class Voxels {
 public:
  Voxels(const BlockModel& model, const BitMask& shown)
      : model_(model), filled_(static_cast<std::size_t>(8 * 8 * 8 * model.lattice.cellCount())) {
    for (std::size_t b = 0; b < model.blockCount(); ++b)
      if (shown.test(b)) forVoxels(b, [&](const auto& voxel) { filled_.set(*placeOf(voxel)); });
  }

  bool seen(std::size_t block, std::size_t direction) const {
    bool seen = false;
    const auto [lo, hi] = voxelsOf(block);
    const std::size_t axis = direction / 2;
    forVoxels(block, [&, low = lo, high = hi](std::array<std::int64_t, 3> voxel) {
      const bool onFace = voxel[axis] == (direction % 2 == 0 ? low[axis] : high[axis] - 1);
      for (std::size_t a = 0; a < 3; ++a) voxel[a] += kStep[direction][a];
      const auto place = placeOf(voxel);
      seen = seen || (onFace && !(place && filled_.test(*place)));
    });
    return seen;
  }

 private:
  std::pair<std::array<std::int64_t, 3>, std::array<std::int64_t, 3>> voxelsOf(std::size_t block) const {
    const auto c = model_.lattice.cellAt(model_.cellOf(block));
    std::array<std::int64_t, 3> lo{}, hi{};
    for (std::size_t a = 0; a < 3; ++a) {
      lo[a] = 8 * c[a] + std::llround(8 * model_.boxes[block].min[a]);
      hi[a] = 8 * c[a] + std::llround(8 * model_.boxes[block].max[a]);
    }
    return {lo, hi};
  }
  template <typename Visit>
  void forVoxels(std::size_t block, const Visit& visit) const {
    const auto [lo, hi] = voxelsOf(block);
    for (auto k = lo[2]; k < hi[2]; ++k)
      for (auto j = lo[1]; j < hi[1]; ++j)
        for (auto i = lo[0]; i < hi[0]; ++i) visit(std::array<std::int64_t, 3>{i, j, k});
  }

  /// Nothing outside the lattice.
  std::optional<std::size_t> placeOf(const std::array<std::int64_t, 3>& voxel) const {
    const auto& n = model_.lattice.count;
    for (std::size_t a = 0; a < 3; ++a)
      if (voxel[a] < 0 || voxel[a] >= 8 * n[a]) return std::nullopt;
    return static_cast<std::size_t>(voxel[0] + 8 * n[0] * (voxel[1] + 8 * n[1] * voxel[2]));
  }

  const BlockModel& model_;
  BitMask filled_;
};

Faces voxelFaces(const BlockModel& model, const BitMask& shown) {
  const Voxels voxels(model, shown);
  Faces faces;
  for (std::size_t b = 0; b < model.blockCount(); ++b)
    for (std::size_t d = 0; shown.test(b) && d < kFaceDirections; ++d)
      if (voxels.seen(b, d)) faces[d].push_back(static_cast<std::uint32_t>(b));
  return faces;
}

BlockModel halves() {
  BlockModel model;
  model.lattice.count = {1, 1, 1};
  model.cellOfBlock = {0, 0};
  model.boxes = {{{0, 0, 0}, {0.5F, 1, 1}}, {{0.5F, 0, 0}, {1, 1, 1}}};
  return model;
}

TEST(BlockSkin, EqualsBruteForceOnRandomMasks) {
  RandomBlocks random(11);
  BlockSkin skin;  // refilled: what it held before must not show
  // Widths around the word size: the carries between words are where this goes wrong.
  for (const std::int64_t width : {1, 2, 63, 64, 65, 127, 128, 130})
    for (const BlockShape shape : {BlockShape::Full, BlockShape::Sparse})
      for (const double share : {0.0, 0.05, 0.5, 0.97, 1.0}) {
        const BlockModel model = random.model(shape, {width, 5, 7});
        const BitMask shown = random.mask(model.blockCount(), share);
        skinOf(BlockIndex(model), shown, skin);
        EXPECT_EQ(facesOf(skin), bruteForceFaces(model, shown)) << "width " << width << " share " << share;
      }
}

TEST(BlockSkin, PartsOfTheWorkMeet) {
  // More rows than one core takes at a time.
  RandomBlocks random(12);
  const BlockModel model = random.model(BlockShape::Full, {3, 90, 60});
  const BitMask shown = random.mask(model.blockCount(), 0.4);
  EXPECT_EQ(facesOf(skinOf(model, shown)), bruteForceFaces(model, shown));
}

TEST(BlockSkin, OfASolidBoxIsItsSurface) {
  BlockModel model;
  model.lattice.count = {70, 3, 4};
  EXPECT_EQ(skinOf(model, BitMask(model.blockCount(), true)).faceCount(), 2U * (70 * 3 + 3 * 4 + 70 * 4));
}

TEST(SubBlockSkin, EqualsBruteForceOnRandomSplits) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    RandomBlocks random(seed);
    const BlockModel model = random.model(BlockShape::SubBlocked, {2 + random.below(4), 3, 4});
    for (const double share : {0.2, 0.7, 0.95, 1.0}) {
      const BitMask shown = random.mask(model.blockCount(), share);
      ASSERT_EQ(facesOf(skinOf(model, shown)), voxelFaces(model, shown)) << "seed " << seed << " " << share;
    }
  }
}

TEST(SubBlockSkin, WiderThanAWord) {
  RandomBlocks random(3);
  const BlockModel model = random.model(BlockShape::SubBlocked, {67, 2, 3});
  const BitMask shown = random.mask(model.blockCount(), 0.9);
  EXPECT_EQ(facesOf(skinOf(model, shown)), voxelFaces(model, shown));
}

TEST(SubBlockSkin, PartsOfTheWorkMeet) {
  // More blocks than one core takes at a time, when covers are found and when faces are.
  RandomBlocks random(7);
  const BlockModel model = random.model(BlockShape::SubBlocked, {20, 20, 20});
  ASSERT_GT(model.blockCount(), 20'000U);
  const BitMask shown = random.mask(model.blockCount(), 0.9);
  EXPECT_EQ(facesOf(skinOf(model, shown)), voxelFaces(model, shown));
}

TEST(SubBlockSkin, HidesSharedFaces) {
  EXPECT_EQ(skinOf(halves(), BitMask(2, true)).faceCount(), 10U);
}

TEST(SubBlockSkin, ALargeFaceIsHiddenBySeveralSmallOnes) {
  BlockModel model = halves();
  // The second half as four quarters of different sizes.
  model.cellOfBlock.assign(5, 0);
  model.boxes = {{{0, 0, 0}, {0.5F, 1, 1}},
                 {{0.5F, 0, 0}, {1, 0.3F, 0.6F}},
                 {{0.5F, 0.3F, 0}, {1, 1, 0.6F}},
                 {{0.5F, 0, 0.6F}, {1, 0.7F, 1}},
                 {{0.5F, 0.7F, 0.6F}, {1, 1, 1}}};
  BitMask shown(5, true);
  EXPECT_EQ(skinOf(model, shown).blocks[1].size(), 4U) << "only the quarters look to +i";
  shown.reset(4);
  EXPECT_EQ(skinOf(model, shown).blocks[1].size(), 4U) << "three quarters and the half behind the fourth";
}

TEST(SubBlockSkin, BoxesThatOverlapHideNoMoreThanTheyCover) {
  BlockModel model = halves();
  // Twice the same quarter has the area of the half's face, but covers half of it.
  model.cellOfBlock.assign(3, 0);
  model.boxes = {{{0, 0, 0}, {0.5F, 1, 1}}, {{0.5F, 0, 0}, {1, 0.5F, 1}}, {{0.5F, 0, 0}, {1, 0.5F, 1}}};
  const BlockSkin skin = skinOf(model, BitMask(3, true));
  const auto& plusI = skin.blocks[1];
  EXPECT_NE(std::find(plusI.begin(), plusI.end(), 0U), plusI.end());
}

TEST(SubBlockSkin, RoundedCoordinatesStillTouch) {
  BlockModel model = halves();
  model.boxes[0].max[0] = 0.50005F;  // half a millimetre of a block of 10 m
  EXPECT_EQ(skinOf(model, BitMask(2, true)).faceCount(), 10U);
}

TEST(BlockIndex, FindsTheBlocksOfEveryCell) {
  RandomBlocks random(5);
  for (const BlockShape shape : {BlockShape::Full, BlockShape::Sparse, BlockShape::SubBlocked})
    for (const std::int64_t width : {1, 5, 64, 70}) {
      const BlockModel model = random.model(shape, {width, 4, 3});
      const BlockIndex index(model);
      std::map<std::int64_t, std::vector<std::size_t>> expected;
      for (std::size_t b = 0; b < model.blockCount(); ++b) expected[model.cellOf(b)].push_back(b);
      EXPECT_EQ(index.cellsWithGround(), expected.size());
      for (std::int64_t cell = 0; cell < model.lattice.cellCount(); ++cell) {
        const auto c = model.lattice.cellAt(cell);
        const BlockRange range = index.blocksOf(c[0], c[1], c[2]);
        std::vector<std::size_t> blocks;
        for (std::size_t b = range.begin; b < range.end; ++b) blocks.push_back(b);
        EXPECT_EQ(blocks, expected[cell]);
      }
    }
}

}  // namespace
}  // namespace adit::viewer
