// Terrain grids with holes, contour levels, round steps, and the grade shell of a sphere.
#include "viewer/geometry/terrain_mesh.h"

#include <gtest/gtest.h>
#include <vtkMassProperties.h>
#include <vtkNew.h>
#include <vtkPolyData.h>

#include <cmath>
#include <numbers>

#include "viewer/geometry/coordinate_grid.h"
#include "viewer/geometry/grade_shell.h"
#include "viewer/geometry/surface_mesh.h"

namespace adit::viewer {
namespace {

using geology::Terrain;

Terrain plane(std::int32_t columns, std::int32_t rows, double slope) {
  Terrain terrain;
  terrain.columns = columns;
  terrain.rows = rows;
  terrain.stepColumn = {10, 0};
  terrain.stepRow = {0, 10};
  for (std::int32_t r = 0; r < rows; ++r)
    for (std::int32_t c = 0; c < columns; ++c) terrain.heights.push_back(static_cast<float>(slope * 10 * c));
  return terrain;
}

TEST(TerrainGrid, NodataIsAHoleOfTheQuadsAroundIt) {
  Terrain terrain = plane(5, 4, 0.5);
  const geology::BitMask all(terrain.heights.size(), true);
  EXPECT_EQ(terrainGrid(terrain, all, 1, {}).polygonCount(), 4U * 3);
  terrain.heights[1 * 5 + 2] = geology::kMissing;
  EXPECT_EQ(terrainGrid(terrain, all, 1, {}).polygonCount(), 4U * 3 - 4);
}

TEST(TerrainGrid, StrideKeepsTheLastColumn) {
  const Terrain terrain = plane(6, 6, 0);
  const MeshBuffer mesh = terrainGrid(terrain, geology::BitMask(36, true), 2, {});
  EXPECT_EQ(mesh.polygonCount(), 9U);  // 0 2 4 5 each way
  EXPECT_FLOAT_EQ(mesh.points.back()[0], 50);
}

TEST(ContourLines, LieAtMultiplesOfTheStep) {
  const Terrain terrain = plane(41, 5, 0.5);  // 0 to 200 m
  const ContourLines lines = contourLines(terrain, 20, {});
  const auto levels = [](vtkPolyData& data) {
    for (vtkIdType i = 0; i < data.GetNumberOfPoints(); ++i) {
      const double z = data.GetPoint(i)[2];
      EXPECT_NEAR(z / 20, std::round(z / 20), 1e-4);
    }
    return data.GetNumberOfCells();
  };
  EXPECT_GT(levels(*lines.plain), 0);
  EXPECT_GT(levels(*lines.index), 0);
}

TEST(ContourLines, AbsurdStepDrawsNothingInsteadOfHanging) {
  EXPECT_EQ(contourLines(plane(41, 5, 0.5), 1e-6, {}).plain->GetNumberOfCells(), 0);
}

TEST(RoundStep, IsOneTwoTwoAndAHalfOrFive) {
  EXPECT_DOUBLE_EQ(roundStep(1861, 20), 100);
  EXPECT_DOUBLE_EQ(roundStep(400, 20), 20);
  EXPECT_DOUBLE_EQ(roundStep(0.9, 5), 0.2);
  EXPECT_DOUBLE_EQ(roundStep(0, 5), 1);
}

TEST(CoordinateGrid, TicksAndTexts) {
  EXPECT_EQ(ticks(318'210, 318'790, 250).size(), 3U);
  EXPECT_EQ(coordinateText(3'218'000, 250), "3,218,000");
  EXPECT_EQ(coordinateText(-12.5, 0.5), "-12.5");
}

TEST(GradeShell, OfARadialGradeIsASphere) {
  geology::BlockModel model;
  model.lattice.count = {60, 60, 60};
  model.lattice.origin = {-30, -30, -30};
  std::vector<float> values;
  for (std::int64_t cell = 0; cell < model.lattice.cellCount(); ++cell)
    values.push_back(static_cast<float>(40 - geology::length(model.lattice.center(cell))));
  const geology::Column column = geology::numericColumn("grade", values);
  const auto shell = gradeShell({model, column, geology::BitMask(model.blockCount(), true), 20}, {});
  vtkNew<vtkMassProperties> mass;
  mass->SetInputData(shell);
  EXPECT_NEAR(mass->GetVolume(), 4.0 / 3 * std::numbers::pi * 8000,
              4.0 / 3 * std::numbers::pi * 8000 * 0.005);
}

TEST(GradeShell, StaysWithinGroundThatHasData) {
  geology::BlockModel model;
  model.lattice.count = {10, 10, 10};
  std::vector<float> values(1000, 1.0F);
  for (std::size_t b = 500; b < 1000; ++b) values[b] = geology::kMissing;  // z above 5
  const geology::Column column = geology::numericColumn("grade", values);
  const auto shell = gradeShell({model, column, geology::BitMask(1000, true), 0.5}, {});
  ASSERT_GT(shell->GetNumberOfPoints(), 0);
  EXPECT_LE(shell->GetBounds()[5], 5.01);
}

TEST(SolidCutFace, OfAnOctahedronIsASquare) {
  geology::TriangleMesh mesh;
  mesh.vertices = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
  mesh.triangles = {{0, 2, 4}, {2, 1, 4}, {1, 3, 4}, {3, 0, 4}, {2, 0, 5}, {1, 2, 5}, {3, 1, 5}, {0, 3, 5}};
  const auto surface = surfaceMesh(mesh, geology::BitMask(8, true), {});
  const MeshBuffer face = solidCutFace(*surface, {{{0, 0, 0.5}, {0, 0, 1}}}, 0, {});
  double area = 0;
  for (std::size_t p = 0; p < face.polygonCount(); ++p) {
    const auto at = [&](std::int64_t i) {
      return face
          .points[static_cast<std::size_t>(face.corners[static_cast<std::size_t>(face.offsets[p] + i)])];
    };
    for (std::int64_t i = 1; i + 1 < face.offsets[p + 1] - face.offsets[p]; ++i)
      area += std::abs((at(i)[0] - at(0)[0]) * (at(i + 1)[1] - at(0)[1]) -
                       (at(i)[1] - at(0)[1]) * (at(i + 1)[0] - at(0)[0])) /
              2;
  }
  EXPECT_NEAR(area, 0.5, 1e-5);  // half diagonal 0.5
}

}  // namespace
}  // namespace adit::viewer
