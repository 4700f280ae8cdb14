#include "geology/analysis/point_in_mesh.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/support/shapes.h"

using adit::analysis::PointInMesh;
using adit::geology::TriangleMesh;
using adit::geology::Vec3;
using namespace adit::tests;

namespace {

constexpr Vec3 kUtm{478123.4, 6772345.6, 310.5};

double uniform(std::mt19937& random, double low, double high) {
  return low + (high - low) * (static_cast<double>(random()) / 4294967296.0);
}

/// The solid angle under which a closed mesh is seen, in whole turns: 1 from inside, 0 from outside (van
/// Oosterom & Strackee 1983). Slow and independent of the grid.
double turnsAround(const TriangleMesh& mesh, const Vec3& p) {
  double angle = 0;
  for (const auto& t : mesh.triangles) {
    const Vec3 a = mesh.vertices[t[0]] - p, b = mesh.vertices[t[1]] - p, c = mesh.vertices[t[2]] - p;
    const double la = length(a), lb = length(b), lc = length(c);
    angle +=
        2 * std::atan2(dot(a, cross(b, c)), la * lb * lc + dot(a, b) * lc + dot(b, c) * la + dot(c, a) * lb);
  }
  return angle / (4 * std::numbers::pi);
}

TEST(PointInMesh, BoxIncludingPointsInLineWithItsEdges) {
  const PointInMesh box(boxMesh(kUtm, kUtm + Vec3{40, 40, 10}));
  EXPECT_TRUE(box.contains(kUtm + Vec3{20, 20, 5})) << "above the diagonal of the bottom";
  EXPECT_TRUE(box.contains(kUtm + Vec3{1, 39, 9.99}));
  EXPECT_FALSE(box.contains(kUtm + Vec3{20, 20, 10.01}));
  EXPECT_FALSE(box.contains(kUtm + Vec3{20, 20, -0.01}));
  EXPECT_FALSE(box.contains(kUtm + Vec3{40.01, 20, 5}));
  EXPECT_FALSE(box.contains(kUtm + Vec3{-1e9, 20, 5}));
}

TEST(PointInMesh, BoxesSideBySideShareNoPointAndLoseNone) {
  const PointInMesh west(boxMesh({0, 0, 0}, {10, 10, 10})), east(boxMesh({10, 0, 0}, {20, 10, 10}));
  const PointInMesh above(boxMesh({0, 0, 10}, {10, 10, 20}));
  for (const double y : {0.5, 5.0, 9.5}) {
    EXPECT_NE(west.contains({10, y, 5}), east.contains({10, y, 5})) << "on the common wall, y = " << y;
    EXPECT_NE(west.contains({y, 5, 10}), above.contains({y, 5, 10})) << "on the common floor, x = " << y;
  }
}

TEST(PointInMesh, EveryCellOfALatticeThroughVerticesAndEdges) {
  // The octahedron |x| + |y| + |z| < 8: lines through lattice points run through its corners, edges and
  // faces.
  const PointInMesh octahedron(sphereMesh({}, 8, 0));
  for (int x = -9; x <= 9; ++x)
    for (int y = -9; y <= 9; ++y)
      for (int z = -9; z <= 9; ++z) {
        const int sum = std::abs(x) + std::abs(y) + std::abs(z);
        if (sum == 8) continue;  // on the skin
        const Vec3 p{static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)};
        EXPECT_EQ(octahedron.contains(p), sum < 8) << x << ' ' << y << ' ' << z;
      }
}

TEST(PointInMesh, AgreesWithTheSolidAngle) {
  const TriangleMesh sphere = sphereMesh(kUtm, 250, 3);
  const PointInMesh inside(sphere);
  std::mt19937 random(7);
  int within = 0;
  for (int i = 0; i < 3000; ++i) {
    const Vec3 p =
        kUtm + Vec3{uniform(random, -260, 260), uniform(random, -260, 260), uniform(random, -260, 260)};
    const bool expected = turnsAround(sphere, p) > 0.5;
    within += expected ? 1 : 0;
    ASSERT_EQ(inside.contains(p), expected) << p.x << ' ' << p.y << ' ' << p.z;
  }
  EXPECT_GT(within, 1000);
  EXPECT_LT(within, 2000);
}

TEST(PointInMesh, CrumpledSolidAgreesWithTheSolidAngle) {
  TriangleMesh crumpled = sphereMesh(kUtm, 100, 3);
  std::mt19937 random(11);
  for (Vec3& v : crumpled.vertices) v = kUtm + (v - kUtm) * uniform(random, 0.5, 1.5);
  const PointInMesh inside(crumpled);
  int within = 0;
  for (int i = 0; i < 3000; ++i) {
    const Vec3 p =
        kUtm + Vec3{uniform(random, -150, 150), uniform(random, -150, 150), uniform(random, -150, 150)};
    const bool expected = std::abs(turnsAround(crumpled, p)) > 0.5;
    within += expected ? 1 : 0;
    ASSERT_EQ(inside.contains(p), expected);
  }
  EXPECT_GT(within, 300);
}

