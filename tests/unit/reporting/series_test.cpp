// The numbers behind the charts, as values.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

#include "geology/reporting/distribution.h"
#include "geology/reporting/intercepts.h"
#include "geology/reporting/stereonet.h"
#include "geology/reporting/swath.h"

namespace adit::reporting {
namespace {

using geology::kMissing;

TEST(Distribution, SummaryByHand) {
  WeightedValues data;
  for (const auto& [value, weight] : {std::pair{1.0, 2.0}, {4.0, 1.0}, {3.0, 1.0}}) data.add(value, weight);
  data.add(std::nan(""), 5);
  data.add(100, 0);
  data.add(100, -1);
  const Summary s = summaryOf(data);
  EXPECT_EQ(s.count, 3U);
  EXPECT_DOUBLE_EQ(s.weight, 4);
  EXPECT_DOUBLE_EQ(s.mean, (2 + 4 + 3) / 4.0);
  EXPECT_DOUBLE_EQ(s.deviation, std::sqrt((2 * 1.25 * 1.25 + 1.75 * 1.75 + 0.75 * 0.75) / 4));
  EXPECT_EQ(s.median, 1);
  EXPECT_EQ(s.hi, 4);
  EXPECT_TRUE(std::isnan(summaryOf({}).mean));
}

TEST(Distribution, HistogramSharesAddUp) {
  std::mt19937 random(5);
  std::lognormal_distribution<double> law(0, 1);
  WeightedValues data;
  for (int i = 0; i < 5000; ++i) data.add(law(random), 0.1 + static_cast<double>(random() % 7));
  for (const bool logarithmic : {false, true}) {
    const HistogramBins h = histogramOf(data, 25, logarithmic);
    EXPECT_NEAR(std::accumulate(h.shares.begin(), h.shares.end(), 0.0), 1, 1e-12);
    // Against a plain count of one bin's weight.
    double weight = 0, total = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
      total += data.weights[i];
      if (data.values[i] >= h.edges[3] && data.values[i] < h.edges[4]) weight += data.weights[i];
    }
    EXPECT_NEAR(h.shares[3], weight / total, 1e-3);
  }
  data.add(-1, 1);
  data.add(0, 1);
  EXPECT_EQ(histogramOf(data, 10, true).leftOut, 2U);
  EXPECT_EQ(histogramOf({}, 10, false).shares.size(), 0U);
}

TEST(Distribution, NormalScoresAreThoseOfTables) {
  EXPECT_NEAR(normalScore(0.5), 0, 1e-12);
  EXPECT_NEAR(normalScore(0.975), 1.959963984540054, 1e-9);
  EXPECT_NEAR(normalScore(0.0013498980316301), -3, 1e-9);
  for (const double share : {1e-6, 0.01, 0.3, 0.9999})
    EXPECT_NEAR(0.5 * std::erfc(-normalScore(share) / std::numbers::sqrt2), share, 1e-12 + share * 1e-9);
}

TEST(Distribution, ALognormalLawIsAStraightLine) {
  WeightedValues data;
  for (int i = 0; i < 2001; ++i) data.add(std::exp(0.5 + 0.8 * normalScore((i + 0.5) / 2001)), 3);
  const auto points = probabilityPoints(data, 200);
  EXPECT_LE(points.size(), 250U);
  for (const ProbabilityPoint& p : points) EXPECT_NEAR(std::log(p.value), 0.5 + 0.8 * p.score, 1e-9);
  EXPECT_TRUE(std::is_sorted(points.begin(), points.end(),
                             [](const auto& a, const auto& b) { return a.value < b.value; }));
}

TEST(Swath, EqualsOneLoopASlice) {
  std::mt19937 random(9);
  std::uniform_real_distribution<double> within(-100, 400);
  std::vector<SwathSample> samples;
  for (int i = 0; i < 3000; ++i)
    samples.push_back(
        {{within(random), within(random), within(random)}, within(random), within(random) + 60});
  samples[7].value = std::nan("");
  const SwathAxis axis{{10, 20, 0}, geology::normalized({1, 2, 0.5}), 37, -50, 300};
  const auto swath = swathOf(samples, axis);
  ASSERT_EQ(swath.size(), 10U);
  for (const SwathSlice& slice : swath) {
    double weight = 0, sum = 0;
    std::size_t count = 0;
    for (const SwathSample& s : samples) {
      const double at = dot(s.place - axis.origin, axis.direction);
      if (at < slice.position - 18.5 || at >= slice.position + 18.5 || at > 300 || !(s.weight > 0) ||
          std::isnan(s.value))
        continue;
      ++count;
      weight += s.weight;
      sum += s.weight * s.value;
    }
    EXPECT_EQ(slice.count, count);
    EXPECT_NEAR(slice.mean, sum / weight, 1e-9 * std::abs(sum / weight));
  }
  EXPECT_TRUE(swathOf(samples, {{}, {1, 0, 0}, 0.001, 0, 1000}).empty()) << "more slices than can be drawn";
  EXPECT_TRUE(std::isnan(swathOf({}, axis)[0].mean));
}

geology::IntervalTable tableOf(const std::vector<std::array<double, 3>>& rows) {
  geology::IntervalTable table;
  std::vector<float> grades;
  for (const auto& [from, to, grade] : rows) {
    table.hole.push_back(0);
    table.from.push_back(from);
    table.to.push_back(to);
    grades.push_back(static_cast<float>(grade));
  }
  table.columns = {geology::numericColumn("au", grades, "g/t")};
  return table;
}

std::vector<Intercept> interceptsOf(const geology::IntervalTable& table, const InterceptRule& rule) {
  return significantIntercepts(table, table.columns[0], rule);
}

TEST(Intercepts, ByHand) {
  const auto table =
      tableOf({{0, 2, 0.1}, {2, 4, 2}, {4, 6, 0.5}, {6, 8, 3}, {8, 12, 0.1}, {12, 13, 5}, {20, 30, 2}});
  const auto found = interceptsOf(table, {.cutoff = 1, .shortest = 2, .mostDilution = 3, .richCutoff = 0});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].from, 2);
  EXPECT_EQ(found[0].to, 8);
  EXPECT_NEAR(found[0].grade, (2 * 2 + 2 * 0.5 + 2 * 3) / 6.0, 1e-6);
  EXPECT_EQ(found[1].from, 20);  // the metre at 12 is too short
  const auto wide = interceptsOf(table, {.cutoff = 1, .shortest = 2, .mostDilution = 7, .richCutoff = 0});
  ASSERT_EQ(wide.size(), 1U);  // 2 .. 13, then 7 m that were not sampled, then 20 .. 30
  EXPECT_EQ(wide[0].to, 30);
  EXPECT_EQ(wide[0].notSampled, 7);
  EXPECT_NEAR(wide[0].grade, (4 + 1 + 6 + 0.4 + 5 + 20) / 28.0, 1e-6);
}

