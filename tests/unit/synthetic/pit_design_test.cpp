#include "geology/synthetic/pit_design.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "geology/planning/terrain_clip.h"

namespace adit::synthetic {
namespace {

using geology::Terrain;
using geology::TriangleMesh;
using geology::Vec3;
using planning::clipBelowTerrain;

Terrain tilted(double height, double slope) {
  Terrain t;
  t.columns = t.rows = 201;
  t.origin = {-1000, -1000};
  t.stepColumn = {10, 0};
  t.stepRow = {0, 10};
  for (int r = 0; r < t.rows; ++r)
    for (int c = 0; c < t.columns; ++c)
      t.heights.push_back(static_cast<float>(height + slope * (c - 100) * 10));
  return t;
}

const PitFloor kFloor{.centre = {0, 0, 600}, .azimuth = 65, .semiLong = 200, .semiShort = 90};

double planDistance(const Vec3& a, const Vec3& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

TEST(PitSlope, InterRampAngle) {
  EXPECT_NEAR(interRampAngle({.benchHeight = 15, .faceAngle = 70, .berm = 8.5}), 47.06, 0.005);
  EXPECT_NEAR(interRampAngle({.benchHeight = 15, .faceAngle = 70, .berm = 7.13}), 50, 0.01);
}

TEST(PitBenches, FacesBermsAndAngleAreAsAskedFor) {
  const PitSlope slope;
  const auto benches = designBenches(kFloor, slope, 900);
  ASSERT_EQ(benches.size(), 21U);  // toes at 600, 615, ... 900
  int walls = 0;
  for (std::size_t k = 0; k + 1 < benches.size(); ++k) {
    for (std::size_t i = 0; i < benches[k].toe.size(); ++i) {
      const double ramp = planDistance(benches[k].rampInner[i], benches[k].rampOuter[i]);
      const double face = planDistance(benches[k].toe[i], benches[k].rampInner[i]) +
                          planDistance(benches[k].rampOuter[i], benches[k].crest[i]);
      EXPECT_NEAR(std::atan2(15, face) * 180 / std::numbers::pi, 70, 1e-6);
      EXPECT_NEAR(planDistance(benches[k].crest[i], benches[k + 1].toe[i]), 8.5, 1e-9);
      EXPECT_LE(ramp, 32 + 1e-9);
      if (ramp > 0) continue;
      const double angle = std::atan2(15, planDistance(benches[k].toe[i], benches[k + 1].toe[i]));
      EXPECT_NEAR(angle * 180 / std::numbers::pi, interRampAngle(slope), 1e-6);
      ++walls;
    }
  }
  EXPECT_GT(walls, 5000) << "the ramp takes the lesser part of the wall";
}

TEST(PitBenches, RingsNestAndTheRampRisesAtItsGrade) {
  const PitSlope slope;
  const auto benches = designBenches(kFloor, slope, 900);
  for (std::size_t k = 0; k < benches.size(); ++k) {
    int onRamp = 0;
    for (std::size_t i = 0; i < benches[k].toe.size(); ++i) {
      const std::size_t next = (i + 1) % benches[k].toe.size();
      const double middle = std::hypot(benches[k].toe[i].x, benches[k].toe[i].y);
      EXPECT_GT(std::hypot(benches[k].crest[i].x, benches[k].crest[i].y), middle);
      const double width = planDistance(benches[k].rampInner[i], benches[k].rampOuter[i]);
      const double nextWidth = planDistance(benches[k].rampInner[next], benches[k].rampOuter[next]);
      if (width < 31.9 || nextWidth < 31.9) continue;
      ++onRamp;
      const double rise = benches[k].rampInner[next].z - benches[k].rampInner[i].z;
      EXPECT_LE(rise,
                slope.rampGrade * planDistance(benches[k].rampInner[i], benches[k].rampInner[next]) * 1.02);
    }
    EXPECT_GT(onRamp, 3) << "bench " << k << " has no ramp";
  }
}

TEST(PitDesign, LiesInTheGroundAndComesOutAtItsOutline) {
  const Terrain terrain = tilted(750, 0.1);
  const TriangleMesh pit = designPit(kFloor, PitSlope{}, terrain);
  ASSERT_GT(pit.triangles.size(), 1000U);
  EXPECT_FALSE(pit.closed);
  for (const Vec3& v : pit.vertices) EXPECT_LE(v.z, terrain.heightAt(v.x, v.y) + 1e-6);
  EXPECT_DOUBLE_EQ(pit.bounds().min.z, 600);
  int outlines = 0;
  for (const geology::Polyline& line : pit.lines) {
    const std::string& part = pit.parts[static_cast<std::size_t>(line.part)];
    if (part != "PIT OUTLINE") continue;
    ++outlines;
    EXPECT_TRUE(line.closed);
    for (const auto v : line.vertices)
      EXPECT_NEAR(pit.vertices[v].z, terrain.heightAt(pit.vertices[v].x, pit.vertices[v].y), 1e-5);
  }
  EXPECT_EQ(outlines, 1);
  EXPECT_EQ(pit.trianglePart.size(), pit.triangles.size());
}

TEST(PitDesign, StringsAreAtTheirLevels) {
  const TriangleMesh pit = designPit(kFloor, PitSlope{}, tilted(750, 0.1));
  int strings = 0;
  for (const geology::Polyline& line : pit.lines) {
    const std::string& part = pit.parts[static_cast<std::size_t>(line.part)];
    if (!part.starts_with("CREST ") && !part.starts_with("TOE ")) continue;
    ++strings;
    const double level = std::stod(part.substr(part.find(' ')));
    for (const auto v : line.vertices) EXPECT_NEAR(pit.vertices[v].z, level, 1e-5) << part;
  }
  EXPECT_GT(strings, 15);
}

TEST(PitDesign, FloorAboveTheGroundIsNoPit) {
  EXPECT_TRUE(designPit(kFloor, PitSlope{}, tilted(500, 0)).triangles.empty());
}

TEST(ClipBelowTerrain, KeepsOnlyThePieceOfTheFirstTriangle) {
  // Two triangles apart from each other, both below the ground, and a line across both.
  TriangleMesh mesh;
  mesh.vertices = {{0, 0, 0}, {50, 0, 0}, {0, 50, 0}, {200, 0, 0}, {250, 0, 0}, {200, 50, 0}};
  mesh.triangles = {{0, 1, 2}, {3, 4, 5}};
  mesh.parts = {"p"};
  mesh.lines = {{{0, 1}, false, 0}, {{3, 4}, false, 0}};
  const TriangleMesh kept = planning::clipBelowTerrain(mesh, tilted(10, 0), "OUT");
  EXPECT_EQ(kept.triangles.size(), 1U);
  EXPECT_EQ(kept.lines.size(), 1U);
  EXPECT_EQ(kept.vertices.size(), 3U);
}

TEST(ClipBelowTerrain, CutsTrianglesWhereTheyComeOut) {
  TriangleMesh mesh;
  mesh.vertices = {{0, 0, 0}, {40, 0, 0}, {0, 0, 40}};  // upright; the ground is at 10
  mesh.triangles = {{0, 1, 2}};
  const TriangleMesh kept = planning::clipBelowTerrain(mesh, tilted(10, 0), "OUT");
  ASSERT_EQ(kept.triangles.size(), 2U);
  EXPECT_NEAR(kept.bounds().max.z, 10, 1e-6);
  ASSERT_EQ(kept.lines.size(), 1U);
  EXPECT_EQ(kept.lines[0].vertices.size(), 2U);
  EXPECT_FALSE(kept.lines[0].closed);
}

}  // namespace
}  // namespace adit::synthetic
