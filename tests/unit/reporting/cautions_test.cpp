#include "geology/reporting/cautions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geology/reporting/table_cells.h"

namespace adit::reporting {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using enum ResourceClass;

ResourceLine line(ResourceClass c, double tonnes) {
  ResourceLine one{.resourceClass = c};
  one.sum.blocks = 1;
  one.sum.volume = tonnes / 2;
  one.sum.tonnes = tonnes;
  one.sum.grades = {{0, tonnes, tonnes * 0.4349}};
  return one;
}

TableBasis soundBasis() {
  return {
      .densityStated = true, .cutoffStated = true, .classed = true, .gradeHasMetal = true, .gradeName = "cu"};
}

TEST(Cautions, AreThoseOfTheClassesInTheTable) {
  ResourceTable table{.cutoffs = {0.3F}, .lines = {line(Measured, 1e6)}};
  EXPECT_THAT(cautionsOf(table, soundBasis()), Not(Contains(HasSubstr("Inferred"))));
  EXPECT_THAT(cautionsOf(table, soundBasis()), Contains(HasSubstr("not reserves")));
  table.lines = {line(Inferred, 1e6), line(Exploration, 1), line(Mined, 1), line(Unclassified, 1),
                 line(Proved, 1)};
  const auto all = cautionsOf(table, soundBasis());
  for (const char* part :
       {"Inferred: ", "exploration target", "Mined blocks", "Unclassified", "one line only"})
    EXPECT_THAT(all, Contains(HasSubstr(part)));
}

TEST(Cautions, SayWhatIsMissingAndWhatItCosts) {
  ResourceTable table{
      .cutoffs = {0.3F}, .lines = {line(Unclassified, 0)}, .withoutGrade = 1234, .tooManyGroups = true};
  table.lines[0].sum.withoutProportion = 2;
  TableBasis basis;
  basis.gradeName = "cu";
  const auto all = cautionsOf(table, basis);
  for (const char* part :
       {"no resource statement", "No density", "No cut-off", "metal is not told", "1,234 blocks",
        "2 blocks at the lowest cut-off without a proportion", "nothing is grouped"})
    EXPECT_THAT(all, Contains(HasSubstr(part)));
  basis = soundBasis();
  basis.classes.unmapped = {{"7", 1}};
  basis.classes.withoutCode = 5;
  table.lines[0].sum.withoutDensity = 1;
  EXPECT_THAT(cautionsOf(table, basis), Contains(HasSubstr("the code '7' means: 1 block of")));
  EXPECT_THAT(cautionsOf(table, basis), Contains(HasSubstr("5 blocks of the model without a class")));
  EXPECT_THAT(cautionsOf(table, basis),
              Contains(HasSubstr("1 block at the lowest cut-off without a density")));
}

TEST(TableCells, RoundByClassAndShowEveryDigitOnlyWhenAsked) {
  const ResourceTable table{.cutoffs = {0.3F},
                            .lines = {line(Measured, 12'345'678), line(Inferred, 12'345'678)}};
  const std::vector<GradeName> grades{{"cu", "%"}};
  const auto rounded = cellsOf(table, grades, Digits::Rounded);
  EXPECT_EQ(rounded[0],
            (CellRow{"", ">= 0.3 %", "Measured", "12.3 Mt", {"0.43"}, {"53.7 kt"}, false, false}));
  EXPECT_EQ(rounded[1], (CellRow{"", ">= 0.3 %", "Inferred", "12 Mt", {"0.43"}, {"54 kt"}, false, true}));
  const auto exact = cellsOf(table, grades, Digits::Exact);
  EXPECT_EQ(exact[0].tonnes, "12,345,678.0 t");
  EXPECT_EQ(exact[0].metal[0], "53,691.354 t");
}

TEST(TableCells, MetalIsNeverAlone) {
  ResourceTable table{.cutoffs = {0.3F}, .lines = {line(Measured, 0), line(Indicated, 5)}};
  for (const CellRow& row : cellsOf(table, {{"cu", "%"}}, Digits::Rounded))
    EXPECT_TRUE(row.metal[0] == "-" || (row.tonnes != "-" && row.grade[0] != "-"));
  EXPECT_EQ(cellsOf(table, {{"cu", "dmt"}}, Digits::Exact)[1].metal[0], "-");
  EXPECT_EQ(cellsOf(table, {{"cu", ""}}, Digits::Exact)[1].metal[0], "-");
}

}  // namespace
}  // namespace adit::reporting
