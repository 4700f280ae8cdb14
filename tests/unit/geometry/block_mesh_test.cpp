// Blocks as polygons: which rows, which way round, and cut faces against closed forms.
#include "viewer/geometry/block_mesh.h"

#include <gtest/gtest.h>
#include <vtkCellArray.h>
#include <vtkIdList.h>
#include <vtkNew.h>

#include <algorithm>
#include <cmath>

#include "tests/support/random_blocks.h"
#include "viewer/geometry/convex_polygon.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::BlockModel;
using geology::Vec3;
using tests::BlockShape;
using tests::RandomBlocks;

BlockModel fullModel(std::array<std::int64_t, 3> count) {
  BlockModel model;
  model.lattice.count = count;
  return model;
}

vtkSmartPointer<vtkPolyData> meshOf(const BlockModel& model, const BitMask& shown,
                                    const SceneFrame& frame = {}) {
  return blockSkinMesh(model, skinOf(model, shown), frame);
}
Polygon polygonOf(vtkPolyData& mesh, vtkIdType cell) {
  vtkNew<vtkIdList> corners;
  mesh.GetCellPoints(cell, corners);
  Polygon polygon;
  for (vtkIdType c = 0; c < corners->GetNumberOfIds(); ++c) {
    const double* p = mesh.GetPoint(corners->GetId(c));
    polygon.push_back({p[0], p[1], p[2]});
  }
  return polygon;
}

double polygonArea(const Polygon& polygon) {
  Vec3 sum;
  for (std::size_t i = 1; i + 1 < polygon.size(); ++i)
    sum += cross(polygon[i] - polygon[0], polygon[i + 1] - polygon[0]);
  return geology::length(sum) / 2;
}

double meshArea(vtkPolyData& mesh) {
  double area = 0;
  for (vtkIdType cell = 0; cell < mesh.GetNumberOfCells(); ++cell) area += polygonArea(polygonOf(mesh, cell));
  return area;
}
double meshArea(const MeshBuffer& mesh) {
  return meshArea(*toPolyData(mesh));
}

MeshBuffer cutFaces(const BlockModel& model, const BitMask& shown, const CutPlanes& planes,
                    std::size_t which = 0, const SceneFrame& frame = {}) {
  return blockCutFaces(BlockIndex(model), shown, {planes, which}, frame);
}

TEST(BlockSkinMesh, RowsAreBlocksNotCells) {
  BlockModel model = fullModel({4, 1, 1});
  model.cellOfBlock = {0, 1, 3};
  const auto mesh = meshOf(model, BitMask(3, true));
  EXPECT_EQ(mesh->GetNumberOfCells(), 10 + 6);
  const auto rows = rowsOf(*mesh);
  EXPECT_EQ(*std::max_element(rows.begin(), rows.end()), 2U);
}

/// The face of a block, from its centre and size.
Vec3 faceCenter(const BlockModel& model, std::size_t block, std::size_t direction) {
  const Vec3 size = model.blockSize(block);
  const std::array<double, 3> sides{size.x, size.y, size.z};
  const std::size_t axis = direction / 2;
  return model.blockCenter(block) +
         model.lattice.axis[axis] * (sides[axis] * (direction % 2 == 0 ? -0.5 : 0.5));
}

TEST(BlockSkinMesh, EachFaceLiesOnItsBlockAndLooksOutward) {
  for (unsigned seed = 0; seed < 12; ++seed) {
    RandomBlocks random(seed);
    const BlockModel model = random.model(static_cast<BlockShape>(seed % 3), {5, 4, 3});
    const BlockSkin skin = skinOf(model, random.mask(model.blockCount(), 0.6));
    const SceneFrame frame{model.lattice.center(0), 2};
    const auto mesh = blockSkinMesh(model, skin, frame);
    ASSERT_EQ(static_cast<std::size_t>(mesh->GetNumberOfCells()), skin.faceCount());
    vtkIdType cell = 0;
    for (std::size_t d = 0; d < kFaceDirections; ++d)
      for (const std::uint32_t block : skin.blocks[d]) {
        ASSERT_EQ(rowOfCell(*mesh, cell), static_cast<std::int64_t>(block));
        const Polygon face = polygonOf(*mesh, cell++);
        const Vec3 middle = (face[0] + face[2]) * 0.5;
        EXPECT_LT(length(frame.toWorld(middle) - faceCenter(model, block, d)), 1e-4);
        const Vec3 size = model.blockSize(block);
        const std::array<double, 3> sides{size.x, size.y, size.z};
        const double stretch = d / 2 == 2 ? 1 : frame.exaggeration;
        EXPECT_NEAR(polygonArea(face), sides[(d / 2 + 1) % 3] * sides[(d / 2 + 2) % 3] * stretch, 1e-2);
        EXPECT_GT(dot(cross(face[1] - face[0], face[2] - face[0]),
                      middle - frame.toScene(model.blockCenter(block))),
                  0);
      }
  }
}

