#include "geology/formats/drill_table_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/read_table.h"
#include "tests/support/real_data.h"

using adit::formats::DrillRole;
using adit::formats::DrillTable;
using adit::formats::recogniseDrillTable;
using adit::geology::Column;
using adit::geology::Severity;
using adit::geology::ValueState;
using adit::tests::choiceOf;
using adit::tests::column;
using adit::tests::found;
using adit::tests::readTable;
using adit::tests::ReadTable;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

int score(std::string_view text) {
  return recogniseDrillTable({"table.csv", text});
}

DrillRole roleOf(std::string_view text) {
  return readTable("table.csv", text).table.role;
}

}  // namespace

TEST(DrillTableHeader, IsRecognisedByItsColumns) {
  EXPECT_GE(score("hole_ID,x,y,z\nA,1,2,3\n"), 80);
  EXPECT_GE(score("BHID,AT,AZ,DIP\nA,0,0,90\n"), 80);
  EXPECT_GE(score("hole_ID,depth_from,to_depth,rock\nA,0,1,mgp\n"), 80);
  EXPECT_EQ(score("X,Y,Z,Cu\n1,2,3,0.5\n"), 0) << "no hole";
  EXPECT_EQ(score("hole,colour\nA,red\n"), 0);
  EXPECT_EQ(score(""), 0);
  EXPECT_EQ(score(std::string_view("hole_id,x,y,z\n\0\1\n", 17)), 0) << "binary";
}

TEST(DrillTableHeader, RolesDoNotDependOnTheOrderOfColumns) {
  EXPECT_EQ(roleOf("z,y,x,hole\n3,2,1,A\n"), DrillRole::Collar);
  EXPECT_EQ(roleOf("dip,azimuth,depth,hole\n-60,90,0,A\n"), DrillRole::Survey);
  EXPECT_EQ(roleOf("Cu,to,from,hole\n1,2,0,A\n"), DrillRole::Interval);
}

TEST(DrillTableHeader, KnowsSpanishAndDatabaseNames) {
  EXPECT_EQ(roleOf("SONDAJE;ESTE;NORTE;COTA;PROFUNDIDAD TOTAL\nA;1;2;3;100\n"), DrillRole::Collar);
  EXPECT_EQ(roleOf("SONDAJE;PROFUNDIDAD;AZIMUT;BUZAMIENTO\nA;0;90;-60\n"), DrillRole::Survey);
  EXPECT_EQ(roleOf("SONDAJE;DESDE;HASTA;Ley Cu\nA;0;2;0,5\n"), DrillRole::Interval);
  EXPECT_EQ(roleOf("DHID,SURV_AT,BRG,INCL\nA,0,90,-60\n"), DrillRole::Survey);
  EXPECT_EQ(roleOf("CollarId,X_MGA,Y_MGA,RL,EOH\nA,1,2,3,4\n"), DrillRole::Collar);
  EXPECT_EQ(roleOf("HOLE ID,Start Depth,End Depth,Au\nA,0,1,2\n"), DrillRole::Interval);
}

TEST(DrillTableHeader, CollarWithDirectionIsNoSurvey) {
  const DrillTable table =
      readTable("c.csv", "hole,x,y,z,depth,az,dip\nA,1,2,3,100,90,-60\nB,1,2,3,,0,-90\n").table;
  EXPECT_EQ(table.role, DrillRole::Collar);
  EXPECT_EQ(table.depth[0], 100);
  EXPECT_TRUE(std::isnan(table.depth[1]));
  EXPECT_THAT(table.dip, ElementsAre(-60, -90));
}

TEST(DrillTableHeader, SurveyWithPositionsIsASurvey) {
  EXPECT_EQ(roleOf("hole,depth,az,dip,x,y,z\nA,0,90,-60,1,2,3\nA,50,91,-60,1,2,3\n"), DrillRole::Survey);
}

