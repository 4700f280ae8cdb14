// The compositing vector: six intervals, one of them without an assay, as 2 m composites.
#include "geology/estimation/compositing.h"

#include <gtest/gtest.h>

#include <cmath>

#include "geology/analysis/desurvey.h"

namespace adit::estimation {
namespace {

using geology::DrillHoles;
using geology::IntervalTable;

void addRow(IntervalTable& table, std::uint32_t hole, double from, double to, float grade) {
  table.hole.push_back(hole);
  table.from.push_back(from);
  table.to.push_back(to);
  table.columns[0].values.push_back(grade);
}

DrillHoles vectorHoles() {
  DrillHoles holes;
  for (const double x : {0.0, 100.0}) {
    geology::DrillHole hole;
    hole.collar = {x, 0, 500};
    hole.length = 10;
    hole.trace = analysis::desurvey(hole.collar, {}, hole.length);
    holes.holes.push_back(hole);
  }
  IntervalTable table;
  table.name = "assay";
  table.columns = {geology::numericColumn("Cu", {}, "%")};
  addRow(table, 0, 0, 1.2, 0.5F);
  addRow(table, 0, 1.2, 2, 1.5F);
  addRow(table, 0, 2, 3.5, geology::kMissing);
  addRow(table, 0, 3.5, 5, 2);
  addRow(table, 0, 5, 6.1, 4);
  addRow(table, 0, 6.1, 7, 0.8F);
  addRow(table, 1, 4, 6, 9);
  holes.tables.push_back(table);
  return holes;
}

TEST(Compositing, MeansAreLengthWeightedAndMissingIsNotZero) {
  const DrillHoles holes = vectorHoles();
  const Composites c =
      compositeTable(holes, holes.tables[0], {.columns = {"Cu", "no such column"}, .length = 2});
  ASSERT_EQ(c.columns.size(), 1U);
  ASSERT_EQ(c.size(), 5U);
  const double grades[] = {0.9, 2.0, 3.0, 1.12, 9.0};
  const double coverage[] = {1, 0.25, 1, 1, 1};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(c.columns[0].values[i], grades[i], 1e-6) << i;
    EXPECT_NEAR(c.coverage[0][i], coverage[i], 1e-6) << i;
  }
  EXPECT_DOUBLE_EQ(c.to[3] - c.from[3], 1);
}

TEST(Compositing, MetalIsKept) {
  const DrillHoles holes = vectorHoles();
  const Composites c = compositeTable(holes, holes.tables[0], {.columns = {"Cu"}, .length = 2});
  double metal = 0;
  double length = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const double covered = static_cast<double>(c.coverage[0][i]) * (c.to[i] - c.from[i]);
    metal += covered * static_cast<double>(c.columns[0].values[i]);
    length += covered;
  }
  EXPECT_NEAR(metal, 9.92, 1e-6);
  EXPECT_NEAR(length, 5.5, 1e-6);
  EXPECT_NEAR(metal / length, 1.803636, 1e-6);
}

TEST(Compositing, PiecesWithoutDataAreAbsentAndTheOthersLieOnTheTrace) {
  const DrillHoles holes = vectorHoles();
  const Composites c = compositeTable(holes, holes.tables[0], {.columns = {"Cu"}, .length = 2});
  // The second hole has nothing above 4 m.
  EXPECT_EQ(c.hole.back(), 1U);
  EXPECT_DOUBLE_EQ(c.from.back(), 4);
  EXPECT_NEAR(c.middle.back().z, 495, 1e-9);
  EXPECT_NEAR(c.middle.back().x, 100, 1e-9);
}

TEST(Compositing, TheLongestCategoryWins) {
  const DrillHoles holes = vectorHoles();
  const Composites c = compositeTable(holes, holes.tables[0], {.columns = {"Cu"}, .length = 2});
  IntervalTable log;
  log.hole = {0, 0, 0};
  log.from = {0, 0.8, 4};
  log.to = {0.8, 4, 5};
  log.columns = {geology::categoryColumn("alteration", {"phyllic", "potassic", ""})};
  const geology::Column dominant = dominantCategory(c, log, log.columns[0]);
  ASSERT_EQ(dominant.codes.size(), c.size());
  EXPECT_EQ(dominant.category(0), "potassic");
  EXPECT_EQ(dominant.category(1), "potassic");
  EXPECT_FALSE(dominant.hasValue(2)) << "the log has no category there";
  EXPECT_FALSE(dominant.hasValue(4)) << "the second hole is not logged";
}

IntervalTable domainLog() {
  IntervalTable log;
  log.hole = {0, 0, 0};
  log.from = {0, 2.5, 4};
  log.to = {2.5, 4, 7};
  log.columns = {geology::categoryColumn("zone", {"oxide", "fresh", "fresh"})};
  return log;
}

