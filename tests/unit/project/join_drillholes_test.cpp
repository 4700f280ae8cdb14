#include "geology/project/join_drillholes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>

#include "tests/support/join_tables.h"
#include "tests/support/read_table.h"

using adit::formats::DrillTable;
using adit::formats::ImportChoices;
using adit::geology::Diagnostic;
using adit::geology::DrillHole;
using adit::geology::DrillHoles;
using adit::geology::Severity;
using adit::geology::SurveyStation;
using adit::geology::TraceBasis;
using adit::geology::ValueState;
using adit::geology::Vec3;
using adit::project::joinDrillholes;
using adit::project::JoinResult;
using adit::tests::choiceOf;
using adit::tests::count;
using adit::tests::found;
using adit::tests::join;
using adit::tests::NamedTexts;
using adit::tests::readTable;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

void expectNear(const Vec3& actual, const Vec3& expected) {
  EXPECT_NEAR(actual.x, expected.x, 1e-6);
  EXPECT_NEAR(actual.y, expected.y, 1e-6);
  EXPECT_NEAR(actual.z, expected.z, 1e-6);
}

const std::pair<std::string, std::string> kCollar{"collar.csv", "hole,x,y,z,depth\nA,1000,2000,500,150\n"};

}  // namespace

TEST(JoinDrillholes, JoinsCollarSurveyAndIntervals) {
  const JoinResult result =
      join({kCollar,
            {"survey.csv", "hole,depth,az,dip\nA,0,90,-60\nA,50,94,-58\nA,100,100,-55\n"},
            {"assay.csv", "hole,from,to,Cu_pct\nA,0,2,0.5\nA,2,4,<0.01\n"}});
  ASSERT_EQ(result.drillholes.size(), 1U);
  const DrillHoles& holes = result.drillholes[0];
  EXPECT_EQ(holes.name, "drillholes");
  const DrillHole& hole = holes.holes.at(0);
  EXPECT_EQ(hole.id, "A");
  EXPECT_EQ(hole.length, 150);
  EXPECT_TRUE(hole.lengthStated);
  EXPECT_EQ(hole.basis, TraceBasis::Surveyed);
  EXPECT_EQ(hole.collarLine, 2U);
  EXPECT_THAT(hole.surveys,
              ElementsAre(SurveyStation{0, 90, 60}, SurveyStation{50, 94, 58}, SurveyStation{100, 100, 55}));
  expectNear(hole.trace.positionAt(75), {1039.170158, 1997.759257, 436.108018});
  expectNear(hole.trace.positionAt(150), {1081.315335, 1990.679775, 374.480482});
  const auto* assay = holes.table("assay");
  ASSERT_NE(assay, nullptr);
  EXPECT_THAT(assay->hole, ElementsAre(0, 0));
  EXPECT_EQ(assay->columns.at(0).state(1), ValueState::BelowDetection);
  EXPECT_EQ(holes.sources.size(), 2U);
  EXPECT_EQ(assay->source.path, "assay.csv");
  EXPECT_EQ(adit::geology::countSeverity(result.diagnostics, Severity::Warning), 0U);
  EXPECT_EQ(adit::geology::countSeverity(result.diagnostics, Severity::Error), 0U);
}

TEST(JoinDrillholes, DipSignIsTheMajoritysAndRecorded) {
  const NamedTexts files{kCollar, {"survey.csv", "hole,depth,az,dip\nA,0,0,-60\nA,50,0,-50\nA,100,0,10\n"}};
  const JoinResult guessed = join(files);
  EXPECT_EQ(guessed.drillholes[0].holes[0].surveys[0].dip, 60);
  EXPECT_EQ(guessed.drillholes[0].holes[0].surveys[2].dip, -10);
  EXPECT_EQ(count(guessed, "DH-DIP-SIGN"), 3U);
  EXPECT_THAT(found(guessed.diagnostics, "DH-DIP-SIGN").message, HasSubstr("2 of 3 dips are negative"));
  EXPECT_EQ(count(guessed, "DH-MIXED-DIP"), 1U);
  EXPECT_EQ(found(guessed.diagnostics, "DH-MIXED-DIP").line, 4U);
  EXPECT_EQ(choiceOf(guessed.drillholes[0].sources[1], "survey.csv/dip-sign"), "negative-down");

  const JoinResult chosen = join(files, {{"survey.csv/dip-sign", "positive-down"}});
  EXPECT_EQ(chosen.drillholes[0].holes[0].surveys[0].dip, -60);
  EXPECT_EQ(count(chosen, "DH-DIP-SIGN"), 0U) << "nothing was guessed";
  EXPECT_TRUE(chosen.drillholes[0].sources[1].choices.rbegin()[1].byPerson);

  const JoinResult nonsense = join(files, {{"survey.csv/dip-sign", "up"}});
  EXPECT_EQ(nonsense.drillholes[0].holes[0].surveys[0].dip, 60);
  EXPECT_EQ(count(nonsense, "TAB-BAD-CHOICE"), 1U);
}