TEST(DrillTableHeader, BlastHolesAreLeftToThePoints) {
  EXPECT_LT(score("EAST,NORTH,RL,HOLEID,PL_CU,domain\n1995.79,517.77,464.75,B-1,0.73,3310\n"), 50);
  EXPECT_GE(score("HOLEID,EAST,NORTH,RL,EOH,PL_CU\nB-1,1995.79,517.77,464.75,15,0.73\n"), 80)
      << "has a depth";
  EXPECT_GE(score("hole,x,y,z,year\nA,1,2,3,1998\n"), 80) << "a year is no grade";
}

TEST(DrillTable, ReadsNumbersTextsAndLines) {
  const DrillTable table =
      readTable("data/assay.csv",
                "\xEF\xBB\xBFhole_ID,depth_from,depth_to,Cu_pct,rock unit\r\nA-11,6.1,9.14,0.02,"
                "granite\r\n\r\nA-11,9.14,12.19,,\"skarn, massive\"\r\n")
          .table;
  EXPECT_EQ(table.name, "assay");
  EXPECT_EQ(table.source.path, "data/assay.csv");
  EXPECT_THAT(table.holeId, ElementsAre("A-11", "A-11"));
  EXPECT_THAT(table.from, ElementsAre(6.1, 9.14));
  EXPECT_THAT(table.to, ElementsAre(9.14, 12.19));
  EXPECT_THAT(table.line, ElementsAre(2, 4));
  const Column& cu = column(table, "Cu_pct");
  EXPECT_EQ(cu.unit, "%");
  EXPECT_EQ(cu.values[0], 0.02F);
  EXPECT_EQ(cu.state(1), ValueState::NotSampled);
  EXPECT_TRUE(cu.states.empty()) << "nothing but measured and not sampled";
  EXPECT_EQ(column(table, "rock unit").category(1), "skarn, massive");
}

TEST(DrillTable, ReadsDecimalCommas) {
  const DrillTable table = readTable("c.csv", "hole;x;y;z\nA;550082,15;3623730,41;1350,57\n").table;
  EXPECT_EQ(table.x[0], 550082.15);
  EXPECT_EQ(table.z[0], 1350.57);
}

TEST(DrillTable, SkipsCommentsAboveTheHeaderAndRowsOfDelimiters) {
  const DrillTable table =
      readTable("c.csv", "# exported, 2020\nhole,x,y,z\nA,1,2,3\n,,,\nB,4,5,6\n,,,\n").table;
  EXPECT_THAT(table.holeId, ElementsAre("A", "B"));
}

TEST(DrillTable, ConvertsWindows1252) {
  const ReadTable read = readTable("l.csv", "hole,from,to,rock\nA,0,1,gr\xE8s\n");
  EXPECT_EQ(column(read.table, "rock").category(0), "grès");
  EXPECT_EQ(found(read.diagnostics, "TAB-WINDOWS-1252").count, 1U);
}

TEST(DrillTable, BelowDetectionKeepsItsLimit) {
  const std::string_view text = "hole,from,to,Au_ppm\nA,0,1,<0.01\nA,1,2,0.5\nA,2,3,\nA,3,4,< 0.02\n";
  const ReadTable read = readTable("a.csv", text);
  const Column& au = column(read.table, "Au_ppm");
  EXPECT_EQ(au.state(0), ValueState::BelowDetection);
  EXPECT_EQ(au.limits[0], 0.01F);
  EXPECT_EQ(au.values[0], 0.005F);
  EXPECT_EQ(au.state(1), ValueState::Measured);
  EXPECT_EQ(au.state(2), ValueState::NotSampled);
  EXPECT_TRUE(std::isnan(au.limits[1]));
  EXPECT_EQ(au.limits[3], 0.02F);
  EXPECT_EQ(found(read.diagnostics, "TAB-BELOW-DETECTION").count, 2U);
  EXPECT_EQ(found(read.diagnostics, "TAB-BELOW-DETECTION").line, 2U);

  EXPECT_EQ(column(readTable("a.csv", text, {{"a.csv/below-detection", "zero"}}).table, "Au_ppm").values[0],
            0);
  EXPECT_EQ(column(readTable("a.csv", text, {{"a.csv/below-detection", "limit"}}).table, "Au_ppm").values[0],
            0.01F);
  const ReadTable none = readTable("a.csv", text, {{"a.csv/below-detection", "missing"}});
  EXPECT_TRUE(std::isnan(column(none.table, "Au_ppm").values[0]));
  EXPECT_EQ(column(none.table, "Au_ppm").state(0), ValueState::BelowDetection);
}

