#include "geology/analysis/mesh_measure.h"

#include <gtest/gtest.h>

#include "tests/support/shapes.h"

using adit::analysis::describeMesh;
using adit::analysis::MeshDescription;
using adit::geology::TriangleMesh;
using adit::geology::Vec3;
using namespace adit::tests;

namespace {

constexpr Vec3 kUtm{478123.4, 6772345.6, 310.5};

TEST(MeshMeasure, BoxAtUtmCoordinates) {
  const MeshDescription box = describeMesh(boxMesh(kUtm, kUtm + Vec3{20, 30, 5}));
  EXPECT_TRUE(box.closed);
  EXPECT_NEAR(box.volume, 3000, 1e-5);  // the corners themselves are rounded to 1e-9
  EXPECT_NEAR(box.area, 2 * (600 + 100 + 150), 1e-6);
  EXPECT_EQ(box.openEdges + box.nonManifoldEdges + box.flippedEdges + box.degenerate, 0U);
}

TEST(MeshMeasure, TetrahedronInAndOut) {
  const TriangleMesh tetrahedron = tetrahedronMesh(kUtm, 6);
  EXPECT_NEAR(describeMesh(tetrahedron).volume, 36, 1e-6);
  EXPECT_NEAR(describeMesh(insideOut(tetrahedron)).volume, 36, 1e-6)
      << "a volume is positive, however it is turned";
  EXPECT_NEAR(describeMesh(tetrahedron).area, 3 * 18 + std::sqrt(3.0) / 2 * 36, 1e-6);
}

TEST(MeshMeasure, SphereConvergesToItsFormula) {
  const double exact = 4.0 / 3 * std::numbers::pi * 1e6;
  const double coarse = describeMesh(sphereMesh(kUtm, 100, 4)).volume;
  const double fine = describeMesh(sphereMesh(kUtm, 100, 5)).volume;
  EXPECT_LT(fine, exact);
  EXPECT_NEAR((exact - coarse) / (exact - fine), 4, 0.05) << "half the edge, a quarter of the error";
  EXPECT_NEAR(describeMesh(sphereMesh({}, 100, 5)).volume, fine, 1e-3 * 1e-6 * exact)
      << "the place must not matter";
}

TEST(MeshMeasure, OpenMeshHasEdgesAndNoVolume) {
  TriangleMesh box = boxMesh({}, {1, 1, 1});
  box.triangles.pop_back();
  const MeshDescription open = describeMesh(box);
  EXPECT_FALSE(open.closed);
  EXPECT_EQ(open.openEdges, 3U);
  EXPECT_EQ(open.volume, 0);
  EXPECT_NEAR(open.area, 5.5, 1e-12);
}

TEST(MeshMeasure, FlippedTriangleIsNotClosed) {
  TriangleMesh box = boxMesh({}, {1, 1, 1});
  std::swap(box.triangles[0][1], box.triangles[0][2]);
  const MeshDescription flipped = describeMesh(box);
  EXPECT_FALSE(flipped.closed);
  EXPECT_EQ(flipped.flippedEdges, 3U);
  EXPECT_EQ(flipped.openEdges, 0U);
}

TEST(MeshMeasure, ThreeSheetsAtOneEdgeAreNotManifold) {
  TriangleMesh fins;
  fins.vertices = {{0, 0, 0}, {0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {-1, 0, 0}};
  fins.triangles = {{0, 1, 2}, {0, 1, 3}, {0, 1, 4}};
  EXPECT_EQ(describeMesh(fins).nonManifoldEdges, 1U);
  EXPECT_EQ(describeMesh(fins).openEdges, 6U);
}

TEST(MeshMeasure, RepeatedCornersAreJoined) {
  const TriangleMesh box = boxMesh(kUtm, kUtm + Vec3{1, 1, 1});
  TriangleMesh soup;
  for (const auto& triangle : box.triangles) {
    const auto first = static_cast<std::uint32_t>(soup.vertices.size());
    for (const std::uint32_t corner : triangle) soup.vertices.push_back(box.vertices[corner]);
    soup.triangles.push_back({first, first + 1, first + 2});
  }
  EXPECT_TRUE(describeMesh(soup).closed);
}

TEST(MeshMeasure, MinusZeroIsZero) {
  TriangleMesh box = boxMesh({0, 0, 0}, {1, 1, 1});
  box.vertices.push_back({-0.0, 0.0, -0.0});
  box.triangles[0][0] = 8;
  EXPECT_TRUE(describeMesh(box).closed);
}

TEST(MeshMeasure, CollapsedTriangleDoesNotOpenTheSolid) {
  TriangleMesh box = boxMesh({}, {1, 1, 1});
  box.triangles.push_back({0, 0, 1});
  const MeshDescription description = describeMesh(box);
  EXPECT_TRUE(description.closed);
  EXPECT_EQ(description.degenerate, 1U);
}

TEST(MeshMeasure, NothingIsNothing) {
  const MeshDescription nothing = describeMesh({});
  EXPECT_FALSE(nothing.closed);
  EXPECT_EQ(nothing.area, 0);
}

}  // namespace
