// A small deposit typed in by formulas: every kind of object, at UTM-sized coordinates. For picture and scene
// tests.
#pragma once
#include <cmath>
#include <memory>
#include <vector>

#include "geology/model/deposit.h"

namespace adit::tests {

using namespace adit::geology;

constexpr Vec3 kSampleCenter{318'400, 3'218'200, 1000};

/// 24 x 20 x 16 blocks of 25 x 25 x 20 m; grade falls off from an inclined core; the top corner is absent
/// ground.
inline std::shared_ptr<BlockModel> sampleBlocks() {
  auto model = std::make_shared<BlockModel>();
  model->name = "blocks";
  model->lattice.origin = kSampleCenter - Vec3{300, 250, 160};
  model->lattice.size = {25, 25, 20};
  model->lattice.count = {24, 20, 16};
  std::vector<float> grade;
  std::vector<std::string> rock;
  for (std::int64_t cell = 0; cell < model->lattice.cellCount(); ++cell) {
    const Vec3 p = model->lattice.center(cell) - kSampleCenter;
    if (p.x + p.y + 2 * p.z > 480) continue;
    const double r = std::hypot((p.x - 0.3 * p.z) / 160, p.y / 120, p.z / 110);
    model->cellOfBlock.push_back(static_cast<std::uint32_t>(cell));
    grade.push_back(r > 2.2
                        ? kMissing
                        : static_cast<float>(1.6 * std::exp(-r * r) + 0.03 * std::sin(p.x / 17 + p.y / 23)));
    rock.push_back(r < 0.9 ? "POR" : p.z > 60 ? "OX" : "AND");
  }
  model->columns = {numericColumn("cu_pct", grade, "%"), categoryColumn("rock", rock)};
  return model;
}

/// Nine holes on a 150 m grid, every second one inclined, with 10 m assays and a two-part log.
inline std::shared_ptr<DrillHoles> sampleHoles() {
  auto holes = std::make_shared<DrillHoles>();
  holes->name = "drillholes";
  IntervalTable assay;
  assay.name = "assay";
  std::vector<float> cu;
  for (int i = 0; i < 9; ++i) {
    DrillHole hole;
    hole.id = "S-" + std::to_string(101 + i);
    hole.collar = kSampleCenter + Vec3{(i % 3 - 1) * 150.0, (i / 3 - 1) * 150.0, 190};
    hole.length = 340;
    const Vec3 t0 = i % 2 == 0 ? Vec3{0, 0, -1} : normalized({0.4, 0.1, -0.9});
    const Vec3 t1 = normalized(t0 + Vec3{0.12, 0.05, 0});
    hole.trace =
        HoleTrace({{0, hole.collar, t0}, {340, hole.collar + minimumCurvatureStep(t0, t1, 340), t1}});
    for (int m = 0; m < 34; ++m) {
      assay.hole.push_back(static_cast<std::uint32_t>(i));
      assay.from.push_back(m * 10);
      assay.to.push_back(m * 10 + 10);
      const Vec3 p = hole.trace.positionAt(m * 10 + 5) - kSampleCenter;
      const double r = std::hypot(p.x / 160, p.y / 120, p.z / 110);
      cu.push_back(m % 11 == 10 ? kMissing : static_cast<float>(1.6 * std::exp(-r * r)));
    }
    holes->holes.push_back(hole);
  }
  assay.columns = {numericColumn("Cu_pct", cu, "%")};
  holes->tables = {assay};
  return holes;
}

/// 81 x 71 nodes of 15 m, two ridges, a hole of nodata in one corner.
inline std::shared_ptr<Terrain> sampleTerrain() {
  auto terrain = std::make_shared<Terrain>();
  terrain->name = "topography";
  terrain->columns = 81;
  terrain->rows = 71;
  terrain->origin = {kSampleCenter.x - 600, kSampleCenter.y - 525};
  terrain->stepColumn = {15, 0};
  terrain->stepRow = {0, 15};
  for (int r = 0; r < terrain->rows; ++r)
    for (int c = 0; c < terrain->columns; ++c) {
      const double h = 1195 + 45 * std::sin(c / 11.0) * std::cos(r / 14.0) + 12 * std::sin(c / 3.1 + r / 4.3);
      terrain->heights.push_back(c < 9 && r < 9 ? kMissing : static_cast<float>(h));
    }
  return terrain;
}

/// A closed octahedron of the given radius.
inline std::shared_ptr<TriangleMesh> sampleSolid(double radius = 140) {
  auto mesh = std::make_shared<TriangleMesh>();
  mesh->name = "solid";
  const Vec3 c = kSampleCenter;
  mesh->vertices = {c + Vec3{radius, 0, 0}, c - Vec3{radius, 0, 0}, c + Vec3{0, radius, 0},
                    c - Vec3{0, radius, 0}, c + Vec3{0, 0, radius}, c - Vec3{0, 0, radius}};
  mesh->triangles = {{0, 2, 4}, {2, 1, 4}, {1, 3, 4}, {3, 0, 4}, {2, 0, 5}, {1, 2, 5}, {3, 1, 5}, {0, 3, 5}};
  mesh->closed = true;
  mesh->volume = 4.0 / 3 * radius * radius * radius;
  return mesh;
}

inline std::shared_ptr<Deposit> sampleDeposit() {
  auto deposit = std::make_shared<Deposit>();
  deposit->name = "sample";
  deposit->crs = "EPSG:32641";
  deposit->blockModels = {sampleBlocks()};
  deposit->drillholes = {sampleHoles()};
  deposit->terrains = {sampleTerrain()};
  deposit->meshes = {sampleSolid()};
  return deposit;
}

}  // namespace adit::tests
