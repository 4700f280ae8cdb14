// Terrains written to files and read back.
#include "geology/formats/write_raster.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/temporary_folder.h"
#include "tests/unit/formats/raster_testing.h"

namespace adit::formats {
namespace {

using geology::Terrain;
using testing::IsEmpty;
using tests::contentOf;
using tests::diagnosticOf;
using tests::terrainOf;

class WriteRaster : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return folder_.at(name); }
  static Terrain again(const std::string& path) { return terrainOf(tests::readTyped(path, contentOf(path))); }

 private:
  const tests::TemporaryFolder folder_;
};

Terrain threeByTwo() {
  Terrain terrain;
  terrain.name = "dem";
  terrain.columns = 3;
  terrain.rows = 2;
  terrain.origin = {500005, 4499985};
  terrain.stepColumn = {10, 0};
  terrain.stepRow = {0, 10};
  terrain.heights = {4, std::numeric_limits<float>::quiet_NaN(), 6, 1.1F, 2543.0625F, -3};
  terrain.crs = "EPSG:32612";
  return terrain;
}

void expectSame(const Terrain& a, const Terrain& b) {
  EXPECT_EQ(a.columns, b.columns);
  EXPECT_EQ(a.rows, b.rows);
  EXPECT_EQ(a.crs, b.crs);
  for (std::size_t axis = 0; axis < 2; ++axis) {
    EXPECT_NEAR(a.origin[axis], b.origin[axis], 1e-9);
    EXPECT_NEAR(a.stepColumn[axis], b.stepColumn[axis], 1e-12);
    EXPECT_NEAR(a.stepRow[axis], b.stepRow[axis], 1e-12);
  }
  ASSERT_EQ(a.heights.size(), b.heights.size());
  for (std::size_t i = 0; i < a.heights.size(); ++i)
    EXPECT_TRUE(a.heights[i] == b.heights[i] || (std::isnan(a.heights[i]) && std::isnan(b.heights[i]))) << i;
}

TEST_F(WriteRaster, GeoTiffComesBackTheSame) {
  EXPECT_THAT(writeGeoTiff(threeByTwo(), path("dem.tif")), IsEmpty());
  expectSame(again(path("dem.tif")), threeByTwo());
}

TEST_F(WriteRaster, GeoTiffKeepsARotation) {
  Terrain terrain = threeByTwo();
  terrain.stepColumn = {8, 6};
  terrain.stepRow = {-6, 8};
  EXPECT_THAT(writeGeoTiff(terrain, path("dem.tif")), IsEmpty());
  expectSame(again(path("dem.tif")), terrain);
}

TEST_F(WriteRaster, EsriAsciiIsWhatOneWouldType) {
  EXPECT_THAT(writeEsriAscii(threeByTwo(), path("dem.asc")), IsEmpty());
  EXPECT_EQ(contentOf(path("dem.asc")),
            "ncols 3\nnrows 2\nxllcorner 500000\nyllcorner 4499980\ncellsize 10\nNODATA_value -9999\n"
            "1.1 2543.0625 -3\n4 -9999 6\n");
  // The system stands in the .prj beside it.
  expectSame(again(path("dem.asc")), threeByTwo());
}

TEST_F(WriteRaster, EsriAsciiRefusesWhatItCannotHold) {
  Terrain turned = threeByTwo();
  turned.stepColumn = {8, 6};
  turned.stepRow = {-6, 8};
  Terrain oblong = threeByTwo();
  oblong.stepRow = {0, 20};
  for (const Terrain& terrain : {turned, oblong}) {
    EXPECT_EQ(diagnosticOf(writeEsriAscii(terrain, path("no.asc")), "DEM-NOT-WRITTEN").severity,
              geology::Severity::Error);
    EXPECT_FALSE(std::filesystem::exists(path("no.asc")));
  }
}

TEST_F(WriteRaster, AFolderThatIsNotThereIsAnError) {
  EXPECT_EQ(writeGeoTiff(threeByTwo(), path("none/dem.tif")).size(), 1U);
  EXPECT_EQ(writeEsriAscii(threeByTwo(), path("none/dem.asc")).size(), 1U);
  EXPECT_EQ(writeGeoTiff(Terrain{}, path("dem.tif")).size(), 1U);
}

TEST_F(WriteRaster, ASystemThatCannotBeWrittenIsSaid) {
  Terrain terrain = threeByTwo();
  terrain.crs = "the grid of the mine";
  EXPECT_EQ(diagnosticOf(writeEsriAscii(terrain, path("dem.asc")), "DEM-CRS-NOT-WRITTEN").severity,
            geology::Severity::Warning);
  EXPECT_EQ(diagnosticOf(writeGeoTiff(terrain, path("dem.tif")), "DEM-CRS-NOT-WRITTEN").severity,
            geology::Severity::Warning);
}

}  // namespace
}  // namespace adit::formats
