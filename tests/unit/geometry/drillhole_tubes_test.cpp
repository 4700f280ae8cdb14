// Tubes follow the trace: closed forms of a straight and of a curved hole.
#include "viewer/geometry/drillhole_tubes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace adit::viewer {
namespace {

using geology::DrillHole;
using geology::DrillHoles;
using geology::HoleTrace;
using geology::IntervalTable;
using geology::Vec3;

DrillHoles holesWith(const HoleTrace& trace, const std::vector<std::pair<double, double>>& intervals) {
  DrillHoles holes;
  DrillHole hole;
  hole.trace = trace;
  hole.length = 100;
  holes.holes = {hole};
  IntervalTable table;
  table.name = "assay";
  for (const auto& [from, to] : intervals) {
    table.hole.push_back(0);
    table.from.push_back(from);
    table.to.push_back(to);
  }
  holes.tables = {table};
  return holes;
}

MeshBuffer tubesOf(const DrillHoles& holes, int sides) {
  TubeOptions options;
  options.radius = 2;
  options.sides = sides;
  return intervalTubes(holes, holes.tables[0], geology::BitMask(holes.tables[0].size(), true), options, {});
}

double volumeOf(const MeshBuffer& mesh) {
  double sum = 0;
  for (std::size_t p = 0; p < mesh.polygonCount(); ++p) {
    const auto corner = [&](std::int64_t c) {
      const auto& v = mesh.points[static_cast<std::size_t>(mesh.corners[static_cast<std::size_t>(c)])];
      return Vec3{static_cast<double>(v[0]), static_cast<double>(v[1]), static_cast<double>(v[2])};
    };
    for (auto c = mesh.offsets[p] + 1; c + 1 < mesh.offsets[p + 1]; ++c)
      sum += dot(corner(mesh.offsets[p]), cross(corner(c), corner(c + 1))) / 6;
  }
  return sum;
}

TEST(IntervalTubes, StraightTubeIsAClosedPrism) {
  const HoleTrace straight({{0, {0, 0, 0}, {0, 0, -1}}, {100, {0, 0, -100}, {0, 0, -1}}});
  const MeshBuffer mesh = tubesOf(holesWith(straight, {{10, 40}}), 16);
  // A prism over a regular 16-gon: the volume says at once that it is closed, capped and looks outward.
  const double area = 0.5 * 16 * 4 * std::sin(2 * std::numbers::pi / 16);
  EXPECT_NEAR(volumeOf(mesh), area * 30, 1e-2);
}

TEST(IntervalTubes, VerticalAndHorizontalHolesAreDrawn) {
  for (const Vec3 t : {Vec3{0, 0, -1}, Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}}) {
    const MeshBuffer mesh = tubesOf(holesWith(HoleTrace({{0, {0, 0, 0}, t}}), {{0, 10}}), 8);
    EXPECT_NEAR(volumeOf(mesh), 0.5 * 8 * 4 * std::sin(2 * std::numbers::pi / 8) * 10, 1e-2);
  }
}

TEST(IntervalTubes, FollowTheArcInsideAnInterval) {
  // Vertical to horizontal north over 100 m: a quarter circle of radius 100 / (pi / 2).
  const double radius = 200 / std::numbers::pi;
  const HoleTrace arc({{0, {0, 0, 0}, {0, 0, -1}}, {100, {0, radius, -radius}, {0, 1, 0}}});
  const MeshBuffer lines = traceLines(holesWith(arc, {}), {});
  ASSERT_GT(lines.points.size(), 20U);
  for (const auto& p : lines.points)
    EXPECT_NEAR(std::hypot(static_cast<double>(p[1]) - radius, static_cast<double>(p[2])), radius, 1e-3);
}

TEST(IntervalTubes, NeighboursKeepTheirOwnRowsAndShareNoCap) {
  const HoleTrace straight({{0, {0, 0, 0}, {0, 0, -1}}});
  const MeshBuffer joined = tubesOf(holesWith(straight, {{0, 10}, {10, 20}}), 8);
  const MeshBuffer gapped = tubesOf(holesWith(straight, {{0, 10}, {12, 20}}), 8);
  EXPECT_EQ(gapped.polygonCount() - joined.polygonCount(), 2U * 6) << "two caps of 6 triangles";
  EXPECT_EQ(joined.rows.front(), 0U);
  EXPECT_EQ(joined.rows.back(), 1U);
}

TEST(IntervalTubes, ReversedAndEmptyIntervalsDrawNothing) {
  const HoleTrace straight({{0, {0, 0, 0}, {0, 0, -1}}});
  EXPECT_EQ(tubesOf(holesWith(straight, {{10, 10}, {20, 15}}), 8).polygonCount(), 0U);
}

}  // namespace
}  // namespace adit::viewer
