// Tubes follow the trace: closed forms of a straight and of a curved hole.
#include "viewer/geometry/drillhole_tubes.h"

#include <gtest/gtest.h>

#include <vtkCellArray.h>
#include <vtkIdList.h>
#include <vtkNew.h>

#include <cmath>
#include <numbers>
#include <random>

#include "viewer/geometry/interval_tubes.h"
#include "viewer/geometry/tube_segments.h"

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

vtkSmartPointer<vtkPolyData> tubesOf(const DrillHoles& holes, int sides) {
  TubeOptions options;
  options.radius = 2;
  options.sides = sides;
  const IntervalTable& table = holes.tables[0];
  return intervalTubes(intervalPath(holes, table), geology::BitMask(table.size(), true), options);
}

double volumeOf(vtkPolyData& mesh) {
  double sum = 0;
  vtkNew<vtkIdList> corners;
  for (vtkIdType cell = 0; cell < mesh.GetNumberOfPolys(); ++cell) {
    mesh.GetPolys()->GetCellAtId(cell, corners);
    const auto corner = [&](vtkIdType c) {
      std::array<double, 3> p{};
      mesh.GetPoint(corners->GetId(c), p.data());
      return Vec3{p[0], p[1], p[2]};
    };
    for (vtkIdType c = 1; c + 1 < corners->GetNumberOfIds(); ++c)
      sum += dot(corner(0), cross(corner(c), corner(c + 1))) / 6;
  }
  return sum;
}

TEST(IntervalTubes, StraightTubeIsAClosedPrism) {
  const HoleTrace straight({{0, {0, 0, 0}, {0, 0, -1}}, {100, {0, 0, -100}, {0, 0, -1}}});
  const auto mesh = tubesOf(holesWith(straight, {{10, 40}}), 16);
  // A prism over a regular 16-gon: the volume says at once that it is closed, capped and looks outward.
  const double area = 0.5 * 16 * 4 * std::sin(2 * std::numbers::pi / 16);
  EXPECT_NEAR(volumeOf(*mesh), area * 30, 1e-2);
}

TEST(IntervalTubes, VerticalAndHorizontalHolesAreDrawn) {
  for (const Vec3 t : {Vec3{0, 0, -1}, Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}}) {
    const auto mesh = tubesOf(holesWith(HoleTrace({{0, {0, 0, 0}, t}}), {{0, 10}}), 8);
    EXPECT_NEAR(volumeOf(*mesh), 0.5 * 8 * 4 * std::sin(2 * std::numbers::pi / 8) * 10, 1e-2);
  }
}

TEST(IntervalTubes, FollowTheArcInsideAnInterval) {
  // Vertical to horizontal north over 100 m: a quarter circle of radius 100 / (pi / 2).
  const double radius = 200 / std::numbers::pi;
  const HoleTrace arc({{0, {0, 0, 0}, {0, 0, -1}}, {100, {0, radius, -radius}, {0, 1, 0}}});
  const MeshBuffer lines = traceLines(holesWith(arc, {}), geology::BitMask(1, true), {});
  ASSERT_GT(lines.points.size(), 20U);
  for (const auto& p : lines.points)
    EXPECT_NEAR(std::hypot(static_cast<double>(p[1]) - radius, static_cast<double>(p[2])), radius, 1e-3);
}

TEST(IntervalTubes, NeighboursKeepTheirOwnRowsAndShareNoCap) {
  const HoleTrace straight({{0, {0, 0, 0}, {0, 0, -1}}});
  const auto joined = tubesOf(holesWith(straight, {{0, 10}, {10, 20}}), 8);
  const auto gapped = tubesOf(holesWith(straight, {{0, 10}, {12, 20}}), 8);
  EXPECT_EQ(gapped->GetNumberOfPolys() - joined->GetNumberOfPolys(), 2 * 6) << "two caps of 6 triangles";
  EXPECT_EQ(rowOfCell(*joined, 0), 0);
  EXPECT_EQ(rowOfCell(*joined, joined->GetNumberOfPolys() - 1), 1);
}

TEST(IntervalTubes, ReversedAndEmptyIntervalsDrawNothing) {
  const HoleTrace straight({{0, {0, 0, 0}, {0, 0, -1}}});
  EXPECT_EQ(tubesOf(holesWith(straight, {{10, 10}, {20, 15}}), 8)->GetNumberOfPolys(), 0);
}

TEST(IntervalTubes, RingsStandOnTheTraceAndCapsCloseEveryOpenEnd) {
  // A bent hole, in a stretched scene, with a gap: two closed tubes along the same arc.
  const double radius = 200 / std::numbers::pi;
  const HoleTrace arc({{0, {0, 0, 0}, {0, 0, -1}}, {100, {0, radius, -radius}, {0, 1, 0}}});
  const auto mesh = tubesOf(holesWith(arc, {{0, 30}, {30, 50}, {60, 100}}), 12);
  const double area = 0.5 * 12 * 4 * std::sin(2 * std::numbers::pi / 12);
  EXPECT_NEAR(volumeOf(*mesh), area * 90, 0.01 * area * 90);
}

