// Curves of DXF as short lines: against closed forms, and what is not drawn.
#include "geology/formats/dxf_curves.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>
#include <random>

#include "geology/formats/dxf_reader.h"
#include "tests/support/reading.h"

namespace adit::formats {
namespace {

using geology::TriangleMesh;
using geology::Vec3;
using namespace adit::tests;

/// Groups as "code value" lines of a DXF file with one entity.
ImportResult readEntity(const std::string& groups) {
  std::string text = "0\nSECTION\n2\nENTITIES\n";
  std::istringstream words(groups);
  for (std::string code, value; words >> code >> value;) text += code + "\n" + value + "\n";
  return readBytes(readDxf, text + "0\nENDSEC\n0\nEOF\n");
}

std::vector<Vec3> placesOf(const TriangleMesh& mesh, const geology::Polyline& line) {
  std::vector<Vec3> places;
  for (const std::uint32_t v : line.vertices) places.push_back(mesh.vertices[v]);
  return places;
}

void expectNear(const Vec3& is, const Vec3& wanted, double tolerance = 1e-9) {
  EXPECT_NEAR(is.x, wanted.x, tolerance);
  EXPECT_NEAR(is.y, wanted.y, tolerance);
  EXPECT_NEAR(is.z, wanted.z, tolerance);
}

TEST(DxfCurves, ACircleIsClosedAndWithinTheTolerance) {
  const ImportResult result = readEntity("0 CIRCLE 8 RAMP 10 500000 20 6770000 30 250 40 40");
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  ASSERT_EQ(mesh.lines.size(), 1U);
  EXPECT_TRUE(mesh.lines[0].closed);
  EXPECT_EQ(mesh.parts.at(0), "RAMP");
  const Vec3 centre{500000, 6770000, 250};
  const std::vector<Vec3> places = placesOf(mesh, mesh.lines[0]);
  EXPECT_EQ(places.size(), 71U);  // 360 / (2 acos 0.999) = 70.2
  for (std::size_t i = 0; i < places.size(); ++i) {
    EXPECT_NEAR(length(places[i] - centre), 40, 1e-6);
    const Vec3 middle = (places[i] + places[(i + 1) % places.size()]) * 0.5;
    EXPECT_GT(length(middle - centre), 40 * (1 - kChordTolerance) - 1e-6);
  }
  EXPECT_EQ(countOf(result, "DXF-CHORDS"), 1U);
}

TEST(DxfCurves, AnArcRunsAnticlockwiseAlsoAcrossZero) {
  const TriangleMesh mesh = onlyObject<TriangleMesh>(readEntity("0 ARC 10 10 20 20 30 5 40 2 50 350 51 80"));
  const std::vector<Vec3> places = placesOf(mesh, mesh.lines.at(0));
  EXPECT_FALSE(mesh.lines[0].closed);
  constexpr double kDegree = std::numbers::pi / 180;
  expectNear(places.front(), {10 + 2 * std::cos(350 * kDegree), 20 + 2 * std::sin(350 * kDegree), 5});
  expectNear(places.back(), {10 + 2 * std::cos(80 * kDegree), 20 + 2 * std::sin(80 * kDegree), 5});
  EXPECT_EQ(places.size(), 19U);                            // 90 degrees in steps of at most 5.126
  for (const Vec3& place : places) EXPECT_GT(place.x, 10);  // never through the west
}

TEST(DxfCurves, AnArcInAnotherPlane) {
  // Extrusion -Z: AutoCAD's arbitrary axis has X to -X.
  const TriangleMesh mesh =
      onlyObject<TriangleMesh>(readEntity("0 ARC 10 10 20 20 30 5 40 2 50 0 51 90 210 0 220 0 230 -1"));
  const std::vector<Vec3> places = placesOf(mesh, mesh.lines.at(0));
  expectNear(places.front(), {-12, 20, -5});
  expectNear(places.back(), {-10, 22, -5});
}

TEST(DxfCurves, AnEllipseInSpace) {
  // Half axes 4 along north and 1 (ratio 0.25) along up x north = -east.
  const TriangleMesh mesh = onlyObject<TriangleMesh>(
      readEntity("0 ELLIPSE 10 100 20 200 30 3 11 0 21 4 31 0 40 0.25 41 0 42 1.5707963267948966"));
  const std::vector<Vec3> places = placesOf(mesh, mesh.lines.at(0));
  expectNear(places.front(), {100, 204, 3});
  expectNear(places.back(), {99, 200, 3});
  for (const Vec3& p : places) EXPECT_NEAR(std::pow((p.y - 200) / 4, 2) + std::pow(p.x - 100, 2), 1, 1e-9);
  const TriangleMesh whole =
      onlyObject<TriangleMesh>(readEntity("0 ELLIPSE 10 0 20 0 30 0 11 4 21 0 31 0 40 0.5"));
  EXPECT_TRUE(whole.lines.at(0).closed);
}

TEST(Spline, OfDegreeOneIsItsPolygon) {
  const Spline spline{1, {0, 0, 1, 2, 2}, {{0, 0, 0}, {1, 2, 3}, {5, 2, 3}}, {}};
  ASSERT_TRUE(isWhole(spline));
  expectNear(pointOf(spline, 0.5), {0.5, 1, 1.5});
  expectNear(pointOf(spline, 1), {1, 2, 3});
  expectNear(pointOf(spline, 2), {5, 2, 3});
}

TEST(Spline, OfOneSpanIsABezierCurve) {
  const Spline spline{3, {0, 0, 0, 0, 1, 1, 1, 1}, {{0, 0, 0}, {1, 3, 1}, {4, 3, 2}, {6, 0, 5}}, {}};
  ASSERT_TRUE(isWhole(spline));
  for (const double t : {0.0, 0.2, 0.5, 0.9, 1.0}) {
    const double s = 1 - t;
    const Vec3 bezier = spline.control[0] * (s * s * s) + spline.control[1] * (3 * s * s * t) +
                        spline.control[2] * (3 * s * t * t) + spline.control[3] * (t * t * t);
    expectNear(pointOf(spline, t), bezier, 1e-12);
  }
}

TEST(Spline, WithWeightsIsAnExactQuarterOfACircle) {
  const Spline spline{2, {0, 0, 0, 1, 1, 1}, {{1, 0, 0}, {1, 1, 0}, {0, 1, 0}}, {1, std::sqrt(0.5), 1}};
  for (double t = 0; t <= 1; t += 0.125) EXPECT_NEAR(length(pointOf(spline, t)), 1, 1e-12);
}

/// The Cox-de Boor recursion as it is defined.
double basis(const Spline& s, std::size_t i, std::size_t p, double u) {
  if (p == 0) return s.knots[i] <= u && u < s.knots[i + 1] ? 1 : 0;
  const double left = s.knots[i + p] - s.knots[i], right = s.knots[i + p + 1] - s.knots[i + 1];
  return (left > 0 ? (u - s.knots[i]) / left * basis(s, i, p - 1, u) : 0) +
         (right > 0 ? (s.knots[i + p + 1] - u) / right * basis(s, i + 1, p - 1, u) : 0);
}

TEST(Spline, IsTheSumOfItsBasisFunctions) {
  std::mt19937 random(3);
  const auto within = [&](double lo, double hi) { return lo + (hi - lo) * (random() / 4294967296.0); };
  for (int round = 0; round < 200; ++round) {
    Spline s;
    s.degree = 1 + random() % 4;
    const std::size_t n = s.degree + 1 + random() % 6;
    for (std::size_t i = 0; i < n; ++i) {
      s.control.push_back({within(-9, 9), within(-9, 9), within(-9, 9)});
      s.weights.push_back(within(0.5, 2));
    }
    for (std::size_t i = 0; i < n + s.degree + 1; ++i) s.knots.push_back(std::floor(within(0, 6)));
    std::sort(s.knots.begin(), s.knots.end());
    if (s.knots[s.degree] == s.knots[n]) continue;
    ASSERT_TRUE(isWhole(s));
    const double u = within(s.knots[s.degree], s.knots[n]);
    Vec3 sum;
    double weight = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const double b = basis(s, i, s.degree, u) * s.weights[i];
      sum += s.control[i] * b;
      weight += b;
    }
    expectNear(pointOf(s, u), sum * (1 / weight), 1e-9);
  }
}

TEST(DxfCurves, ASplineRunsFromItsFirstToItsLastPoint) {
  const TriangleMesh mesh = onlyObject<TriangleMesh>(readEntity(
      "0 SPLINE 8 HAUL 70 8 71 3 72 9 73 5 40 0 40 0 40 0 40 0 40 1 40 2 40 2 40 2 40 2 "
      "10 0 20 0 30 100 10 10 20 0 30 101 10 20 20 10 30 102 10 30 20 10 30 103 10 40 20 0 30 104"));
  const std::vector<Vec3> places = placesOf(mesh, mesh.lines.at(0));
  EXPECT_EQ(places.size(), 1 + 2 * kChordsOfSpan);
  expectNear(places.front(), {0, 0, 100});
  expectNear(places.back(), {40, 0, 104});
}

TEST(DxfCurves, WithoutControlPointsTheFitPointsAreJoined) {
  const TriangleMesh mesh = onlyObject<TriangleMesh>(
      readEntity("0 SPLINE 70 0 71 3 74 3 11 0 21 0 31 0 11 5 21 5 31 1 11 9 21 0 31 2"));
  EXPECT_THAT(placesOf(mesh, mesh.lines.at(0)),
              testing::ElementsAre(Vec3{0, 0, 0}, Vec3{5, 5, 1}, Vec3{9, 0, 2}));
}

TEST(DxfCurves, WhatLacksItsNumbersIsCountedAsNotDrawn) {
  for (const char* entity : {"0 CIRCLE 10 1 20 2 40 0", "0 ARC 10 1 20 2 40 5 50 0", "0 ELLIPSE 10 1 20 2",
                             "0 SPLINE 71 3 40 0 40 1 10 0 20 0", "0 SPLINE 71 99 10 0 20 0 10 1 20 1"}) {
    const ImportResult result = readEntity(entity);
    EXPECT_EQ(countOf(result, "DXF-NOT-DRAWN"), 1U) << entity;
    EXPECT_EQ(countOf(result, "DXF-CHORDS"), 0U) << entity;
  }
}

/// Every place of the line lies on the circle, and no chord further from it than the tolerance.
void expectOnCircle(const std::vector<Vec3>& places, const Vec3& centre, double radius) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    EXPECT_NEAR(length(places[i] - centre), radius, 1e-6);
    if (i == 0) continue;
    const Vec3 middle = (places[i - 1] + places[i]) * 0.5;
    EXPECT_GT(length(middle - centre), radius * (1 - kChordTolerance) - 1e-6);
  }
}

