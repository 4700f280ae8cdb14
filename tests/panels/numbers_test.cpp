#include "viewer/panels/numbers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace adit::viewer {
namespace {

TEST(Numbers, FixedHasThousandsAndNoNegativeZero) {
  EXPECT_EQ(fixedNumber(3218087.25, 1), "3,218,087.2");
  EXPECT_EQ(fixedNumber(-1234, 0), "-1,234");
  EXPECT_EQ(fixedNumber(-0.04, 1), "0.0");
  EXPECT_EQ(fixedNumber(999, 0), "999");
  EXPECT_EQ(fixedNumber(std::nan(""), 2), "-");
  EXPECT_EQ(fixedNumber(std::numeric_limits<double>::infinity(), 2), "open");
}

TEST(Numbers, ShortHasFourFigures) {
  EXPECT_EQ(shortNumber(0.31254), "0.3125");
  EXPECT_EQ(shortNumber(12.3456), "12.35");
  EXPECT_EQ(shortNumber(1205), "1,205");
  EXPECT_EQ(shortNumber(1234567), "1,234,567");
  EXPECT_EQ(shortNumber(0), "0");
  EXPECT_EQ(shortNumber(2), "2");
  EXPECT_EQ(shortNumber(3.2e-7), "3.20e-07");
}

TEST(Numbers, MassesVolumesAndMetalHaveThreeFigures) {
  EXPECT_EQ(massText(812.4), "812 t");
  EXPECT_EQ(massText(12'345), "12.3 kt");
  EXPECT_EQ(massText(12'345'678), "12.3 Mt");
  EXPECT_EQ(massText(1.2345e9), "1.23 Gt");
  EXPECT_EQ(massText(0), "0 t");
  EXPECT_EQ(volumeText(812), "812 m³");
  EXPECT_EQ(volumeText(4'614'000), "4.61 Mm³");
  EXPECT_EQ(metalText(75'306, "%"), "75.3 kt");
  EXPECT_EQ(metalText(14.4, "ppm"), "14.4 t");
  EXPECT_EQ(metalText(14.4, "g/t"), "463 koz (14.4 t)");
}

TEST(Numbers, BearingsHaveThreeDigits) {
  EXPECT_EQ(bearingText(5), "005°");
  EXPECT_EQ(bearingText(-45), "315°");
  EXPECT_EQ(bearingText(359.97), "000°");
  EXPECT_EQ(bearingText(45.5), "045.5°");
}

TEST(Numbers, TypedNumbersAllowThousandsAndTheUnit) {
  EXPECT_EQ(typedNumber(" 3,218,087.5 "), 3218087.5);
  EXPECT_EQ(typedNumber("25 m", "m"), 25);
  EXPECT_EQ(typedNumber("45°", "°"), 45);
  EXPECT_EQ(typedNumber("+2.5"), 2.5);
  EXPECT_EQ(typedNumber("1e3"), 1000);
}

TEST(Numbers, WhatCouldMeanTwoThingsIsNoNumber) {
  for (const char* text :
       {"0,3", "0,300", "1,23", "1,2345", "", "  ", "abc", "1 2", "nan", "inf", "25 m", ",123", "--1"})
    EXPECT_FALSE(typedNumber(text).has_value()) << text;
}

TEST(Numbers, CountsAgreeWithTheirNoun) {
  EXPECT_EQ(counted(1, "hole", "holes"), "1 hole");
  EXPECT_EQ(counted(1204, "hole", "holes"), "1,204 holes");
}

}  // namespace
}  // namespace adit::viewer