TEST(IntervalTubes, TakenOverMemoryMakesTheSameMesh) {
  const HoleTrace straight({{0, {0, 0, 0}, {0, 0, -1}}});
  const DrillHoles few = holesWith(straight, {{0, 10}});
  const DrillHoles many = holesWith(straight, {{0, 10}, {12, 20}, {20, 31}});
  for (const auto& [before, now] : {std::pair(few, many), std::pair(many, few)}) {
    const auto fresh = tubesOf(now, 9);
    const auto old = tubesOf(before, 8);
    const IntervalTable& table = now.tables[0];
    TubeOptions options;
    options.radius = 2;
    options.sides = 9;
    const auto again =
        intervalTubes(intervalPath(now, table), geology::BitMask(table.size(), true), options, old);
    EXPECT_EQ(again->GetNumberOfPoints(), fresh->GetNumberOfPoints());
    EXPECT_EQ(again->GetNumberOfPolys(), fresh->GetNumberOfPolys());
    EXPECT_DOUBLE_EQ(volumeOf(*again), volumeOf(*fresh));
    EXPECT_EQ(rowOfCell(*again, again->GetNumberOfPolys() - 1),
              rowOfCell(*fresh, fresh->GetNumberOfPolys() - 1));
  }
}

/// Many holes with arcs, gaps, overlaps and intervals without length.
DrillHoles randomHoles(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> unit(0, 1);
  DrillHoles holes;
  IntervalTable table;
  for (std::size_t h = 0; h < count; ++h) {
    const Vec3 collar{500 * unit(random), 500 * unit(random), 0};
    const Vec3 t0 = geology::normalized({unit(random) - 0.5, unit(random) - 0.5, -1});
    const Vec3 t1 = geology::normalized(t0 + Vec3{0.5 * unit(random), 0.3 * unit(random), 0});
    DrillHole hole;
    hole.trace = HoleTrace({{0, collar, t0}, {60, collar + geology::minimumCurvatureStep(t0, t1, 60), t1}});
    holes.holes.push_back(hole);
    double depth = 0;
    for (int i = 0; i < 30; ++i) {
      const double length = random() % 11 == 0 ? 0 : 3 * unit(random);
      table.hole.push_back(static_cast<std::uint32_t>(h));
      table.from.push_back(depth);
      table.to.push_back(depth + length);
      depth += length + (random() % 5 == 0 ? unit(random) - 0.3 : 0);
    }
  }
  holes.tables = {table};
  return holes;
}

TEST(IntervalPaths, GoFromTheUpperToTheLowerDepth) {
  const DrillHoles holes = randomHoles(1, 900);  // more rows than one thread takes at once
  const IntervalTable& table = holes.tables[0];
  const IntervalPath path = intervalPath(holes, table);
  ASSERT_EQ(path.rows(), table.size());
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (!(table.to[row] > table.from[row])) {
      EXPECT_EQ(path.pieces(row), 0U);
      continue;
    }
    const HoleTrace& trace = holes.holes[table.hole[row]].trace;
    ASSERT_GT(path.pieces(row), 0U);
    EXPECT_LT(length(path.points[path.first[row]].position - trace.positionAt(table.from[row])), 1e-9);
    EXPECT_LT(length(path.points[path.last[row]].position - trace.positionAt(table.to[row])), 1e-9);
    const bool goesOn = row + 1 < table.size() && table.hole[row + 1] == table.hole[row] &&
                        table.from[row + 1] == table.to[row] && table.to[row + 1] > table.from[row + 1];
    EXPECT_EQ(path.goesOn(row), goesOn);
  }
}

TEST(TubeSegments, AreThePiecesOfTheIntervalsShown) {
  const DrillHoles holes = randomHoles(2, 700);
  const IntervalPath path = intervalPath(holes, holes.tables[0]);
  std::mt19937 random(3);
  geology::BitMask shown(path.rows());
  for (std::size_t row = 0; row < path.rows(); ++row)
    if (random() % 3 != 0) shown.set(row);
  const SceneFrame frame{{100, 200, -50}, 2};
  TubeSegments segments;
  tubeSegments(path, shown, frame, segments);
  ASSERT_EQ(segments.rows.size(), segments.size());
  std::size_t at = 0;
  for (std::size_t row = 0; row < path.rows(); ++row) {
    if (!shown.test(row)) continue;
    for (std::size_t i = 0; i < path.pieces(row); ++i, ++at) {
      const auto expected = frame.toFloat(path.points[path.first[row] + i].position);
      const auto end = frame.toFloat(path.points[path.first[row] + i + 1].position);
      const auto& p = segments.points[at];
      const auto& q = segments.points[at + 1];
      ASSERT_EQ(p, (std::array<float, 4>{expected[0], expected[1], expected[2], 1}));
      ASSERT_EQ((std::array<float, 3>{q[0], q[1], q[2]}), end);
      ASSERT_EQ(segments.rows[at], row);
    }
    const bool joined = path.goesOn(row) && shown.test(row + 1);
    if (path.pieces(row) == 0 || joined) continue;
    ASSERT_EQ(segments.points[at++][3], 0);
  }
  EXPECT_EQ(at, segments.size());
  tubeSegments(path, geology::BitMask(path.rows()), frame, segments);
  EXPECT_EQ(segments.size(), 0U);
}

}  // namespace
}  // namespace adit::viewer
