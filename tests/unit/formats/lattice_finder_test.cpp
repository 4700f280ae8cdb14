// Lattices that are known, taken apart into rows, must be found again.
#include "geology/formats/lattice_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

#include "geology/formats/axis_steps.h"

namespace adit::formats {
namespace {

using geology::Lattice;
using geology::Vec3;

/// Reproducible on every machine: the standard fixes the sequence of mt19937, not that of the distributions.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : random_(seed) {}
  double real(double low, double high) { return low + (high - low) * (random_() / 4294967296.0); }
  std::int64_t whole(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random_() % static_cast<std::uint32_t>(high - low + 1));
  }
  template <typename T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random_() % i]);
  }

 private:
  std::mt19937 random_;
};

std::array<Vec3, 3> planAxes(double degrees) {
  const double a = degrees * std::numbers::pi / 180;
  return {{{std::cos(a), std::sin(a), 0}, {-std::sin(a), std::cos(a), 0}, {0, 0, 1}}};
}

/// Dip of u and roll about it on top of a turn in plan.
std::array<Vec3, 3> spaceAxes(double turn, double dip, double roll) {
  const auto plan = planAxes(turn);
  const double d = dip * std::numbers::pi / 180;
  const double r = roll * std::numbers::pi / 180;
  const Vec3 u = plan[0] * std::cos(d) + plan[2] * -std::sin(d);
  const Vec3 w = plan[0] * std::sin(d) + plan[2] * std::cos(d);
  return {u, plan[1] * std::cos(r) + w * std::sin(r), w * std::cos(r) + plan[1] * -std::sin(r)};
}

/// An ore body: an ellipsoid inside the lattice, so that the model is sparse but its blocks have neighbours.
bool inBody(const Lattice& lattice, std::int64_t cell) {
  const auto c = lattice.cellAt(cell);
  double sum = 0;
  for (std::size_t a = 0; a < 3; ++a) {
    const double half = static_cast<double>(lattice.count[a]) / 2;
    const double t = (static_cast<double>(c[a]) + .5 - half) / half;
    sum += t * t;
  }
  return sum < 1;
}

struct Rows {
  std::vector<Vec3> points;
  std::vector<Vec3> sizes;
};

enum class Shape { Full, Body };

Rows centroids(const Lattice& lattice, Shape shape) {
  Rows rows;
  for (std::int64_t cell = 0; cell < lattice.cellCount(); ++cell)
    if (shape == Shape::Full || inBody(lattice, cell)) rows.points.push_back(lattice.center(cell));
  return rows;
}

Lattice randomLattice(Dice& dice) {
  Lattice lattice;
  lattice.origin = {dice.real(300'000, 800'000), dice.real(6'000'000, 7'000'000), dice.real(-1000, 3000)};
  for (std::size_t a = 0; a < 3; ++a) {
    lattice.size[a] = std::round(dice.real(1, 30) * 4) / 4;
    lattice.count[a] = dice.whole(6, 20);
  }
  return lattice;
}

/// Every row is in the cell whose centre it is; origin and steps are those of the cells that are there.
void expectRecovered(const Rows& rows, const LatticeSearch& search, const Lattice& lattice,
                     double tolerance) {
  ASSERT_TRUE(search.fit) << search.whyNot;
  const LatticeFit& fit = *search.fit;
  EXPECT_EQ(fit.offLattice, 0U);
  EXPECT_TRUE(fit.boxes.empty());
  std::vector<double> sizes(fit.lattice.size.begin(), fit.lattice.size.end());
  for (std::size_t a = 0; a < 3; ++a) EXPECT_NEAR(sizes[a], lattice.size[a], tolerance);
  for (std::size_t row = 0; row < rows.points.size(); ++row) {
    const Vec3 center = fit.lattice.center(fit.cell[row]);
    ASSERT_LT(length(center - rows.points[row]), tolerance) << "row " << row;
  }
}

TEST(AxisSteps, TakesTheCommonStepWherePlanesAreMissing) {
  const std::vector<double> values{50, 0, 125, 50, 200, 275};  // 25 is nowhere the gap itself
  const auto steps = findAxisSteps(planesOf(values), 0);
  ASSERT_TRUE(steps);
  EXPECT_EQ(steps->first, 0);
  EXPECT_EQ(steps->step, 25);
  EXPECT_EQ(steps->count, 12);
}

