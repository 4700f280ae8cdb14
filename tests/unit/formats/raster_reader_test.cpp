// Heights from rasters: values, places, holes, units, and what is said of a broken one.
#include "geology/formats/raster_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "tests/support/mutate.h"
#include "tests/unit/formats/raster_bytes.h"
#include "tests/unit/formats/raster_testing.h"

namespace adit::formats {
namespace {

using geology::Severity;
using geology::Terrain;
using testing::ElementsAre;
using testing::HasSubstr;
using tests::diagnosticOf;
using tests::readTyped;
using tests::SurferGrid;
using tests::terrainOf;
using tests::TinyTiff;

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

MATCHER_P(SameHeights, expected, "") {
  if (arg.size() != expected.size()) return false;
  for (std::size_t i = 0; i < arg.size(); ++i)
    if (!(arg[i] == expected[i] || (std::isnan(arg[i]) && std::isnan(expected[i])))) return false;
  return true;
}
using Heights = std::vector<float>;

TEST(EsriAscii, CornersAndHoles) {
  const ImportResult result = readTyped("dem.asc",
                                        "ncols 3\nnrows 2\nxllcorner 1000\nyllcorner 2000\ncellsize 10\n"
                                        "NODATA_value -1\n1 2 3\n4 -1 6\n");
  const Terrain& terrain = terrainOf(result);
  EXPECT_EQ(terrain.name, "dem");
  EXPECT_EQ(terrain.columns, 3);
  EXPECT_EQ(terrain.rows, 2);
  // From the south up; the node is the middle of its cell.
  EXPECT_THAT(terrain.heights, SameHeights(Heights{4, kNan, 6, 1, 2, 3}));
  EXPECT_THAT(terrain.origin, ElementsAre(1005, 2005));
  EXPECT_THAT(terrain.stepColumn, ElementsAre(10, 0));
  EXPECT_THAT(terrain.stepRow, ElementsAre(0, 10));
  EXPECT_EQ(terrain.source.format, "ESRI ASCII grid");
  EXPECT_EQ(diagnosticOf(result, "DEM-HOLES").count, 1U);
  EXPECT_EQ(diagnosticOf(result, "DEM-UNIT-ASSUMED").severity, Severity::Note);
  EXPECT_THAT(diagnosticOf(result, "DEM-UNIT-ASSUMED").remedy, HasSubstr("dem.asc/height-unit"));
}

TEST(EsriAscii, CentresCommasAndFreeLines) {
  const ImportResult result =
      readTyped("dem.asc",
                "NCOLS 2\r\nNROWS 2\r\nXLLCENTER 10,5\r\nYLLCENTER 20\r\nCELLSIZE 2\r\n"
                "1,25\r\n2,5 nan\r\n4\r\n");
  const Terrain& terrain = terrainOf(result);
  EXPECT_THAT(terrain.heights, SameHeights(Heights{kNan, 4, 1.25, 2.5}));
  EXPECT_THAT(terrain.origin, ElementsAre(10.5, 20));
}

TEST(EsriAscii, ATextThatIsNoNumberIsAHoleWithItsLine) {
  const ImportResult result =
      readTyped("dem.asc",
                "ncols 3\nnrows 3\nxllcorner 0\nyllcorner 0\ncellsize 1\nNODATA_value -9999\n"
                "1 2 3\n4 five 6\n7 8 x\n");
  EXPECT_THAT(terrainOf(result).heights, SameHeights(Heights{7, 8, kNan, 4, kNan, 6, 1, 2, 3}));
  const auto& bad = diagnosticOf(result, "DEM-BAD-NUMBER");
  EXPECT_EQ(bad.severity, Severity::Error);
  EXPECT_EQ(bad.line, 8U);
  EXPECT_EQ(bad.column, 3U);
  EXPECT_EQ(bad.count, 2U);
  EXPECT_THAT(bad.message, HasSubstr("five"));
}

TEST(EsriAscii, ACutFileKeepsWhatItHas) {
  const ImportResult result =
      readTyped("dem.asc",
                "ncols 3\nnrows 4\nxllcorner 0\nyllcorner 100\ncellsize 1\nNODATA_value -9999\n"
                "11 12 13\n21 22");
  const Terrain& terrain = terrainOf(result);
  // The first row of the file is the northernmost, 3.5 cells above the lower edge.
  EXPECT_EQ(terrain.heightAt(0.5, 103.5), 11);
  EXPECT_TRUE(std::isnan(terrain.heightAt(2.5, 102.5)));
  const auto& cut = diagnosticOf(result, "DEM-TRUNCATED");
  EXPECT_EQ(cut.severity, Severity::Error);
  EXPECT_THAT(cut.message, HasSubstr("row 2"));
}

TEST(EsriAscii, ValuesBeyondThoseOfTheHeaderAreAnError) {
  const std::string header = "ncols 3\nnrows 3\nxllcorner 0\nyllcorner 0\ncellsize 1\nNODATA_value -9999\n";
  const ImportResult shifted = readTyped("dem.asc", header + "1 2 3 100\n4 5 6 100\n7 8 9 100\n");
  const auto& surplus = diagnosticOf(shifted, "DEM-SURPLUS");
  EXPECT_EQ(surplus.severity, Severity::Error);
  EXPECT_EQ(surplus.count, 3U);
  EXPECT_THAT(surplus.message, HasSubstr("the first line has 4"));
  const ImportResult whole = readTyped("dem.asc", header + "1 2\n3 4 5 6 7 8 9\n \n");
  EXPECT_EQ(geology::countSeverity(whole.diagnostics, Severity::Error), 0U) << "lines may break anywhere";
}

TEST(SurferText, ValuesBeyondThoseOfTheHeaderAreAnError) {
  const ImportResult result = readTyped("dem.grd", "DSAA\n2 2\n0 1\n0 1\n1 9\n1 2\n3 4\n9\n");
  EXPECT_EQ(diagnosticOf(result, "DEM-SURPLUS").count, 1U);
}

TEST(EsriAscii, AHeaderThatClaimsTooMuchAllocatesNothing) {
  const ImportResult result =
      readTyped("dem.asc", "ncols 900000\nnrows 900000\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2 3\n");
  for (const Object& object : result.objects)
    if (const auto* terrain = std::get_if<Terrain>(&object)) {
      EXPECT_LT(terrain->heights.size(), 10'000U);
    }
  EXPECT_GT(geology::countSeverity(result.diagnostics, Severity::Error), 0U);
}

TEST(EsriAscii, BrokenHeadersAreRefused) {
  for (const char* header :
       {"ncols 3\n1 2 3\n", "ncols x\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n",
        "ncols -3\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n",
        "ncols 3000000000\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n"}) {
    const ImportResult result = readTyped("dem.asc", header);
    EXPECT_TRUE(result.objects.empty()) << header;
    EXPECT_GT(geology::countSeverity(result.diagnostics, Severity::Error), 0U) << header;
  }
}

TEST(Nodata, IsGuessedAndCanBeOverruled) {
  const std::string text = "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n-9999 2\n3 7\n";
  const ImportResult guessed = readTyped("dem.asc", text);
  EXPECT_THAT(terrainOf(guessed).heights, SameHeights(Heights{3, 7, kNan, 2}));
  EXPECT_EQ(diagnosticOf(guessed, "DEM-NODATA-GUESSED").count, 1U);
  ASSERT_FALSE(terrainOf(guessed).source.choices.empty());
  EXPECT_EQ(terrainOf(guessed).source.choices[0].key, "dem.asc/nodata");
  EXPECT_EQ(terrainOf(guessed).source.choices[0].value, "-9999");

  const ImportResult none = readTyped("dem.asc", text, {{"dem.asc/nodata", "none"}});
  EXPECT_THAT(terrainOf(none).heights, SameHeights(Heights{3, 7, -9999, 2}));
  const ImportResult seven = readTyped("dem.asc", text, {{"dem.asc/nodata", "7"}});
  EXPECT_THAT(terrainOf(seven).heights, SameHeights(Heights{3, kNan, -9999, 2}));
  const ImportResult wrong = readTyped("dem.asc", text, {{"dem.asc/nodata", "seven"}});
  EXPECT_EQ(diagnosticOf(wrong, "DEM-BAD-CHOICE").severity, Severity::Warning);
}

TEST(Nodata, ARasterOfHolesIsAnError) {
  const ImportResult result = readTyped(
      "dem.asc", "ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\nNODATA_value -9999\n-9999 -9999\n");
  EXPECT_EQ(diagnosticOf(result, "DEM-EMPTY").severity, Severity::Error);
}

// Surfer's header gives the outer nodes, its rows run from the south up, and 1.70141e38 is a hole.
const SurferGrid kSurfer{3, 2, 100, 120, 50, 55, {1, 2, 3, 4, 1.70141e38F, 6}};

void expectSurferTerrain(const ImportResult& result) {
  const Terrain& terrain = terrainOf(result);
  EXPECT_THAT(terrain.heights, SameHeights(Heights{1, 2, 3, 4, kNan, 6}));
  EXPECT_NEAR(terrain.origin[0], 100, 1e-9);
  EXPECT_NEAR(terrain.origin[1], 50, 1e-9);
  EXPECT_NEAR(terrain.stepColumn[0], 10, 1e-12);
  EXPECT_NEAR(terrain.stepRow[1], 5, 1e-12);
}

TEST(Surfer, Ascii) {
  expectSurferTerrain(readTyped("a.grd", "DSAA\n3 2\n100 120\n50 55\n1 6\n1 2 3\n4 1.70141e38 6\n"));
}
TEST(Surfer, Binary6) {
  expectSurferTerrain(readTyped("a.grd", tests::surfer6Bytes(kSurfer)));
}
TEST(Surfer, Binary7) {
  expectSurferTerrain(readTyped("a.grd", tests::surfer7Bytes(kSurfer, 1.70141e38)));
}

TEST(Surfer, ACutBinaryKeepsWhatItHas) {
  std::string bytes = tests::surfer6Bytes({3, 4, 0, 20, 0, 30, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}});
  bytes.resize(bytes.size() - 5 * sizeof(float));
  const ImportResult result = readTyped("a.grd", bytes);
  EXPECT_EQ(terrainOf(result).node(1, 1).z, 5);
  EXPECT_TRUE(std::isnan(terrainOf(result).heightAt(10, 29)));
  EXPECT_EQ(diagnosticOf(result, "DEM-TRUNCATED").severity, Severity::Error);
}

TinyTiff heightTiff() {
  TinyTiff tiff;
  tiff.columns = 3;
  tiff.rows = 2;
  tiff.pixels = tests::bytesOf<float>({1, 2, 3, 4, -5, 6});
  tiff.pixelScale = {10, 10, 0};
  tiff.tiepoint = {0, 0, 0, 500000, 4500000, 0};
  tiff.geoKeys = tests::projectedKeys(32612);
  tiff.nodata = "-5";
  return tiff;
}

TEST(GeoTiff, PixelIsAreaPutsTheNodeInTheMiddle) {
  const ImportResult result = readTyped("dem.tif", heightTiff().bytes());
  const Terrain& terrain = terrainOf(result);
  EXPECT_EQ(result.crs, "EPSG:32612");
  EXPECT_EQ(terrain.crs, "EPSG:32612");
  EXPECT_THAT(terrain.heights, SameHeights(Heights{4, kNan, 6, 1, 2, 3}));
  EXPECT_THAT(terrain.origin, ElementsAre(500005, 4499985));
  EXPECT_THAT(terrain.stepRow, ElementsAre(0, 10));
}

TEST(GeoTiff, PixelIsPointPutsTheNodeOnTheTiepoint) {
  TinyTiff tiff = heightTiff();
  tiff.geoKeys = tests::projectedKeys(32612, true);
  const ImportResult result = readTyped("dem.tif", tiff.bytes());
  EXPECT_THAT(terrainOf(result).origin, ElementsAre(500000, 4499990));
}

TEST(GeoTiff, RotatedLattice) {
  TinyTiff tiff = heightTiff();
  tiff.pixelScale.clear();
  tiff.tiepoint.clear();
  // Columns run to (8, 6), rows to (6, -8): turned by 36.87 degrees to the left, cells of 10.
  tiff.matrix = {8, 6, 0, 1000, 6, -8, 0, 2000, 0, 0, 0, 0, 0, 0, 0, 1};
  const ImportResult result = readTyped("dem.tif", tiff.bytes());
  const Terrain& terrain = terrainOf(result);
  // The middle of pixel (0,0) is half a column and half a row from the corner; it is in the upper row.
  EXPECT_THAT(terrain.node(0, 1), (geology::Vec3{1007, 1999, 1}));
  EXPECT_THAT(terrain.node(2, 1), (geology::Vec3{1023, 2011, 3}));
  EXPECT_THAT(terrain.node(0, 0), (geology::Vec3{1013, 1991, 4}));
}

TEST(GeoTiff, HeightsInFeetOnMetresAreConverted) {
  TinyTiff tiff = heightTiff();
  const ImportResult result = readTyped("dem.tif", tiff.bytes(), {{"dem.tif/height-unit", "ft"}});
  EXPECT_FLOAT_EQ(terrainOf(result).heights[0], 4 * 0.3048F);
  EXPECT_TRUE(std::isnan(terrainOf(result).heights[1]));
  EXPECT_THAT(diagnosticOf(result, "DEM-UNIT-CONVERTED").message, HasSubstr("0.3048"));
}

TEST(GeoTiff, MetresOnFeetAreConvertedToo) {
  TinyTiff tiff = heightTiff();
  tiff.geoKeys = tests::projectedKeys(2231);  // NAD83 / Colorado North (ftUS)
  const ImportResult result = readTyped("dem.tif", tiff.bytes(), {{"dem.tif/height-unit", "m"}});
  EXPECT_FLOAT_EQ(terrainOf(result).heights[0], 4 * 3937.0F / 1200.0F);
}

TEST(GeoTiff, AUnitOfHeightsWithoutOneOfCoordinatesIsHandedOn) {
  TinyTiff tiff = heightTiff();
  tiff.geoKeys.clear();
  const ImportResult feet = readTyped("dem.tif", tiff.bytes(), {{"dem.tif/height-unit", "ft"}});
  EXPECT_EQ(terrainOf(feet).heights[0], 4);
  EXPECT_EQ(feet.heightUnitOf(0), 0.3048);
  EXPECT_EQ(readTyped("dem.tif", tiff.bytes()).heightUnitOf(0), 0);
}

TEST(GeoTiff, WithoutAPlaceIsInColumnsAndRows) {
  TinyTiff tiff = heightTiff();
  tiff.pixelScale.clear();
  tiff.tiepoint.clear();
  tiff.geoKeys.clear();
  const ImportResult result = readTyped("dem.tif", tiff.bytes());
  EXPECT_EQ(diagnosticOf(result, "DEM-NOT-PLACED").severity, Severity::Warning);
  EXPECT_EQ(terrainOf(result).node(0, 1), (geology::Vec3{0.5, 1.5, 1})) << "the first row is on top";
}

TEST(GeoTiff, TheBandCanBeChosen) {
  TinyTiff tiff = heightTiff();
  tiff.samples = 2;
  tiff.pixels = tests::bytesOf<float>({1, 11, 2, 12, 3, 13, 4, 14, 5, 15, 6, 16});
  const ImportResult first = readTyped("dem.tif", tiff.bytes());
  EXPECT_THAT(terrainOf(first).heights, SameHeights(Heights{4, 5, 6, 1, 2, 3}));
  EXPECT_THAT(diagnosticOf(first, "DEM-BANDS").message, HasSubstr("band 1 of 2"));
  const ImportResult second = readTyped("dem.tif", tiff.bytes(), {{"dem.tif/band", "2"}});
  EXPECT_THAT(terrainOf(second).heights, SameHeights(Heights{14, 15, 16, 11, 12, 13}));
}

TEST(GeoTiff, AVeryLargeOneIsThinnedAndSaysSo) {
  TinyTiff tiff = heightTiff();
  tiff.columns = 2100;
  tiff.rows = 2099;
  tiff.bits = 16;
  tiff.sampleFormat = 2;
  tiff.nodata.clear();
  std::vector<std::int16_t> heights(std::size_t{2100} * 2099);
  for (std::size_t i = 0; i < heights.size(); ++i)
    heights[i] = static_cast<std::int16_t>(i % 2100 + 7 * (i / 2100));
  tiff.pixels = tests::bytesOf(heights);
  const ImportResult result = readTyped("dem.tif", tiff.bytes());
  const Terrain& terrain = terrainOf(result);
  EXPECT_THAT(diagnosticOf(result, "DEM-THINNED").message, HasSubstr("1 in 2"));
  EXPECT_EQ(terrain.columns, 1050);
  EXPECT_EQ(terrain.rows, 1050);
  // The upper left node is kept where it was, and so is every second one, unchanged.
  EXPECT_THAT(terrain.node(0, 1049), (geology::Vec3{500005, 4499995, 0}));
  EXPECT_THAT(terrain.node(3, 1047), (geology::Vec3{500065, 4499955, 6 + 4 * 7}));
}

TEST(GeoTiff, CutAndMutilatedFilesAreSaidToBe) {
  const std::string whole = heightTiff().bytes();
  for (std::size_t size = 8; size < whole.size(); size += 3) {
    const ImportResult result = readTyped("dem.tif", whole.substr(0, size));
    EXPECT_FALSE(result.objects.empty() && result.diagnostics.empty()) << size;
  }
}

TEST(UsgsDem, ProfilesRunFromTheSouth) {
  const ImportResult result = readTyped("tiny.dem", tests::usgsDemBytes());
  const Terrain& terrain = terrainOf(result);
  EXPECT_EQ(terrain.crs, "EPSG:26710");
  EXPECT_EQ(terrain.columns, 2);
  EXPECT_THAT(terrain.stepColumn, ElementsAre(30, 0));
  std::vector<geology::Vec3> nodes;
  for (std::int32_t r = 0; r < terrain.rows; ++r)
    for (std::int32_t c = 0; c < terrain.columns; ++c)
      if (isFinite(terrain.node(c, r))) nodes.push_back(terrain.node(c, r));
  using geology::Vec3;
  EXPECT_THAT(
      nodes, ElementsAre(Vec3{560010, 5110020, 100}, Vec3{560040, 5110020, 200}, Vec3{560010, 5110050, 101},
                         Vec3{560040, 5110050, 201}, Vec3{560010, 5110080, 102}, Vec3{560040, 5110080, 202}));
}

TEST(Raster, DegreesAreGuessedAndWarnedOf) {
  const std::string text =
      "ncols 2\nnrows 2\nxllcorner -105.55\nyllcorner 40.09\ncellsize 0.0008333\nNODATA_value -9999\n1 2\n3 "
      "4\n";
  const ImportResult guessed = readTyped("srtm.asc", text);
  EXPECT_EQ(guessed.crs, "EPSG:4326");
  EXPECT_EQ(diagnosticOf(guessed, "DEM-LOOKS-GEOGRAPHIC").severity, Severity::Warning);
  EXPECT_THAT(diagnosticOf(guessed, "DEM-DEGREES").remedy, HasSubstr("EPSG:32613"));
  const ImportResult none = readTyped("srtm.asc", text, {{"srtm.asc/crs", "none"}});
  EXPECT_EQ(none.crs, "");
  const ImportResult named = readTyped("srtm.asc", text, {{"srtm.asc/crs", "EPSG:4269"}});
  EXPECT_EQ(terrainOf(named).crs, "EPSG:4269");
}

TEST(Raster, BareNumbersOnALatticeAreATerrain) {
  const ImportResult result = readTyped("a.xyz", "100 50 1\n110 50 2\n100 60 3\n110 60 4\n");
  EXPECT_THAT(terrainOf(result).heights, SameHeights(Heights{1, 2, 3, 4}));
  EXPECT_THAT(terrainOf(result).origin, ElementsAre(100, 50));
}

TEST(Raster, CancelStopsTheReading) {
  geology::Progress progress;
  progress.cancel();
  const std::string bytes = heightTiff().bytes();
  EXPECT_THROW(readRaster({"dem.tif", bytes}, {}, progress), geology::Cancelled);
}

TEST(Raster, OnlyRastersAreRecognised) {
  const auto score = [](const std::string& bytes) { return recogniseRaster({"x.bin", bytes}); };
  EXPECT_EQ(score(heightTiff().bytes()), 100);
  EXPECT_EQ(score("DSAA\n2 2\n0 1\n0 1\n0 1\n0 1 2 3\n"), 95);
  EXPECT_EQ(score("hole,x,y,z\nA1,1,2,3\n"), 0);
  EXPECT_EQ(score("ncols,of,a,table\n1,2,3,4\n"), 0);
  EXPECT_EQ(score("<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"></VRTDataset>"), 0);
  EXPECT_EQ(score(""), 0);
  EXPECT_EQ(score("0 0 1\n1 0 2\n0 1 3\n1 1 4\n"), 20)
      << "bare numbers: a grid if no reader of tables wants them";
}

TEST(Raster, DamagedFilesNeverDoHarm) {
  tests::readDamagedSeeds("raster", 150, [](std::string_view bytes) {
    const ImportResult result = readTyped("seed.grd", std::string(bytes));
    for (const Object& object : result.objects) {
      if (const auto* terrain = std::get_if<Terrain>(&object)) {
        ASSERT_EQ(terrain->heights.size(),
                  static_cast<std::size_t>(terrain->columns) * static_cast<std::size_t>(terrain->rows));
      }
    }
    EXPECT_FALSE(result.objects.empty() && result.diagnostics.empty());
  });
}

}  // namespace
}  // namespace adit::formats
