// Legends from files and back: the three forms, what is refused and why, and damaged bytes.
#include "viewer/legends/legend_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/support/mutate.h"
#include "viewer/state/colormap.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr Color kRed{1, 0, 0}, kBlue{0, 0, 1}, kWhite{1, 1, 1};

geology::Column copper() {
  return geology::numericColumn("cu_pct", {0.1F, 0.4F, geology::kMissing, 2.5F}, "%");
}
geology::Column rocks() {
  return geology::categoryColumn("rock", {"POR", "AND", "", "OX"});
}

Legend good(std::string_view text) {
  const LegendImport read = readLegend("legend", text);
  if (read.legend) return *read.legend;
  ADD_FAILURE() << geology::formatDiagnostic(read.diagnostics.at(0));
  return {};
}

/// "LEG-BAD-CLASS 3": the code and the line of the one error.
std::string faultOf(std::string_view text) {
  const LegendImport read = readLegend("legend.csv", text);
  if (read.legend || read.diagnostics.size() != 1) return "no fault";
  const geology::Diagnostic& fault = read.diagnostics.front();
  EXPECT_EQ(fault.severity, geology::Severity::Error);
  EXPECT_EQ(fault.file, "legend.csv");
  EXPECT_FALSE(fault.remedy.empty());
  return fault.code + " " + std::to_string(fault.line);
}

TEST(LegendTable, ClassesWithHexColoursAndOpenEnds) {
  const Legend legend = good("from,to,color,label\n,0.2,#ff0000,waste\n0.2,*,0000ff,\"ore, rich\"\n");
  EXPECT_EQ(legend.kind, LegendKind::Classed);
  EXPECT_THAT(legend.classes, ElementsAre(LegendClass{-kInfinity, 0.2, kRed, "waste"},
                                          LegendClass{0.2, kInfinity, kBlue, "ore, rich"}));
}

TEST(LegendTable, ChannelsSemicolonsDecimalCommasAndSpanishHeaders) {
  const Legend legend = good("# made by hand\nDesde;Hasta;R;G;B;Legend\n0,2;0,6;255;255;255;baja\n");
  EXPECT_THAT(legend.classes, ElementsAre(LegendClass{0.2, 0.6, kWhite, "baja"}));
}

TEST(LegendTable, CategoriesCloseTheLegend) {
  const Legend legend = good("Lith,Red,Green,Blue\r\nPOR,255,0,0\r\nAND,0,0,255\r\n");
  EXPECT_EQ(legend.kind, LegendKind::Category);
  EXPECT_TRUE(legend.closed) << "what the file does not name must not look as if it did";
  EXPECT_EQ(legend.categories, (std::map<std::string, Color>{{"POR", kRed}, {"AND", kBlue}}));
  EXPECT_EQ(resolveLegend(legend, rocks()).colorOfCode(2), kWarningColor);
}

TEST(LegendTable, FaultsNameTheirLine) {
  EXPECT_EQ(faultOf("from,to,color\n0,1,#ff0000\n2,1,#ff0000\n"), "LEG-BAD-CLASS 3");
  EXPECT_EQ(faultOf("from,to,color\n0,one,#ff0000\n"), "LEG-BAD-NUMBER 2");
  EXPECT_EQ(faultOf("from,to,color\n0,1,reddish\n"), "LEG-BAD-COLOR 2");
  EXPECT_EQ(faultOf("code,r,g,b\nA,1,2,3\nB,1,2,256\n"), "LEG-BAD-COLOR 3");
  EXPECT_EQ(faultOf("code,color\nA,#ff0000\nA,#0000ff\n"), "LEG-BAD-CLASS 3");
  EXPECT_EQ(faultOf("code,color\n,#ff0000\n"), "LEG-BAD-CLASS 2");
  EXPECT_EQ(faultOf("from,to,color\n"), "LEG-EMPTY 1");
  std::string many = "from,to,color\n";
  for (int i = 0; i < 65; ++i) many += std::to_string(i) + "," + std::to_string(i + 1) + ",#ff0000\n";
  EXPECT_EQ(faultOf(many), "LEG-TOO-MANY 66");
}

TEST(Palette, SlicesOfOneColourAreClasses) {
  const Legend legend = good("# steps\n0 255 0 0 1 255 0 0 ;low\n1\t0/0/255\t3\t0/0/255\tU\t;high\n");
  EXPECT_EQ(legend.kind, LegendKind::Classed);
  EXPECT_THAT(legend.classes, ElementsAre(LegendClass{0, 1, kRed, "low"}, LegendClass{1, 3, kBlue, "high"}));
}

