// Block lattices from one coordinate reference system into another: where they come to lie, and what it
// costs.
#include "geology/formats/reproject_lattice.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace adit::formats {
namespace {

using geology::Lattice;
using geology::Vec3;

CrsTransform transformBetween(const std::string& source, const std::string& target) {
  return std::move(CrsTransform::between(source, target).transform.value());
}

/// Cells along X and Y, of that width; ten of 5 in height.
Lattice lattice(const Vec3& origin, std::int64_t cells, double width) {
  Lattice made;
  made.origin = origin;
  made.size = {width, width, 5};
  made.count = {cells, cells, 10};
  return made;
}

void expectLattice(const Lattice& lattice) {
  for (std::size_t a = 0; a < 3; ++a) {
    EXPECT_NEAR(length(lattice.axis[a]), 1, 1e-12);
    EXPECT_LT(length(cross(lattice.axis[a], lattice.axis[(a + 1) % 3]) - lattice.axis[(a + 2) % 3]), 1e-12);
    EXPECT_GT(lattice.size[a], 0);
  }
}

/// The largest distance of any of many random places from where PROJ alone puts it.
double brute(const Lattice& from, const Lattice& to, const CrsTransform& transform) {
  std::mt19937_64 random(11);
  std::uniform_real_distribution<double> share(0, 1);
  double largest = 0;
  for (int i = 0; i < 5000; ++i) {
    const double u = share(random) * static_cast<double>(from.count[0]);
    const double v = share(random) * static_cast<double>(from.count[1]);
    const double w = share(random) * static_cast<double>(from.count[2]);
    largest = std::max(largest, length(transform.forward(from.world(u, v, w)) - to.world(u, v, w)));
  }
  return largest;
}

TEST(ReprojectLattice, LiesWhereEveryOfItsPlacesBelongs) {
  const CrsTransform transform = transformBetween("EPSG:32612", "EPSG:32613");
  std::mt19937_64 random(3);
  std::uniform_real_distribution<double> turn(-3, 3), east(400'000, 700'000), north(1e6, 6e6);
  for (int i = 0; i < 20; ++i) {
    Lattice from = lattice({east(random), north(random), 900}, 200, 20);
    const double angle = turn(random);
    from.axis[0] = {std::cos(angle), std::sin(angle), 0};
    from.axis[1] = {-std::sin(angle), std::cos(angle), 0};
    const ReprojectedLattice moved = reproject(from, transform);
    ASSERT_TRUE(moved.lattice.has_value()) << moved.diagnostics.front().message;
    expectLattice(*moved.lattice);
    EXPECT_EQ(moved.lattice->count, from.count);
    const double error = brute(from, *moved.lattice, transform);
    EXPECT_LE(error, moved.largestError + 1e-6);
    EXPECT_GT(error, 0.5 * moved.largestError) << "the error that is said is no mere bound";
    EXPECT_LT(moved.largestError, 1) << "4 km of blocks of 20 m";
    EXPECT_EQ(moved.diagnostics.back().code, "CRS-LATTICE-PLACED");
  }
}

TEST(ReprojectLattice, TakesHeightsAndWidthsIntoFeet) {
  // NAD83 / Arizona East (ft) has the meridian 110 deg 10 min W; feet of 0.3048 m.
  const CrsTransform transform = transformBetween("EPSG:26912", "EPSG:2222");
  const Lattice from = lattice({580'000, 3'700'000, 300}, 50, 10);
  const ReprojectedLattice moved = reproject(from, transform);
  ASSERT_TRUE(moved.lattice.has_value());
  EXPECT_NEAR(moved.lattice->size[2], 5 / 0.3048, 1e-9);
  EXPECT_NEAR(moved.lattice->origin.z, 300 / 0.3048, 1e-6);
  EXPECT_NEAR(moved.lattice->size[0] * 0.3048, 10, 0.01)
      << "scales of the two differ by less than a thousandth";
  EXPECT_LE(brute(from, *moved.lattice, transform), moved.largestError + 1e-6);
}

TEST(ReprojectLattice, OfDegreesBecomesOneOfLengths) {
  const CrsTransform transform = transformBetween("EPSG:4326", "EPSG:32612");
  Lattice from = lattice({-110.51, 32.7, 900}, 100, 0.0001);
  const ReprojectedLattice moved = reproject(from, transform);
  ASSERT_TRUE(moved.lattice.has_value());
  EXPECT_NEAR(moved.lattice->size[1], 11.09, 0.02) << "a ten-thousandth of a degree of latitude";
  EXPECT_NEAR(moved.lattice->size[0], 9.38, 0.02) << "and of longitude, at 32.7 N";
  EXPECT_LE(brute(from, *moved.lattice, transform), moved.largestError + 1e-6);
}

TEST(ReprojectLattice, IsRefusedWhereTheTargetBendsItOrHasNoPlaceForIt) {
  const CrsTransform transform = transformBetween("EPSG:32612", "EPSG:32613");
  const ReprojectedLattice bent = reproject(lattice({300'000, 3'000'000, 0}, 4000, 50), transform);
  EXPECT_FALSE(bent.lattice.has_value());
  EXPECT_GT(bent.largestError, 2.5);
  ASSERT_EQ(bent.diagnostics.size(), 1U);
  EXPECT_EQ(bent.diagnostics[0].code, "CRS-LATTICE-BENT");
  EXPECT_NE(bent.diagnostics[0].remedy.find("--crs EPSG:32612"), std::string::npos);
  const ReprojectedLattice nowhere = reproject(lattice({1e30, 1e30, 0}, 10, 10), transform);
  EXPECT_FALSE(nowhere.lattice.has_value());
  EXPECT_TRUE(std::isinf(nowhere.largestError));
}

}  // namespace
}  // namespace adit::formats