TEST(PointInMesh, CavityIsOutsideAndNestedShellsAreOneSolid) {
  const TriangleMesh outer = boxMesh({0, 0, 0}, {10, 10, 10}), inner = boxMesh({3, 3, 3}, {7, 7, 7});
  const PointInMesh cavity(joined(outer, insideOut(inner)));
  EXPECT_TRUE(cavity.contains({1, 1, 1}));
  EXPECT_FALSE(cavity.contains({5, 5.5, 5}));
  EXPECT_TRUE(cavity.contains({5, 5.5, 2})) << "below the cavity";
  const PointInMesh nested(joined(outer, inner));
  EXPECT_TRUE(nested.contains({5, 5.5, 5}));
  const PointInMesh overlapping(joined(outer, boxMesh({5, 5, 5}, {15, 15, 15})));
  EXPECT_TRUE(overlapping.contains({7, 7.5, 7}));
}

TEST(PointInMesh, InsideOutSolidHasTheSameInside) {
  const PointInMesh solid(insideOut(tetrahedronMesh({}, 10)));
  EXPECT_TRUE(solid.contains({1, 2, 3}));
  EXPECT_FALSE(solid.contains({5, 5, 5}));
}

/// A surface z = 0.1 x - 0.2 y + 7 on a 21 x 21 grid of 50 m, with a step of triangles of another size beside
/// it.
TriangleMesh slopingSurface() {
  TriangleMesh surface;
  constexpr std::uint32_t kSide = 21;
  for (std::uint32_t j = 0; j < kSide; ++j)
    for (std::uint32_t i = 0; i < kSide; ++i) {
      const double x = 50.0 * i, y = 50.0 * j;
      surface.vertices.push_back(kUtm + Vec3{x, y, 0.1 * x - 0.2 * y + 7});
    }
  for (std::uint32_t j = 0; j + 1 < kSide; ++j)
    for (std::uint32_t i = 0; i + 1 < kSide; ++i) {
      const std::uint32_t a = j * kSide + i;
      surface.triangles.push_back({a, a + 1, a + kSide});
      surface.triangles.push_back({a + 1, a + kSide + 1, a + kSide});
    }
  return surface;
}

TEST(PointInMesh, HeightOfASurface) {
  const PointInMesh surface(slopingSurface());
  std::mt19937 random(3);
  for (int i = 0; i < 2000; ++i) {
    const double x = uniform(random, 0, 1000), y = uniform(random, 0, 1000);
    const auto heights = surface.heightsAt(kUtm.x + x, kUtm.y + y);
    ASSERT_TRUE(heights.has_value()) << x << ' ' << y;
    ASSERT_NEAR(heights->highest, kUtm.z + 0.1 * x - 0.2 * y + 7, 1e-5);
    ASSERT_NEAR(heights->lowest, heights->highest, 1e-9);
  }
  for (const double edge : {0.0, 50.0, 325.0, 1000.0})
    EXPECT_TRUE(surface.heightsAt(kUtm.x + edge, kUtm.y + edge).has_value())
        << "on edges and corners, " << edge;
  EXPECT_FALSE(surface.heightsAt(kUtm.x - 0.01, kUtm.y).has_value());
}

TEST(PointInMesh, OverhangHasTwoHeights) {
  const PointInMesh box(boxMesh({0, 0, 2}, {10, 10, 5}));
  const auto heights = box.heightsAt(4, 4.5);
  ASSERT_TRUE(heights.has_value());
  EXPECT_EQ(heights->lowest, 2);
  EXPECT_EQ(heights->highest, 5);
}

TEST(PointInMesh, LongTrianglesDoNotFillTheMemory) {
  // A fan of 20,000 needles: each crosses the whole plan.
  TriangleMesh fan;
  fan.vertices.push_back({0, 0, 0});
  constexpr std::uint32_t kNeedles = 20000;
  for (std::uint32_t i = 0; i <= kNeedles; ++i) {
    const double angle = std::numbers::pi / 2 * i / kNeedles;
    fan.vertices.push_back({1000 * std::cos(angle), 1000 * std::sin(angle), 50});
    if (i > 0) fan.triangles.push_back({0, i, i + 1});
  }
  const PointInMesh surface(fan);
  const auto heights = surface.heightsAt(300, 400);
  ASSERT_TRUE(heights.has_value());
  EXPECT_NEAR(heights->highest, 25, 1e-4);
}

TEST(PointInMesh, NothingAndVerticalWallsContainNothing) {
  EXPECT_FALSE(PointInMesh({}).contains({0, 0, 0}));
  EXPECT_FALSE(PointInMesh({}).heightsAt(0, 0).has_value());
  TriangleMesh wall;
  wall.vertices = {{0, 0, 0}, {10, 0, 0}, {0, 0, 10}};
  wall.triangles = {{0, 1, 2}};
  EXPECT_FALSE(PointInMesh(wall).contains({5, 0, 1}));
  EXPECT_FALSE(PointInMesh(wall).heightsAt(5, 0).has_value());
}

}  // namespace