TEST(Compositing, NeverAcrossADomainBoundary) {
  const DrillHoles holes = vectorHoles();
  const IntervalTable log = domainLog();
  CompositeRule rule{.columns = {"Cu"}, .length = 2};
  rule.domainLog = &log;
  rule.domain = &log.columns[0];
  const Composites c = compositeTable(holes, holes.tables[0], rule);
  // oxide 0-2 (2-2.5 has no assay), fresh from 2.5: 2.5-4.5, 4.5-6.5, 6.5-7; the other hole is not logged.
  ASSERT_EQ(c.size(), 5U);
  EXPECT_EQ(c.domain.category(0), "oxide");
  EXPECT_EQ(c.from[1], 2.5);
  EXPECT_EQ(c.domain.category(1), "fresh");
  EXPECT_EQ(c.from[3], 6.5);
  EXPECT_NEAR(c.columns[0].values[2], (0.5 * 2 + 1.1 * 4 + 0.4 * 0.8) / 2, 1e-6);
  EXPECT_FALSE(c.domain.hasValue(4));
  EXPECT_NEAR(c.tally[0].metal, 9.92 + 18, 1e-6) << "no metal is lost at boundaries";
}

TEST(Compositing, ResidualsByRule) {
  const DrillHoles holes = vectorHoles();
  const auto ends = [&](Residual residual, double length) {
    return compositeTable(holes, holes.tables[0], {.columns = {"Cu"}, .length = length, .residual = residual})
        .to;
  };
  // The first hole is 7 m long, the second 6 m; its upper 4 m are without data.
  EXPECT_EQ(ends(Residual::Keep, 3), (std::vector<double>{3, 6, 7, 6}));
  EXPECT_EQ(ends(Residual::Discard, 3), (std::vector<double>{3, 6, 6}));
  EXPECT_EQ(ends(Residual::Merge, 3), (std::vector<double>{3, 7, 6}));
  EXPECT_EQ(ends(Residual::Distribute, 3), (std::vector<double>{3.5, 7, 6}));
  EXPECT_EQ(ends(Residual::Discard, 2), (std::vector<double>{2, 4, 6, 7, 6})) << "half a composite stays";
}

TEST(Compositing, WhatIsDiscardedIsCounted) {
  const DrillHoles holes = vectorHoles();
  const Composites c =
      compositeTable(holes, holes.tables[0], {.columns = {"Cu"}, .length = 3, .residual = Residual::Discard});
  EXPECT_NEAR(c.tally[0].discardedLength, 1, 1e-12);
  EXPECT_NEAR(c.tally[0].discardedMetal, 0.1 * 4 + 0.9 * 0.8, 1e-6);
  EXPECT_NEAR(c.tally[0].metal + c.tally[0].discardedMetal, 9.92 + 18, 1e-6);
}

TEST(Compositing, MetalIsKeptByEveryRuleThatDiscardsNothing) {
  const DrillHoles holes = vectorHoles();
  for (const Residual residual : {Residual::Keep, Residual::Merge, Residual::Distribute})
    for (const double length : {0.3, 0.7, 1.0, 2.5, 4.0, 50.0}) {
      const Composites c =
          compositeTable(holes, holes.tables[0], {.columns = {"Cu"}, .length = length, .residual = residual});
      EXPECT_NEAR(c.tally[0].metal, 27.92, 1e-6) << length;
      EXPECT_NEAR(c.tally[0].withValue, 7.5, 1e-9) << length;
    }
}

TEST(Compositing, BelowDetectionAndUnsampledByRule) {
  DrillHoles holes = vectorHoles();
  geology::Column& cu = holes.tables[0].columns[0];
  cu.states.assign(7, geology::ValueState::Measured);
  cu.limits.assign(7, geology::kMissing);
  cu.states[0] = geology::ValueState::BelowDetection;  // 1.2 m
  cu.limits[0] = 1;
  const auto metal = [&](BelowDetection below, std::optional<double> unsampled = std::nullopt) {
    return compositeTable(holes, holes.tables[0],
                          {.columns = {"Cu"}, .length = 7, .belowDetection = below, .unsampled = unsampled})
               .tally[0]
               .metal -
           (9.92 - 0.6) - 18;
  };
  EXPECT_NEAR(metal(BelowDetection::AsRead), 1.2 * 0.5, 1e-6);
  EXPECT_NEAR(metal(BelowDetection::Zero), 0, 1e-6);
  EXPECT_NEAR(metal(BelowDetection::HalfLimit), 1.2 * 0.5, 1e-6);
  EXPECT_NEAR(metal(BelowDetection::LimitByRootTwo), 1.2 / std::sqrt(2.0), 1e-6);
  EXPECT_NEAR(metal(BelowDetection::Limit), 1.2, 1e-6);
  EXPECT_NEAR(metal(BelowDetection::Zero, 0.1), 0.1 * (1.5 + 4), 1e-6) << "1.5 m and 4 m without an assay";
  const Composites c = compositeTable(holes, holes.tables[0], {.columns = {"Cu"}, .length = 7});
  EXPECT_NEAR(c.tally[0].belowDetection, 1.2, 1e-9);
}

}  // namespace
}  // namespace adit::estimation