TEST(DxfBulges, AreArcsOnTheSideThatTheirSignSays) {
  // A bulge of 1 is half a circle, anticlockwise: from (0, 0) to (10, 0) it hangs below.
  const ImportResult half =
      readEntity("0 LWPOLYLINE 90 2 38 310 10 500000 20 6770000 42 1 10 500010 20 6770000");
  const TriangleMesh mesh = onlyObject<TriangleMesh>(half);
  const std::vector<Vec3> places = placesOf(mesh, mesh.lines.at(0));
  expectNear(places.front(), {500000, 6770000, 310});
  expectNear(places.back(), {500010, 6770000, 310});
  expectOnCircle(places, {500005, 6770000, 310}, 5);
  expectNear(places[places.size() / 2], {500005, 6769995, 310}, 0.2);
  for (const Vec3& place : places) EXPECT_LE(place.y, 6770000 + 1e-6);
  EXPECT_EQ(countOf(half, "DXF-CHORDS"), 1U);
  const TriangleMesh other =
      onlyObject<TriangleMesh>(readEntity("0 LWPOLYLINE 90 2 10 0 20 0 42 -1 10 10 20 0"));
  for (const Vec3& place : placesOf(other, other.lines.at(0))) EXPECT_GE(place.y, -1e-9);
}