TEST(JoinDrillholes, AsManyDipsOfEitherSignAreADoubt) {
  EXPECT_EQ(count(join({kCollar, {"s.csv", "hole,depth,az,dip\nA,0,0,-60\nA,50,0,60\n"}}), "DH-DIP-TIE"), 2U);
}

TEST(JoinDrillholes, NorthIsGridUnlessStated) {
  const NamedTexts files{kCollar, {"s.csv", "hole,depth,az,dip\nA,0,355,-60\n"}};
  const JoinResult grid = join(files);
  EXPECT_EQ(grid.drillholes[0].holes[0].surveys[0].azimuth, 355);
  EXPECT_EQ(count(grid, "DH-NORTH"), 1U);
  const JoinResult magnetic = join(files, {{"s.csv/north", "magnetic"}, {"s.csv/declination", "10.5"}});
  EXPECT_DOUBLE_EQ(magnetic.drillholes[0].holes[0].surveys[0].azimuth, 5.5);
  EXPECT_EQ(count(join(files, {{"s.csv/north", "magnetic"}}), "DH-DECLINATION-MISSING"), 1U);
  EXPECT_EQ(
      count(join(files, {{"s.csv/north", "true"}, {"s.csv/declination", "east"}}), "DH-DECLINATION-BAD"), 1U);
}

TEST(JoinDrillholes, HeaderOfTheAzimuthMaySayNorth) {
  const JoinResult result = join({kCollar, {"s.csv", "hole,depth,Az_mag,dip\nA,0,355,-60\n"}});
  EXPECT_EQ(choiceOf(result.drillholes[0].sources[1], "s.csv/north"), "magnetic");
  EXPECT_EQ(count(result, "DH-DECLINATION-MISSING"), 1U);
}

TEST(JoinDrillholes, AzimuthsAreTurnedIntoTheCircle) {
  const JoinResult result =
      join({kCollar, {"s.csv", "hole,depth,az,dip\nA,0,370,-60\nA,10,-10,-60\nA,20,360,-60\n"}});
  const auto& surveys = result.drillholes[0].holes[0].surveys;
  EXPECT_EQ(surveys[0].azimuth, 10);
  EXPECT_EQ(surveys[1].azimuth, 350);
  EXPECT_EQ(surveys[2].azimuth, 0);
  EXPECT_EQ(count(result, "DH-AZIMUTH-RANGE"), 2U);
}

TEST(JoinDrillholes, LengthIsStatedOrTheDeepestStationOrInterval) {
  const JoinResult result =
      join({{"c.csv", "hole,x,y,z,depth\nA,0,0,0,100\nB,0,0,0,\nC,0,0,0,\nD,0,0,0,-5\n"},
            {"s.csv", "hole,depth,az,dip\nA,0,0,-90\nB,80,0,-90\nC,10,0,-90\n"},
            {"a.csv", "hole,from,to,Cu\nB,0,60,1\nC,0,25,1\n"}});
  const auto& holes = result.drillholes[0].holes;
  EXPECT_EQ(holes[0].length, 100);
  EXPECT_EQ(holes[1].length, 80);
  EXPECT_EQ(holes[2].length, 25);
  EXPECT_FALSE(holes[2].lengthStated);
  EXPECT_EQ(holes[3].length, 0);
  EXPECT_FALSE(holes[3].trace.empty());
  EXPECT_EQ(count(result, "DH-LENGTH-INFERRED"), 2U);
  EXPECT_EQ(count(result, "DH-BAD-LENGTH"), 1U);
  EXPECT_EQ(count(result, "DH-NO-LENGTH"), 1U);
}

