// Masks by place, row by row, against the same questions asked of one block after the other.
#include "viewer/geometry/block_places.h"

#include <gtest/gtest.h>

#include "tests/support/random_blocks.h"
#include "viewer/geometry/row_masks.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::BlockModel;
using geology::Vec3;
using tests::BlockShape;
using tests::RandomBlocks;

/// The rule of the touching block for one block: its nearest corner is beyond, or nearer to the plane than a
/// millionth of its own half width.
bool beyond(const BlockModel& model, std::size_t block, const HalfSpace& plane) {
  const Vec3 size = model.blockSize(block);
  const auto& axis = model.lattice.axis;
  const double reach =
      (std::abs(dot(plane.normal, axis[0])) * size.x + std::abs(dot(plane.normal, axis[1])) * size.y +
       std::abs(dot(plane.normal, axis[2])) * size.z) /
      2;
  return plane.distance(model.blockCenter(block)) >= reach * (1 - 1e-6);
}

void expectBeyond(const BlockModel& model, const CutPlanes& planes, const std::string& what) {
  const BitMask mask = blocksBeyond(model, planes);
  for (std::size_t b = 0; b < model.blockCount(); ++b) {
    bool expected = false;
    for (const HalfSpace& plane : planes) expected = expected || beyond(model, b, plane);
    ASSERT_EQ(mask.test(b), expected) << what << " block " << b;
  }
}

TEST(BlocksBeyond, EqualsOneBlockAtATime) {
  for (unsigned seed = 0; seed < 90; ++seed) {
    RandomBlocks random(seed);
    const std::int64_t width = seed % 7 == 0 ? 200 : 1 + random.below(40);
    const BlockModel model =
        random.model(static_cast<BlockShape>(seed % 3), {width, 1 + random.below(9), 1 + random.below(9)});
    CutPlanes planes;
    for (auto n = 1 + random.below(3); n > 0; --n) {
      const Vec3 through = model.lattice.world(random.within(0, static_cast<double>(width)),
                                               random.within(0, 9), random.within(0, 9));
      planes.push_back(
          {through, geology::normalized({random.within(-1, 1), random.within(-1, 1), random.within(-1, 1)})});
    }
    expectBeyond(model, planes, "seed " + std::to_string(seed));
  }
}

TEST(BlocksBeyond, PlanesAlongTheBlocksFollowTheTouchingRule) {
  for (unsigned seed = 0; seed < 30; ++seed) {
    RandomBlocks random(seed);
    const BlockModel model = random.model(static_cast<BlockShape>(seed % 3), {70, 5, 6});
    for (std::size_t a = 0; a < 3; ++a)
      for (const double side : {-1.0, 1.0}) {
        // On a border between cells, and a hair to either side of it.
        const Vec3 border = model.lattice.world(5, 2, 3);
        const Vec3 normal = model.lattice.axis[a] * side;
        for (const double hair : {0.0, 1e-3, -1e-3})
          expectBeyond(model, {{border + normal * hair, normal}}, "axis " + std::to_string(a));
      }
  }
}

TEST(BlocksBeyond, LargerThanOneShareOfTheWork) {
  RandomBlocks random(2);
  for (const BlockShape shape : {BlockShape::Full, BlockShape::Sparse}) {
    const BlockModel model = random.model(shape, {90, 80, 70});
    const Vec3 middle = model.lattice.world(45, 40, 35);
    expectBeyond(model, {{middle, geology::normalized({0.3, -0.5, 0.8})}}, "large");
  }
}

TEST(BlocksByHeight, EqualsOneBlockAtATime) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    RandomBlocks random(seed);
    BlockModel model = random.model(static_cast<BlockShape>(seed % 3), {67, 9, 12});
    if (seed % 5 == 0) {  // not upright: dips to the east
      model.lattice.axis = {Vec3{0.8, 0, -0.6}, Vec3{0, 1, 0}, Vec3{0.6, 0, 0.8}};
    }
    HeightRule rule;
    rule.sign = seed % 2 == 0 ? 1 : -1;
    rule.limit = [&](double x, double y) {
      return rule.sign * (330 + 20 * std::sin(x / 90) * std::cos(y / 70));
    };
    const BitMask mask = blocksByHeight(model, rule);
    std::size_t hidden = 0;
    for (std::size_t b = 0; b < model.blockCount(); ++b) {
      const bool expected = rule.hides(model.blockCenter(b));
      ASSERT_EQ(mask.test(b), expected) << "seed " << seed << " block " << b;
      if (expected) ++hidden;
    }
    EXPECT_GT(hidden, 0U);
    EXPECT_LT(hidden, model.blockCount());
  }
}

TEST(BlocksOutside, EqualsOneBlockAtATime) {
  for (unsigned seed = 0; seed < 12; ++seed) {
    RandomBlocks random(seed);
    BlockModel model = random.model(static_cast<BlockShape>(seed % 3), {40, 12, 20});
    if (seed % 4 == 0) model.lattice.axis = {Vec3{0.8, 0, -0.6}, Vec3{0, 1, 0}, Vec3{0.6, 0, 0.8}};
    // Two octahedra that overlap, and a cavity turned inside out in one of them.
    geology::TriangleMesh mesh;
    const Vec3 middle = model.lattice.world(20, 6, 10);
    const auto add = [&](const Vec3& center, double radius, bool inward) {
      const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
      for (const Vec3& v :
           {Vec3{1, 0, 0}, Vec3{-1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, -1, 0}, Vec3{0, 0, 1}, Vec3{0, 0, -1}})
        mesh.vertices.push_back(center + v * radius);
      for (auto [a, b, c] : std::vector<std::array<std::uint32_t, 3>>{
               {0, 2, 4}, {2, 1, 4}, {1, 3, 4}, {3, 0, 4}, {2, 0, 5}, {1, 2, 5}, {3, 1, 5}, {0, 3, 5}}) {
        if (inward) std::swap(b, c);
        mesh.triangles.push_back({first + a, first + b, first + c});
      }
    };
    add(middle, 45, false);
    add(middle + Vec3{30, 10, 5}, 40, false);
    add(middle - Vec3{10, 0, 0}, 15, true);
    const analysis::PointInMesh solid(mesh);
    const BitMask mask = blocksOutside(model, solid);
    std::size_t inside = 0;
    for (std::size_t b = 0; b < model.blockCount(); ++b) {
      const bool contained = solid.contains(model.blockCenter(b));
      ASSERT_EQ(mask.test(b), !contained) << "seed " << seed << " block " << b;
      inside += contained ? 1 : 0;
    }
    EXPECT_GT(inside, 100U);
    EXPECT_LT(inside, model.blockCount());
  }
}

TEST(SetRange, SetsExactlyTheRange) {
  for (const std::size_t begin : {0U, 1U, 63U, 64U, 65U, 130U, 200U})
    for (const std::size_t end : {0U, 1U, 63U, 64U, 65U, 128U, 129U, 200U}) {
      BitMask mask(200);
      setRange(mask, {begin, end});
      for (std::size_t i = 0; i < 200; ++i) EXPECT_EQ(mask.test(i), i >= begin && i < end);
    }
}

}  // namespace
}  // namespace adit::viewer
