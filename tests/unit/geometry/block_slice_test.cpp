// Slices pixel by pixel against BlockModel::blockAt, on every kind of model and any plane.
#include "viewer/geometry/block_slice.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "viewer/geometry/row_colors.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;
using geology::Vec3;

class BlockSlice : public ::testing::TestWithParam<unsigned> {
 protected:
  double between(double lo, double hi) { return std::uniform_real_distribution<double>(lo, hi)(random_); }
  bool chance(double share) { return std::bernoulli_distribution(share)(random_); }
  Vec3 direction() {
    std::normal_distribution<double> any;
    return geology::normalized({any(random_), any(random_), any(random_)});
  }

  /// Full, sparse or sub-blocked; rotated or not; at UTM-sized coordinates.
  BlockModel model() {
    BlockModel m;
    m.lattice.origin = {318'400.5, 3'218'200.25, 990};
    m.lattice.size = {between(2, 20), between(2, 20), between(2, 20)};
    m.lattice.count = {static_cast<std::int64_t>(between(3, 40)), static_cast<std::int64_t>(between(3, 20)),
                       static_cast<std::int64_t>(between(1, 12))};
    if (chance(0.6)) {
      const Vec3 a = direction();
      const Vec3 b = geology::normalized(cross(a, direction()));
      m.lattice.axis = {a, b, cross(a, b)};
    }
    const unsigned kind = GetParam() % 3;
    for (std::int64_t cell = 0; kind > 0 && cell < m.lattice.cellCount(); ++cell) {
      if (chance(0.3)) continue;
      const auto number = static_cast<std::uint32_t>(cell);
      m.cellOfBlock.push_back(number);
      if (kind == 1) continue;
      const auto cut = static_cast<float>(between(0.1, 0.9));
      m.boxes.push_back({{0, 0, 0}, {cut, 1, 1}});
      m.cellOfBlock.push_back(number);
      m.boxes.push_back(
          {{cut, 0, 0.25F}, {1, 0.5F, 1}});  // not the whole rest: absent ground beside sub-blocks
    }
    return m;
  }
  SliceFrame frame(const BlockModel& m) {
    SliceFrame f;
    f.width = 157;
    f.height = 91;
    const double size = m.lattice.bounds().diagonal() * between(0.3, 1.4);
    Vec3 along = direction();
    Vec3 up = geology::normalized(cross(along, direction()));
    if (chance(0.4)) {  // parallel to the lattice
      along = m.lattice.axis[0];
      up = m.lattice.axis[chance(0.5) ? 1 : 2];
    }
    f.u = along * (size / static_cast<double>(f.width));
    f.v = up * (size / static_cast<double>(f.height));
    f.origin = m.lattice.bounds().center() - f.u * (between(0.3, 0.7) * static_cast<double>(f.width)) -
               f.v * (between(0.3, 0.7) * static_cast<double>(f.height));
    return f;
  }

  std::mt19937 random_{GetParam()};
};

/// So near to a face of its block that rounding decides on which side it is.
bool onAFace(const BlockModel& m, const Vec3& p) {
  const auto near = [&](const Vec3& d) { return m.blockAt(p + d) != m.blockAt(p); };
  constexpr double kNear = 1e-7;
  for (const Vec3& axis : m.lattice.axis)
    if (near(axis * kNear) || near(axis * -kNear)) return true;
  return false;
}

TEST_P(BlockSlice, PixelsAreTheBlocksAtTheirCentres) {
  const BlockModel m = model();
  const BlockIndex index(m);
  const SliceFrame f = frame(m);
  std::vector<std::uint32_t> blocks(f.width * f.height, 12345);
  sampleSlice(index, f, blocks);
  std::size_t found = 0;
  for (std::size_t j = 0; j < f.height; ++j)
    for (std::size_t i = 0; i < f.width; ++i) {
      const Vec3 p = f.origin + f.u * static_cast<double>(i) + f.v * static_cast<double>(j);
      const std::uint32_t got = blocks[j * f.width + i];
      const auto wanted = m.blockAt(p);
      const bool same = got == (wanted ? static_cast<std::uint32_t>(*wanted) : kNoBlock);
      ASSERT_TRUE(same || onAFace(m, p)) << "pixel " << i << ", " << j << " of case " << GetParam();
      found += wanted ? 1 : 0;
    }
  EXPECT_GT(found, 0U);
}
INSTANTIATE_TEST_SUITE_P(RandomModelsAndPlanes, BlockSlice, ::testing::Range(0U, 60U));

TEST(BlockSliceFrames, BesideTheModelAreEmpty) {
  BlockModel m;
  m.lattice.count = {4, 4, 4};
  const BlockIndex index(m);
  std::vector<std::uint32_t> blocks(100);
  for (const Vec3& origin : {Vec3{0, 0, 10}, Vec3{-50, 0, 1}, Vec3{0, -50, 1}, Vec3{4, 0, 1}}) {
    sampleSlice(index, {origin, {0.4, 0, 0}, {0, 0.4, 0}, 10, 10}, blocks);
    EXPECT_EQ(std::count(blocks.begin(), blocks.end(), kNoBlock), 100) << origin.x << ' ' << origin.y;
  }
  sampleSlice(index, {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, 0, 0}, {});
}

TEST(BlockSliceColors, AreTheLegendsWhereBlocksAreShown) {
  BlockModel m;
  m.lattice.count = {3, 1, 1};
  m.columns = {geology::numericColumn("g", {0.1F, geology::kMissing, 0.9F}),
               geology::categoryColumn("rock", {"a", "b", ""})};
  geology::BitMask shown(3, true);
  shown.reset(0);
  const std::vector<std::uint32_t> blocks{0, 1, 1, 2, 2, kNoBlock, 1};
  std::vector<Rgba> colors(blocks.size());
  for (const geology::Column& column : m.columns) {
    const ResolvedLegend legend = resolveLegend({}, column);
    sliceColors(blocks, {column, legend, shown}, colors);
    const std::vector<Rgba> ofRows = rowColors(std::vector<std::uint32_t>{0, 1, 2}, column, legend);
    const Rgba none{0, 0, 0, 0};
    EXPECT_EQ(colors, (std::vector<Rgba>{none, ofRows[1], ofRows[1], ofRows[2], ofRows[2], none, ofRows[1]}));
  }
}

}  // namespace
}  // namespace adit::viewer