TEST(JoinDrillholes, PlaceholderStationGivesTheDirectionNotTheLength) {
  const JoinResult result = join({{"c.csv", "hole,x,y,z\nA,0,0,0\nB,0,0,0\nC,0,0,0\n"},
                                  {"s.csv",
                                   "hole,depth,az,dip\nA,0,0,-90\nA,90000,0,-90\nB,0,0,-90\nB,40,0,-90\n"
                                   "B,90000,0,-90\nC,0,0,-90\nC,250,0,-90\n"},
                                  {"a.csv", "hole,from,to,Cu\nA,0,60,1\nC,0,100,1\n"}});
  const auto& holes = result.drillholes[0].holes;
  EXPECT_EQ(holes[0].length, 60);
  EXPECT_EQ(holes[1].length, 40) << "no interval of its own: judged by hole A";
  EXPECT_EQ(holes[2].length, 250) << "two and a half times the deepest interval is no placeholder";
  EXPECT_EQ(count(result, "DH-PLACEHOLDER-STATION"), 2U);
}

TEST(JoinDrillholes, RoundDepthsOfSparselySampledHolesAreNoPlaceholders) {
  const NamedTexts files{{"c.csv", "hole,x,y,z\nA,0,0,0\nB,0,0,0\nC,0,0,0\n"},
                         {"s.csv",
                          "hole,depth,az,dip\nA,0,0,-90\nA,50,0,-90\nA,100,0,-90\nB,0,0,-90\nB,50,0,-90\n"
                          "B,100,0,-90\nC,0,0,-90\nC,50,0,-90\nC,100,0,-90\n"}};
  for (const char* assays : {"hole,from,to,Cu\nA,0,30,1\nB,0,95,1\n", "hole,from,to,Cu\nA,0,30,1\n"}) {
    NamedTexts all = files;
    all.emplace_back("a.csv", assays);
    const JoinResult result = join(all);
    for (const auto& hole : result.drillholes[0].holes) EXPECT_EQ(hole.length, 100) << hole.id << assays;
    EXPECT_EQ(count(result, "DH-PLACEHOLDER-STATION"), 0U);
  }
}

TEST(JoinDrillholes, BasisOfTheTraceIsKept) {
  const JoinResult result =
      join({{"c.csv", "hole,x,y,z,depth,az,dip\nA,0,0,0,100,90,-45\nB,0,0,0,100,,\nC,0,0,0,100,90,-45\n"},
            {"s.csv", "hole,depth,az,dip\nC,0,0,-90\n"}});
  const auto& holes = result.drillholes[0].holes;
  EXPECT_EQ(holes[0].basis, TraceBasis::CollarDirection);
  expectNear(holes[0].trace.positionAt(100), {70.710678, 0, -70.710678});
  EXPECT_EQ(holes[1].basis, TraceBasis::AssumedVertical);
  expectNear(holes[1].trace.positionAt(100), {0, 0, -100});
  EXPECT_EQ(holes[2].basis, TraceBasis::SingleSurvey);
  expectNear(holes[2].trace.positionAt(100), {0, 0, -100});
  EXPECT_EQ(count(result, "DH-COLLAR-DIRECTION"), 1U);
  EXPECT_EQ(count(result, "DH-NO-SURVEY"), 1U);
  EXPECT_EQ(found(result.diagnostics, "DH-NO-SURVEY").severity, Severity::Warning);
  EXPECT_EQ(count(result, "DH-SINGLE-SURVEY"), 1U);
}

TEST(JoinDrillholes, IdsAreTrimmedAndMatchedIgnoringCaseWithAReport) {
  const JoinResult result = join(
      {{"c.csv", "hole,x,y,z\nDh-1,0,0,0\n"}, {"a.csv", "hole,from,to,Cu\nDH-1,0,1,1\n\" Dh-1 \",1,2,1\n"}});
  EXPECT_EQ(result.drillholes[0].tables[0].size(), 2U);
  EXPECT_EQ(count(result, "DH-ID-CASE"), 1U);
}

