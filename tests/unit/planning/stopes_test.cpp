#include "geology/planning/stopes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <memory>

#include "geology/model/random.h"
#include "geology/planning/plan_checks.h"

namespace adit::planning {
namespace {

using geology::BlockModel;

BlockModel vein(std::int64_t along, std::int64_t across, std::int64_t up, std::uint64_t seed) {
  geology::Random random(seed);
  BlockModel model;
  model.name = "vein";
  model.lattice.count = {along, across, up};
  model.lattice.size = {5, 1, 5};
  std::vector<float> grade;
  for (std::int64_t c = 0; c < model.lattice.cellCount(); ++c)
    grade.push_back(random.chance(.4) ? static_cast<float>(random.uniform(2, 9)) : 0.F);
  model.columns = {geology::numericColumn("au", std::move(grade), "g/t")};
  return model;
}

StopeTerms terms() {
  StopeTerms t;
  t.cutoff = 3;
  t.height = 10;
  t.minLength = 10;
  t.maxLength = 20;
  t.minWidth = 2;
  t.pillar = 5;
  return t;
}

double worth(const StopePlan& plan, double cutoff) {
  double sum = 0;
  for (const Stope& s : plan.stopes) sum += s.tonnes * (s.grade - cutoff);
  return sum;
}

/// The best row of one level by trying everything.
double bruteForce(const BlockModel& model, const StopeTerms& t) {
  const auto [n, m, h] = model.lattice.count;
  const auto value = [&](std::int64_t from, std::int64_t to) {
    double best = 0;
    for (std::int64_t a = 0; a < m; ++a)
      for (std::int64_t b = a + static_cast<std::int64_t>(t.minWidth); b <= m; ++b) {
        double sum = 0;
        for (std::int64_t i = from; i < to; ++i)
          for (std::int64_t j = a; j < b; ++j)
            for (std::int64_t k = 0; k < h; ++k)
              sum +=
                  static_cast<double>(
                      model.columns[0].values[static_cast<std::size_t>(model.lattice.cellIndex(i, j, k))]) -
                  t.cutoff;
        best = std::max(best, sum);
      }
    return best;
  };
  const std::function<double(std::int64_t)> from = [&](std::int64_t at) -> double {
    if (at >= n) return 0;
    double best = from(at + 1);
    for (std::int64_t length = 2; length <= 4 && at + length <= n; ++length)
      best = std::max(best, value(at, at + length) + from(at + length + 1));  // a pillar of one cell
    return best;
  };
  return from(0) * model.lattice.cellVolume() * t.density;
}

TEST(Stopes, AreTheBestRowOfAll) {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    const BlockModel model = vein(11, 5, 2, seed);
    const StopePlan plan = planStopes(model, model.columns[0], terms());
    const double best = bruteForce(model, terms());
    if (best <= 0) {
      EXPECT_NE(plan.fault, "");
      continue;
    }
    EXPECT_NEAR(worth(plan, 3), best, 1e-6 * best) << seed;
  }
}

TEST(Stopes, KeepTheirLimits) {
  const BlockModel model = vein(60, 8, 13, 99);
  StopeTerms t = terms();
  t.tonnesPerPeriod = 4000;
  const StopePlan made = planStopes(model, model.columns[0], t);
  ASSERT_EQ(made.fault, "");
  ASSERT_GT(made.stopes.size(), 6U);
  for (std::size_t s = 0; s < made.stopes.size(); ++s) {
    const Stope& stope = made.stopes[s];
    EXPECT_GE(stope.grade, t.cutoff);
    EXPECT_GE(stope.last[0] - stope.first[0], 2);
    EXPECT_LE(stope.last[0] - stope.first[0], 4);
    EXPECT_GE(stope.last[1] - stope.first[1], 2);
    EXPECT_EQ(stope.last[2] - stope.first[2], 2);
    EXPECT_TRUE(made.solids[s].closed);
    EXPECT_NEAR(made.solids[s].volume * t.density, stope.tonnes, 1e-3);
    if (s == 0) continue;
    const Stope& before = made.stopes[s - 1];
    EXPECT_GE(stope.period, before.period);
    if (before.level == stope.level) {
      EXPECT_GE(stope.first[0], before.last[0] + 1);
    } else {
      EXPECT_LT(stope.last[2], before.last[2]);  // downwards
    }
  }
}

TEST(Stopes, ArePlayableWithDrivesCrosscutsAndADecline) {
  const BlockModel model = vein(60, 8, 12, 5);
  StopeTerms t = terms();
  t.tonnesPerPeriod = 4000;
  const StopePlan made = planStopes(model, model.columns[0], t);
  ASSERT_EQ(made.fault, "");
  geology::Deposit deposit;
  for (const auto& solid : made.solids)
    deposit.meshes.push_back(std::make_shared<const geology::TriangleMesh>(solid));
  EXPECT_TRUE(checkPlan(made.plan, deposit).empty());
  std::size_t crosscuts = 0;
  for (const auto& line : made.plan.lines) {
    ASSERT_GE(line.points.size(), 2U);
    crosscuts += line.name.ends_with("crosscut") ? 1 : 0;
    if (line.name != "decline") continue;
    for (std::size_t p = 1; p < line.points.size(); ++p) {
      const geology::Vec3 d = line.points[p] - line.points[p - 1];
      EXPECT_NEAR(std::abs(d.z) / std::hypot(d.x, d.y), t.gradient, 1e-9);
      EXPECT_LT(d.z, 0);
    }
  }
  EXPECT_EQ(crosscuts, made.stopes.size());
  EXPECT_EQ(made.plan.lines.back().name, "decline");
}

TEST(Stopes, SayWhenThereAreNone) {
  const BlockModel model = vein(12, 4, 2, 5);
  StopeTerms t = terms();
  t.cutoff = 50;
  EXPECT_THAT(planStopes(model, model.columns[0], t).fault, testing::HasSubstr("no stope"));
  t = terms();
  t.maxLength = 1;
  EXPECT_THAT(planStopes(model, model.columns[0], t).fault, testing::HasSubstr("lengths"));
  t = terms();
  t.gradient = 0;  // of a decline that never comes down
  EXPECT_THAT(planStopes(model, model.columns[0], t).fault, testing::HasSubstr("gradient"));
}

}  // namespace
}  // namespace adit::planning
