// Depths and the unit of the system that their collars are brought into.
#include "geology/project/depth_unit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"
#include "tests/unit/project/open_support.h"

namespace adit::project {
namespace {

using tests::finding;
using tests::opened;

constexpr double kFoot = 0.3048;
// EPSG:2223 is NAD83 / Arizona Central in international feet.
const formats::ImportChoices kCollarsInFeet{{"collar.csv/crs", "EPSG:2223"}};

class DepthUnit : public testing::Test {
 protected:
  const tests::TemporaryFolder folder_;

  void SetUp() override {
    folder_.write("collar.csv", "hole_id,X,Y,Z,depth\nA,600000,500000,3000,1000\nB,600100,500000,3000,500\n");
  }
  OpenResult open(const std::string& crs, formats::ImportChoices choices = kCollarsInFeet) const {
    return opened({{folder_.path().string()}, std::move(choices), crs});
  }
};

TEST_F(DepthUnit, DepthsFollowTheirCollarsFromFeetIntoMetres) {
  folder_.write("survey.csv", "hole_id,depth,azimuth,dip\nA,0,0,-90\nA,900,0,-90\n");
  folder_.write("assay.csv", "hole_id,from,to,cu\nA,100,110,1\nA,110,120,2\n");
  const OpenResult result = open("EPSG:32612");
  ASSERT_EQ(result.deposit->drillholes.size(), 1U) << tests::errorsOf(*result.deposit);
  const geology::DrillHoles& holes = *result.deposit->drillholes[0];
  EXPECT_NEAR(holes.holes[0].collar.z, 3000 * kFoot, 1e-6);
  EXPECT_NEAR(holes.holes[0].length, 1000 * kFoot, 1e-9);
  EXPECT_NEAR(holes.holes[1].length, 500 * kFoot, 1e-9);
  EXPECT_NEAR(holes.holes[0].surveys.back().depth, 900 * kFoot, 1e-9);
  ASSERT_EQ(holes.tables.size(), 1U);
  EXPECT_NEAR(holes.tables[0].from[1], 110 * kFoot, 1e-9);
  EXPECT_EQ(holes.tables[0].to[0], holes.tables[0].from[1]);
  const auto said = std::count_if(result.deposit->diagnostics.begin(), result.deposit->diagnostics.end(),
                                  [](const auto& d) { return d.code == "PRJ-UNIT-DEPTHS"; });
  EXPECT_EQ(said, 3) << "of each table";
}

TEST_F(DepthUnit, ATableThatStatesTheNewUnitStaysAsItIs) {
  folder_.write("assay.csv", "hole_id,from_m,to_m,cu\nA,100,110,1\n");
  formats::ImportChoices choices = kCollarsInFeet;
  choices["collar.csv/unit"] = "m";
  const OpenResult result = open("EPSG:32612", choices);
  EXPECT_EQ(result.deposit->drillholes.at(0)->tables.at(0).to[0], 110);
  EXPECT_EQ(result.deposit->drillholes.at(0)->holes[0].length, 1000);
  EXPECT_EQ(finding(*result.deposit, "PRJ-UNIT-DEPTHS"), nullptr);
  EXPECT_EQ(finding(*result.deposit, "PRJ-UNIT-MIXED"), nullptr);
}

TEST_F(DepthUnit, ATableThatStatesTheOldUnitFollowsAndIsNotMixed) {
  folder_.write("assay.csv", "hole_id,from_ft,to_ft,cu\nA,100,110,1\n");
  const OpenResult result = open("EPSG:32612");
  EXPECT_NEAR(result.deposit->drillholes.at(0)->tables.at(0).to[0], 110 * kFoot, 1e-9);
  EXPECT_EQ(finding(*result.deposit, "PRJ-UNIT-MIXED"), nullptr);
}

TEST_F(DepthUnit, NothingIsBroughtWhereTheUnitStays) {
  const OpenResult result = open("");
  EXPECT_EQ(result.deposit->drillholes.at(0)->holes[0].length, 1000);
  EXPECT_EQ(finding(*result.deposit, "PRJ-UNIT-DEPTHS"), nullptr);
}

TEST(DepthFactor, IsForFeetAndMetresOnly) {
  formats::DrillTable table;
  EXPECT_EQ(depthFactor(table, kFoot), kFoot);
  EXPECT_EQ(depthFactor(table, 1 / kFoot), 1 / kFoot);
  EXPECT_EQ(depthFactor(table, 1200.0 / 3937.0), 1200.0 / 3937.0) << "US survey feet";
  EXPECT_EQ(depthFactor(table, 1.000002), 1) << "one foot into the other";
  EXPECT_EQ(depthFactor(table, 1000), 1);
  table.unit = "ft";
  EXPECT_EQ(depthFactor(table, kFoot), kFoot);
  EXPECT_EQ(depthFactor(table, 1 / kFoot), 1);
}

}  // namespace
}  // namespace adit::project
