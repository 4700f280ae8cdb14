// A surface that shows the blocks behind it, against blocks that are asked for point by point.
#include "viewer/geometry/draped_surface.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/shapes.h"

namespace adit::viewer {
namespace {

using geology::Vec3;

geology::BlockModel fullModel() {
  geology::BlockModel model;
  model.name = "blocks";
  model.lattice.size = {10, 10, 10};
  model.lattice.count = {10, 10, 10};
  return model;
}

geology::BitMask all(const geology::TriangleMesh& mesh) {
  return geology::BitMask(mesh.triangles.size(), true);
}

Vec3 areaOf(const GroundPolygons& polygons, std::size_t n) {
  Vec3 sum{};
  const std::size_t first = polygons.offsets[n], end = polygons.offsets[n + 1];
  for (std::size_t k = first + 2; k < end; ++k)
    sum +=
        cross(polygons.points[k - 1] - polygons.points[first], polygons.points[k] - polygons.points[first]);
  return sum * 0.5;
}

double areaOf(const GroundPolygons& polygons) {
  double area = 0;
  for (std::size_t n = 0; n < polygons.size(); ++n) area += length(areaOf(polygons, n));
  return area;
}

/// A level square from (0, 0) to (side, side).
geology::TriangleMesh square(double side, double z) {
  geology::TriangleMesh mesh;
  mesh.vertices = {{0, 0, z}, {side, 0, z}, {side, side, z}, {0, side, z}};
  mesh.triangles = {{0, 1, 2}, {0, 2, 3}};
  return mesh;
}

TEST(DrapedSurface, AFloorShowsTheBlocksBelowItWhicheverWayItsTrianglesRun) {
  const geology::BlockModel model = fullModel();
  geology::TriangleMesh floor = square(100, 50);
  std::swap(floor.triangles[1][0], floor.triangles[1][1]);
  const DrapedSurface draped = drapedSurface(floor, all(floor), model);
  EXPECT_EQ(draped.bare.size(), 0U);
  EXPECT_NEAR(areaOf(draped.blocks), 100 * 100, 1e-6);
  std::vector<double> covered(model.blockCount(), 0);
  for (std::size_t n = 0; n < draped.blocks.size(); ++n) {
    EXPECT_GT(areaOf(draped.blocks, n).z, 0);
    covered[draped.blocks.rows[n]] += areaOf(draped.blocks, n).z;
  }
  for (std::size_t row = 0; row < covered.size(); ++row) {
    const auto cell = model.lattice.cellAt(model.cellOf(row));
    EXPECT_NEAR(covered[row], cell[2] == 4 ? 100 : 0, 1e-6) << row;
  }
}

TEST(DrapedSurface, WhatLiesOutsideTheModelKeepsItsTriangle) {
  const geology::BlockModel model = fullModel();
  const geology::TriangleMesh floor = square(120, 50);
  const DrapedSurface draped = drapedSurface(floor, all(floor), model);
  EXPECT_NEAR(areaOf(draped.blocks), 100 * 100, 1e-6);
  EXPECT_NEAR(areaOf(draped.bare), 120 * 120 - 100 * 100, 1e-6);
  for (const std::uint32_t row : draped.bare.rows) EXPECT_LT(row, floor.triangles.size());
  const geology::TriangleMesh above = square(100, 150);
  EXPECT_EQ(drapedSurface(above, all(above), model).blocks.size(), 0U);
}

TEST(DrapedSurface, ASlopeShowsTheGroundUnderIt) {
  // 45 degrees, rising to the east: the block under each piece, found from its middle.
  const geology::BlockModel model = fullModel();
  geology::TriangleMesh slope;
  slope.vertices = {{3, 3, 3}, {97, 3, 97}, {97, 97, 97}, {3, 97, 3}};
  slope.triangles = {{0, 2, 1}, {0, 2, 3}};  // one seen from above, one from below
  const DrapedSurface draped = drapedSurface(slope, all(slope), model);
  EXPECT_NEAR(areaOf(draped.blocks) + areaOf(draped.bare), 94 * 94 * std::sqrt(2.0), 1e-6);
  ASSERT_GT(draped.blocks.size(), 100U);
  for (std::size_t n = 0; n < draped.blocks.size(); ++n) {
    Vec3 middle{};
    const std::size_t first = draped.blocks.offsets[n], end = draped.blocks.offsets[n + 1];
    for (std::size_t k = first; k < end; ++k) middle += draped.blocks.points[k];
    middle = middle * (1.0 / static_cast<double>(end - first));
    EXPECT_EQ(model.blockAt(middle + Vec3{0.01, 0, -0.01}),
              std::optional<std::size_t>(draped.blocks.rows[n]));
  }
}

TEST(DrapedSurface, ASolidShowsWhatIsInIt) {
  const geology::BlockModel model = fullModel();
  for (const bool inward : {false, true}) {
    auto box = *tests::namedBox("box", {20, 20, 20}, {50, 50, 50});
    if (inward)
      for (auto& triangle : box.triangles) std::swap(triangle[0], triangle[1]);
    const DrapedSurface draped = drapedSurface(box, all(box), model);
    EXPECT_NEAR(areaOf(draped.blocks), 6 * 30 * 30, 1e-6);
    for (const std::uint32_t row : draped.blocks.rows) {
      const auto cell = model.lattice.cellAt(model.cellOf(row));
      for (const auto index : cell) {
        EXPECT_GE(index, 2);
        EXPECT_LE(index, 4);
      }
    }
  }
}

TEST(DrapedSurface, HiddenTrianglesAreLeftOut) {
  const geology::BlockModel model = fullModel();
  const geology::TriangleMesh floor = square(100, 50);
  geology::BitMask one(2);
  one.set(0);
  const DrapedSurface draped = drapedSurface(floor, one, model);
  EXPECT_NEAR(areaOf(draped.blocks), 100 * 100 / 2.0, 1e-6);
}

}  // namespace
}  // namespace adit::viewer