TEST(Palette, GradientsBecomeTheLegendsOwnColours) {
  const LegendImport read =
      readLegend("p.cpt", "0 255/0/0 1 255/255/255\n1 255/255/255 4 0/0/255\nB black\n");
  ASSERT_TRUE(read.legend);
  EXPECT_EQ(read.legend->kind, LegendKind::Continuous);
  EXPECT_EQ(read.legend->lo, 0);
  EXPECT_EQ(read.legend->hi, 4);
  EXPECT_THAT(read.legend->stops,
              ElementsAre(ColorStop{0, kRed}, ColorStop{0.25, kWhite}, ColorStop{1, kBlue}));
  ASSERT_EQ(read.diagnostics.size(), 1U);
  EXPECT_EQ(read.diagnostics[0].code, "LEG-OUTSIDE-COLORS");
  EXPECT_EQ(read.diagnostics[0].line, 3U);
  // Halfway from 1 to 4 the colour is halfway from white to blue.
  const Color middle = resolveLegend(*read.legend, copper()).colorOf(2.5F);
  EXPECT_NEAR(middle[0], 0.5, 0.01);
  EXPECT_NEAR(middle[2], 1, 1e-6);
}

TEST(Palette, AStepBetweenTwoGradientsStaysAStep) {
  const Legend legend = good("0 255/0/0 1 255/255/255\n1 0/0/255 2 255/255/255\n");
  EXPECT_THAT(legend.stops, ElementsAre(ColorStop{0, kRed}, ColorStop{0.5, kWhite}, ColorStop{0.5, kBlue},
                                        ColorStop{1, kWhite}));
  EXPECT_EQ(colorAlong(legend, 0.5), kBlue);
  EXPECT_NEAR(colorAlong(legend, 0.499999)[0], 1, 1e-4);
}

TEST(Palette, HsvGreyNamesAndCategories) {
  const Legend hsv = good("#COLOR_MODEL = HSV\n0 240 1 1 1 0 0 1\n");
  EXPECT_THAT(hsv.stops, ElementsAre(ColorStop{0, kBlue}, ColorStop{1, kWhite}));
  const Legend words = good("0 0-1-1 1 255\n1 white 2 blue\n");
  EXPECT_THAT(words.stops, ElementsAre(ColorStop{0, kRed}, ColorStop{0.5, kWhite}, ColorStop{1, kBlue}));
  const Legend named = good("POR red\nAND 0/0/255 ;andesite\n");
  EXPECT_EQ(named.categories, (std::map<std::string, Color>{{"POR", kRed}, {"AND", kBlue}}));
}

TEST(Palette, FaultsNameTheirLine) {
  EXPECT_EQ(faultOf("0 red 1 blue\n3 red 2 blue\n"), "LEG-BAD-CLASS 2");
  EXPECT_EQ(faultOf("0 red 1 blue\n2 red 3 blue\n"), "LEG-BAD-CLASS 2") << "a gap has no colour";
  EXPECT_EQ(faultOf("0 red 1 blueish\n"), "LEG-BAD-COLOR 1");
  EXPECT_EQ(faultOf("0 red 1 blue\n1 red x blue\n"), "LEG-BAD-NUMBER 2");
  EXPECT_EQ(faultOf("0 red 1 blue\n1 2 3\n"), "LEG-BROKEN 2");
  EXPECT_EQ(faultOf("0 red 1 blue\nPOR red\n"), "LEG-BROKEN 1");
  EXPECT_EQ(faultOf("B red\n"), "LEG-EMPTY 0");
}

TEST(LegendFile, OtherContentIsRefused) {
  EXPECT_EQ(faultOf(""), "LEG-UNKNOWN 0");
  EXPECT_EQ(faultOf("hole_id,from,to,cu\nA1,0,10,0.5\n"), "LEG-UNKNOWN 0");
  EXPECT_EQ(faultOf("{\"legend\": 1}"), "LEG-UNKNOWN 0");
  EXPECT_EQ(faultOf("{\n\"format\": \"adit-legend\",\n]"), "LEG-BROKEN 3");
  EXPECT_EQ(faultOf(R"({"format": "adit-legend", "classes": [{"lo": 2, "hi": 1}]})"), "LEG-BROKEN 0");
  EXPECT_EQ(faultOf(R"({"format": "adit-legend", "stops": [{"at": 2}]})"), "LEG-BROKEN 0");
  EXPECT_EQ(faultOf(std::string(5U << 20U, '#')), "LEG-UNKNOWN 0");
}

TEST(LegendFile, TheKindHasToSuitTheColumn) {
  EXPECT_FALSE(readLegendFor(copper(), "l", "code,color\nPOR,#ff0000\n").legend);
  EXPECT_FALSE(readLegendFor(rocks(), "l", "from,to,color\n0,1,#ff0000\n").legend);
  EXPECT_EQ(readLegendFor(rocks(), "l", "from,to,color\n0,1,#ff0000\n").diagnostics.back().code,
            "LEG-WRONG-KIND");
  EXPECT_TRUE(readLegendFor(rocks(), "l", "code,color\nPOR,#ff0000\n").legend);
}

TEST(LegendFile, TheFormFollowsTheEnding) {
  EXPECT_EQ(legendFormatOf("a/b.JSON"), LegendFormat::Json);
  EXPECT_EQ(legendFormatOf("cu.csv"), LegendFormat::Table);
  EXPECT_EQ(legendFormatOf("cu.cpt"), LegendFormat::Palette);
  EXPECT_EQ(legendFormatOf("cu"), std::nullopt);
  EXPECT_EQ(legendFormatOf("cu.txt"), std::nullopt);
}