TEST(AxisSteps, ForgivesTheRoundingOfTheText) {
  std::vector<double> values;
  for (int i = 0; i < 400; ++i) values.push_back(std::round((1000 + i * 25 / 3.0) * 100) / 100);  // 8.3333
  EXPECT_FALSE(findAxisSteps(planesOf(values), 0)) << "exact numbers would have no common step of that size";
  const auto steps = findAxisSteps(planesOf(values), 0.005);
  ASSERT_TRUE(steps);
  EXPECT_NEAR(steps->step, 25 / 3.0, 1e-4);
  EXPECT_EQ(steps->count, 400);
}

TEST(AxisSteps, CentimetresOfScatteredPositionsAreNoStep) {
  Dice dice(3);
  std::vector<double> values;
  for (int i = 0; i < 500; ++i) values.push_back(std::round(dice.real(0, 4500) * 100) / 100);
  EXPECT_FALSE(findAxisSteps(planesOf(values), 0.005));
}

TEST(LatticeFinder, FindsUprightLatticesFullAndSparseInAnyOrder) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    const Lattice lattice = randomLattice(dice);
    Rows rows = centroids(lattice, seed % 2 ? Shape::Full : Shape::Body);
    dice.shuffle(rows.points);
    expectRecovered(rows, findLattice({.points = rows.points}), lattice, 1e-7);
  }
}

TEST(LatticeFinder, FindsJitteredLattices) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    const Lattice lattice = randomLattice(dice);
    Rows rows = centroids(lattice, seed % 2 ? Shape::Full : Shape::Body);
    const double jitter = 0.7e-4 * *std::min_element(lattice.size.begin(), lattice.size.end());
    for (Vec3& p : rows.points)
      p += {dice.real(-jitter, jitter), dice.real(-jitter, jitter), dice.real(-jitter, jitter)};
    dice.shuffle(rows.points);
    expectRecovered(rows, findLattice({.points = rows.points}), lattice, 3 * jitter);
  }
}

TEST(LatticeFinder, FindsLatticesThatAreTurnedInPlanWithoutSizes) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    Lattice lattice = randomLattice(dice);
    lattice.axis = planAxes(dice.real(-44, 44));
    Rows rows = centroids(lattice, seed % 2 ? Shape::Full : Shape::Body);
    const double jitter = seed % 3 ? 0 : 0.4e-4 * *std::min_element(lattice.size.begin(), lattice.size.end());
    for (Vec3& p : rows.points)
      p += {dice.real(-jitter, jitter), dice.real(-jitter, jitter), dice.real(-jitter, jitter)};
    dice.shuffle(rows.points);
    const auto search = findLattice({.points = rows.points});
    expectRecovered(rows, search, lattice, 1e-6 + 4 * jitter);
    ASSERT_TRUE(search.fit);
    EXPECT_GT(dot(search.fit->lattice.axis[0], lattice.axis[0]), 1 - 1e-9);
    EXPECT_EQ(search.fit->lattice.axis[2], (Vec3{0, 0, 1}));
  }
}

TEST(LatticeFinder, ATurnedLatticeWithMillimetreTextDoesNotDriftOverThousandsOfBlocks) {
  Lattice lattice;
  lattice.origin = {412'345.678, 6'543'210.123, 55};
  lattice.size = {5, 5, 5};
  lattice.count = {4000, 12, 3};
  lattice.axis = planAxes(27.3);
  Rows rows = centroids(lattice, Shape::Full);
  for (Vec3& p : rows.points)
    p = {std::round(p.x * 1000) / 1000, std::round(p.y * 1000) / 1000, std::round(p.z * 1000) / 1000};
  expectRecovered(rows, findLattice({.points = rows.points, .resolution = 0.0005}), lattice, 2e-3);
}

TEST(LatticeFinder, FindsAnyRotationWhenTheSizesAreStated) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    Lattice lattice = randomLattice(dice);
    if (seed % 4 == 0) lattice.size = {10, 10, 10};
    lattice.axis = spaceAxes(dice.real(-40, 40), dice.real(-25, 25), dice.real(-25, 25));
    Rows rows = centroids(lattice, Shape::Body);
    rows.sizes = {{lattice.size[0], lattice.size[1], lattice.size[2]}};
    dice.shuffle(rows.points);
    const auto search = findLattice({.points = rows.points, .sizes = rows.sizes});
    ASSERT_TRUE(search.fit) << search.whyNot;
    EXPECT_EQ(search.fit->offLattice, 0U);
    for (std::size_t row = 0; row < rows.points.size(); ++row)
      ASSERT_LT(length(search.fit->lattice.center(search.fit->cell[row]) - rows.points[row]), 1e-6);
  }
}

