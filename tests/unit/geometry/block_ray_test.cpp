// Rays against brute force: every block asked by itself, as a box in space cut by the planes.
#include "viewer/geometry/block_ray.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/support/random_blocks.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::BlockModel;
using geology::Vec3;
using tests::BlockShape;
using tests::RandomBlocks;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The box of a block as six half-spaces.
CutPlanes planesOf(const BlockModel& model, std::size_t block) {
  const Vec3 half = model.blockSize(block) * 0.5;
  const std::array<double, 3> reach{half.x, half.y, half.z};
  CutPlanes planes;
  for (std::size_t a = 0; a < 3; ++a)
    for (const double side : {-1.0, 1.0}) {
      const Vec3 normal = model.lattice.axis[a] * side;
      planes.push_back({model.blockCenter(block) + normal * reach[a], normal});
    }
  return planes;
}

/// Where the ray is within all half-spaces, as distances from its origin; first > second: nowhere.
std::pair<double, double> stretchWithin(const CutPlanes& planes, const Ray& ray) {
  const Vec3 unit = geology::normalized(ray.direction);
  double begin = 0, end = kInfinity;
  for (const HalfSpace& plane : planes) {
    const double start = plane.distance(ray.origin);
    const double slope = dot(unit, plane.normal);
    if (slope > 0) end = std::min(end, -start / slope);
    if (slope < 0) begin = std::max(begin, -start / slope);
    if (slope == 0 && start > 0) end = -kInfinity;
  }
  return {begin, end};
}

struct Expected {
  double distance = kInfinity;
  std::size_t block = 0;
};
Expected bruteForceHit(const BlockModel& model, const BitMask& shown, const CutPlanes& planes,
                       const Ray& ray) {
  Expected nearest;
  for (std::size_t b = 0; b < model.blockCount(); ++b) {
    if (!shown.test(b)) continue;
    CutPlanes all = planesOf(model, b);
    all.insert(all.end(), planes.begin(), planes.end());
    const auto [begin, end] = stretchWithin(all, ray);
    if (end - begin > 1e-5 && begin < nearest.distance) nearest = {begin, b};
  }
  return nearest;
}

Vec3 placeNear(RandomBlocks& random, const geology::Lattice& lattice, double margin) {
  const auto along = [&](std::size_t a) {
    return random.within(-margin, 1 + margin) * static_cast<double>(lattice.count[a]);
  };
  return lattice.world(along(0), along(1), along(2));
}

TEST(BlockRay, EqualsBruteForce) {
  int hits = 0, misses = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    RandomBlocks random(seed);
    const BlockModel model = random.model(static_cast<BlockShape>(seed % 3),
                                          {2 + random.below(8), 2 + random.below(6), 1 + random.below(7)});
    const BlockIndex index(model);
    const BitMask shown = random.mask(model.blockCount(), seed % 2 == 0 ? 0.1 : 0.6);
    for (int n = 0; n < 60; ++n) {
      const Vec3 from = placeNear(random, model.lattice, 1.5);
      const Ray ray{from, (placeNear(random, model.lattice, 0) - from) * random.within(0.01, 3)};
      CutPlanes planes;
      for (auto count = random.below(3); count > 0; --count)
        planes.push_back(
            {placeNear(random, model.lattice, -0.2),
             geology::normalized({random.within(-1, 1), random.within(-1, 1), random.within(-1, 1)})});
      const Expected expected = bruteForceHit(model, shown, planes, ray);
      const auto hit = firstBlockOnRay(index, shown, planes, ray);
      ASSERT_EQ(hit.has_value(), expected.distance < kInfinity) << "seed " << seed << " ray " << n;
      ++(hit ? hits : misses);
      if (!hit) continue;
      EXPECT_EQ(hit->block, expected.block) << "seed " << seed << " ray " << n;
      EXPECT_NEAR(hit->distance, expected.distance, 1e-6);
      EXPECT_NEAR(length(hit->position - ray.origin), expected.distance, 1e-6);
      EXPECT_TRUE(shown.test(hit->block));
    }
  }
  EXPECT_GT(hits, 500);
  EXPECT_GT(misses, 500);
}

BlockModel row() {
  BlockModel model;
  model.lattice.count = {4, 1, 1};
  return model;
}

TEST(BlockRay, GoesAlongTheAxesFromBothSides) {
  const BlockModel model = row();
  const BlockIndex index(model);
  BitMask shown(4);
  shown.set(1);
  shown.set(2);
  const auto east = firstBlockOnRay(index, shown, {}, {{-3, 0.5, 0.5}, {2, 0, 0}});
  ASSERT_TRUE(east);
  EXPECT_EQ(east->block, 1U);
  EXPECT_DOUBLE_EQ(east->distance, 4);
  const auto west = firstBlockOnRay(index, shown, {}, {{9, 0.5, 0.5}, {-1, 0, 0}});
  ASSERT_TRUE(west);
  EXPECT_EQ(west->block, 2U);
  EXPECT_DOUBLE_EQ(west->distance, 6);
  EXPECT_FALSE(firstBlockOnRay(index, shown, {}, {{-3, 1.5, 0.5}, {1, 0, 0}}));
  EXPECT_FALSE(firstBlockOnRay(index, shown, {}, {{9, 0.5, 0.5}, {1, 0, 0}})) << "looks away";
}

TEST(BlockRay, HitsTheFaceThatAPlaneOpens) {
  const BlockModel model = row();
  const BlockIndex index(model);
  const BitMask all(4, true);
  const auto hit = firstBlockOnRay(index, all, {{{2.25, 0, 0}, {-1, 0, 0}}}, {{-3, 0.5, 0.5}, {1, 0, 0}});
  ASSERT_TRUE(hit);
  EXPECT_EQ(hit->block, 2U);
  EXPECT_DOUBLE_EQ(hit->position.x, 2.25);
  // A plane between two blocks shows the one that is kept.
  const auto between = firstBlockOnRay(index, all, {{{2, 0, 0}, {-1, 0, 0}}}, {{-3, 0.5, 0.5}, {1, 0, 0}});
  ASSERT_TRUE(between);
  EXPECT_EQ(between->block, 2U);
}

TEST(BlockRay, FromInsideABlockHitsItAtOnce) {
  const BlockModel model = row();
  const auto hit = firstBlockOnRay(BlockIndex(model), BitMask(4, true), {}, {{1.5, 0.5, 0.5}, {0, 0, 1}});
  ASSERT_TRUE(hit);
  EXPECT_EQ(hit->block, 1U);
  EXPECT_EQ(hit->distance, 0);
}

TEST(BlockRay, WithoutANumberHitsNothing) {
  const BlockModel model = row();
  const BlockIndex index(model);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(firstBlockOnRay(index, BitMask(4, true), {}, {{nan, 0, 0}, {1, 0, 0}}));
  EXPECT_FALSE(firstBlockOnRay(index, BitMask(4, true), {}, {{0, 0, 0}, {1, kInfinity, 0}}));
}

}  // namespace
}  // namespace adit::viewer
