#include "viewer/state/colormap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

namespace adit::viewer {
namespace {

using geology::kMissing;

void expectColor(const Color& actual, const Color& expected, float tolerance) {
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(actual[i], expected[i], tolerance) << i;
}

/// Relative luminance by WCAG.
double luminance(const Color& color) {
  const auto linear = [](float c) {
    const auto v = static_cast<double>(c);
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}

TEST(ColorMap, BatlowHasItsPublishedAnchors) {
  // Crameri, Scientific colour maps, version 8; Adit's anchors are of version 7.0.1, rounded to 8 bits.
  const Color anchors[] = {{.0052F, .0982F, .3498F}, {.0659F, .2593F, .3770F}, {.1295F, .3722F, .3804F},
                           {.2963F, .4484F, .3035F}, {.5042F, .5090F, .1961F}, {.7469F, .5637F, .2074F},
                           {.9466F, .6142F, .4198F}, {.9929F, .7049F, .7041F}, {.9814F, .8004F, .9813F}};
  for (std::size_t i = 0; i < 9; ++i)
    expectColor(colorMapAt("batlow", static_cast<double>(i) / 8), anchors[i], 0.007F);
}

TEST(ColorMap, SequentialMapsGrowLighterAllTheWay) {
  for (const char* name : {"batlow", "lajolla", "oslo", "viridis", "grey"}) {
    double last = -1;
    for (int i = 0; i <= 64; ++i) {
      const double now = luminance(colorMapAt(name, i / 64.0));
      EXPECT_GT(now, last) << name << " at " << i;
      last = now;
    }
  }
}

TEST(ColorMap, DivergingMapsAreLightestInTheMiddle) {
  for (const char* name : {"vik", "roma"}) {
    EXPECT_GT(luminance(colorMapAt(name, 0.5)), luminance(colorMapAt(name, 0.1)));
    EXPECT_GT(luminance(colorMapAt(name, 0.5)), luminance(colorMapAt(name, 0.9)));
  }
}

TEST(ColorMap, EndsAreClampedAndUnknownNamesAreBatlow) {
  EXPECT_EQ(colorMapAt("grey", -3), colorMapAt("grey", 0));
  EXPECT_EQ(colorMapAt("grey", 7), colorMapAt("grey", 1));
  expectColor(colorMapAt("grey", 1), {1, 1, 1}, 1e-3F);
  EXPECT_EQ(colorMapAt("nothing", 0.3), colorMapAt("batlow", 0.3));
  EXPECT_EQ(colorMapNames().front(), "batlow");
  EXPECT_EQ(colorMapNames().back(), "rainbow");
}

TEST(ColorMap, CategoriesDiffer) {
  std::set<Color> seen;
  for (std::size_t i = 0; i < 16; ++i) EXPECT_TRUE(seen.insert(categoryColor(i)).second) << i;
  EXPECT_EQ(categoryColor(16), categoryColor(0));
  EXPECT_FALSE(seen.contains(kWarningColor));
}

TEST(ColorMap, WellKnownCategoriesHaveTheirColours) {
  EXPECT_EQ(conventionalCategoryColor("MEASURED"), conventionalCategoryColor("Proved reserve"));
  EXPECT_NE(conventionalCategoryColor("Indicated"), conventionalCategoryColor("Inferred"));
  EXPECT_TRUE(conventionalCategoryColor("Phyllic (QSP)").has_value());
  EXPECT_FALSE(conventionalCategoryColor("POR").has_value());
  const Color green = *conventionalCategoryColor("propylitic");
  EXPECT_GT(green[1], std::max(green[0], green[2]));
}

TEST(Quantile, IsExactOnSmallColumns) {
  const auto column = geology::numericColumn("cu", {5, 1, kMissing, 3, 2, 4});
  EXPECT_EQ(quantile(column, 0), 1);
  EXPECT_EQ(quantile(column, 0.5), 3);
  EXPECT_EQ(quantile(column, 1), 5);
  EXPECT_DOUBLE_EQ(quantile(column, 0.1), 1.4);
  EXPECT_TRUE(std::isnan(quantile(geology::numericColumn("cu", {kMissing}), 0.5)));
}

TEST(Quantile, SamplesLargeColumnsEvenly) {
  std::vector<float> values(1'000'000);
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = static_cast<float>(i % 1000);  // a lattice pattern
  const auto column = geology::numericColumn("cu", values);
  for (const double share : {0.02, 0.5, 0.98}) EXPECT_NEAR(quantile(column, share), 1000 * share, 10);
}

TEST(ResolvedLegend, ContinuousRunsBetweenQuantiles) {
  std::vector<float> values;
  for (int i = 0; i <= 100; ++i) values.push_back(static_cast<float>(i));
  const auto legend = resolveLegend({}, geology::numericColumn("Cu_pct", values, "%"));
  EXPECT_EQ(legend.kind, LegendKind::Continuous);
  EXPECT_EQ(legend.title, "Cu_pct, %");
  EXPECT_NEAR(legend.lo, 2, 1e-6);
  EXPECT_NEAR(legend.hi, 98, 1e-6);
  EXPECT_EQ(legend.colorOf(-5), colorMapAt("batlow", 0));
  EXPECT_EQ(legend.colorOf(200), colorMapAt("batlow", 1));
  EXPECT_EQ(legend.colorOf(kMissing), kMissingColor);
  expectColor(legend.colorOf(50), colorMapAt("batlow", 0.5), 0.02F);
  Legend reversed;
  reversed.reversed = true;
  EXPECT_EQ(resolveLegend(reversed, geology::numericColumn("a", values)).colorOf(-5),
            colorMapAt("batlow", 1));
}

TEST(ResolvedLegend, LogarithmicColoursLeaveOutWhatHasNoLogarithm) {
  Legend asked;
  asked.logarithmic = true;
  asked.lo = 0.01;
  asked.hi = 100;
  const auto legend = resolveLegend(asked, geology::numericColumn("au", {-1, 0, 0.01F, 1, 100}));
  EXPECT_TRUE(legend.logarithmic);
  expectColor(legend.colorOf(1), colorMapAt("batlow", 0.5), 0.02F);
  EXPECT_EQ(legend.colorOf(0), colorMapAt("batlow", 0));
  EXPECT_EQ(legend.colorOf(-1), colorMapAt("batlow", 0));
  asked.lo.reset();
  asked.hi.reset();
  const auto none = resolveLegend(asked, geology::numericColumn("au", {-1, 0}));
  EXPECT_FALSE(none.logarithmic);
  EXPECT_LE(none.lo, none.hi);
}

TEST(ResolvedLegend, ColumnsWithoutSpreadOrValuesStillHaveColours) {
  const auto constant = resolveLegend({}, geology::numericColumn("a", {3, 3, 3}));
  EXPECT_EQ(constant.lo, constant.hi);
  expectColor(constant.colorOf(3), colorMapAt("batlow", 0.5), 0.02F);
  const auto empty = resolveLegend({}, geology::numericColumn("a", {kMissing}));
  EXPECT_EQ(empty.lo, 0);
  EXPECT_EQ(empty.hi, 1);
}

TEST(ResolvedLegend, ValuesOutsideEveryClassAreWarnedOf) {
  Legend asked;
  asked.kind = LegendKind::Classed;
  asked.classes = {{0, 0.4, {0, 0, 1}, ""}, {0.4, 1, {1, 0, 0}, ""}};
  const auto column = geology::numericColumn("cu", {-0.1F, 0, 0.4F, 1, 1.1F, kMissing});
  const auto legend = resolveLegend(asked, column);
  EXPECT_EQ(legend.colorOf(0), (Color{0, 0, 1}));
  EXPECT_EQ(legend.colorOf(0.4F), (Color{1, 0, 0}));  // 0.4 in the file is 0.4 in the legend
  EXPECT_EQ(legend.colorOf(1), (Color{1, 0, 0}));     // the last class holds its end
  EXPECT_EQ(legend.colorOf(1.1F), kWarningColor);
  EXPECT_EQ(legend.colorOf(-0.1F), kWarningColor);
}

TEST(ResolvedLegend, CategoriesOutsideAClosedLegendAreWarnedOf) {
  const auto column = geology::categoryColumn("rock", {"POR", "AND", "", "potassic", "AND"});
  Legend asked;
  asked.categories["POR"] = {1, 0, 0};
  const auto open = resolveLegend(asked, column);
  EXPECT_EQ(open.kind, LegendKind::Category);
  EXPECT_EQ(open.colorOfCode(0), (Color{1, 0, 0}));
  EXPECT_EQ(open.colorOfCode(1), categoryColor(1));
  EXPECT_EQ(open.colorOfCode(2), conventionalCategoryColor("potassic"));
  EXPECT_EQ(open.colorOfCode(geology::kNoCategory), kMissingColor);
  asked.closed = true;
  const auto closed = resolveLegend(asked, column);
  EXPECT_EQ(closed.colorOfCode(1), kWarningColor);
}

}  // namespace
}  // namespace adit::viewer
