// The skin of blocks against a brute-force count, and cut faces against closed forms.
#include "viewer/geometry/block_skin.h"

#include <gtest/gtest.h>

#include <random>

#include "geology/model/block_model.h"
#include "viewer/geometry/block_mesh.h"
#include "viewer/geometry/convex_polygon.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::BlockModel;
using geology::Vec3;

BlockModel fullModel(std::array<std::int64_t, 3> count) {
  BlockModel model;
  model.lattice.count = count;
  return model;
}

std::array<std::size_t, kFaceDirections> bruteForceFaces(const BlockModel& model, const BitMask& shown) {
  const auto& n = model.lattice.count;
  std::array<std::size_t, kFaceDirections> faces{};
  const std::array<std::array<int, 3>, 6> step{
      {{-1, 0, 0}, {1, 0, 0}, {0, -1, 0}, {0, 1, 0}, {0, 0, -1}, {0, 0, 1}}};
  for (std::int64_t cell = 0; cell < model.lattice.cellCount(); ++cell) {
    if (!shown.test(static_cast<std::size_t>(cell))) continue;
    const auto c = model.lattice.cellAt(cell);
    for (std::size_t d = 0; d < 6; ++d) {
      const std::int64_t i = c[0] + step[d][0];
      const std::int64_t j = c[1] + step[d][1];
      const std::int64_t k = c[2] + step[d][2];
      const bool inside = i >= 0 && j >= 0 && k >= 0 && i < n[0] && j < n[1] && k < n[2];
      if (!inside || !shown.test(static_cast<std::size_t>(model.lattice.cellIndex(i, j, k)))) ++faces[d];
    }
  }
  return faces;
}

double polygonArea(const Polygon& polygon) {
  Vec3 sum;
  for (std::size_t i = 1; i + 1 < polygon.size(); ++i)
    sum += cross(polygon[i] - polygon[0], polygon[i + 1] - polygon[0]);
  return geology::length(sum) / 2;
}

// Area of a mesh that was built in a frame without exaggeration.
double meshArea(const MeshBuffer& mesh) {
  double area = 0;
  for (std::size_t p = 0; p < mesh.polygonCount(); ++p) {
    Polygon polygon;
    for (auto c = mesh.offsets[p]; c < mesh.offsets[p + 1]; ++c) {
      const auto& v = mesh.points[static_cast<std::size_t>(mesh.corners[static_cast<std::size_t>(c)])];
      polygon.push_back({static_cast<double>(v[0]), static_cast<double>(v[1]), static_cast<double>(v[2])});
    }
    area += polygonArea(polygon);
  }
  return area;
}

TEST(BlockSkin, EqualsBruteForceOnRandomMasks) {
  std::mt19937 random(11);
  // Widths around the word size: the carries between words are where this goes wrong.
  for (const std::int64_t width : {1, 2, 63, 64, 65, 127, 128, 130}) {
    for (const double share : {0.05, 0.5, 0.97}) {
      const BlockModel model = fullModel({width, 5, 7});
      BitMask shown(model.blockCount());
      std::bernoulli_distribution pick(share);
      for (std::size_t b = 0; b < shown.size(); ++b)
        if (pick(random)) shown.set(b);
      const BlockSkin skin = skinOf(cellMaskOf(model, shown));
      const auto expected = bruteForceFaces(model, shown);
      for (std::size_t d = 0; d < kFaceDirections; ++d)
        EXPECT_EQ(skin.cells[d].size(), expected[d]) << "width " << width << " direction " << d;
    }
  }
}

TEST(BlockSkin, OfASolidBoxIsItsSurface) {
  const BlockModel model = fullModel({70, 3, 4});
  const BlockSkin skin = skinOf(cellMaskOf(model, BitMask(model.blockCount(), true)));
  EXPECT_EQ(skin.faceCount(), 2U * (70 * 3 + 3 * 4 + 70 * 4));
}

TEST(BlockSkin, SparseModelSkipsAbsentCells) {
  BlockModel model = fullModel({4, 1, 1});
  model.cellOfBlock = {0, 1, 3};
  const MeshBuffer mesh = blockSkinMesh(model, BitMask(3, true), {});
  EXPECT_EQ(mesh.polygonCount(), 10U + 6U);
  EXPECT_EQ(*std::max_element(mesh.rows.begin(), mesh.rows.end()), 2U) << "rows are blocks, not cells";
}

