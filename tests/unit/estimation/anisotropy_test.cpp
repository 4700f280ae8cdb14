#include "geology/estimation/anisotropy.h"

#include <gtest/gtest.h>

#include "geology/estimation/variogram.h"
#include "geology/synthetic/random.h"

namespace adit::estimation {
namespace {

using geology::Vec3;

void expectNear(const Vec3& a, const Vec3& b, double tolerance = 1e-9) {
  EXPECT_NEAR(a.x, b.x, tolerance);
  EXPECT_NEAR(a.y, b.y, tolerance);
  EXPECT_NEAR(a.z, b.z, tolerance);
}

/// An axis and its opposite are one.
void expectSameAxis(const Vec3& a, const Vec3& b) {
  EXPECT_NEAR(std::abs(dot(a, b)), 1, 1e-9);
}

TEST(Anisotropy, NegativeAng2PlungesDown) {
  expectNear(axesOf(GslibAngles{0, -30, 0})[0], {0, .866025403784, -.5});
  expectNear(axesOf(GslibAngles{90, 0, 0})[0], {1, 0, 0});
}

TEST(Anisotropy, PlaneInWords) {
  // A plane that dips 60 degrees to the east; pitch 90 is down the dip, 0 along the strike (north).
  const Axes down = axesOf(PlaneAngles{60, 90, 90});
  expectNear(down[0], {0.5, 0, -.866025403784});
  expectNear(down[2], {.866025403784, 0, 0.5});
  expectNear(axesOf(PlaneAngles{60, 90, 0})[0], {0, 1, 0});
}

TEST(Anisotropy, AnglesThereAndBack) {
  synthetic::Random random(5);
  for (int i = 0; i < 500; ++i) {
    const Axes axes =
        axesOf(GslibAngles{random.uniform(0, 360), random.uniform(-90, 90), random.uniform(-180, 180)});
    expectNear(cross(axes[0], axes[1]), axes[2]);
    const Axes fromGslib = axesOf(gslibAnglesOf(axes));
    const Axes fromPlane = axesOf(planeAnglesOf(axes));
    for (std::size_t a = 0; a < 3; ++a) {
      expectNear(fromGslib[a], axes[a], 1e-7);
      expectSameAxis(fromPlane[a], axes[a]);
    }
  }
}

TEST(Anisotropy, VerticalLongAxisThereAndBack) {
  for (const double ang2 : {-90.0, 90.0})
    for (const double ang3 : {0.0, 40.0, -120.0}) {
      const Axes axes = axesOf(GslibAngles{30, ang2, ang3});
      const Axes back = axesOf(gslibAnglesOf(axes));
      for (std::size_t a = 0; a < 3; ++a) expectNear(back[a], axes[a], 1e-7);
    }
}

TEST(VariogramAt, ModelsAtTheirRangeInTheDirectionOfTheirAxes) {
  const Anisotropy flat{axesOf(GslibAngles{30, 0, 0}), {20, 10, 5}};
  const Variogram spherical{0.2, {{VariogramModel::Spherical, 0.8, flat}}};
  EXPECT_EQ(spherical.at({}), 0);
  for (std::size_t a = 0; a < 3; ++a) {
    EXPECT_NEAR(spherical.at(flat.axis[a] * flat.range[a]), 1, 1e-12);
    // Half the range: 0.2 + 0.8 (0.75 - 0.0625)
    EXPECT_NEAR(spherical.at(flat.axis[a] * (flat.range[a] / 2)), 0.75, 1e-12);
  }
  for (const auto model : {VariogramModel::Exponential, VariogramModel::Gaussian})
    EXPECT_NEAR((Variogram{0, {{model, 1, sphere(10)}}}.at({0, 0, 10})), 0.950213, 1e-6);
}

}  // namespace
}  // namespace adit::estimation