TEST(JoinDrillholes, IdsThatDifferOnlyInCaseStayTwoHoles) {
  const JoinResult result =
      join({{"c.csv", "hole,x,y,z\na,0,0,0\nA,5,0,0\n"}, {"a.csv", "hole,from,to,Cu\nA,0,1,1\na,0,1,1\n"}});
  EXPECT_EQ(result.drillholes[0].holes.size(), 2U);
  EXPECT_THAT(result.drillholes[0].tables[0].hole, ElementsAre(0, 1));
  EXPECT_THAT(result.drillholes[0].tables[0].line, ElementsAre(3, 2));
}

TEST(JoinDrillholes, CollarsThatCannotBeUsedAreCounted) {
  const JoinResult result =
      join({{"c.csv", "hole,x,y,z,kind\nA,0,0,0,RC\nA,9,9,9,DD\n,1,1,1,DD\nB,1,,1,DD\nC,2,2,2,XX\n"}});
  ASSERT_EQ(result.drillholes[0].holes.size(), 2U);
  EXPECT_EQ(result.drillholes[0].holes[0].collar, (Vec3{0, 0, 0})) << "the first one";
  EXPECT_EQ(found(result.diagnostics, "DH-DUPLICATE-COLLAR").line, 3U);
  EXPECT_EQ(count(result, "DH-NO-HOLE-ID"), 1U);
  EXPECT_EQ(found(result.diagnostics, "DH-NO-POSITION").line, 5U);
  EXPECT_EQ(result.drillholes[0].collarColumns.at(0).category(1), "XX") << "columns follow their holes";
}

TEST(JoinDrillholes, OrphansAreCountedAndNamed) {
  const JoinResult result = join({kCollar,
                                  {"s.csv", "hole,depth,az,dip\nA,0,0,-60\nX,0,0,-60\n"},
                                  {"a.csv", "hole,from,to,Cu\nA,0,1,1\nY,0,1,1\nY,1,2,1\n,2,3,1\n"}});
  EXPECT_EQ(count(result, "DH-ORPHAN-SURVEY"), 1U);
  EXPECT_EQ(count(result, "DH-ORPHAN-INTERVAL"), 2U);
  EXPECT_EQ(found(result.diagnostics, "DH-ORPHAN-INTERVAL").line, 3U);
  EXPECT_THAT(found(result.diagnostics, "DH-ORPHAN-INTERVAL").message, HasSubstr("Y"));
  EXPECT_EQ(count(result, "DH-NO-HOLE-ID"), 1U);
  EXPECT_EQ(result.drillholes[0].tables[0].size(), 1U);
}

TEST(JoinDrillholes, StationsThatCannotBeUsedAreCounted) {
  const JoinResult result = join(
      {kCollar,
       {"s.csv", "hole,depth,az,dip\nA,0,,-90\nA,10,,-60\nA,20,0,-95\nA,-5,0,-60\nA,,0,-60\nA,30,0,-85\n"}});
  EXPECT_EQ(result.drillholes[0].holes[0].surveys.size(), 2U) << "a vertical reading needs no azimuth";
  EXPECT_EQ(count(result, "DH-BAD-STATION"), 2U);
  EXPECT_EQ(count(result, "DH-BAD-DIP"), 1U);
  EXPECT_EQ(count(result, "DH-NEGATIVE-DEPTH"), 1U);
}

TEST(JoinDrillholes, StationsAreSortedAndTheLastOfADepthIsUsed) {
  const JoinResult result =
      join({kCollar, {"s.csv", "hole,depth,az,dip\nA,100,10,-60\nA,20,0,-60\nA,100,12,-60\nA,160,12,-60\n"}});
  EXPECT_THAT(result.drillholes[0].holes[0].surveys,
              ElementsAre(SurveyStation{20, 0, 60}, SurveyStation{100, 12, 60}, SurveyStation{160, 12, 60}));
  EXPECT_EQ(count(result, "DH-UNSORTED-SURVEY"), 1U);
  EXPECT_EQ(count(result, "DH-DUPLICATE-STATION"), 1U);
  EXPECT_EQ(count(result, "DH-FIRST-STATION"), 1U);
  EXPECT_EQ(count(result, "DH-SURVEY-BEYOND-END"), 1U);
  EXPECT_EQ(result.drillholes[0].holes[0].trace.stations().back().depth, 150);
}

