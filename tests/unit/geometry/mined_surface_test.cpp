// The ground as a plan opens it, as polygons: against volumes and areas that are known.
#include "viewer/geometry/mined_surface.h"

#include <gtest/gtest.h>

#include <vtkIdList.h>
#include <vtkNew.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "geology/planning/mine_order.h"
#include "viewer/geometry/ground_facets.h"
#include "viewer/geometry/terrain_mesh.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;
using geology::kNeverMined;
using geology::PeriodIndex;
using geology::Terrain;
using geology::Vec3;
using planning::MinedGround;

/// Nodes 7 m apart, so that no line of the grid is one of the blocks.
std::shared_ptr<Terrain> ground(double slopeX, double slopeY, double bump) {
  auto terrain = std::make_shared<Terrain>();
  terrain->columns = 20;
  terrain->rows = 18;
  terrain->origin = {-20, -15};
  terrain->stepColumn = {7, 0};
  terrain->stepRow = {0, 7};
  for (int r = 0; r < 18; ++r)
    for (int c = 0; c < 20; ++c)
      terrain->heights.push_back(
          static_cast<float>(50 + slopeX * c + slopeY * r + bump * std::sin(c + 2 * r)));
  return terrain;
}

std::shared_ptr<BlockModel> blocks() {
  auto model = std::make_shared<BlockModel>();
  model->lattice.size = {10, 10, 5};
  model->lattice.count = {8, 7, 10};
  return model;
}

MinedGround minedOut(const std::shared_ptr<BlockModel>& model, const std::shared_ptr<Terrain>& terrain,
                     const std::function<bool(std::int64_t, std::int64_t, std::int64_t)>& mined) {
  geology::PlanBlocks plan{"", "", {}, geology::PlanActivity::Pit, {}};
  for (std::size_t row = 0; row < model->blockCount(); ++row) {
    const auto c = model->lattice.cellAt(static_cast<std::int64_t>(row));
    plan.period.push_back(mined(c[0], c[1], c[2]) ? PeriodIndex{0} : kNeverMined);
  }
  plan.minedAt = geology::numericColumn("mined_at", planning::mineOrder(*model, plan.period));
  return {model, plan, terrain};
}

/// A pit of two benches: 4 x 3 columns down to layer 7, of which the middle 2 x 1 down to layer 5.
bool twoBenches(std::int64_t i, std::int64_t j, std::int64_t k) {
  const bool upper = i >= 2 && i < 6 && j >= 2 && j < 5 && k >= 7;
  const bool lower = i >= 3 && i < 5 && j == 3 && k >= 5;
  return upper || lower;
}