TEST(Intercepts, RicherPartsAreToldApart) {
  const auto table = tableOf({{0, 2, 1}, {2, 4, 9}, {4, 6, 8}, {6, 8, 1}});
  const auto found = interceptsOf(table, {.cutoff = 1, .shortest = 2, .mostDilution = 0, .richCutoff = 5});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_FALSE(found[0].including);
  EXPECT_TRUE(found[1].including);
  EXPECT_EQ(found[1].from, 2);
  EXPECT_EQ(found[1].to, 6);
  EXPECT_NEAR(found[1].grade, 8.5, 1e-6);
}

/// Whatever the samples: intercepts keep the rule, do not overlap, and leave out no sample that alone makes
/// one.
TEST(Intercepts, KeepTheirRuleOnRandomHoles) {
  std::mt19937 random(21);
  for (int hole = 0; hole < 200; ++hole) {
    std::vector<std::array<double, 3>> rows;
    double at = 0;
    for (int i = 0; i < 60; ++i) {
      if (random() % 9 == 0) at += random() % 4;
      const double to = at + 1 + random() % 2;
      const double grade = random() % 10 == 0 ? std::nan("") : (random() % 200) / 100.0;
      rows.push_back({at, to, grade});
      at = to;
    }
    const auto table = tableOf(rows);
    const InterceptRule rule{.cutoff = 1, .shortest = 2, .mostDilution = 2, .richCutoff = 0};
    const auto found = interceptsOf(table, rule);
    double end = 0;
    for (const Intercept& one : found) {
      EXPECT_GE(one.from, end);
      EXPECT_GE(one.length(), rule.shortest);
      EXPECT_GE(one.grade, rule.cutoff - 1e-9);
      end = one.to;
      double metal = 0;
      for (const auto& [from, to, grade] : rows)
        if (from >= one.from && to <= one.to && !std::isnan(grade))
          metal += (to - from) * static_cast<double>(static_cast<float>(grade));
      EXPECT_NEAR(one.grade * one.length(), metal, 1e-6);
    }
    for (const auto& [from, to, grade] : rows) {
      if (!(static_cast<float>(grade) >= 1.0F) || to - from < 2) continue;
      EXPECT_TRUE(std::any_of(found.begin(), found.end(),
                              [&](const Intercept& one) { return one.from <= from && one.to >= to; }));
    }
  }
}

TEST(Intercepts, TheRuleSaysThatTheWidthIsNotTrue) {
  EXPECT_EQ(ruleText({0.3, 4, 2, 0}, "%", "m"),
            "at or above 0.3 %, at least 4 m, at most 2 m below it inside; not sampled counted as 0; grades "
            "not cut; "
            "down-hole length, true width not known");
}

