#include "geology/analysis/convex_polygon.h"

#include <gmock/gmock.h>

#include <random>

namespace adit::analysis {
namespace {

using geology::Vec3;
using testing::IsEmpty;
using testing::SizeIs;

Polygon square(double x, double y, double side, double z = 0) {
  return {{x, y, z}, {x + side, y, z}, {x + side, y + side, z}, {x, y + side, z}};
}

TEST(ConvexPolygon, IsCutWhereALinearValueIsAboveZero) {
  EXPECT_THAT(clipped(square(0, 0, 2), std::vector<double>{-1, 1, 1, -1}),
              testing::ElementsAre(Vec3{0, 0, 0}, Vec3{1, 0, 0}, Vec3{1, 2, 0}, Vec3{0, 2, 0}));
  EXPECT_THAT(clipped(square(0, 0, 2), std::vector<double>{1, 1, 1, 1}), IsEmpty());
  EXPECT_THAT(clipped(square(0, 0, 2), HalfSpace{{0.5, 0, 0}, {-1, 0, 0}}), SizeIs(4));
}

TEST(ConvexPolygon, KeepsItsPlaneWhenItIsCutInPlan) {
  const Polygon slope{{0, 0, 0}, {4, 0, 8}, {4, 4, 8}, {0, 4, 0}};
  const Polygon part = overWindow(slope, square(1, 1, 2));
  EXPECT_DOUBLE_EQ(planArea(part), 4);
  for (const Vec3& p : part) EXPECT_DOUBLE_EQ(p.z, 2 * p.x);
}

TEST(ConvexPolygon, AWindowInTheMiddleLeavesAFrame) {
  const auto pieces = besideWindows(square(0, 0, 4), {square(1, 1, 1)}, 1e-9);
  double area = 0;
  for (const Polygon& piece : pieces) area += planArea(piece);
  EXPECT_DOUBLE_EQ(area, 15);
}

TEST(ConvexPolygon, StaysWholeBesideWindowsThatOnlyTouchIt) {
  const auto pieces = besideWindows(square(0, 0, 4), {square(4, 0, 1), square(-3, 1, 3)}, 1e-9);
  ASSERT_THAT(pieces, SizeIs(1));
  EXPECT_EQ(pieces[0], square(0, 0, 4));
}

TEST(ConvexPolygon, NothingIsLeftUnderTheWholeWindow) {
  EXPECT_THAT(besideWindows(square(0, 0, 4), {square(-1, -1, 3), square(2, -1, 4), square(-1, 2, 7)}, 1e-9),
              IsEmpty());
}

// By counting: a point of the polygon is in exactly one piece, or in a window.
TEST(ConvexPolygon, EveryPlaceIsInOnePieceOrInAWindow) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> place(0, 10);
  const auto triangle = [&] {
    Polygon t{{place(random), place(random), 0},
              {place(random), place(random), 0},
              {place(random), place(random), 0}};
    if (planArea(t) < 0) std::swap(t[1], t[2]);
    return t;
  };
  const auto inside = [](const Polygon& polygon, const Vec3& p) {
    for (std::size_t n = 0; n < polygon.size(); ++n)
      if (geology::cross(polygon[(n + 1) % polygon.size()] - polygon[n], p - polygon[n]).z < 0) return false;
    return true;
  };
  for (int round = 0; round < 200; ++round) {
    const Polygon whole = triangle();
    const std::vector<Polygon> windows{triangle(), triangle(), triangle()};
    const auto pieces = besideWindows(whole, windows, 1e-12);
    for (int n = 0; n < 50; ++n) {
      const Vec3 p{place(random), place(random), 0};
      int over = 0;
      for (const Polygon& piece : pieces) over += inside(piece, p) ? 1 : 0;
      bool covered = false;
      for (const Polygon& window : windows) covered = covered || inside(window, p);
      EXPECT_EQ(over, inside(whole, p) && !covered ? 1 : 0) << round << ": " << p.x << ' ' << p.y;
    }
  }
}

}  // namespace
}  // namespace adit::analysis