TEST(JoinDrillholes, DoglegsAreMeasuredOver30Metres) {
  const std::string turn5Degrees = "A,0,0,-50\nA,30,0,-55.1\nA,90,0,-60\n";
  EXPECT_EQ(count(join({kCollar, {"s.csv", "hole,depth,az,dip\n" + turn5Degrees}}), "DH-DOGLEG"), 1U);
  EXPECT_EQ(count(join({kCollar, {"s.csv", "hole,depth_ft,az,dip\n" + turn5Degrees}}), "DH-DOGLEG"), 2U);
}

TEST(JoinDrillholes, IntervalFaultsAreCounted) {
  const JoinResult result =
      join({{"c.csv", "hole,x,y,z,depth\nA,0,0,0,20\nB,0,0,0,20\n"},
            {"a.csv",
             "hole,from,to,Cu\nA,0,5,1\nA,4,8,1\nA,10,10,1\nA,10,12,1\nA,14,13,1\nA,12,25,1\n"
             "A,,3,1\n"}});
  EXPECT_EQ(count(result, "DH-OVERLAP"), 1U);
  EXPECT_EQ(found(result.diagnostics, "DH-OVERLAP").line, 3U);
  EXPECT_EQ(count(result, "DH-GAP"), 1U) << "8 to 10";
  EXPECT_EQ(count(result, "DH-FROM-TO"), 2U);
  EXPECT_EQ(count(result, "DH-NO-DEPTH"), 1U);
  EXPECT_EQ(count(result, "DH-BEYOND-END"), 1U);
  EXPECT_EQ(count(result, "DH-NO-INTERVALS"), 1U);
  EXPECT_EQ(result.drillholes[0].tables[0].size(), 4U);
  EXPECT_EQ(count(join({kCollar, {"a.csv", "hole,from,to\nA,-1,1\n"}}), "DH-ABOVE-COLLAR"), 1U);
}

TEST(JoinDrillholes, OverlapsArePairsOfNeighboursAndOthersAreCountedApart) {
  const JoinResult result =
      join({kCollar, {"a.csv", "hole,from,to\nA,0,50\nA,10,20\nA,20,30\nA,30,40\nA,50,60\n"}});
  EXPECT_EQ(count(result, "DH-OVERLAP"), 1U) << "10-20 starts before 0-50 ends";
  EXPECT_EQ(count(result, "DH-OVERLAP-BEYOND"), 2U)
      << "20-30 and 30-40 touch their neighbours and lie in 0-50";
  EXPECT_EQ(found(result.diagnostics, "DH-OVERLAP-BEYOND").line, 4U);
  EXPECT_EQ(count(result, "DH-GAP"), 0U);
}

TEST(JoinDrillholes, TouchingIntervalsNeitherOverlapNorLeaveAGap) {
  const JoinResult result =
      join({kCollar, {"a.csv", "hole,from,to\nA,0,0.1\nA,0.1,0.3\nA,0.30000000001,1\n"}});
  EXPECT_EQ(count(result, "DH-OVERLAP"), 0U);
  EXPECT_EQ(count(result, "DH-GAP"), 0U);
}

TEST(JoinDrillholes, IntervalsAreOrderedByHoleThenFrom) {
  const JoinResult result =
      join({{"c.csv", "hole,x,y,z\nA,0,0,0\nB,0,0,0\n"},
            {"a.csv", "hole,from,to,Cu,rock\nB,0,1,0.1,p\nA,5,6,0.2,q\nA,0,5,0.3,r\n"}});
  const auto& table = result.drillholes[0].tables[0];
  EXPECT_THAT(table.hole, ElementsAre(0, 0, 1));
  EXPECT_THAT(table.from, ElementsAre(0, 5, 0));
  EXPECT_THAT(table.line, ElementsAre(4, 3, 2));
  EXPECT_THAT(table.columns[0].values, ElementsAre(0.3F, 0.2F, 0.1F));
  EXPECT_EQ(table.columns[1].category(0), "r");
}

TEST(JoinDrillholes, TwoCollarTablesAreTwoSets) {
  const JoinResult result = join({{"assay_n.csv", "hole,from,to\nN1,0,1\nN2,0,1\n"},
                                  {"north.csv", "hole,x,y,z\nN1,0,0,0\nN2,0,0,0\n"},
                                  {"south.csv", "hole,x,y,z\nS1,0,0,0\n"},
                                  {"assay_s.csv", "hole,from,to\nS1,0,1\nN1,0,1\nS1,1,2\n"}});
  ASSERT_EQ(result.drillholes.size(), 2U);
  EXPECT_EQ(result.drillholes[0].name, "north");
  EXPECT_EQ(result.drillholes[0].tables.size(), 2U) << "one shared hole each: the first set gets the table";
  EXPECT_EQ(result.drillholes[1].name, "south");
}

