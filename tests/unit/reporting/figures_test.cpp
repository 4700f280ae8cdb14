#include "geology/reporting/figures.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace adit::reporting {
namespace {

TEST(Figures, FewerOfWhatIsKnownLess) {
  const auto of = [](ResourceClass c) { return figuresOf({.resourceClass = c}); };
  EXPECT_EQ(of(ResourceClass::Measured), (Figures{3, 2, 3}));
  EXPECT_EQ(of(ResourceClass::Indicated), (Figures{3, 2, 3}));
  EXPECT_EQ(of(ResourceClass::Inferred), (Figures{2, 2, 2}));
  EXPECT_EQ(of(ResourceClass::Unclassified), (Figures{1, 1, 1}));
  EXPECT_EQ(figuresOf({.kind = ResourceLineKind::NoClasses}), (Figures{2, 2, 2}));
  EXPECT_EQ(
      figuresOf({.kind = ResourceLineKind::MeasuredAndIndicated, .resourceClass = ResourceClass::Measured}),
      (Figures{3, 2, 3}));
}

TEST(Figures, TonnesCarryOverToTheNextUnit) {
  EXPECT_EQ(tonnesText(12'345'678, 3), "12.3 Mt");
  EXPECT_EQ(tonnesText(12'345'678, 2), "12 Mt");
  EXPECT_EQ(tonnesText(1'285'282.56, 3), "1.29 Mt");
  EXPECT_EQ(tonnesText(999'600, 3), "1.00 Mt");
  EXPECT_EQ(tonnesText(999'400, 3), "999 kt");
  EXPECT_EQ(tonnesText(812.4, 3), "812 t");
  EXPECT_EQ(tonnesText(5.9e9, 1), "6 Gt");
  EXPECT_EQ(tonnesText(0, 3), "0 t");
  EXPECT_EQ(tonnesText(123'456, 1), "100 kt");
}

TEST(Figures, GoldIsCountedInOunces) {
  EXPECT_EQ(metalText(31.1034768, "g/t", 3), "1.00 Moz");
  EXPECT_EQ(metalText(31.1034768, "%", 3), "31.1 t");
  EXPECT_EQ(metalText(3.5, "g/t", 2), "110 koz");
}

TEST(Figures, TextsHaveExactlySoMany) {
  EXPECT_EQ(figuresText(1.896, 2), "1.9");
  EXPECT_EQ(figuresText(1.96, 2), "2.0");
  EXPECT_EQ(figuresText(0.04349, 2), "0.043");
  EXPECT_EQ(figuresText(9.96, 2), "10");
  EXPECT_EQ(figuresText(123'456, 2), "120,000");
  EXPECT_EQ(figuresText(-1.25, 2), "-1.3");
  EXPECT_EQ(figuresText(std::numeric_limits<double>::quiet_NaN(), 2), "-");
}

TEST(Figures, RoundingIsWithinHalfOfTheLastFigure) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> exponent(-6, 12);
  for (int i = 0; i < 2000; ++i) {
    const double value = std::pow(10, exponent(random));
    for (int figures = 1; figures <= 3; ++figures) {
      const double rounded = roundedTo(value, figures);
      const double last = std::pow(10, std::floor(std::log10(value)) - figures + 1);
      EXPECT_LE(std::abs(rounded - value), last / 2 * (1 + 1e-9)) << value;
      const double steps = rounded / last;
      EXPECT_NEAR(steps, std::round(steps), 1e-6) << value;
      EXPECT_EQ(roundedTo(rounded, figures), rounded) << value;
    }
  }
}

}  // namespace
}  // namespace adit::reporting
