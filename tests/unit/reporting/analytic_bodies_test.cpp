// Bodies whose tonnes and grade are known in closed form, at several block sizes.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numbers>

#include "geology/reporting/resource_table.h"

namespace adit::reporting {
namespace {

using geology::Column;
using geology::Vec3;

/// A cube of blocks of side `h` around the origin, and columns filled from a function of the centre.
struct Cube {
  geology::BlockModel model;
  Cube(double half, double h) {
    const auto n = static_cast<std::int64_t>(std::ceil(2 * half / h));
    model.lattice.count = {n, n, n};
    model.lattice.size = {h, h, h};
    const double corner = -h * static_cast<double>(n) / 2;
    model.lattice.origin = {corner, corner, corner};
  }
  Column column(const std::function<double(const Vec3&)>& value) const {
    Column column;
    for (std::size_t b = 0; b < model.blockCount(); ++b)
      column.values.push_back(static_cast<float>(value(model.blockCenter(b))));
    return column;
  }
};

/// The part of a block in a body, by 4 x 4 x 4 points.
double partInside(const Vec3& center, double h, const std::function<bool(const Vec3&)>& inside) {
  int hits = 0;
  for (int i = 0; i < 64; ++i) {
    const auto at = [&](int k) { return (k + 0.5) / 4 - 0.5; };
    hits += inside(center + Vec3{at(i % 4) * h, at(i / 4 % 4) * h, at(i / 16) * h}) ? 1 : 0;
  }
  return hits / 64.0;
}

ResourceSum sumOf(const ResourceQuestion& question) {
  const geology::Progress progress;
  const ResourceTable table = resourceTable(question, progress);
  return table.lines.empty() ? ResourceSum{} : table.lines.front().sum;
}

/// Grade falls from 2 at the centre of a sphere to 0 at its edge, g = 2 (1 - r/R). At or above c lies the
/// sphere of radius q = R (1 - c/2), of mean grade 2 (1 - 3q / 4R). A block counts by its centre, so the
/// edge, which divides 4 pi (q/h)^2 blocks, is wrong by the root of that number of blocks: 0.85 (h/q)^2 of
/// the whole. The centre of the sphere is no point of symmetry of the blocks, which would make the errors add
/// up.
TEST(AnalyticBodies, SphereOfFallingGradeByBlockSize) {
  constexpr double kRadius = 100, kCutoff = 0.8, kDensity = 2.7;
  const double q = kRadius * (1 - kCutoff / 2);
  const double tonnes = 4.0 / 3 * std::numbers::pi * q * q * q * kDensity;
  const double grade = 2 * (1 - 3 * q / (4 * kRadius));
  constexpr Vec3 kCenter{1.37, -0.61, 0.23};
  for (const double h : {8.0, 4.0, 2.0}) {
    const double allowed = 0.85 * h * h / (q * q);
    const Cube cube(kRadius, h);
    const Column cu = cube.column(
        [&](const Vec3& p) { return 2 * (1 - std::sqrt(dot(p - kCenter, p - kCenter)) / kRadius); });
    const ResourceSum sum =
        sumOf({.model = cube.model, .grade = cu, .density = {.value = kDensity}, .cutoffs = {0.8F}});
    EXPECT_NEAR(sum.tonnes / tonnes, 1, allowed) << h;
    EXPECT_NEAR(sum.grades[0].mean() / grade, 1, allowed) << h;
  }
}

TEST(AnalyticBodies, EllipsoidByProportions) {
  const Vec3 axes{90, 60, 30};
  const auto inside = [&](const Vec3& p) {
    return std::hypot(p.x / axes.x, p.y / axes.y, p.z / axes.z) <= 1;
  };
  const double volume = 4.0 / 3 * std::numbers::pi * axes.x * axes.y * axes.z;
  for (const auto& [h, allowed] : {std::pair{20.0, 0.02}, std::pair{10.0, 0.005}, std::pair{5.0, 0.001}}) {
    const Cube cube(100, h);
    const double side = h;
    const Column part = cube.column([&](const Vec3& p) { return partInside(p, side, inside); });
    const Column one = cube.column([](const Vec3&) { return 1; });
    const ResourceSum sum =
        sumOf({.model = cube.model, .grade = one, .density = {.value = 3}, .proportion = {&part, 1}});
    EXPECT_NEAR(sum.volume / volume, 1, allowed) << h;
    EXPECT_NEAR(sum.tonnes / (3 * volume), 1, allowed) << h;
  }
}

/// A dyke of any thickness along one axis: the exact part of every block gives the exact volume, whatever the
/// block size; and the same dyke of sub-blocks does.
TEST(AnalyticBodies, DykeIsExactAtAnyBlockSize) {
  constexpr double kThickness = 13.7;
  for (const double h : {16.0, 8.0, 4.0}) {
    const Cube cube(64, h);
    const double side = h;
    const Column part = cube.column([&](const Vec3& p) {
      const double lo = std::max(p.x - side / 2, -kThickness / 2),
                   hi = std::min(p.x + side / 2, kThickness / 2);
      return std::max(0.0, hi - lo) / side;
    });
    const Column li = cube.column([](const Vec3& p) { return 1 + p.z / 128; });
    const double volume = kThickness * 128 * 128;
    const ResourceSum sum =
        sumOf({.model = cube.model, .grade = li, .density = {.value = 2.5}, .proportion = {&part, 1}});
    EXPECT_NEAR(sum.volume / volume, 1, 1e-7) << h;
    EXPECT_NEAR(sum.grades[0].mean(), 1, 1e-7) << h;

    geology::BlockModel split = cube.model;
    for (std::uint32_t cell = 0; cell < part.values.size(); ++cell)
      if (const float share = part.values[cell]; share > 0) {
        split.cellOfBlock.push_back(cell);
        const bool left = cube.model.blockCenter(cell).x < 0;  // the part that touches the middle plane
        split.boxes.push_back(left ? geology::SubBox{{1 - share, 0, 0}, {1, 1, 1}}
                                   : geology::SubBox{{0, 0, 0}, {share, 1, 1}});
      }
    const Column one = geology::numericColumn("one", std::vector<float>(split.blockCount(), 1));
    EXPECT_NEAR(sumOf({.model = split, .grade = one, .density = {.value = 2.5}}).tonnes / (2.5 * volume), 1,
                1e-6);
  }
}

}  // namespace
}  // namespace adit::reporting