TEST(DxfBulges, OfAnyAngleKeepTheirCircle) {
  std::mt19937_64 random(5);
  std::uniform_real_distribution<double> sweep(-6, 6), place(-100, 100);
  for (int i = 0; i < 200; ++i) {
    // Centre, radius and angles first: what the bulge has to give back.
    const Vec3 centre{place(random), place(random), 0};
    const double radius = 1 + std::abs(place(random)), first = place(random), angle = sweep(random);
    const auto at = [&](double a) { return centre + Vec3{radius * std::cos(a), radius * std::sin(a), 0}; };
    const std::array<BulgedVertex, 2> ends{{{at(first), std::tan(angle / 4)}, {at(first + angle), 0}}};
    const std::vector<Vec3> places = placesWithArcs(ends, false);
    expectOnCircle(places, centre, radius);
    const auto chords = static_cast<double>(places.size() - 1);
    for (std::size_t k = 0; k < places.size(); ++k)
      expectNear(places[k], at(first + angle * static_cast<double>(k) / chords), 1e-8);
  }
}

TEST(DxfBulges, CloseThePolylineAndFollowAnOldOneToo) {
  // Two half circles are a whole one.
  const TriangleMesh round =
      onlyObject<TriangleMesh>(readEntity("0 LWPOLYLINE 90 2 70 1 10 0 20 0 42 1 10 10 20 0 42 1"));
  ASSERT_TRUE(round.lines.at(0).closed);
  std::vector<Vec3> places = placesOf(round, round.lines[0]);
  EXPECT_EQ(places.size(), 72U);  // two arcs of 36 chords: 180 / (2 acos 0.999) = 35.1
  places.push_back(places.front());
  expectOnCircle(places, {5, 0, 0}, 5);
  const TriangleMesh old = onlyObject<TriangleMesh>(readEntity(
      "0 POLYLINE 66 1 70 0 30 290 0 VERTEX 10 0 20 0 30 0 42 1 0 VERTEX 10 10 20 0 30 0 0 SEQEND"));
  expectOnCircle(placesOf(old, old.lines.at(0)), {5, 0, 290}, 5);
}

TEST(DxfBulges, ThatCannotBeArcsAreStraight) {
  const ImportResult huge = readEntity("0 LWPOLYLINE 90 2 10 0 20 0 42 1e300 10 10 20 0");
  EXPECT_EQ(onlyObject<TriangleMesh>(huge).lines.at(0).vertices.size(), 2U);
  EXPECT_EQ(countOf(huge, "MESH-BAD-NUMBER"), 1U);
  const ImportResult space = readEntity(
      "0 POLYLINE 66 1 70 8 0 VERTEX 10 0 20 0 30 0 42 1 70 32 0 VERTEX 10 10 20 0 30 5 70 32 0 SEQEND");
  EXPECT_EQ(onlyObject<TriangleMesh>(space).lines.at(0).vertices.size(), 2U) << "none in space";
}

}  // namespace
}  // namespace adit::formats