double planArea(const std::vector<Vec3>& p, std::size_t first, std::size_t last) {
  double sum = 0;
  for (std::size_t n = first; n < last; ++n) {
    const Vec3& a = p[n];
    const Vec3& b = p[n + 1 < last ? n + 1 : first];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum / 2;
}

/// Of the surface above z = 0, its normals pointing up: the divergence theorem over its triangles.
double volumeUnder(const GroundPolygons& polygons) {
  double sum = 0;
  for (std::size_t n = 0; n < polygons.size(); ++n)
    for (std::size_t p = polygons.offsets[n] + 2; p < polygons.offsets[n + 1]; ++p) {
      const std::vector<Vec3> t{polygons.points[polygons.offsets[n]], polygons.points[p - 1],
                                polygons.points[p]};
      sum += planArea(t, 0, 3) * (t[0].z + t[1].z + t[2].z) / 3;
    }
  return sum;
}

double areaOf(const GroundPolygons& polygons, std::size_t n) {
  Vec3 sum;
  const Vec3& a = polygons.points[polygons.offsets[n]];
  for (std::size_t p = polygons.offsets[n] + 2; p < polygons.offsets[n + 1]; ++p)
    sum += geology::cross(polygons.points[p - 1] - a, polygons.points[p] - a) * 0.5;
  return length(sum);
}

geology::BitMask allNodes(const Terrain& terrain) {
  return geology::BitMask(terrain.heights.size(), true);
}

TEST(MinedSurface, OnLevelGroundTheHoleHasTheVolumeOfItsBlocks) {
  const auto model = blocks();
  const auto terrain = ground(0, 0, 0);  // level with the top of the blocks
  const MinedGround mined = minedOut(model, terrain, twoBenches);
  const GroundPolygons pit = minedSurface(mined, 1), around = terrainAround(mined, 1, 1, allNodes(*terrain));
  const GroundPolygons before = terrainAround(mined, 0, 1, allNodes(*terrain));
  EXPECT_EQ(minedSurface(mined, 0).size(), 0U);
  const double volume = volumeUnder(before) - volumeUnder(pit) - volumeUnder(around);
  EXPECT_NEAR(volume, (12 * 3 + 2 * 2) * 500, 1e-6);
  EXPECT_NEAR(volume, mined.openedVolume(1), 1e-6);
}

TEST(MinedSurface, OnAnyGroundTheHoleIsWhatLiesBetweenTerrainAndFloors) {
  const auto model = blocks();
  const auto terrain = ground(0.3, -0.2, 0.8);
  const MinedGround mined = minedOut(model, terrain, twoBenches);
  const double volume = volumeUnder(terrainAround(mined, 0, 1, allNodes(*terrain))) -
                        volumeUnder(minedSurface(mined, 1)) -
                        volumeUnder(terrainAround(mined, 1, 1, allNodes(*terrain)));
  double expected = 0;  // by a fine grid over the open columns
  constexpr double kStep = 0.05;
  for (double x = 20 + kStep / 2; x < 60; x += kStep)
    for (double y = 20 + kStep / 2; y < 50; y += kStep) {
      const bool lower = x > 30 && x < 50 && y > 30 && y < 40;
      expected += (facetHeight(*terrain, x, y) - (lower ? 25 : 35)) * kStep * kStep;
    }
  EXPECT_NEAR(volume, expected, 2e-4 * expected);
}

/// Of a watertight surface every edge inside it is passed once in each direction; T-junctions (walls are cut
/// at layers, floors are not) are resolved by summing signed lengths along each line.
TEST(MinedSurface, PitAndTerrainCloseWithoutAGap) {
  const auto model = blocks();
  const auto terrain = ground(0.3, -0.2, 0.8);
  const MinedGround mined = minedOut(model, terrain, twoBenches);
  // The vector area of a closed surface is zero; of this one it is that of its outline, which the mine leaves
  // alone. A gap would change it.
  const auto vectorArea = [](const GroundPolygons& polygons) {
    Vec3 sum;
    for (std::size_t n = 0; n < polygons.size(); ++n)
      for (std::size_t p = polygons.offsets[n] + 2; p < polygons.offsets[n + 1]; ++p) {
        const Vec3& a = polygons.points[polygons.offsets[n]];
        sum += geology::cross(polygons.points[p - 1] - a, polygons.points[p] - a) * 0.5;
      }
    return sum;
  };
  const Vec3 before = vectorArea(terrainAround(mined, 0, 1, allNodes(*terrain)));
  const Vec3 after =
      vectorArea(minedSurface(mined, 1)) + vectorArea(terrainAround(mined, 1, 1, allNodes(*terrain)));
  EXPECT_NEAR(length(before - after), 0, 1e-6);
}

TEST(MinedSurface, EachPieceOfAWallIsTheFaceOfTheBlockBehindIt) {
  const auto model = blocks();
  const MinedGround mined = minedOut(model, ground(0, 0, 0), twoBenches);
  const GroundPolygons pit = minedSurface(mined, 1);
  std::map<std::uint32_t, double> areas;  // a wall below the terrain is in pieces: its top has corners
  for (std::size_t n = 0; n < pit.size(); ++n) areas[pit.rows[n]] += areaOf(pit, n);
  EXPECT_FALSE(areas.contains(kNoBlockBehind));
  const auto areaBefore = [&](std::int64_t i, std::int64_t j, std::int64_t k) {
    return areas[static_cast<std::uint32_t>(model->lattice.cellIndex(i, j, k))];
  };
  EXPECT_NEAR(areaBefore(1, 2, 9), 50, 1e-9) << "west wall, upper bench";
  EXPECT_NEAR(areaBefore(1, 2, 7), 50, 1e-9);
  EXPECT_EQ(areaBefore(1, 2, 6), 0) << "below the floor";
  EXPECT_NEAR(areaBefore(2, 3, 6), 150, 1e-9) << "floor of the upper bench and wall of the lower one";
  EXPECT_NEAR(areaBefore(3, 3, 4), 100, 1e-9) << "floor of the lower bench";
  for (std::size_t n = 0; n < pit.size(); ++n)
    for (std::size_t p = pit.offsets[n]; p < pit.offsets[n + 1]; ++p) {
      // A face lies on its block.
      const Vec3 middle = model->blockCenter(pit.rows[n]);
      const Vec3 away = pit.points[p] - middle;
      EXPECT_LE(std::abs(away.x), 5 + 1e-9);
      EXPECT_LE(std::abs(away.y), 5 + 1e-9);
      EXPECT_LE(std::abs(away.z), 2.5 + 1e-9);
    }
}

TEST(MinedSurface, WhatIsPlannedInTheAirLeavesNoWallsThere) {
  const auto model = blocks();
  const auto terrain = ground(-2.5, 0, 0.4);  // falls from the top of the blocks to below both floors
  const MinedGround mined = minedOut(model, terrain, [](auto i, auto j, auto k) {
    return j >= 1 && j < 6 && i >= 1 && k >= (i < 4 ? 7 : 5);
  });
  const GroundPolygons pit = minedSurface(mined, 1);
  ASSERT_GT(pit.size(), 0U);
  for (const Vec3& p : pit.points)
    EXPECT_LE(p.z, facetHeight(*terrain, p.x, p.y) + 1e-6) << p.x << " " << p.y;
  // From above there is one ground: of pit and terrain together the plan area is that of the terrain alone.
  const auto planAreaOf = [](const GroundPolygons& polygons) {
    double sum = 0;
    for (std::size_t n = 0; n < polygons.size(); ++n)
      sum += planArea(polygons.points, polygons.offsets[n], polygons.offsets[n + 1]);
    return sum;
  };
  EXPECT_NEAR(planAreaOf(pit) + planAreaOf(terrainAround(mined, 1, 1, allNodes(*terrain))),
              planAreaOf(terrainAround(mined, 0, 1, allNodes(*terrain))), 1e-6);
}

/// How many ends of lines meet no other end.
int looseEnds(const std::vector<vtkSmartPointer<vtkPolyData>>& profiles) {
  std::vector<Vec3> ends;
  for (const auto& profile : profiles) {
    vtkNew<vtkIdList> line;
    for (vtkIdType cell = 0; cell < profile->GetNumberOfCells(); ++cell) {
      profile->GetCellPoints(cell, line);
      for (const vtkIdType id : {line->GetId(0), line->GetId(line->GetNumberOfIds() - 1)}) {
        const double* p = profile->GetPoint(id);
        ends.push_back({p[0], p[1], p[2]});
      }
    }
  }
  constexpr double kSame = 1e-4;  // of what is cut in floats
  return static_cast<int>(std::count_if(ends.begin(), ends.end(), [&](const Vec3& end) {
    const auto here = std::count_if(ends.begin(), ends.end(),
                                    [&](const Vec3& other) { return length(end - other) < kSame; });
    return here == 1;
  }));
}

TEST(MinedSurface, ItsProfileGoesOnAcrossTheEdgeOfTheModel) {
  const auto model = blocks();
  const auto terrain = ground(0.3, -0.2, 0.8);
  // Two benches that reach the east edge of the model: the walls there have no block behind them.
  const MinedGround mined = minedOut(
      model, terrain, [](auto i, auto j, auto k) { return i >= 5 && j < 5 && k >= (i < 6 ? 7 : 5); });
  const GroundPolygons pit = minedSurface(mined, 1);
  EXPECT_GT(std::count(pit.rows.begin(), pit.rows.end(), kNoBlockBehind), 0);
  const SceneFrame frame{{40, 30, 40}, 1};
  for (const double y : {3.0, 21.5, 33.0}) {
    const HalfSpace plane{{0, y, 0}, {0, 1, 0}};
    const geology::BitMask drawnApart = quadsAround(mined, 1);
    const std::vector<vtkSmartPointer<vtkPolyData>> profiles{
        profileOf(pit, plane, frame), profileOf(terrainAround(mined, 1, 1, allNodes(*terrain)), plane, frame),
        terrainCut(*terrain, allNodes(*terrain), plane, frame, &drawnApart)};
    EXPECT_GT(profiles[0]->GetNumberOfCells(), 4);
    EXPECT_EQ(looseEnds(profiles), 2) << "the two ends of the terrain, at " << y;
  }
}

TEST(MinedSurface, ATurnedModelCutsItsOwnColumnsOutOfTheTerrain) {
  const auto model = blocks();
  model->lattice.origin = {40, 0, 0};
  model->lattice.axis = {{{0.8, 0.6, 0}, {-0.6, 0.8, 0}, {0, 0, 1}}};
  const auto terrain = ground(0, 0, 0);
  const MinedGround mined = minedOut(model, terrain, twoBenches);
  const double volume = volumeUnder(terrainAround(mined, 0, 1, allNodes(*terrain))) -
                        volumeUnder(minedSurface(mined, 1)) -
                        volumeUnder(terrainAround(mined, 1, 1, allNodes(*terrain)));
  EXPECT_NEAR(volume, (12 * 3 + 2 * 2) * 500, 1e-6);
}

TEST(MinedSurface, WithoutATerrainTheWallsReachTheTopOfTheBlocks) {
  const auto model = blocks();
  const MinedGround mined = minedOut(model, nullptr, twoBenches);
  const GroundPolygons pit = minedSurface(mined, 1);
  double top = 0;
  for (const Vec3& p : pit.points) top = std::max(top, p.z);
  EXPECT_DOUBLE_EQ(top, 50);
  EXPECT_EQ(terrainAround(mined, 1, 1, {}).size(), 0U);
}

TEST(TerrainAround, TakesWholeSquaresOfTheCoarserMesh) {
  const auto model = blocks();
  const auto terrain = ground(0, 0, 0);
  const MinedGround mined = minedOut(model, terrain, twoBenches);
  const geology::BitMask quads = quadsAround(mined, 3);
  for (int r = 0; r + 3 < terrain->rows; r += 3)
    for (int c = 0; c + 3 < terrain->columns; c += 3) {
      int set = 0;
      for (int dr = 0; dr < 3; ++dr)
        for (int dc = 0; dc < 3; ++dc)
          set += quads.test(static_cast<std::size_t>(c + dc + 20 * (r + dr))) ? 1 : 0;
      EXPECT_TRUE(set == 0 || set == 9) << c << " " << r;
    }
  EXPECT_NEAR(planArea({{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}}, 0, 4), 1, 1e-12);
}

TEST(FacetHeight, IsThatOfTheTwoTriangles) {
  Terrain terrain;
  terrain.columns = terrain.rows = 2;
  terrain.heights = {0, 10, 20, 50};  // (0,0) (1,0) (0,1) (1,1)
  EXPECT_DOUBLE_EQ(facetHeight(terrain, 0.5, 0.5), 25) << "on the diagonal from 0 to 50";
  EXPECT_DOUBLE_EQ(facetHeight(terrain, 0.75, 0.25), 0.75 * 10 + 0.25 * 40);
  EXPECT_DOUBLE_EQ(facetHeight(terrain, 0.25, 0.75), 0.75 * 20 + 0.25 * 30);
  EXPECT_TRUE(std::isnan(facetHeight(terrain, 1.1, 0.5)));
}

TEST(FacetBreaks, AreWhereALineCrossesTheEdgesOfTriangles) {
  Terrain terrain;
  terrain.columns = terrain.rows = 4;
  terrain.heights.assign(16, 0);
  const std::vector<double> breaks = facetBreaks(terrain, {0.5, 0.25}, {1.5, 0.25});
  ASSERT_EQ(breaks.size(), 4U);  // begin, x = 1, the diagonal at x = 1.25, end
  EXPECT_DOUBLE_EQ(breaks[1], 0.5);
  EXPECT_DOUBLE_EQ(breaks[2], 0.75);
}

}  // namespace
}  // namespace adit::viewer