/// Octree: each cell is whole, or eight children, of which some are eight again.
Rows octree(const Lattice& lattice, Dice& dice) {
  Rows rows;
  const auto add = [&](const auto& self, const Vec3& corner, double part, int depth) -> void {
    if (depth < 2 && dice.whole(0, 2) == 0) {
      for (int child = 0; child < 8; ++child)
        self(self,
             corner + Vec3{part / 2 * (child & 1), part / 2 * (child >> 1 & 1), part / 2 * (child >> 2)},
             part / 2, depth + 1);
      return;
    }
    const double h = part / 2;
    rows.points.push_back(lattice.world(corner.x + h, corner.y + h, corner.z + h));
    rows.sizes.push_back({lattice.size[0] * part, lattice.size[1] * part, lattice.size[2] * part});
  };
  for (std::int64_t cell = 0; cell < lattice.cellCount(); ++cell) {
    const auto c = lattice.cellAt(cell);
    add(add, {static_cast<double>(c[0]), static_cast<double>(c[1]), static_cast<double>(c[2])}, 1, 0);
  }
  return rows;
}

double volume(const LatticeFit& fit) {
  double sum = 0;
  for (const geology::SubBox& box : fit.boxes) {
    double part = 1;
    for (std::size_t a = 0; a < 3; ++a) part *= static_cast<double>(box.max[a] - box.min[a]);
    sum += part * fit.lattice.cellVolume();
  }
  return sum;
}

TEST(LatticeFinder, PutsOctreeBlocksIntoTheirParentsUprightAndTurned) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    Lattice lattice = randomLattice(dice);
    if (seed % 2) lattice.axis = planAxes(dice.real(-40, 40));
    const Rows rows = octree(lattice, dice);
    const auto search = findLattice({.points = rows.points, .sizes = rows.sizes});
    ASSERT_TRUE(search.fit) << search.whyNot;
    const LatticeFit& fit = *search.fit;
    EXPECT_EQ(fit.offLattice, 0U);
    EXPECT_EQ(fit.position, Position::Centroid);
    EXPECT_EQ(fit.lattice.count, lattice.count);
    EXPECT_LT(length(fit.lattice.origin - lattice.origin), 1e-6);
    const double cells = static_cast<double>(lattice.cellCount());
    EXPECT_NEAR(volume(fit) / lattice.cellVolume(), cells, 1e-5 * cells);
  }
}

TEST(LatticeFinder, SubBlocksTellCornersFromCentroids) {
  Dice dice(11);
  const Lattice lattice = randomLattice(dice);
  Rows rows = octree(lattice, dice);
  for (std::size_t row = 0; row < rows.points.size(); ++row) rows.points[row] += rows.sizes[row] * -0.5;
  const auto search = findLattice({.points = rows.points, .sizes = rows.sizes});
  ASSERT_TRUE(search.fit) << search.whyNot;
  EXPECT_EQ(search.fit->position, Position::Corner);
  EXPECT_EQ(search.fit->offLattice, 0U);
  EXPECT_LT(length(search.fit->lattice.origin - lattice.origin), 1e-6);
}

TEST(LatticeFinder, SeamsOfAnyThicknessShareOneParentPerColumn) {
  Rows rows;
  for (int i = 0; i < 4; ++i)
    for (int j = 0; j < 3; ++j)
      for (int seam = 0; seam < 3; ++seam) {
        const double thickness = 1 + 0.37 * seam + 0.11 * i + 0.05 * j;
        rows.points.push_back({5.0 + 10 * i, 5.0 + 10 * j, 100 + 20 * seam + thickness / 2});
        rows.sizes.push_back({10, 10, thickness});
      }
  const auto search = findLattice({.points = rows.points, .sizes = rows.sizes});
  ASSERT_TRUE(search.fit) << search.whyNot;
  EXPECT_TRUE(search.fit->spanning[2]);
  EXPECT_EQ(search.fit->lattice.count, (std::array<std::int64_t, 3>{4, 3, 1}));
  double thicknesses = 0;
  for (const Vec3& size : rows.sizes) thicknesses += size.z;
  // Sub-boxes are float fractions of a column of some 44 m: 3 parts in 10 million.
  EXPECT_NEAR(volume(*search.fit), 100 * thicknesses, 5e-7 * 100 * thicknesses);
}