TEST(BlockSkinMesh, OfNothingIsEmpty) {
  const BlockModel model = fullModel({4, 4, 4});
  EXPECT_EQ(meshOf(model, BitMask(64))->GetNumberOfCells(), 0);
}

TEST(ShrunkBlocks, LeaveOutBuriedBlocks) {
  const BlockModel model = fullModel({3, 3, 3});
  const auto mesh = shrunkBlockMesh(model, skinOf(model, BitMask(27, true)), 0.5, {});
  EXPECT_EQ(mesh->GetNumberOfCells(), 26 * 6);
  EXPECT_NEAR(meshArea(*mesh), 26 * 6 * 0.25, 1e-4);
  const auto rows = rowsOf(*mesh);
  EXPECT_EQ(std::count(rows.begin(), rows.end(), 13U), 0) << "the middle one";
}

TEST(CutFaces, CoverThePlaneThroughTheModel) {
  BlockModel model = fullModel({10, 8, 6});
  model.lattice.size = {2, 3, 5};
  const BitMask all(model.blockCount(), true);
  // Square to x: the face is the whole yz side.
  EXPECT_NEAR(meshArea(cutFaces(model, all, {{{7.3, 0, 0}, {1, 0, 0}}})), 24 * 30, 1e-3);
  // Through opposite edges of a cube: sqrt(2) times its side.
  BlockModel cube = fullModel({12, 12, 12});
  const Vec3 diagonal = geology::normalized({1, 1, 0});
  EXPECT_NEAR(meshArea(cutFaces(cube, BitMask(cube.blockCount(), true), {{{6, 6, 0}, diagonal}})),
              12 * 12 * std::sqrt(2.0), 1e-3);
  // Half of it is cut away by a second plane.
  const CutPlanes both{{{6, 6, 0}, diagonal}, {{0, 0, 6}, {0, 0, 1}}};
  EXPECT_NEAR(meshArea(cutFaces(cube, BitMask(cube.blockCount(), true), both)), 12 * 6 * std::sqrt(2.0),
              1e-3);
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
  EXPECT_NEAR(meshArea(cutFaces(model, all, {{middle, model.lattice.axis[0]}}, 0, frame)), 100 * 100, 1e-1);
  EXPECT_NEAR(meshArea(cutFaces(model, all, {{middle, {0, 0, 1}}}, 0, frame)), 100 * 100, 1e-1);
}

/// Cut faces block by block, over all blocks of the model.
double bruteForceCutArea(const BlockModel& model, const BitMask& shown, const CutPlanes& planes,
                         std::size_t& faces) {
  double area = 0;
  for (std::size_t b = 0; b < model.blockCount(); ++b) {
    if (!shown.test(b)) continue;
    const Vec3 size = model.blockSize(b);
    const auto& axis = model.lattice.axis;
    const ParallelBox box{
        model.blockCenter(b) - axis[0] * (size.x / 2) - axis[1] * (size.y / 2) - axis[2] * (size.z / 2),
        {axis[0] * size.x, axis[1] * size.y, axis[2] * size.z}};
    const Polygon face = clipped(crossSection(box, planes[0]), planes, 0);
    area += polygonArea(face);
    if (polygonArea(face) > 1e-3) ++faces;
  }
  return area;
}

TEST(CutFaces, EqualBruteForceOnRandomModels) {
  std::size_t faces = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    RandomBlocks random(seed);
    const BlockModel model = random.model(static_cast<BlockShape>(seed % 3),
                                          {1 + random.below(9), 1 + random.below(9), 1 + random.below(9)});
    const BitMask shown = random.mask(model.blockCount(), 0.7);
    CutPlanes planes;
    for (int n = 0; n < 2; ++n)
      planes.push_back(
          {model.lattice.world(random.within(0, 9), random.within(0, 9), random.within(0, 9)),
           geology::normalized({random.within(-1, 1), random.within(-1, 1), random.within(-1, 1)})});
    const double expected = bruteForceCutArea(model, shown, planes, faces);
    const MeshBuffer mesh = cutFaces(model, shown, planes, 0, {model.lattice.origin, 1});
    EXPECT_NEAR(meshArea(mesh), expected, 1e-3 * (1 + expected)) << "seed " << seed;
    EXPECT_TRUE(std::all_of(mesh.rows.begin(), mesh.rows.end(), [&](auto row) { return shown.test(row); }));
  }
  EXPECT_GT(faces, 300U);  // the comparison is not about nothing
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
