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
  const Composites c = compositeTable(holes, holes.tables[0], {"Cu", "no such column"}, 2);
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
  const Composites c = compositeTable(holes, holes.tables[0], {"Cu"}, 2);
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
  const Composites c = compositeTable(holes, holes.tables[0], {"Cu"}, 2);
  // The second hole has nothing above 4 m.
  EXPECT_EQ(c.hole.back(), 1U);
  EXPECT_DOUBLE_EQ(c.from.back(), 4);
  EXPECT_NEAR(c.middle.back().z, 495, 1e-9);
  EXPECT_NEAR(c.middle.back().x, 100, 1e-9);
}

TEST(Compositing, TheLongestCategoryWins) {
  const DrillHoles holes = vectorHoles();
  const Composites c = compositeTable(holes, holes.tables[0], {"Cu"}, 2);
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

}  // namespace
}  // namespace adit::estimation