TEST(Stereonet, EqualAreaOfTheLowerHemisphere) {
  const auto expectNear = [](const NetPoint& p, double x, double y) {
    EXPECT_NEAR(p[0], x, 1e-12);
    EXPECT_NEAR(p[1], y, 1e-12);
  };
  expectNear(netPoint(123, 90), 0, 0);
  expectNear(netPoint(0, 0), 0, 1);
  expectNear(netPoint(90, 0), 1, 0);
  // A plunge of 45 degrees lies at sqrt(2) sin 22.5 = 0.541196, not at the middle.
  expectNear(netPoint(180, 45), 0, -0.5411961001461969);
  expectNear(poleOfPlane(90, 90), -1, 0);
  expectNear(poleOfPlane(37, 0), 0, 0);
  expectNear(poleOfPlane(90, 45), -0.5411961001461969, 0);
}

TEST(Stereonet, GreatCirclesAreSquareToTheirPole) {
  for (const auto& [direction, dip] : {std::pair{40.0, 30.0}, {250.0, 75.0}, {0.0, 90.0}, {310.0, 5.0}}) {
    const auto circle = greatCircle(direction, dip, 16);
    for (const NetPoint& p : circle) {
      // Back to a direction: r = sqrt(2) sin((90 - plunge)/2).
      const double r = std::hypot(p[0], p[1]);
      ASSERT_LE(r, 1 + 1e-9);
      const double fromDown = 2 * std::asin(std::min(1.0, r / std::numbers::sqrt2));
      const double trend = std::atan2(p[0], p[1]);
      const std::array<double, 3> line{std::sin(fromDown) * std::sin(trend),
                                       std::sin(fromDown) * std::cos(trend), std::cos(fromDown)};
      const double a = direction * std::numbers::pi / 180, d = dip * std::numbers::pi / 180;
      const std::array<double, 3> pole{-std::sin(a) * std::sin(d), -std::cos(a) * std::sin(d), std::cos(d)};
      EXPECT_NEAR(line[0] * pole[0] + line[1] * pole[1] + line[2] * pole[2], 0, 1e-7);
    }
  }
}

TEST(Stereonet, CoreAnglesByHand) {
  // A hole that plunges 60 to the east; its bottom line looks west and down.
  const double half = std::sqrt(3.0) / 2;
  const geology::Vec3 hole{0.5, 0, -half};
  // Square to the core: the plane dips 30, towards where the hole comes from.
  auto plane = planeFromCore({90, 0}, hole);
  ASSERT_TRUE(plane);
  EXPECT_NEAR(plane->dip, 30, 1e-9);
  EXPECT_NEAR(plane->dipDirection, 270, 1e-9);
  // Along the core with its lower end at the bottom: the upright hole plane turned flat, dips 60 with the
  // hole.
  plane = planeFromCore({0, 0}, hole);
  EXPECT_NEAR(plane->dip, 60, 1e-9);
  EXPECT_NEAR(plane->dipDirection, 90, 1e-9);
  // A flat plane meets that hole at 60 degrees; its lowest point down the hole is at the top of the core.
  plane = planeFromCore({60, 180}, hole);
  EXPECT_NEAR(plane->dip, 0, 1e-6);
  EXPECT_FALSE(planeFromCore({95, 0}, hole));
  EXPECT_FALSE(planeFromCore({45, 0}, {0, 0, -1})) << "an upright hole has no bottom line";
}

TEST(Stereonet, CoreAnglesOfAnyPlaneLeadBackToIt) {
  const auto direction = [](double trend, double plunge) {
    const double t = trend * M_PI / 180, p = plunge * M_PI / 180;
    return geology::Vec3{std::cos(p) * std::sin(t), std::cos(p) * std::cos(t), -std::sin(p)};
  };
  for (const double holePlunge : {20.0, 55.0, 80.0})
    for (const double dip : {15.0, 40.0, 75.0})
      for (double dipDirection = 5; dipDirection < 360; dipDirection += 40) {
        const geology::Vec3 hole = direction(110, holePlunge);
        // The longest line of the plane through the core: the hole's axis cast on the plane along its pole.
        const geology::Vec3 pole = direction(dipDirection + 180, 90 - dip);
        const geology::Vec3 cast = normalized(hole - pole * dot(hole, pole));
        const double alpha = std::acos(std::clamp(dot(cast, hole), -1.0, 1.0)) * 180 / M_PI;
        const geology::Vec3 end =
            normalized(cast - hole * dot(cast, hole));  // down the hole, seen on the core
        const geology::Vec3 bottom = normalized(geology::Vec3{0, 0, -1} - hole * -hole.z);
        const double beta =
            std::atan2(dot(cross(bottom, end), hole), dot(bottom, end)) * 180 / M_PI;  // clockwise along it
        const auto plane = planeFromCore({alpha, beta}, hole);
        ASSERT_TRUE(plane);
        EXPECT_NEAR(plane->dip, dip, 1e-6);
        EXPECT_NEAR(plane->dipDirection, dipDirection, 1e-6);
      }
}

}  // namespace
}  // namespace adit::reporting