TEST(DrillTable, NegativeGradesAreBelowDetectionUnlessOverruled) {
  const std::string_view text = "hole,from,to,Cu_pct,temp\nA,0,1,-0.01,-5\nA,1,2,0.5,12\nA,2,3,-3,1\n";
  const ReadTable read = readTable("a.csv", text);
  const Column& cu = column(read.table, "Cu_pct");
  EXPECT_EQ(cu.state(0), ValueState::BelowDetection);
  EXPECT_EQ(cu.values[0], 0.005F);
  EXPECT_EQ(cu.limits[0], 0.01F);
  EXPECT_EQ(cu.state(2), ValueState::NotRepresentable) << "no limit lies above everything that was measured";
  EXPECT_EQ(column(read.table, "temp").values[0], -5) << "not a grade";
  EXPECT_EQ(found(read.diagnostics, "TAB-NEGATIVE-LIMIT").count, 1U);
  EXPECT_EQ(found(read.diagnostics, "TAB-NEGATIVE-LIMIT").severity, Severity::Note);
  EXPECT_EQ(found(read.diagnostics, "TAB-NEGATIVE-CODE").count, 1U);
  EXPECT_EQ(choiceOf(read.table.source, "a.csv/Cu_pct/negatives"), "below-detection");

  const ReadTable value = readTable("a.csv", text, {{"a.csv/Cu_pct/negatives", "value"}});
  EXPECT_EQ(column(value.table, "Cu_pct").values[0], -0.01F);
  EXPECT_EQ(found(value.diagnostics, "TAB-NEGATIVE-LIMIT").count, 0U);
  const ReadTable code = readTable("a.csv", text, {{"a.csv/Cu_pct/negatives", "not-representable"}});
  EXPECT_EQ(column(code.table, "Cu_pct").state(0), ValueState::NotRepresentable);
  EXPECT_EQ(found(code.diagnostics, "TAB-NEGATIVE-CODE").count, 2U);
}

TEST(DrillTable, TextInANumericColumnIsNotRepresentableAndReported) {
  std::string text = "hole,from,to,Cu\n";
  for (int i = 0; i < 20; ++i) text += "A," + std::to_string(i) + "," + std::to_string(i + 1) + ",0.5\n";
  text += "A,20,21,LOST\n";
  const ReadTable read = readTable("a.csv", text);
  const Column& cu = column(read.table, "Cu");
  EXPECT_EQ(cu.state(20), ValueState::NotRepresentable);
  EXPECT_TRUE(std::isnan(cu.values[20]));
  const auto mixed = found(read.diagnostics, "TAB-MIXED-COLUMN");
  EXPECT_EQ(mixed.count, 1U);
  EXPECT_EQ(mixed.line, 22U);
  EXPECT_EQ(mixed.column, 4U);
  EXPECT_THAT(mixed.message, HasSubstr("\"LOST\""));

  const ReadTable texts = readTable("a.csv", text, {{"a.csv/Cu/type", "category"}});
  EXPECT_EQ(column(texts.table, "Cu").category(0), "0.5");
  EXPECT_EQ(column(texts.table, "Cu").category(20), "LOST");
}