/// Written and read again, it colours every value as before, to the 8 bits of a written channel.
void expectSameColours(const Legend& legend, const geology::Column& column, LegendFormat format) {
  const auto text = legendText(legend, column, format);
  ASSERT_TRUE(text) << static_cast<int>(format);
  const LegendImport back = readLegendFor(column, "again", *text);
  ASSERT_TRUE(back.legend) << geology::formatDiagnostic(back.diagnostics.at(0)) << "\n" << *text;
  const ResolvedLegend before = resolveLegend(legend, column), after = resolveLegend(*back.legend, column);
  const auto same = [](const Color& a, const Color& b) {
    for (std::size_t c = 0; c < 3; ++c)
      if (std::abs(a[c] - b[c]) > 1.01F / 255) return false;
    return true;
  };
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (column.isNumeric())
      EXPECT_TRUE(same(before.colorOf(column.values[row]), after.colorOf(column.values[row]))) << *text;
    else
      EXPECT_TRUE(same(before.colorOfCode(column.codes[row]), after.colorOfCode(column.codes[row]))) << *text;
  }
}

TEST(LegendFile, ComesBackWithTheSameColours) {
  std::vector<float> values;
  for (int i = 1; i <= 400; ++i) values.push_back(0.01F * static_cast<float>(i));
  const geology::Column column = geology::numericColumn("cu_pct", values, "%");
  Legend map, log, reversed, own, classed;
  map.map = "vik";
  log.logarithmic = true;
  log.lo = 0.02;
  log.hi = 3;
  reversed.reversed = true;
  own.stops = {{0.1, kRed}, {0.4, kWhite}, {0.4, kBlue}, {0.9, kRed}};
  own.lo = 0;
  own.hi = 4;
  classed.kind = LegendKind::Classed;
  classed.classes = {{1, 2.5, kRed, "a, \"b\""}, {-kInfinity, 1, kBlue, ""}, {2.5, kInfinity, kWhite, ""}};
  expectSameColours(log, column, LegendFormat::Json);
  for (const Legend& legend : {Legend{}, map, reversed, own, classed})
    for (const LegendFormat format : {LegendFormat::Json, LegendFormat::Palette})
      expectSameColours(legend, column, format);
  expectSameColours(classed, column, LegendFormat::Table);
  for (const LegendFormat format : {LegendFormat::Json, LegendFormat::Table, LegendFormat::Palette})
    expectSameColours({}, rocks(), format);
  EXPECT_EQ(legendText(map, column, LegendFormat::Table), std::nullopt);
}

TEST(LegendFile, APaletteOfALogarithmicLegendHasItsColoursAtTheirValues) {
  Legend log;
  log.logarithmic = true;
  log.lo = 0.02;
  log.hi = 3;
  const auto text = legendText(log, copper(), LegendFormat::Palette);
  ASSERT_TRUE(text);
  const Legend back = good(*text);
  EXPECT_EQ(back.lo, 0.02);
  EXPECT_NEAR(*back.hi, 3, 1e-9);
  for (const double value : {0.02, 0.03, 0.1, 0.5, 1.7, 3.0}) {
    const Color was = colorAlong(log, std::log(value / 0.02) / std::log(3 / 0.02));
    const Color is = colorAlong(back, (value - 0.02) / (*back.hi - 0.02));
    // 8 bits a channel, and straight lines between 256 places of the range.
    for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(was[c], is[c], 2.0 / 255) << value;
  }
}

TEST(LegendFile, JsonKeepsTheWholeLegend) {
  Legend legend;
  legend.kind = LegendKind::Classed;
  legend.classes = {{-kInfinity, 0.2, {0.1F, 0.2F, 0.3F}, "é"}, {0.2, 2, kRed, ""}};
  const auto text = legendText(legend, copper(), LegendFormat::Json);
  ASSERT_TRUE(text);
  EXPECT_THAT(*text, HasSubstr("\"column\": \"cu_pct\""));
  EXPECT_EQ(good(*text), legend);
}

TEST(LegendFile, DamagedBytesGiveALegendOrAReason) {
  std::size_t read = 0;
  tests::readDamagedSeeds("legend", 2000, [&](std::string_view text) {
    for (const geology::Column& column : {copper(), rocks()}) {
      const LegendImport result = readLegendFor(column, "damaged", text);
      if (!result.legend) {
        ASSERT_FALSE(result.diagnostics.empty());
        EXPECT_FALSE(result.diagnostics.back().remedy.empty());
        continue;
      }
      ++read;
      EXPECT_TRUE(std::holds_alternative<Legend>(legendFromJson(toJson(*result.legend)))) << text;
      const auto again = legendText(*result.legend, column, LegendFormat::Json);
      ASSERT_TRUE(again);
      EXPECT_TRUE(readLegendFor(column, "again", *again).legend) << text;
    }
  });
  EXPECT_GT(read, 100U);
}

}  // namespace
}  // namespace adit::viewer
