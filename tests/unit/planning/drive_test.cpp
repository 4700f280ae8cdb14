// Tunnels and rising solids against closed forms.
#include "geology/planning/drive.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numbers>

#include "geology/planning/rising_solid.h"

namespace adit::planning {
namespace {

using geology::PlanLine;
using geology::TriangleMesh;
using geology::Vec3;

PlanLine lineOf(std::vector<Vec3> points, double width = 5, double height = 6) {
  return {
      .name = "drive", .points = std::move(points), .width = width, .height = height, .first = 2, .last = 5};
}

/// Of polygons seen from within anticlockwise; and every edge has a partner that runs the other way.
double enclosed(const std::vector<std::vector<Vec3>>& faces) {
  std::map<std::array<double, 6>, int> edges;
  double volume = 0;
  for (const auto& face : faces) {
    for (std::size_t n = 2; n < face.size(); ++n)
      volume -= dot(face[0] - faces[0][0], cross(face[n - 1] - faces[0][0], face[n] - faces[0][0])) / 6;
    for (std::size_t n = 0; n < face.size(); ++n) {
      const Vec3 a = face[n], b = face[(n + 1) % face.size()];
      ++edges[{a.x, a.y, a.z, b.x, b.y, b.z}];
      --edges[{b.x, b.y, b.z, a.x, a.y, a.z}];
    }
  }
  for (const auto& [edge, count] : edges) EXPECT_EQ(count, 0) << "an open edge";
  return volume;
}

/// Half an ellipse of 12 straight parts: its inscribed polygon has sin(pi/12)/(pi/12) of its area.
double areaOf(double width, double height) {
  const double rise = std::min(width / 2, height / 3);
  return width * (height - rise) + width / 2 * rise / 2 * 12 * std::sin(std::numbers::pi / 12);
}

TEST(Drive, ProfileHasAFlatFloorUprightWallsAndAnArch) {
  const DriveProfile profile{6, 6};
  EXPECT_DOUBLE_EQ(profile.archRise(), 2);
  EXPECT_DOUBLE_EQ(profile.backAt(0), 6);
  EXPECT_DOUBLE_EQ(profile.backAt(3), 4);
  EXPECT_DOUBLE_EQ(profile.backAt(-3), 4);
  EXPECT_NEAR(profile.backAt(1.5), 4 + 2 * std::sqrt(0.75), 1e-12);
  EXPECT_EQ(profile.backAt(3.01), 0);
  EXPECT_NEAR(profile.area(), areaOf(6, 6), 1e-12);
  EXPECT_NEAR((DriveProfile{3, 6}.area()), areaOf(3, 6), 1e-12) << "a narrow one has half a circle";
}

TEST(Drive, LengthIsInSpaceAndAdvancesAtAnEvenRate) {
  const PlanLine line = lineOf({{0, 0, 100}, {30, 0, 60}, {30, 0, 60}, {30, 120, 60}});
  const Drive drive(line);
  EXPECT_DOUBLE_EQ(drive.length(), 50 + 120);
  EXPECT_EQ(drive.lengthAt(2), 0) << "begins with the third period";
  EXPECT_DOUBLE_EQ(drive.lengthAt(4), 85);
  EXPECT_DOUBLE_EQ(drive.lengthAt(6), 170);
  EXPECT_DOUBLE_EQ(drive.lengthAt(99), 170);
  const Vec3 face = drive.at(85);
  EXPECT_DOUBLE_EQ(face.y, 35);
  EXPECT_DOUBLE_EQ(face.x, 30);
  EXPECT_EQ(drive.upTo(85).size(), 3U);
  EXPECT_TRUE(drive.upTo(0).empty());
  EXPECT_NEAR(drive.volumeTo(85), areaOf(5, 6) * (30 + 35), 1e-9);
}

TEST(Drive, VolumesAreAreaTimesPlanLength) {
  const PlanLine straight = lineOf({{0, 0, 0}, {300, 400, -60}});
  const PlanLine bent = lineOf({{0, 0, 0}, {100, 0, 0}, {150, 80, 0}, {150, 200, 0}});
  for (const PlanLine* line : {&straight, &bent}) {
    const Drive drive(*line);
    for (const double share : {0.1, 0.55, 1.0}) {
      const double until = drive.length() * share;
      const double inPlan = line == &straight ? 500 * share : drive.length() * share;
      const double expected = areaOf(5, 6) * inPlan;
      EXPECT_NEAR(drive.volumeTo(until), expected, expected * 1e-9);
      EXPECT_NEAR(enclosed(driveFaces(drive, until)), expected, expected * 1e-9) << share;
    }
  }
  EXPECT_TRUE(driveFaces(Drive(straight), 0).empty());
}

TEST(Drive, ABendWithAGradientIsClosedAndFlatFaced) {
  const PlanLine line = lineOf({{0, 0, 0}, {100, 0, -10}, {150, 80, -20}, {150, 200, -20}});
  const Drive drive(line);
  const auto faces = driveFaces(drive, drive.length());
  const double expected = areaOf(5, 6) * (100 + std::hypot(50, 80) + 120);
  EXPECT_NEAR(enclosed(faces), expected, expected * 0.005) << "its floor is twisted in the bend";
  for (const auto& face : faces)
    for (const Vec3& p : face)
      EXPECT_NEAR(dot(geology::normalized(cross(face[1] - face[0], face[2] - face[0])), p - face[0]), 0,
                  1e-6);
}

TEST(Drive, ARaiseHasItsProfileLevel) {
  for (const double sense : {1.0, -1.0}) {
    const PlanLine raise = lineOf({{10, 10, 0}, {10, 10, sense * 80}}, 3, 3);
    const Drive drive(raise);
    EXPECT_TRUE(drive.raise());
    EXPECT_NEAR(enclosed(driveFaces(drive, 80)), areaOf(3, 3) * 80, 1e-6);
    EXPECT_NEAR(drive.volumeTo(30), areaOf(3, 3) * 30, 1e-9);
    std::vector<Drive::Place> places;
    drive.placesAt(10, 10, 80, 0, places);
    EXPECT_TRUE(places.empty()) << "nothing to stand on";
  }
}

TEST(Drive, KeepsItsShapeWhileItAdvances) {
  // A short way up first, as from a sump: what is driven of it does not become a raise for that while.
  const PlanLine line = lineOf({{0, 0, 0}, {1, 0, 8}, {100, 0, 8}});
  const Drive drive(line);
  EXPECT_FALSE(drive.raise());
  const auto early = driveFaces(drive, 4), late = driveFaces(drive, drive.length());
  ASSERT_FALSE(early.empty());
  EXPECT_EQ(early[0][0], late[0][0]) << "the first section stays where it is";
  EXPECT_EQ(early[0][1], late[0][1]);
}

TEST(Drive, PlacesHaveFloorBackAndChainage) {
  const PlanLine line = lineOf({{0, 0, 50}, {100, 0, 40}, {100, 100, 30}});
  const Drive drive(line);
  std::vector<Drive::Place> places;
  drive.placesAt(60, 1, drive.length(), 0.3, places);
  ASSERT_EQ(places.size(), 1U);
  EXPECT_NEAR(places[0].floor, 44, 1e-12);
  EXPECT_NEAR(places[0].back, 44 + drive.profile().backAt(1), 1e-12);
  EXPECT_NEAR(places[0].chainage, 60 * std::hypot(1, 0.1), 1e-12);
  EXPECT_NEAR(places[0].offset, 1, 1e-12);
  for (const Vec3 outside : {Vec3{60, 2.3, 0}, Vec3{-0.5, 0, 0}, Vec3{100, 100.5, 0}, Vec3{300, 0, 0}}) {
    places.clear();
    drive.placesAt(outside.x, outside.y, drive.length(), 0.3, places);
    EXPECT_TRUE(places.empty()) << outside.x << " " << outside.y;
  }
  places.clear();
  drive.placesAt(60, 0, 40, 0.3, places);
  EXPECT_TRUE(places.empty()) << "not driven yet";
}

TEST(Drive, ASpiralPassesOverAPlaceMoreThanOnce) {
  std::vector<Vec3> points;
  for (int n = 0; n <= 72; ++n)
    points.push_back(
        {40 * std::cos(n * std::numbers::pi / 18), 40 * std::sin(n * std::numbers::pi / 18), -n * 1.0});
  const PlanLine line = lineOf(points);
  const Drive drive(line);
  std::vector<Drive::Place> places;
  drive.placesAt(0, 40, drive.length(), 0, places);
  ASSERT_GE(places.size(), 2U);
  EXPECT_NEAR(places.front().floor, -45, 1e-9);
  EXPECT_NEAR(places.back().floor, -9, 1e-9);
}

/// A box, or with `top` < 1 a frustum whose top has that share of the sides.
TriangleMesh solid(double top) {
  TriangleMesh mesh;
  for (const double z : {0.0, 10.0})
    for (const auto& [x, y] : {std::pair{-1.0, -1.0}, {1.0, -1.0}, {1.0, 1.0}, {-1.0, 1.0}})
      mesh.vertices.push_back({20 + x * (z > 0 ? top : 1) * 6, y * (z > 0 ? top : 1) * 4, 100 + z});
  const auto quad = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    mesh.triangles.push_back({a, b, c});
    mesh.triangles.push_back({a, c, d});
  };
  quad(3, 2, 1, 0);
  quad(4, 5, 6, 7);
  for (std::uint32_t n = 0; n < 4; ++n) quad(n, (n + 1) % 4, (n + 1) % 4 + 4, n + 4);
  mesh.closed = true;
  return mesh;
}

TEST(RisingSolid, VolumesBelowALevelAgreeWithClosedForms) {
  const TriangleMesh box = solid(1);
  const RisingSolid rising(box);
  EXPECT_DOUBLE_EQ(rising.foot(), 100);
  EXPECT_DOUBLE_EQ(rising.top(), 110);
  EXPECT_NEAR(rising.volumeBelow(110), 12 * 8 * 10, 1e-9);
  EXPECT_NEAR(rising.volumeBelow(102.5), 12 * 8 * 2.5, 1e-9);
  EXPECT_NEAR(rising.volumeBelow(90), 0, 1e-9);
  EXPECT_NEAR(rising.levelOf(0.3), 103, 1e-4);
  EXPECT_EQ(rising.levelOf(0), 100);
  EXPECT_EQ(rising.levelOf(1), 110);

  const TriangleMesh frustum = solid(0.5);
  const RisingSolid tapered(frustum);
  // h / 3 (A + a + sqrt(A a)), with sides that shrink by half over the whole height
  const auto volume = [](double h) {
    const double area = 96, top = area * std::pow(1 - h / 20, 2);
    return h / 3 * (area + top + std::sqrt(area * top));
  };
  for (const double h : {1.0, 4.2, 10.0}) EXPECT_NEAR(tapered.volumeBelow(100 + h), volume(h), 1e-9) << h;
  EXPECT_NEAR(tapered.volumeBelow(tapered.levelOf(0.5)), volume(10) / 2, 1e-3);
}

TEST(RisingSolid, AMeshThatIsInsideOutAndAnOpenOneRiseToo) {
  TriangleMesh box = solid(1);
  for (auto& [a, b, c] : box.triangles) std::swap(b, c);
  EXPECT_NEAR(RisingSolid(box).volumeBelow(105), 480, 1e-9);
  box.closed = false;
  EXPECT_EQ(RisingSolid(box).volumeBelow(105), 0);
  EXPECT_DOUBLE_EQ(RisingSolid(box).levelOf(0.25), 102.5);
}

TEST(RisingSolid, FacesEndAtTheLevel) {
  const TriangleMesh box = solid(1);
  double area = 0;
  for (const auto& face : RisingSolid(box).facesBelow(104))
    for (std::size_t n = 2; n < face.size(); ++n) {
      EXPECT_LE(face[n].z, 104);
      area += geology::length(cross(face[n - 1] - face[0], face[n] - face[0])) / 2;
    }
  EXPECT_NEAR(area, 96 + 40 * 4, 1e-9) << "its foot and its sides";
}

TEST(PlanWork, IsDoneAtAnEvenRate) {
  EXPECT_EQ(doneShare(2, 5, 1.9), 0);
  EXPECT_DOUBLE_EQ(doneShare(2, 5, 3), 0.25);
  EXPECT_EQ(doneShare(2, 5, 7), 1);
  EXPECT_DOUBLE_EQ(doneShare(4, 4, 4.5), 0.5);
}

}  // namespace
}  // namespace adit::planning