TEST(BlockSkin, SubBlocksHideSharedFaces) {
  BlockModel model = fullModel({1, 1, 1});
  model.cellOfBlock = {0, 0};
  model.boxes = {{{0, 0, 0}, {0.5F, 1, 1}}, {{0.5F, 0, 0}, {1, 1, 1}}};
  EXPECT_EQ(blockSkinMesh(model, BitMask(2, true), {}).polygonCount(), 10U);
}

TEST(BlockSkin, FacesLookOutward) {
  const BlockModel model = fullModel({1, 1, 1});
  const MeshBuffer mesh = blockSkinMesh(model, BitMask(1, true), {});
  ASSERT_EQ(mesh.polygonCount(), 6U);
  for (std::size_t p = 0; p < 6; ++p) {
    const auto at = [&](std::size_t c) {
      const auto& v = mesh.points[static_cast<std::size_t>(mesh.corners[p * 4 + c])];
      return Vec3{static_cast<double>(v[0]), static_cast<double>(v[1]), static_cast<double>(v[2])};
    };
    const Vec3 normal = cross(at(1) - at(0), at(2) - at(0));
    const Vec3 middle = (at(0) + at(2)) * 0.5;
    EXPECT_GT(dot(normal, middle - Vec3{0.5, 0.5, 0.5}), 0) << "face " << p;
  }
}

TEST(ShrunkBlocks, LeaveOutBuriedBlocks) {
  const BlockModel model = fullModel({3, 3, 3});
  const MeshBuffer mesh = shrunkBlockMesh(model, BitMask(27, true), 0.5, {});
  EXPECT_EQ(mesh.polygonCount(), 26U * 6);
  EXPECT_NEAR(meshArea(mesh), 26 * 6 * 0.25, 1e-4);
}

TEST(CutFaces, CoverThePlaneThroughTheModel) {
  BlockModel model = fullModel({10, 8, 6});
  model.lattice.size = {2, 3, 5};
  const BitMask all(model.blockCount(), true);
  // Square to x: the face is the whole yz side.
  EXPECT_NEAR(meshArea(blockCutFaces(model, all, {{{7.3, 0, 0}, {1, 0, 0}}}, 0, {})), 24 * 30, 1e-3);
  // Through opposite edges of a cube: sqrt(2) times its side.
  BlockModel cube = fullModel({12, 12, 12});
  const Vec3 diagonal = geology::normalized({1, 1, 0});
  EXPECT_NEAR(meshArea(blockCutFaces(cube, BitMask(cube.blockCount(), true), {{{6, 6, 0}, diagonal}}, 0, {})),
              12 * 12 * std::sqrt(2.0), 1e-3);
  // Half of it is cut away by a second plane.
  const CutPlanes both{{{6, 6, 0}, diagonal}, {{0, 0, 6}, {0, 0, 1}}};
  EXPECT_NEAR(meshArea(blockCutFaces(cube, BitMask(cube.blockCount(), true), both, 0, {})),
              12 * 6 * std::sqrt(2.0), 1e-3);
}

TEST(CutFaces, OfARotatedModelAtMineCoordinates) {
  BlockModel model = fullModel({10, 10, 10});
  const double a = 0.4;
  model.lattice.origin = {478'000, 6'772'000, 300};
  model.lattice.axis = {Vec3{std::cos(a), std::sin(a), 0}, Vec3{-std::sin(a), std::cos(a), 0}, Vec3{0, 0, 1}};
  model.lattice.size = {10, 10, 10};
  const Vec3 middle = model.lattice.world(5, 5, 5);
  const SceneFrame frame{middle, 1};
  const BitMask all(model.blockCount(), true);
  EXPECT_NEAR(meshArea(blockCutFaces(model, all, {{middle, model.lattice.axis[0]}}, 0, frame)), 100 * 100,
              1e-1);
  EXPECT_NEAR(meshArea(blockCutFaces(model, all, {{middle, {0, 0, 1}}}, 0, frame)), 100 * 100, 1e-1);
}

TEST(ConvexPolygon, HexagonThroughACube) {
  const ParallelBox cube{{0, 0, 0}, {Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}}};
  const Polygon hexagon = crossSection(cube, {{0.5, 0.5, 0.5}, geology::normalized({1, 1, 1})});
  EXPECT_EQ(hexagon.size(), 6U);
  EXPECT_NEAR(polygonArea(hexagon), 3 * std::sqrt(3.0) / 4, 1e-12);  // side sqrt(2)/2
  EXPECT_TRUE(crossSection(cube, {{2, 0, 0}, {1, 0, 0}}).empty());
}

}  // namespace
}  // namespace adit::viewer
