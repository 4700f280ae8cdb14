// Rows outside a legend, against the colour of each.
#include "viewer/geometry/rows_outside.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "tests/support/random_blocks.h"
#include "viewer/geometry/row_masks.h"

namespace adit::viewer {
namespace {

using geology::Column;

constexpr Color kBlue{0, 0, 1};

/// Values on a grid of tenths, so that many lie on the ends of classes.
Column tenths(tests::RandomBlocks& random, std::size_t rows) {
  std::vector<float> values;
  for (std::size_t row = 0; row < rows; ++row)
    values.push_back(random.oneIn(20) ? geology::kMissing
                                      : static_cast<float>(std::round(random.within(-5, 25)) / 10));
  return geology::numericColumn("cu", values);
}

void expectWarned(const Legend& asked, const Column& column) {
  const ResolvedLegend legend = resolveLegend(asked, column);
  const geology::BitMask outside = rowsOutside(legend, column);
  ASSERT_EQ(outside.size(), column.size());
  for (std::size_t row = 0; row < column.size(); ++row) {
    const Color color =
        column.isNumeric() ? legend.colorOf(column.values[row]) : legend.colorOfCode(column.codes[row]);
    ASSERT_EQ(outside.test(row), color == kWarningColor) << row;
  }
}

TEST(RowsOutside, AreThoseInTheWarningColour) {
  tests::RandomBlocks random(3);
  for (const std::size_t rows : {0U, 1U, 63U, 64U, 65U, 20'000U, 300'000U}) {
    const Column column = tenths(random, rows);
    Legend asked;
    asked.kind = LegendKind::Classed;
    expectWarned(asked, column);
    asked.classes = {{0, 0.4, kBlue, ""}};
    expectWarned(asked, column);
    asked.classes = {{0, 0.4, kBlue, ""}, {0.4, 1, kBlue, ""}, {1.5, 2, kBlue, ""}};
    expectWarned(asked, column);
  }
}

TEST(RowsOutside, CategoriesThatAClosedLegendDoesNotKnow) {
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < 1000; ++row)
    texts.push_back(std::array<const char*, 4>{"POR", "AND", "", "potassic"}[row % 7 % 4]);
  const Column column = geology::categoryColumn("rock", texts);
  Legend asked;
  asked.categories["POR"] = kBlue;
  EXPECT_EQ(rowsOutside(resolveLegend(asked, column), column).size(), 0U);
  asked.closed = true;
  expectWarned(asked, column);
}

TEST(RowsOutside, ARampHasAColourForEveryValue) {
  tests::RandomBlocks random(4);
  const Column column = tenths(random, 100);
  EXPECT_EQ(rowsOutside(resolveLegend({}, column), column).size(), 0U);
}

TEST(RowsOutside, AreCountedWhereTheyAreShown) {
  tests::RandomBlocks random(5);
  for (const std::size_t rows : {0U, 65U, 1'000'000U}) {
    geology::BitMask outside(rows), shown(rows);
    std::size_t both = 0;
    for (std::size_t row = 0; row < rows; ++row) {
      if (random.oneIn(3)) outside.set(row);
      if (random.oneIn(2)) shown.set(row);
      if (outside.test(row) && shown.test(row)) ++both;
    }
    EXPECT_EQ(countBoth(outside, shown), both);
  }
}

}  // namespace
}  // namespace adit::viewer
