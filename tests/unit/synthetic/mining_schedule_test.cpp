// The schedule of the demo: inside the pit, top down, pushback by pushback, evenly.
#include "geology/synthetic/mining_schedule.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace adit::synthetic {
namespace {

/// A pit as an upside-down pyramid over 0..400: 0 deep at its rim, 200 in its middle, walls at 45 degrees.
geology::TriangleMesh pyramid() {
  geology::TriangleMesh pit;
  pit.vertices = {{0, 0, 200}, {400, 0, 200}, {400, 400, 200}, {0, 400, 200}, {200, 200, 0}};
  pit.triangles = {{0, 1, 4}, {1, 2, 4}, {2, 3, 4}, {3, 0, 4}};
  return pit;
}

geology::BlockModel blocks() {
  geology::BlockModel model;
  model.lattice.origin = {-40, -40, 0};
  model.lattice.size = {20, 20, 10};
  model.lattice.count = {24, 24, 20};
  return model;
}

double pitHeight(const geology::Vec3& p) {
  const double inward = std::min({p.x, p.y, 400 - p.x, 400 - p.y});
  return inward < 0 ? std::nan("") : 200 - inward;
}

TEST(MineYears, TakeOutWhatIsInThePitAndNothingElse) {
  const geology::BlockModel model = blocks();
  const geology::Column years = mineYears(model, pyramid());
  for (std::size_t row = 0; row < model.blockCount(); ++row) {
    const geology::Vec3 middle = model.blockCenter(row);
    EXPECT_EQ(years.hasValue(row), middle.z > pitHeight(middle) + 1e-9) << row;
  }
}

TEST(MineYears, NoBlockGoesBeforeOneThatLiesOnIt) {
  const geology::BlockModel model = blocks();
  const geology::Column years = mineYears(model, pyramid());
  const auto& count = model.lattice.count;
  for (std::int64_t k = 0; k + 1 < count[2]; ++k)
    for (std::int64_t j = 1; j + 1 < count[1]; ++j)
      for (std::int64_t i = 1; i + 1 < count[0]; ++i) {
        const auto year = [&](std::int64_t a, std::int64_t b, std::int64_t c) {
          return years.values[static_cast<std::size_t>(model.lattice.cellIndex(a, b, c))];
        };
        if (std::isnan(year(i, j, k))) continue;
        EXPECT_LE(year(i, j, k + 1), year(i, j, k)) << i << " " << j << " " << k;
        if (k + 2 < count[2]) {  // 45 degrees: two benches up, one block over
          EXPECT_LE(year(i + 1, j, k + 2), year(i, j, k));
          EXPECT_LE(year(i, j - 1, k + 2), year(i, j, k));
        }
      }
}

TEST(MineYears, EachYearTakesOutTheSame) {
  const geology::Column years = mineYears(blocks(), pyramid(), {2030, 5, {100, 50, 0}, 4});
  std::map<float, int> blocksOf;
  int all = 0;
  for (const float year : years.values)
    if (!std::isnan(year)) ++blocksOf[year], ++all;
  ASSERT_EQ(blocksOf.size(), 5U);
  EXPECT_EQ(blocksOf.begin()->first, 2030);
  for (const auto& [year, count] : blocksOf) EXPECT_NEAR(count, all / 5.0, 1) << year;
}

}  // namespace
}  // namespace adit::synthetic
