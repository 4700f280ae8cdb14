// Coordinate systems against values that can be checked by hand or are published.
#include "geology/formats/crs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace adit::formats {
namespace {

using geology::Severity;
using geology::Vec3;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

CrsTransform transformBetween(const std::string& source, const std::string& target) {
  CrsTransformResult result = CrsTransform::between(source, target);
  EXPECT_THAT(result.diagnostics, IsEmpty());
  EXPECT_TRUE(result.transform.has_value()) << source << " to " << target;
  return std::move(result.transform.value());
}

TEST(DescribeCrs, KnowsAnEpsgCode) {
  const CrsResult result = describeCrs("EPSG:32612");
  ASSERT_TRUE(result.crs);
  EXPECT_THAT(result.diagnostics, IsEmpty());
  EXPECT_EQ(result.crs->id, "EPSG:32612");
  EXPECT_EQ(result.crs->name, "WGS 84 / UTM zone 12N");
  EXPECT_FALSE(result.crs->geographic);
  EXPECT_EQ(result.crs->unit, "metre");
  EXPECT_EQ(result.crs->unitInMetres, 1);
  EXPECT_EQ(result.crs->west, -114);
  EXPECT_EQ(result.crs->east, -108);
}

TEST(DescribeCrs, KnowsFeetAndDegrees) {
  const CrsResult feet = describeCrs("EPSG:2231");  // NAD83 / Colorado North (ftUS)
  ASSERT_TRUE(feet.crs);
  EXPECT_EQ(feet.crs->unit, "US survey foot");
  EXPECT_DOUBLE_EQ(feet.crs->unitInMetres, 1200.0 / 3937.0);
  const CrsResult degrees = describeCrs("EPSG:4326");
  ASSERT_TRUE(degrees.crs);
  EXPECT_TRUE(degrees.crs->geographic);
  EXPECT_EQ(degrees.crs->unit, "degree");
  EXPECT_EQ(degrees.crs->unitInMetres, 1);
}

TEST(DescribeCrs, FindsTheCodeOfAnEsriPrjFile) {
  const CrsResult result = describeCrs(
      R"(PROJCS["NAD_1983_UTM_Zone_12N",GEOGCS["GCS_North_American_1983",DATUM["D_North_American_1983",)"
      R"(SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],)"
      R"(PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],)"
      R"(PARAMETER["Central_Meridian",-111.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],)"
      R"(UNIT["Meter",1.0]])");
  ASSERT_TRUE(result.crs);
  EXPECT_EQ(result.crs->id, "EPSG:26912");
}

TEST(DescribeCrs, KeepsAMineGridAsWkt) {
  const CrsResult result =
      describeCrs("+proj=tmerc +lat_0=0 +lon_0=119.5 +k=1 +x_0=50000 +y_0=3000000 +type=crs");
  ASSERT_TRUE(result.crs);
  EXPECT_THAT(result.crs->id, StartsWith("PROJCRS["));
  EXPECT_EQ(result.crs->id.find('\n'), std::string::npos);
  const CrsResult again = describeCrs(result.crs->id);
  ASSERT_TRUE(again.crs);
  EXPECT_EQ(again.crs->id, result.crs->id);
}

TEST(DescribeCrs, TakesTheHorizontalPartOfACompoundSystem) {
  const CrsResult result = describeCrs("EPSG:7405");  // OSGB36 / British National Grid + ODN height
  ASSERT_TRUE(result.crs);
  EXPECT_EQ(result.crs->id, "EPSG:27700");
}

TEST(DescribeCrs, RefusesWhatIsNoMapSystem) {
  for (const char* definition : {"", "EPSG:1", "the north field", "EPSG:4978", "EPSG:5703", "\"][("}) {
    const CrsResult result = describeCrs(definition);
    EXPECT_FALSE(result.crs) << definition;
    ASSERT_EQ(result.diagnostics.size(), 1U) << definition;
    EXPECT_EQ(result.diagnostics[0].code, "CRS-UNKNOWN");
    EXPECT_EQ(result.diagnostics[0].severity, Severity::Error);
    EXPECT_THAT(result.diagnostics[0].remedy, HasSubstr("EPSG"));
  }
}

TEST(DescribeCrs, WarnsOfAxesToTheSouth) {
  const CrsResult result = describeCrs("EPSG:2053");  // Hartebeesthoek94 / Lo29
  ASSERT_TRUE(result.crs);
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics[0].code, "CRS-SOUTH-ORIENTATED");
}

TEST(UtmCrs, IsTheZoneOfSixDegrees) {
  EXPECT_EQ(utmCrs(-112.15, 40.52), "EPSG:32612");  // Bingham Canyon
  EXPECT_EQ(utmCrs(119.6, -30.3), "EPSG:32750");    // Western Australia
  EXPECT_EQ(utmCrs(-180, 0), "EPSG:32601");
  EXPECT_EQ(utmCrs(180, 0), "EPSG:32660");
  EXPECT_EQ(utmCrs(-114, 10), "EPSG:32612");  // a boundary belongs to the zone east of it
  EXPECT_EQ(utmCrs(10, 84.5), "");
  EXPECT_EQ(utmCrs(10, -80.5), "");
  EXPECT_EQ(utmCrs(200, 10), "");
  EXPECT_EQ(utmCrs(std::nan(""), 10), "");
}

