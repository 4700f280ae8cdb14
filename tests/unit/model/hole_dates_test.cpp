// Dates of drilling, in the ways in which collar tables write them.
#include "geology/model/hole_dates.h"

#include <gtest/gtest.h>

namespace adit::geology {
namespace {

DrillHoles holesWith(Column column) {
  DrillHoles holes;
  holes.holes.resize(column.size());
  holes.collarColumns = {std::move(column)};
  return holes;
}

TEST(HoleDates, WaysToWriteADate) {
  const double july31 = 2004 + 212.0 / 366;  // the 213th day of a leap year
  for (const char* text : {"2004-07-31", "2004/07/31", "20040731", "31/07/2004", "31.07.2004", " 2004-07-31 ",
                           "2004-07-31 14:20", "2004-07-31T00:00:00Z"})
    EXPECT_NEAR(dateOf(text).value_or(0), july31, 1e-9) << text;
  EXPECT_GT(dateOf("2004").value_or(0), dateOf("2004-12-31").value_or(0)) << "known when the year is over";
  EXPECT_LT(dateOf("2004").value_or(0), dateOf("2005-01-01").value_or(0));
}

TEST(HoleDates, WhatIsNoDate) {
  for (const char* text : {"", "n/a", "31", "1492", "2004-13-01", "2003-02-29", "3/4/2004", "2004-07",
                           "DH2004", "20041331", "99999999", "2004-07-31x"})
    EXPECT_FALSE(dateOf(text).has_value()) << text;
}

TEST(HoleDates, ColumnsOfYearsAndOfTexts) {
  const HoleDates years = holeDates(holesWith(numericColumn("Year", {1998, 2004, kMissing})));
  EXPECT_EQ(years.column, "Year");
  EXPECT_EQ(years.date[0], dateOf("1998"));
  EXPECT_FALSE(years.date[2].has_value());
  EXPECT_EQ(years.unread, 0U);
  const HoleDates texts = holeDates(holesWith(categoryColumn("DATE_DRILLED", {"2004-07-31", "unknown", ""})));
  EXPECT_EQ(texts.column, "DATE_DRILLED");
  EXPECT_EQ(texts.unread, 1U);
  EXPECT_FALSE(holeDates(holesWith(numericColumn("depth", {1998, 2004}))).known());
  EXPECT_FALSE(holeDates(holesWith(categoryColumn("update", {"a", "b"}))).known())
      << "the name of a date without a date in it";
}

TEST(HoleDates, TextsOfDates) {
  for (const char* text : {"2004", "2004-07-31", "1999-12-31", "2000-01-01", "2024-02-29"})
    EXPECT_EQ(dateText(dateOf(text).value()), text);
}

TEST(HoleDates, HolesDrilledByADate) {
  const DrillHoles holes = holesWith(numericColumn("Year", {1998, 2004, kMissing, 2010}));
  const BitMask drilled = holesDrilledBy(holes, dateOf("2004").value());
  EXPECT_TRUE(drilled.test(0));
  EXPECT_TRUE(drilled.test(1)) << "of the year itself";
  EXPECT_FALSE(drilled.test(2)) << "without a date";
  EXPECT_FALSE(drilled.test(3));
  EXPECT_FALSE(holesDrilledBy(holes, dateOf("2004-06-30").value()).test(1)) << "the year was not over";
}

}  // namespace
}  // namespace adit::geology
