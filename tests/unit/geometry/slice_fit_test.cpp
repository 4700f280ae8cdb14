// The picture of a plane: it covers what is seen, is as fine as the pixels, and stays when little moves.
#include "viewer/geometry/slice_fit.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "viewer/geometry/block_plane.h"

namespace adit::viewer {
namespace {

using geology::Lattice;
using geology::Vec3;

/// Looks straight down on a rectangle around `middle`.
ViewSight fromAbove(const Vec3& middle, double halfWidth, double halfHeight, double pixel) {
  ViewSight sight;
  sight.parallel = true;
  sight.eye = middle + Vec3{0, 0, 1000};
  sight.forward = {0, 0, -1};
  sight.pixel = pixel;
  sight.frustum = {{middle + Vec3{halfWidth, 0, 0}, {1, 0, 0}},
                   {middle - Vec3{halfWidth, 0, 0}, {-1, 0, 0}},
                   {middle + Vec3{0, halfHeight, 0}, {0, 1, 0}},
                   {middle - Vec3{0, halfHeight, 0}, {0, -1, 0}}};
  return sight;
}

Lattice cube(std::int64_t cells) {
  Lattice lattice;
  lattice.origin = {500'000, 7'000'000, 100};
  lattice.count = {cells, cells, cells};
  return lattice;
}

Vec3 middleOf(const Lattice& lattice) {
  return lattice.bounds().center();
}

/// Place of a point in the picture, in texels.
std::array<double, 2> texelOf(const SliceFrame& frame, const Vec3& p) {
  const Vec3 d = p - frame.origin;
  return {dot(d, frame.u) / dot(frame.u, frame.u) + 0.5, dot(d, frame.v) / dot(frame.v, frame.v) + 0.5};
}

TEST(SliceFit, TexelsAreAtMostPixelsAndNotFarBelow) {
  const Lattice lattice = cube(1000);
  const HalfSpace flat{middleOf(lattice), {0, 0, 1}};
  for (const double pixel : {0.01, 0.3, 0.5, 1.0, 1.7}) {
    const SceneFrame frame{middleOf(lattice), 1};
    const auto fit = fitSlice({lattice, flat, {}, frame}, fromAbove({}, 300 * pixel, 200 * pixel, pixel));
    ASSERT_TRUE(fit);
    EXPECT_LE(geology::length(fit->u), pixel * (1 + 1e-12));
    EXPECT_GT(geology::length(fit->u), pixel * 0.7);
    EXPECT_GE(static_cast<double>(fit->width), 600);
    EXPECT_LE(static_cast<double>(fit->width), 600 * 1.42 + 128) << "no more than the view shows";
  }
}

TEST(SliceFit, CoversWhatIsSeenOnAnyPlane) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> any(-1, 1);
  const Lattice lattice = cube(100);
  int met = 0;
  for (int round = 0; round < 200; ++round) {
    const Vec3 normal = geology::normalized({any(random), any(random), any(random)});
    const Vec3 point = middleOf(lattice) + Vec3{any(random), any(random), any(random)} * 60;
    const HalfSpace plane{point, normal};
    const SceneFrame frame{middleOf(lattice), 1 + std::abs(any(random)) * 4};
    const auto sight = fromAbove({any(random) * 20, any(random) * 20, 0}, 40, 25, 0.25);
    const auto fit = fitSlice({lattice, plane, {}, frame}, sight);
    Polygon seen = crossSection(boxOf(lattice), plane);
    for (Vec3& p : seen) p = frame.toScene(p);
    seen = clipped(seen, sight.frustum, 99);
    ASSERT_EQ(fit.has_value(), !seen.empty());
    if (!fit) continue;
    ++met;
    EXPECT_NEAR(plane.distance(fit->origin), 0, 1e-6);
    EXPECT_LE(fit->width * fit->height, kMostSliceTexels);
    for (const Vec3& p : seen) {
      const auto [x, y] = texelOf(*fit, frame.toWorld(p));
      EXPECT_GE(x, -1e-3);
      EXPECT_GE(y, -1e-3);
      EXPECT_LE(x, static_cast<double>(fit->width) + 1e-3);
      EXPECT_LE(y, static_cast<double>(fit->height) + 1e-3);
    }
  }
  EXPECT_GT(met, 100);
}

TEST(SliceFit, InPerspectiveTheNearestPixelDecides) {
  const Lattice lattice = cube(100);
  const HalfSpace flat{middleOf(lattice), {0, 0, 1}};
  const SceneFrame frame{middleOf(lattice), 1};
  ViewSight sight = fromAbove({}, 1e6, 1e6, 0.002);
  sight.parallel = false;
  sight.eye = {0, 0, 200};
  const auto fit = fitSlice({lattice, flat, {}, frame}, sight);
  ASSERT_TRUE(fit);
  EXPECT_LE(geology::length(fit->u), 0.4);  // 200 * 0.002
  EXPECT_GT(geology::length(fit->u), 0.4 * 0.7);
}

TEST(SliceFit, HeightsThatAreStretchedGetMoreTexels) {
  const Lattice lattice = cube(100);
  const HalfSpace upright{middleOf(lattice), {0, 1, 0}};
  ViewSight sight;
  sight.parallel = true;
  sight.forward = {0, 1, 0};
  sight.pixel = 0.5;
  const auto plain = fitSlice({lattice, upright, {}, {middleOf(lattice), 1}}, sight);
  const auto stretched = fitSlice({lattice, upright, {}, {middleOf(lattice), 4}}, sight);
  ASSERT_TRUE(plain && stretched);
  EXPECT_DOUBLE_EQ(geology::length(stretched->u), geology::length(plain->u));
  EXPECT_DOUBLE_EQ(geology::length(stretched->v) * 4, geology::length(plain->v));
  EXPECT_NEAR(plain->v.z, geology::length(plain->v), 1e-12) << "rows go up";
}

TEST(SliceFit, SmallMovesKeepTheFrame) {
  const Lattice lattice = cube(1000);
  const HalfSpace flat{middleOf(lattice), {0, 0, 1}};
  const SceneFrame frame{middleOf(lattice), 1};
  std::size_t changes = 0;
  std::optional<SliceFrame> last;
  for (int i = 0; i <= 64; ++i) {
    const auto fit =
        fitSlice({lattice, flat, {}, frame}, fromAbove({i * 0.5, 0, 0}, 150, 100, 0.5 + i * 1e-4));
    changes += fit != last ? 1 : 0;
    last = fit;
  }
  EXPECT_LE(changes, 4U) << "64 pixels of panning and a little zoom";
}

TEST(SliceFit, TheLimitHoldsHoweverNearTheEye) {
  const Lattice lattice = cube(1000);
  const HalfSpace flat{middleOf(lattice), {0, 0, 1}};
  const SceneFrame frame{middleOf(lattice), 1};
  ViewSight sight = fromAbove({}, 1e6, 1e6, 0.002);
  sight.parallel = false;
  sight.eye = {0, 0, 1e-3};
  for (const std::size_t most : {std::size_t{65'536}, kMostSliceTexels}) {
    const auto fit = fitSlice({lattice, flat, {}, frame, most}, sight);
    ASSERT_TRUE(fit);
    EXPECT_LE(fit->width * fit->height, most);
    EXPECT_GT(fit->width * fit->height, most / 8);
  }
}

TEST(SliceFit, NothingIsSeenBesideTheModelOrBehindThePlanes) {
  const Lattice lattice = cube(100);
  const SceneFrame frame{middleOf(lattice), 1};
  const ViewSight sight = fromAbove({}, 300, 200, 0.5);
  EXPECT_FALSE(fitSlice({lattice, {middleOf(lattice) + Vec3{0, 0, 51}, {0, 0, 1}}, {}, frame}, sight));
  const HalfSpace flat{middleOf(lattice), {0, 0, 1}};
  EXPECT_FALSE(fitSlice({lattice, flat, {}, frame}, fromAbove({500, 0, 0}, 300, 200, 0.5)));
  const CutPlanes west{{middleOf(lattice) - Vec3{60, 0, 0}, {1, 0, 0}}};
  EXPECT_FALSE(fitSlice({lattice, flat, west, frame}, sight));
}

}  // namespace
}  // namespace adit::viewer
