#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"
#include "tests/unit/project/open_support.h"

namespace adit::project {
namespace {

using geology::LengthUnit;
using testing::HasSubstr;
using tests::finding;
using tests::opened;

TEST(LengthUnit, IsAssumedToBeMetresAndSaid) {
  const tests::TemporaryFolder folder;
  const OpenResult result =
      opened(folder.write("collar.csv", "hole_id,x,y,z,depth\nA1,500010,4000020,1200,100\n"));
  EXPECT_EQ(result.deposit->unit, LengthUnit::Metre);
  EXPECT_FALSE(result.deposit->unitStated);
  EXPECT_NE(finding(*result.deposit, "PRJ-UNIT-ASSUMED"), nullptr);
}

TEST(LengthUnit, IsWhatThePersonSays) {
  const tests::TemporaryFolder folder;
  const std::string file = folder.write("collar.csv", "hole_id,x,y,z,depth\nA1,500010,4000020,1200,100\n");
  const OpenResult result = opened(file, {{"unit", "ft"}});
  EXPECT_EQ(result.deposit->unit, LengthUnit::Foot);
  EXPECT_TRUE(result.deposit->unitStated);
  EXPECT_NE(finding(*opened(file, {{"unit", "mile"}}).deposit, "TAB-BAD-CHOICE"), nullptr);
}

TEST(LengthUnit, IsReadFromHeaders) {
  const tests::TemporaryFolder folder;
  const OpenResult result =
      opened(folder.write("collar.csv", "hole_id,x,y,z,depth_ft\nA1,5010,4020,1200,100\n"));
  EXPECT_EQ(result.deposit->unit, LengthUnit::Foot);
  EXPECT_TRUE(result.deposit->unitStated);
}

TEST(LengthUnit, IsHintedAtByStatePlaneCoordinates) {
  const tests::TemporaryFolder folder;
  const OpenResult result =
      opened(folder.write("collar.csv", "hole_id,x,y,z,depth\nA1,2296021.09,414095.85,1590,2515\n"));
  EXPECT_EQ(result.deposit->unit, LengthUnit::Foot);
  EXPECT_FALSE(result.deposit->unitStated);
  ASSERT_NE(finding(*result.deposit, "PRJ-UNIT-HINT"), nullptr);
}

TEST(LengthUnit, IsThatOfTheCrsAndAHeaderThatDiffersIsSaid) {
  const tests::TemporaryFolder folder;
  const std::string file = folder.write("collar.csv", "hole_id,x,y,z,depth_ft\nA1,500010,4000020,1200,100\n");
  const OpenResult result = opened(file, {{"collar.csv/crs", "EPSG:32612"}});
  EXPECT_EQ(result.deposit->unit, LengthUnit::Metre);
  EXPECT_TRUE(result.deposit->unitStated);
  EXPECT_NE(finding(*result.deposit, "PRJ-UNIT-MIXED"), nullptr);
}

TEST(LengthUnit, AChoiceAgainstTheCrsIsTakenAndWarnedOf) {
  const tests::TemporaryFolder folder;
  const std::string file = folder.write("collar.csv", "hole_id,x,y,z,depth\nA1,600000,500000,1200,100\n");
  const OpenResult against = opened(file, {{"collar.csv/crs", "EPSG:2223"}, {"unit", "m"}});
  EXPECT_EQ(against.deposit->unit, LengthUnit::Metre);
  ASSERT_NE(finding(*against.deposit, "PRJ-UNIT-CRS"), nullptr);
  EXPECT_THAT(finding(*against.deposit, "PRJ-UNIT-CRS")->message, HasSubstr("metres are taken"));
  const OpenResult alike = opened(file, {{"collar.csv/crs", "EPSG:2223"}, {"unit", "ft"}});
  EXPECT_EQ(finding(*alike.deposit, "PRJ-UNIT-CRS"), nullptr);
}

TEST(LengthUnit, OfASavedProjectGivesWayToTheCrs) {
  const tests::TemporaryFolder folder;
  folder.write("collar.csv", "hole_id,x,y,z,depth\nA1,600000,500000,1200,100\n");
  const std::string project = folder.write(
      "q.adit",
      R"({"format":"adit-project","version":1,"name":"q","unit":"m","sources":[{"path":"collar.csv"}]})");
  EXPECT_TRUE(opened(project).deposit->unitStated);
  const OpenResult feet = opened({{project}, {{"collar.csv/crs", "EPSG:2223"}}, {}});
  EXPECT_EQ(feet.deposit->unit, LengthUnit::Foot);
  EXPECT_NE(finding(*feet.deposit, "PRJ-UNIT-CRS"), nullptr);
}

TEST(LengthUnit, OfTheCrsIsThatOfDoglegs) {
  const tests::TemporaryFolder folder;
  folder.write("collar.csv", "hole_id,x,y,z,depth\nA,600000,500000,1200,100\n");
  folder.write("survey.csv", "hole_id,depth,azimuth,dip\nA,0,0,-50\nA,30,0,-55.1\nA,90,0,-60\n");
  const auto doglegs = [&](const std::string& crs) {
    const OpenResult result = opened({{folder.path().string()}, {{"collar.csv/crs", crs}}, {}});
    const geology::Diagnostic* said = finding(*result.deposit, "DH-DOGLEG");
    return said == nullptr ? 0 : said->count;
  };
  EXPECT_EQ(doglegs("EPSG:32612"), 1U);
  EXPECT_EQ(doglegs("EPSG:2223"), 2U);
}

TEST(Crs, IsNoneWhereNobodyStatesOne) {
  const tests::TemporaryFolder folder;
  const OpenResult result = opened(folder.write("collar.csv", "hole_id,x,y,z\nA1,500010,4000020,1200\n"));
  EXPECT_EQ(result.deposit->crs, "");
  EXPECT_NE(finding(*result.deposit, "PRJ-CRS-NONE"), nullptr);
}

TEST(Crs, OfCollarsInDegreesIsTheirUtmZone) {
  const tests::TemporaryFolder folder;
  const OpenResult result =
      opened(folder.write("collar.csv",
                          "hole_id,longitude,latitude,elevation,depth\nA1,119.0,-32.5,379,50\n"
                          "A2,119.01,-32.5,380,60\n"));
  EXPECT_EQ(result.deposit->crs, "EPSG:32750");
  EXPECT_NE(finding(*result.deposit, "PRJ-CRS-GEOGRAPHIC"), nullptr);
  ASSERT_EQ(result.deposit->drillholes.size(), 1U) << tests::errorsOf(*result.deposit);
  // Krueger's series to the fourth power of the third flattening, worked out apart from PROJ.
  // 6402433.85.
  const geology::Vec3 collar = result.deposit->drillholes[0]->holes[0].collar;
  EXPECT_NEAR(collar.x, 687894.5912, 1e-3);
  EXPECT_NEAR(collar.y, 6402378.4395, 1e-3);
  EXPECT_DOUBLE_EQ(collar.z, 379);
}

TEST(Crs, IsTheUtmZoneOfMostCollarsAndStrayOnesAreSaid) {
  const tests::TemporaryFolder folder;
  const OpenResult result =
      opened(folder.write("collar.csv",
                          "hole_id,LON,LAT,Z,depth\nA,-110.500,32.700,100,50\nB,-110.501,32.701,100,50\n"
                          "C,-110.502,32.702,100,50\nD,0,0,0,70\n"));
  EXPECT_EQ(result.deposit->crs, "EPSG:32612");
  const geology::Diagnostic* stray = finding(*result.deposit, "PRJ-CRS-STRAY");
  ASSERT_NE(stray, nullptr);
  EXPECT_EQ(stray->count, 1U);
  EXPECT_EQ(stray->line, 5U);
  EXPECT_THAT(stray->message, HasSubstr("D"));
}

TEST(LengthUnit, OneWrongCollarHidesNoHint) {
  const tests::TemporaryFolder folder;
  const OpenResult result =
      opened(folder.write("collar.csv",
                          "hole_id,x,y,z,depth\nA1,2296021,414095,1590,2515\n"
                          "A2,2296121,414195,1590,2515\nA3,-99999999,-99999999,0,10\n"));
  EXPECT_NE(finding(*result.deposit, "PRJ-UNIT-HINT"), nullptr);
}

constexpr const char* kDegreesAsXY =
    "hole_id,X,Y,Z,depth\nA,-110.500,32.700,100,50\nB,-110.501,32.701,100,60\nC,-110.502,32.700,100,70\n";

TEST(Crs, CollarsInDegreesUnderXAndYAreDoubtedAndSaid) {
  const tests::TemporaryFolder folder;
  const std::string file = folder.write("collar.csv", kDegreesAsXY);
  const OpenResult result = opened(file);
  EXPECT_EQ(result.deposit->crs, "EPSG:32612");
  EXPECT_NEAR(result.deposit->drillholes.at(0)->holes.at(0).collar.x, 546'900, 1000);
  ASSERT_NE(finding(*result.deposit, "DH-LOOKS-GEOGRAPHIC"), nullptr);
  EXPECT_THAT(finding(*result.deposit, "DH-LOOKS-GEOGRAPHIC")->remedy,
              HasSubstr("collar.csv/coordinates=lengths"));
  const OpenResult lengths = opened(file, {{"collar.csv/coordinates", "lengths"}});
  EXPECT_EQ(lengths.deposit->drillholes.at(0)->holes.at(0).collar.x, -110.5);
  EXPECT_EQ(finding(*lengths.deposit, "DH-LOOKS-GEOGRAPHIC"), nullptr);
  EXPECT_EQ(finding(*lengths.deposit, "PRJ-CHOICE-UNUSED"), nullptr);
  const OpenResult stated = opened(file, {{"collar.csv/crs", "none"}});
  EXPECT_EQ(stated.deposit->drillholes.at(0)->holes.at(0).collar.x, -110.5);
}

TEST(Crs, CollarsOfASmallLocalGridAreLengths) {
  const tests::TemporaryFolder folder;
  const OpenResult grid = opened(folder.write(
      "grid.csv", "hole_id,X,Y,Z,depth\nA,10.25,20.5,100,90\nB,35.5,20.25,100,120\nC,110.75,60.5,100,90\n"));
  EXPECT_EQ(grid.deposit->drillholes.at(0)->holes.at(0).collar.x, 10.25);
  const OpenResult fan = opened(folder.write(
      "fan.csv", "hole_id,X,Y,Z,depth\nA,10.25,20.5,100,90\nB,10.75,20.5,100,120\nC,11.25,20.5,100,90\n"));
  EXPECT_EQ(fan.deposit->drillholes.at(0)->holes.at(0).collar.x, 10.25) << "a fan of one station";
}

TEST(Crs, APositionWithoutAPlaceCostsOnlyWhatIsBuiltOnIt) {
  const tests::TemporaryFolder folder;
  const std::string file = folder.write(
      "m.obj",
      "v 500000 3600000 10\nv 1e30 1e30 0\nv 500100 3600000 20\nv 500000 3600100 30\nf 1 3 4\nf 1 2 3\n");
  const OpenResult result = opened(OpenRequest{{file}, {{"m.obj/crs", "EPSG:32612"}}, "EPSG:32613"});
  ASSERT_EQ(result.deposit->meshes.size(), 1U);
  const geology::TriangleMesh& mesh = *result.deposit->meshes[0];
  ASSERT_EQ(mesh.vertices.size(), 3U);
  ASSERT_EQ(mesh.triangles.size(), 1U);
  EXPECT_EQ(mesh.vertices[mesh.triangles[0][1]].z, 20);
  EXPECT_EQ(finding(*result.deposit, "PRJ-CRS-UNDEFINED")->count, 1U);
  EXPECT_EQ(finding(*result.deposit, "PRJ-INVALID"), nullptr);
}

TEST(Crs, OfAFileCanBeStatedAndEverythingIsBroughtIntoOne) {
  const tests::TemporaryFolder folder;
  folder.write("west.obj", "v 500000 4000000 0\nv 500010 4000000 0\nv 500000 4000010 0\nf 1 2 3\n");
  OpenRequest request{{folder.path().string()}, {{"west.obj/crs", "EPSG:32612"}}, "EPSG:32613"};
  const OpenResult result = opened(request);
  EXPECT_EQ(result.deposit->crs, "EPSG:32613");
  ASSERT_NE(finding(*result.deposit, "CRS-TRANSFORMED"), nullptr);
  // The central meridian of zone 12 lies 6 degrees west of that of zone 13.
  EXPECT_LT(result.deposit->meshes[0]->vertices[0].x, 0);
}

TEST(Crs, ThatPeopleMistypeIsSaid) {
  const tests::TemporaryFolder folder;
  folder.write("pit.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n");
  const OpenResult result = opened({{folder.path().string()}, {}, "EPSG:none"});
  EXPECT_NE(finding(*result.deposit, "CRS-UNKNOWN"), nullptr);
  EXPECT_EQ(result.deposit->meshes.size(), 1U);
}

constexpr const char* kGrid =
    "ncols 2\nnrows 2\nxllcenter 500000\nyllcenter 3600000\ncellsize 10\n1000 1010\n1020 1030\n";

TEST(LengthUnit, OfHeightsIsBroughtIntoThatOfTheDeposit) {
  const tests::TemporaryFolder folder;
  const std::string file = folder.write("a.asc", kGrid);
  const auto lowest = [&](const formats::ImportChoices& choices, const std::string& crs = {}) {
    const OpenResult result = opened({{file}, choices, crs});
    return result.deposit->terrains.at(0)->bounds().min.z;
  };
  EXPECT_FLOAT_EQ(static_cast<float>(lowest({{"a.asc/height-unit", "ft"}})), 304.8F) << "metres are assumed";
  EXPECT_EQ(lowest({{"a.asc/height-unit", "ft"}, {"unit", "ft"}}), 1000);
  EXPECT_NEAR(lowest({{"a.asc/height-unit", "m"}, {"unit", "ft"}}), 1000 / 0.3048, 1e-3);
  EXPECT_FLOAT_EQ(static_cast<float>(lowest({{"a.asc/height-unit", "ft"}}, "EPSG:32612")), 304.8F);
  EXPECT_EQ(lowest({{"unit", "ft"}}), 1000) << "nothing states a unit of heights";
  const OpenResult said = opened(file, {{"a.asc/height-unit", "ft"}});
  EXPECT_THAT(finding(*said.deposit, "DEM-UNIT-CONVERTED")->message, HasSubstr("0.3048"));
}

constexpr const char* kBlocksInDegrees =
    "X,Y,Z,cu\n-110.5001,32.7001,905,1\n-110.5,32.7001,905,2\n-110.5001,32.7002,905,3\n-110.5,32.7002,905,4\n"
    "-110.5001,32.7001,915,5\n-110.5,32.7001,915,6\n-110.5001,32.7002,915,7\n-110.5,32.7002,915,8\n";

TEST(Crs, BlocksInDegreesUnderXAndYAreDoubtedAndBroughtIntoUtm) {
  const tests::TemporaryFolder folder;
  const std::string file = folder.write("m.csv", kBlocksInDegrees);
  const OpenResult result = opened(file);
  EXPECT_EQ(result.deposit->crs, "EPSG:32612");
  ASSERT_EQ(result.deposit->blockModels.size(), 1U) << tests::errorsOf(*result.deposit);
  const geology::Lattice& lattice = result.deposit->blockModels[0]->lattice;
  EXPECT_NEAR(lattice.size[0], 9.38, 0.02);
  EXPECT_NEAR(lattice.size[1], 11.09, 0.02);
  EXPECT_NE(finding(*result.deposit, "PRJ-LOOKS-GEOGRAPHIC"), nullptr);
  EXPECT_NE(finding(*result.deposit, "CRS-LATTICE-PLACED"), nullptr);
  const OpenResult lengths = opened(file, {{"m.csv/coordinates", "lengths"}});
  EXPECT_NEAR(lengths.deposit->blockModels.at(0)->lattice.size[0], 0.0001, 1e-9);
  EXPECT_EQ(finding(*lengths.deposit, "PRJ-LOOKS-GEOGRAPHIC"), nullptr);
}

TEST(Crs, PointsInDegreesUnderXAndYAreDoubted) {
  const tests::TemporaryFolder folder;
  const OpenResult high = opened(folder.write(
      "high.csv", "X,Y,Z,cu\n-110.5001,32.7001,905,1\n-110.5,32.7131,915,2\n-110.4871,32.7002,930.5,3\n"));
  ASSERT_EQ(high.deposit->points.size(), 1U);
  EXPECT_NEAR(high.deposit->points[0]->points[0].x, 546'900, 1000);
  const std::string flat = folder.write("flat.csv",
                                        "X,Y,cu\n-110.5001,32.7017,1\n-110.4922,32.7131,2\n"
                                        "-110.4871,32.7002,3\n-110.4958,32.7066,2\n-110.4893,32.7089,3\n");
  EXPECT_EQ(opened(flat).deposit->points.at(0)->points[0].x, -110.5001) << "doubted, and left";
  EXPECT_NE(finding(*opened(flat).deposit, "PRJ-LOOKS-GEOGRAPHIC"), nullptr);
  EXPECT_NEAR(opened(flat, {{"flat.csv/coordinates", "degrees"}}).deposit->points.at(0)->points[0].x, 546'900,
              1000);
  const OpenResult local = opened(
      folder.write("local.csv", "X,Y,Z,cu\n10.25,20.5,905,1\n35.5,20.25,915,2\n110.75,60.5,930.5,3\n"));
  EXPECT_EQ(finding(*local.deposit, "PRJ-LOOKS-GEOGRAPHIC"), nullptr);
}

std::string blocksOf(int count, double width) {
  std::string text = "X,Y,Z,cu\n";
  for (const int z : {5, 15})
    for (int j = 0; j < count; ++j)
      for (int i = 0; i < count; ++i)
        text += std::to_string(500'000 + i * width) + "," + std::to_string(3'600'000 + j * width) + "," +
                std::to_string(z) + ",1\n";
  return text;
}

TEST(Crs, BlocksFollowIntoAnotherZoneOrAreLeftOutWithTheReason) {
  const tests::TemporaryFolder folder;
  const std::string small = folder.write("small.csv", blocksOf(10, 20));
  const OpenResult moved = opened(OpenRequest{{small}, {{"small.csv/crs", "EPSG:32612"}}, "EPSG:32613"});
  ASSERT_EQ(moved.deposit->blockModels.size(), 1U) << tests::errorsOf(*moved.deposit);
  // Krueger's series to the fourth power of the third flattening, worked out apart from PROJ.
  const geology::Vec3 first = moved.deposit->blockModels[0]->blockCenter(0);
  EXPECT_NEAR(first.x, -63838.7440, 0.01);
  EXPECT_NEAR(first.y, 3615914.2490, 0.01);
  const std::string wide = folder.write("wide.csv", blocksOf(40, 20'000));
  const OpenResult bent = opened(OpenRequest{{wide}, {{"wide.csv/crs", "EPSG:32612"}}, "EPSG:32613"});
  EXPECT_TRUE(bent.deposit->blockModels.empty());
  ASSERT_NE(finding(*bent.deposit, "CRS-LATTICE-BENT"), nullptr);
  EXPECT_THAT(finding(*bent.deposit, "CRS-LATTICE-BENT")->file, HasSubstr("wide.csv"));
}

}  // namespace
}  // namespace adit::project