TEST(LatticeFinder, CountsRowsThatLieOffTheLattice) {
  Dice dice(5);
  const Lattice lattice = randomLattice(dice);
  Rows rows = centroids(lattice, Shape::Full);
  const std::size_t wrong = rows.points.size() / 50;
  for (std::size_t i = 0; i < wrong; ++i) rows.points[i * 47] += {0.31 * lattice.size[0], 0, 0};
  dice.shuffle(rows.points);
  const auto search = findLattice({.points = rows.points});
  ASSERT_TRUE(search.fit) << search.whyNot;
  EXPECT_EQ(search.fit->offLattice, wrong);
  EXPECT_EQ(std::count(search.fit->cell.begin(), search.fit->cell.end(), kOffLattice),
            static_cast<std::ptrdiff_t>(wrong));
}

TEST(LatticeFinder, ScatteredPointsLieOnNoLattice) {
  for (const double unit : {1e-9, 0.01, 1.0}) {
    SCOPED_TRACE(unit);
    Dice dice(7);
    Rows rows;
    for (int i = 0; i < 2000; ++i) {
      const Vec3 p{dice.real(0, 4000), dice.real(0, 900), dice.real(0, 500)};
      rows.points.push_back(
          {std::round(p.x / unit) * unit, std::round(p.y / unit) * unit, std::round(p.z / unit) * unit});
    }
    const auto search = findLattice({.points = rows.points, .resolution = unit / 2});
    EXPECT_FALSE(search.fit);
    EXPECT_FALSE(search.whyNot.empty());
  }
}

TEST(LatticeFinder, OneBenchHasAnAssumedHeightUnlessItIsStated) {
  Rows rows;
  for (int i = 0; i < 5; ++i)
    for (int j = 0; j < 4; ++j) rows.points.push_back({10.0 * i, 20.0 * j, 105});
  const auto assumed = findLattice({.points = rows.points});
  ASSERT_TRUE(assumed.fit) << assumed.whyNot;
  EXPECT_EQ(assumed.fit->assumedSize, (std::array<bool, 3>{false, false, true}));
  EXPECT_EQ(assumed.fit->lattice.size, (std::array<double, 3>{10, 20, 10}));
  const auto stated = findLattice({.points = rows.points, .cellSize = Vec3{0, 0, 5}});
  ASSERT_TRUE(stated.fit) << stated.whyNot;
  EXPECT_EQ(stated.fit->lattice.size, (std::array<double, 3>{10, 20, 5}));
  EXPECT_EQ(stated.fit->lattice.origin, (Vec3{-5, -10, 102.5}));
}

TEST(LatticeFinder, TheHalfBlockTestSaysWhatItSaw) {
  Rows rows;
  for (int i = 0; i < 4; ++i)
    for (int j = 0; j < 4; ++j)
      for (int k = 0; k < 4; ++k) rows.points.push_back({10.0 * i, 10.0 * j, 10.0 * k});
  const auto whole = findLattice({.points = rows.points});
  ASSERT_TRUE(whole.fit);
  EXPECT_EQ(whole.fit->position, Position::Centroid);
  EXPECT_TRUE(whole.fit->cornersFitToo);
  EXPECT_EQ(whole.fit->lattice.origin, (Vec3{-5, -5, -5}));
  const auto corner = findLattice({.points = rows.points, .position = Position::Corner});
  ASSERT_TRUE(corner.fit);
  EXPECT_EQ(corner.fit->lattice.origin, (Vec3{0, 0, 0}));
  for (Vec3& p : rows.points) p += {5, 5, 5};
  const auto half = findLattice({.points = rows.points});
  ASSERT_TRUE(half.fit);
  EXPECT_FALSE(half.fit->cornersFitToo);
}

TEST(LatticeFinder, SurvivesNumbersThatAreNoPositions) {
  const double inf = std::numeric_limits<double>::infinity();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<Vec3> empty;
  EXPECT_FALSE(findLattice({.points = empty}).fit);
  const std::vector<Vec3> none{{nan, 0, 0}, {0, inf, 0}};
  EXPECT_FALSE(findLattice({.points = none}).fit);
  const std::vector<Vec3> huge{{1e308, -1e308, 0}, {-1e308, 1e308, 1}, {0, 0, 1e300}, {1e-300, 1, 2}};
  EXPECT_FALSE(findLattice({.points = huge}).fit);
  const std::vector<Vec3> sizes{{1e300, 1, 1}, {1e-300, 1, 1}, {nan, 1, 1}, {-1, 0, 1}};
  findLattice({.points = huge, .sizes = sizes});
}

}  // namespace
}  // namespace adit::formats