TEST(DrillTable, MostlyTextIsACategory) {
  const ReadTable read = readTable("a.csv", "hole,from,to,code\nA,0,1,mgp\nA,1,2,12\nA,2,3,qd\n");
  EXPECT_EQ(column(read.table, "code").category(1), "12");
  EXPECT_EQ(found(read.diagnostics, "TAB-MIXED-COLUMN").count, 2U);
}

TEST(DrillTable, WholeNumbersNamedAsCodesAreCategories) {
  const std::string_view text = "hole,from,to,rock code,RQD\nA,0,1,020,90\nA,1,2,10,80\n";
  const ReadTable read = readTable("a.csv", text);
  EXPECT_EQ(column(read.table, "rock code").category(0), "020") << "as it is written";
  EXPECT_TRUE(column(read.table, "RQD").isNumeric());
  EXPECT_EQ(found(read.diagnostics, "TAB-CODE-COLUMN").count, 1U);
  EXPECT_TRUE(
      column(readTable("a.csv", text, {{"a.csv/rock code/type", "numeric"}}).table, "rock code").isNumeric());
}

TEST(DrillTable, NumbersTooLargeForAFloatKeepTheirDigits) {
  const ReadTable read = readTable("a.csv", "hole,from,to,sample\nA,0,1,2000000001\nA,1,2,2000000002\n");
  EXPECT_EQ(column(read.table, "sample").category(1), "2000000002");
  EXPECT_EQ(found(read.diagnostics, "TAB-IDENTIFIER-COLUMN").count, 1U);
}

TEST(DrillTable, OverLimitIsReported) {
  const std::string_view text = "hole,from,to,Ag_ppm\nA,0,1,>100\nA,1,2,3\n";
  EXPECT_EQ(column(readTable("a.csv", text).table, "Ag_ppm").values[0], 100);
  EXPECT_EQ(found(readTable("a.csv", text).diagnostics, "TAB-OVER-LIMIT").severity, Severity::Warning);
  const ReadTable not100 = readTable("a.csv", text, {{"a.csv/over-limit", "not-representable"}});
  EXPECT_EQ(column(not100.table, "Ag_ppm").state(0), ValueState::NotRepresentable);
}

TEST(DrillTable, NumbersBeyondFloatAreNotRepresentable) {
  std::string text = "hole,from,to,Cu\n";
  for (int i = 0; i < 8; ++i) text += "A,0,1,0.5\n";
  const ReadTable read = readTable("a.csv", text + "A,1,2,1e300\n");
  EXPECT_EQ(column(read.table, "Cu").state(8), ValueState::NotRepresentable);
  EXPECT_EQ(found(read.diagnostics, "TAB-MIXED-COLUMN").count, 1U);
}

TEST(DrillTable, UnreadablePositionsAndDepthsAreNamedByPlace) {
  const ReadTable read = readTable("c.csv", "hole,x,y,z\nA,1,2,3\nB,4,unknown,6\nC,7,8,n/a\n");
  EXPECT_TRUE(std::isnan(read.table.y[1]));
  EXPECT_TRUE(std::isnan(read.table.z[2]));
  const auto bad = found(read.diagnostics, "DH-BAD-NUMBER");
  EXPECT_EQ(bad.severity, Severity::Error);
  EXPECT_EQ(bad.line, 3U);
  EXPECT_EQ(bad.column, 3U);
  EXPECT_EQ(bad.count, 1U) << "n/a says that there is none";
  EXPECT_THAT(bad.message, HasSubstr("\"unknown\""));
}

TEST(DrillTable, WidthsOfRowsAreChecked) {
  const ReadTable read = readTable("c.csv", "hole,x,y,z\nA,1,2\nB,4,5,6,7\nC,1,2,3\n");
  EXPECT_EQ(read.table.holeId.size(), 3U);
  EXPECT_EQ(found(read.diagnostics, "TAB-SHORT-ROW").line, 2U);
  EXPECT_EQ(found(read.diagnostics, "TAB-LONG-ROW").line, 3U);
}