TEST(JoinDrillholes, TablesGoWhereMostOfTheirHolesAre) {
  const JoinResult result = join({{"north.csv", "hole,x,y,z\nN1,0,0,0\n"},
                                  {"south.csv", "hole,x,y,z\nS1,0,0,0\nS2,0,0,0\n"},
                                  {"a.csv", "hole,from,to\nN1,0,1\nS1,0,1\nS2,0,1\n"}});
  EXPECT_EQ(result.drillholes[1].tables.at(0).size(), 2U);
  EXPECT_EQ(result.drillholes[0].tables.at(0).size(), 1U) << "the row of its own hole";
  EXPECT_EQ(count(result, "DH-TABLE-DIVIDED"), 1U) << "the other table is the home";
  EXPECT_EQ(count(result, "DH-ORPHAN-INTERVAL"), 0U);
}

TEST(JoinDrillholes, OneTableOfSeveralCollarTablesIsDivided) {
  const JoinResult result =
      join({{"collar_2019.csv", "hole_id,x,y,z,depth\nA,0,0,0,50\nB,9,0,0,50\n"},
            {"collar_2020.csv", "hole_id,x,y,z,depth\nD,20,0,0,50\n"},
            {"survey.csv", "hole_id,depth,azimuth,dip\nA,0,0,-60\nB,0,0,-60\nD,0,0,60\n"},
            {"assay.csv", "hole_id,from,to,cu\nA,0,5,1\nD,0,5,2\nB,0,5,3\nD,5,9,4\nX,0,5,5\n"}});
  ASSERT_EQ(result.drillholes.size(), 2U);
  EXPECT_THAT(result.drillholes[0].tables.at(0).columns.at(0).values, ElementsAre(1, 3));
  EXPECT_THAT(result.drillholes[1].tables.at(0).columns.at(0).values, ElementsAre(2, 4));
  EXPECT_THAT(result.drillholes[1].tables.at(0).line, ElementsAre(3, 5));
  EXPECT_EQ(count(result, "DH-TABLE-DIVIDED"), 1U) << "of the survey; the assays have their own";
  EXPECT_EQ(count(result, "DH-ORPHAN-INTERVAL"), 1U) << "X has no collar anywhere";
  EXPECT_EQ(count(result, "DH-ORPHAN-SURVEY"), 0U);
  // The one dip of D is read by the sign of most dips of its file: upwards.
  EXPECT_EQ(result.drillholes[1].holes.at(0).surveys.at(0).dip, -60);
  EXPECT_EQ(std::count_if(result.diagnostics.begin(), result.diagnostics.end(),
                          [](const Diagnostic& d) { return d.code == "DH-DIP-SIGN"; }),
            1);
}

TEST(JoinDrillholes, TablesWithoutCollarsAreReported) {
  const JoinResult none = join({{"a.csv", "hole,from,to\nA,0,1\nA,1,2\n"}});
  EXPECT_TRUE(none.drillholes.empty());
  EXPECT_EQ(count(none, "DH-NO-COLLAR-TABLE"), 2U);
  const JoinResult foreign = join({kCollar, {"a.csv", "hole,from,to\nZ,0,1\n"}});
  EXPECT_EQ(count(foreign, "DH-NO-SHARED-HOLE"), 1U);
  EXPECT_TRUE(foreign.drillholes[0].tables.empty());
  EXPECT_TRUE(joinDrillholes({}, {}).drillholes.empty());
}

TEST(JoinDrillholes, TablesOfOneNameAreToldApart) {
  const JoinResult result =
      join({kCollar, {"a/assay.csv", "hole,from,to\nA,0,1\n"}, {"b/assay.csv", "hole,from,to\nA,0,1\n"}});
  EXPECT_EQ(result.drillholes[0].tables[0].name, "assay");
  EXPECT_EQ(result.drillholes[0].tables[1].name, "assay 2");
}
