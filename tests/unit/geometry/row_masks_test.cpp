// Masks of values, with and without the bounds of the column, against one row at a time.
#include "viewer/geometry/row_masks.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/support/random_blocks.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::Column;

constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// Values that rise and fall over thousands of rows, as grades do, with rows and whole stretches without one.
Column wavyColumn(tests::RandomBlocks& random, std::size_t rows) {
  std::vector<float> values;
  for (std::size_t row = 0; row < rows; ++row) {
    const double wave = std::sin(static_cast<double>(row) / 1500);
    const bool missing = row / 1024 % 7 == 3 || (row / 1024 % 3 == 1 && random.oneIn(300));
    values.push_back(missing ? geology::kMissing
                             : static_cast<float>(std::round(10 * wave + random.within(0, 2)) / 10));
  }
  if (rows > 100) values[50] = kInfinity;
  if (rows > 100) values[60] = -kInfinity;
  return geology::numericColumn("wave", values);
}

template <typename Condition>
void expectRows(const BitMask& mask, const Column& column, const Condition& condition) {
  ASSERT_EQ(mask.size(), column.values.size());
  std::size_t count = 0;
  for (std::size_t row = 0; row < mask.size(); ++row) {
    ASSERT_EQ(mask.test(row), condition(column.values[row])) << row << " of " << mask.size();
    count += mask.test(row) ? 1 : 0;
  }
  EXPECT_EQ(mask.count(), count) << "no bit past the end";
}

TEST(RowMasks, OfCodesEqualOneRowAtATimeInEveryWidth) {
  tests::RandomBlocks random(2);
  for (const std::int64_t names : {1, 20, 255, 256, 5000, 70'000})
    for (const std::size_t rows : {0U, 1U, 63U, 64U, 65U, 1025U, 100'000U}) {
      Column column;
      column.kind = geology::ColumnKind::Category;
      column.names.resize(static_cast<std::size_t>(names));
      for (std::size_t row = 0; row < rows; ++row)
        column.codes.push_back(random.oneIn(9) ? geology::kNoCategory
                                               : static_cast<std::int32_t>(random.below(names)));
      std::vector<std::uint8_t> wanted(static_cast<std::size_t>(names) + 1);
      for (std::uint8_t& one : wanted) one = static_cast<std::uint8_t>(random.below(3));
      const BitMask mask = rowsOfCodes(column, wanted);
      ASSERT_EQ(mask.size(), rows);
      std::size_t count = 0;
      for (std::size_t row = 0; row < rows; ++row) {
        const bool expected = wanted[static_cast<std::size_t>(column.codes[row] + 1)] != 0;
        ASSERT_EQ(mask.test(row), expected) << names << " names, row " << row;
        count += expected ? 1 : 0;
      }
      EXPECT_EQ(mask.count(), count) << "no bit past the end";
    }
}

TEST(RowMasks, EqualOneRowAtATimeWithAndWithoutBounds) {
  tests::RandomBlocks random(1);
  for (const std::size_t rows : {0U, 1U, 63U, 64U, 65U, 1023U, 1024U, 1025U, 30'000U, 300'000U}) {
    const Column column = wavyColumn(random, rows);
    const ColumnBounds bounds(column);
    for (const ColumnBounds* known : {static_cast<const ColumnBounds*>(nullptr), &bounds}) {
      for (const double limit : {-5.0, -0.5, 0.3, 0.9, 5.0}) {
        const auto asHeld = static_cast<float>(limit);
        expectRows(rowsBelow(column, limit, known), column, [=](float v) { return v < asHeld; });
        expectRows(rowsAbove(column, limit, known), column, [=](float v) { return v > asHeld; });
      }
      expectRows(rowsBelow(column, 1e300, known), column, [](float v) { return v < kInfinity; });
      expectRows(rowsAbove(column, -1e300, known), column, [](float v) { return v > -kInfinity; });
      expectRows(rowsWithoutValue(column, known), column, [](float v) { return std::isnan(v); });
    }
  }
}

TEST(ColumnBounds, AnswerForStretchesThatALimitDoesNotDivide) {
  std::vector<float> values(3 * ColumnBounds::kRows, 1);
  values[ColumnBounds::kRows] = geology::kMissing;
  std::fill(values.begin() + 2 * ColumnBounds::kRows, values.end(), geology::kMissing);
  const ColumnBounds bounds(geology::numericColumn("v", values));
  using Answer = ColumnBounds::Answer;
  EXPECT_EQ(bounds.below(0, 2), Answer::All);
  EXPECT_EQ(bounds.below(0, 1), Answer::None);
  EXPECT_EQ(bounds.below(1, 2), Answer::Some) << "one row has no value";
  EXPECT_EQ(bounds.below(2, 2), Answer::None);
  EXPECT_EQ(bounds.above(0, 0), Answer::All);
  EXPECT_EQ(bounds.above(0, 1), Answer::None);
  EXPECT_EQ(bounds.withoutValue(0), Answer::None);
  EXPECT_EQ(bounds.withoutValue(2), Answer::Some);
}

}  // namespace
}  // namespace adit::viewer