// On the central meridian of a UTM zone x is 500,000 and y is 0.9996 times the length of the meridian, which
// on the equator is 0.
TEST(CrsTransform, CentralMeridianOfUtm) {
  const CrsTransform transform = transformBetween("EPSG:4326", "EPSG:32612");
  const Vec3 equator = transform.forward(Vec3{-111, 0, 7});
  EXPECT_NEAR(equator.x, 500000, 1e-6);
  EXPECT_NEAR(equator.y, 0, 1e-6);
  EXPECT_EQ(equator.z, 7);
  // The quarter meridian of WGS 84 is 10,001,965.7293 m.
  const Vec3 pole = transform.forward(Vec3{-111, 90, 0});
  EXPECT_NEAR(pole.x, 500000, 1e-6);
  EXPECT_NEAR(pole.y, 0.9996 * 10001965.7293, 1e-3);
}

// The worked example of EPSG guidance note 7-2 for the transverse Mercator: OSGB 1936 / British National
// Grid, 50 deg 30' 00" N, 00 deg 30' 00" E gives E 577274.99, N 69740.50.
TEST(CrsTransform, PublishedExampleOfTransverseMercator) {
  const CrsTransform transform = transformBetween("EPSG:4277", "EPSG:27700");
  const Vec3 grid = transform.forward(Vec3{0.5, 50.5, 0});
  EXPECT_NEAR(grid.x, 577274.99, 0.01);
  EXPECT_NEAR(grid.y, 69740.50, 0.01);
  const Vec3 back = transform.inverse(grid);
  EXPECT_NEAR(back.x, 0.5, 1e-9);
  EXPECT_NEAR(back.y, 50.5, 1e-9);
}

// The same note for the Lambert conic: NAD27 / Texas South Central (feet), 28 deg 30' 00" N, 96 deg 00' 00" W
// gives X 2963503.91, Y 254759.80.
TEST(CrsTransform, PublishedExampleOfLambertConicInFeet) {
  const CrsTransform transform = transformBetween("EPSG:4267", "EPSG:32040");
  const Vec3 grid = transform.forward(Vec3{-96, 28.5, 1200});
  EXPECT_NEAR(grid.x, 2963503.91, 0.01);
  EXPECT_NEAR(grid.y, 254759.80, 0.01);
  EXPECT_NEAR(grid.z, 3937, 1e-9) << "1200 m are 3937 US survey feet";
  EXPECT_NEAR(transform.inverse(grid).z, 1200, 1e-9);
}

TEST(CrsTransform, OfManyPointsCountsThoseItLoses) {
  const CrsTransform transform = transformBetween("EPSG:32610", "EPSG:4326");
  std::array<Vec3, 3> points{Vec3{500000, 0, 1}, Vec3{1e12, 5e6, 2}, Vec3{500000, std::nan(""), 3}};
  EXPECT_EQ(transform.forward(std::span(points)), 2U);
  EXPECT_NEAR(points[0].x, -123, 1e-9);
  EXPECT_EQ(points[0].z, 1);
  EXPECT_TRUE(std::isnan(points[1].x) && std::isnan(points[1].z));
  EXPECT_TRUE(std::isnan(points[2].y));
}

TEST(CrsTransform, FromASystemIntoItselfChangesNothing) {
  const CrsTransform transform = transformBetween("EPSG:32610", "EPSG:32610");
  EXPECT_EQ(transform.forward(Vec3{557945.011821133, 5107991.33901730, 2543}),
            (Vec3{557945.011821133, 5107991.33901730, 2543}));
}

// The convergence of the transverse Mercator is atan(tan(dlon) * sin(lat)) to first order of the ellipsoid:
// at lat 40, 2 degrees east of the central meridian 1.2859 degrees on the sphere.
TEST(CrsTransform, NorthTurnsByTheConvergence) {
  const CrsTransform transform = transformBetween("EPSG:4326", "EPSG:32612");
  EXPECT_NEAR(transform.turnOfNorth(Vec3{-111, 40, 0}), 0, 1e-6);
  const double sphere = std::atan(std::tan(2 * M_PI / 180) * std::sin(40 * M_PI / 180)) * 180 / M_PI;
  // East of the central meridian true north lies to the west of grid north.
  EXPECT_NEAR(transform.turnOfNorth(Vec3{-109, 40, 0}), -sphere, 0.001);
  EXPECT_NEAR(transform.turnOfNorth(Vec3{-113, 40, 0}), sphere, 0.001);
  // Back again, it turns the other way.
  const CrsTransform back = transformBetween("EPSG:32612", "EPSG:4326");
  EXPECT_NEAR(back.turnOfNorth(transform.forward(Vec3{-109, 40, 0})), sphere, 0.001);
}

TEST(CrsTransform, SaysHowAccurateItIs) {
  const auto sameDatum = transformBetween("EPSG:4326", "EPSG:32612").accuracyAt(Vec3{-111, 40, 0});
  EXPECT_EQ(sameDatum.code, "CRS-TRANSFORMED");
  EXPECT_EQ(sameDatum.severity, Severity::Note);
  // Whatever grids are installed, NAD27 to WGS 84 is worse than 1 m.
  const auto oldDatum = transformBetween("EPSG:26710", "EPSG:32610").accuracyAt(Vec3{560000, 5115000, 0});
  EXPECT_EQ(oldDatum.code, "CRS-INACCURATE");
  EXPECT_EQ(oldDatum.severity, Severity::Warning);
  EXPECT_THAT(oldDatum.message, HasSubstr("NAD27"));
}

TEST(CrsTransform, IsRefusedBetweenUnknownSystems) {
  const CrsTransformResult result = CrsTransform::between("EPSG:32612", "mine grid");
  EXPECT_FALSE(result.transform);
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics[0].code, "CRS-UNKNOWN");
  EXPECT_THAT(result.diagnostics[0].message, HasSubstr("mine grid"));
}

}  // namespace
}  // namespace adit::formats
