#include "geology/formats/interval_lines.h"

#include <gtest/gtest.h>

#include <cmath>

namespace adit::formats {
namespace {

geology::DrillHoles twoHoles() {
  geology::DrillHoles holes;
  for (const double x : {100.0, 200.0}) {
    geology::DrillHole hole;
    hole.id = x < 150 ? "A" : "B";
    hole.collar = {x, 0, 50};
    hole.trace = geology::HoleTrace({{0, hole.collar, {0, 0, -1}}});
    holes.holes.push_back(hole);
  }
  geology::IntervalTable table;
  table.name = "assay";
  table.hole = {0, 1};
  table.from = {10, 0};
  table.to = {20, 4};
  table.columns = {geology::numericColumn("cu", {0.5F, geology::kMissing}),
                   geology::categoryColumn("rock", {"", "POR"})};
  holes.tables = {table};
  return holes;
}

TEST(IntervalLines, GoThroughFromMiddleAndTo) {
  const geology::DrillHoles holes = twoHoles();
  const geology::TriangleMesh mesh = intervalLines(holes, holes.tables[0]);
  ASSERT_EQ(mesh.lines.size(), 2U);
  ASSERT_EQ(mesh.vertices.size(), 6U);
  EXPECT_EQ(mesh.vertices[0], (geology::Vec3{100, 0, 40}));
  EXPECT_EQ(mesh.vertices[1], (geology::Vec3{100, 0, 35}));
  EXPECT_EQ(mesh.vertices[2], (geology::Vec3{100, 0, 30}));
  EXPECT_EQ(mesh.parts[static_cast<std::size_t>(mesh.lines[1].part)], "B");
}

TEST(IntervalLines, CarryTheValuesOfTheirIntervalAndKeepMissingOnesMissing) {
  const geology::DrillHoles holes = twoHoles();
  const geology::TriangleMesh mesh = intervalLines(holes, holes.tables[0]);
  const geology::Column* cu = geology::findColumn(mesh.vertexColumns, "cu");
  const geology::Column* rock = geology::findColumn(mesh.vertexColumns, "rock");
  const geology::Column* to = geology::findColumn(mesh.vertexColumns, "to");
  ASSERT_TRUE(cu != nullptr && rock != nullptr && to != nullptr);
  for (std::size_t v = 0; v < 3; ++v) {
    EXPECT_EQ(cu->values[v], 0.5F);
    EXPECT_TRUE(std::isnan(cu->values[v + 3]));
    EXPECT_EQ(rock->category(v), "");
    EXPECT_EQ(rock->category(v + 3), "POR");
    EXPECT_EQ(to->values[v], 20);
  }
}

}  // namespace
}  // namespace adit::formats