TEST(DrillTable, OpenQuoteIsReportedWithItsLine) {
  const ReadTable read = readTable("l.csv", "hole,from,to,note\nA,0,1,\"fine\nA,1,2,coarse\n");
  EXPECT_EQ(read.table.holeId.size(), 2U);
  EXPECT_EQ(found(read.diagnostics, "TAB-OPEN-QUOTE").line, 2U);
}

TEST(DrillTable, ColumnNamesAreMadeDistinct) {
  const ReadTable read = readTable("a.csv", "hole,from,to,Cu,Cu,,Cu 2\nA,0,1,1,2,3,4\n");
  std::vector<std::string> names;
  for (const Column& c : read.table.columns) names.push_back(c.name);
  EXPECT_THAT(names, ElementsAre("Cu", "Cu 3", "column 6", "Cu 2"));
  EXPECT_EQ(found(read.diagnostics, "TAB-RENAMED-COLUMN").count, 2U);
}

TEST(DrillTable, EmptyColumnWithoutANameIsNone) {
  EXPECT_TRUE(readTable("c.csv", "hole,x,y,z,\nA,1,2,3,\n").table.columns.empty());
}

TEST(DrillTable, UnitsComeFromTheHeaders) {
  EXPECT_EQ(readTable("c.csv", "hole,from_ft,to_ft\nA,0,1\n").table.unit, "ft");
  EXPECT_EQ(readTable("c.csv", "hole,x,y,z,Depth (m)\nA,0,1,2,3\n").table.unit, "m");
  EXPECT_EQ(readTable("c.csv", "hole,from,to\nA,0,1\n").table.unit, "");
  EXPECT_EQ(readTable("c.csv", "hole,from,to\nA,0,1\n", {{"c.csv/unit", "ft"}}).table.unit, "ft");
  EXPECT_EQ(found(readTable("c.csv", "hole,from_m,to_ft\nA,0,1\n").diagnostics, "DH-UNIT-CONFLICT").count,
            1U);
}

TEST(DrillTable, DegreesAreFlagged) {
  const ReadTable read = readTable("c.csv", "hole,Longitude,Latitude,Elevation\nA,119.63,-32.36,379\n");
  EXPECT_TRUE(read.table.geographic);
  EXPECT_EQ(read.table.x[0], 119.63);
  EXPECT_EQ(found(read.diagnostics, "DH-GEOGRAPHIC").count, 1U);
}

TEST(DrillTable, APositionIsOfOneKind) {
  const std::string text =
      "hole_id,X,Y,Z,LON,LAT,depth\nA,1000,2000,100,-110.5,32.7,50\nB,1010,2010,100,-110.6,32.8,50\n";
  const ReadTable degrees =
      readTable("t.csv", text, {{"t.csv/column-longitude", "LON"}, {"t.csv/column-latitude", "LAT"}});
  EXPECT_THAT(degrees.table.x, ElementsAre(-110.5, -110.6));
  EXPECT_THAT(degrees.table.y, ElementsAre(32.7, 32.8));
  EXPECT_TRUE(degrees.table.geographic);
  EXPECT_EQ(choiceOf(degrees.table.source, "t.csv/column-x"), "");
  const ReadTable both = readTable("t.csv", text,
                                   {{"t.csv/column-longitude", "LON"},
                                    {"t.csv/column-latitude", "LAT"},
                                    {"t.csv/column-x", "X"},
                                    {"t.csv/column-y", "Y"}});
  EXPECT_THAT(both.table.x, ElementsAre(1000, 1010));
  EXPECT_FALSE(both.table.geographic);
  EXPECT_EQ(found(both.diagnostics, "DH-TWO-POSITIONS").count, 1U);
  const std::string noPlane = "hole_id,east1,north1,Z,LON,LAT\nA,1000,2000,100,-110.5,32.7\n";
  const ReadTable plane =
      readTable("t.csv", noPlane, {{"t.csv/column-x", "east1"}, {"t.csv/column-y", "north1"}});
  EXPECT_THAT(plane.table.x, ElementsAre(1000));
  EXPECT_FALSE(plane.table.geographic);
}

TEST(DrillTable, ColumnsAndRoleCanBeOverruled) {
  const std::string_view text = "HoleId,CollarId,x,y,z,rl_old\nlong name,7,1,2,3,9\n";
  const ReadTable read =
      readTable("c.csv", text, {{"c.csv/column-hole-id", "CollarId"}, {"c.csv/column-z", "rl_old"}});
  EXPECT_THAT(read.table.holeId, ElementsAre("7"));
  EXPECT_THAT(read.table.z, ElementsAre(9));
  EXPECT_EQ(column(read.table, "HoleId").category(0), "long name");
  EXPECT_EQ(column(read.table, "z").values[0], 3);
  const ReadTable wrong = readTable("c.csv", text, {{"c.csv/column-z", "height"}});
  EXPECT_THAT(wrong.table.z, ElementsAre(3));
  EXPECT_EQ(found(wrong.diagnostics, "TAB-BAD-CHOICE").count, 1U);
  const ReadTable survey =
      readTable("s.csv", "hole,md,az,dip,x,y\nA,1,2,3,4,5\n", {{"s.csv/role", "survey"}});
  EXPECT_EQ(survey.table.role, DrillRole::Survey);
}

TEST(DrillTable, MissingColumnsRefuseTheTable) {
  EXPECT_THROW(readTable("c.csv", "hole,x,y,z\nA,1,2,3\n", {{"c.csv/role", "interval"}}),
               adit::formats::ReadError);
  EXPECT_THROW(readTable("c.csv", "hole,from,to\nA,1,2\n", {{"c.csv/column-to", "none"}}),
               adit::formats::ReadError);
  EXPECT_THROW(readTable("c.csv", "a,b\n1,2\n"), adit::formats::ReadError);
}

TEST(DrillTable, WithoutRowsIsReported) {
  EXPECT_EQ(found(readTable("c.csv", "hole,x,y,z\n").diagnostics, "DH-NO-ROWS").count, 1U);
}

TEST(DrillTable, CanBeCancelled) {
  std::string text = "hole,from,to\n";
  for (int i = 0; i < 40'000; ++i) text += "A,0,1\n";
  adit::geology::Progress progress;
  progress.cancel();
  EXPECT_THROW(adit::formats::readDrillTable({"a.csv", text}, {}, progress), adit::geology::Cancelled);
}

TEST(DrillTableRealData, BlastHolesOfBinghamAreLeftToThePoints) {
  ADIT_NEEDS_REAL_DATA("bm_bingham_eup3m");
  for (const char* name : {"merged_blastholes.csv", "merged_blocks.csv", "domain_ellipse_geometry.csv"})
    EXPECT_LT(score(adit::tests::readFile(adit::tests::realData("bm_bingham_eup3m") + "/" + name)), 50)
        << name;
}

TEST(DrillTableRealData, NegativesOfCopperCreekAreBelowDetection) {
  ADIT_NEEDS_REAL_DATA("dh_copper_creek");
  const std::string path = adit::tests::realData("dh_copper_creek/assay.csv");
  const ReadTable read = readTable(path, adit::tests::readFile(path));
  const Column& cu = column(read.table, "Cu_pct");
  std::size_t below = 0;
  for (std::size_t i = 0; i < cu.size(); ++i) {
    ASSERT_FALSE(cu.values[i] < 0);
    below += cu.state(i) == ValueState::BelowDetection;
  }
  EXPECT_EQ(below, 331U);
  EXPECT_EQ(found(read.diagnostics, "TAB-NEGATIVE-LIMIT").count, 331U + 7804U + 311U + 1489U);
  EXPECT_EQ(found(read.diagnostics, "TAB-NEGATIVE-CODE").count, 0U);
}
