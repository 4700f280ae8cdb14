// Rasters as they come: what their SOURCE.md and an independent reading of their text say of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "tests/support/real_data.h"
#include "tests/unit/formats/raster_testing.h"

namespace adit::formats {
namespace {

using geology::Terrain;
using tests::diagnosticOf;
using tests::terrainOf;

ImportResult readReal(const std::string& name) {
  const std::string path = tests::realData(name);
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return tests::readTyped(path, bytes.str());
}

std::size_t holesOf(const Terrain& terrain) {
  return static_cast<std::size_t>(
      std::count_if(terrain.heights.begin(), terrain.heights.end(), [](float h) { return std::isnan(h); }));
}

double sumOf(const Terrain& terrain) {
  double sum = 0;
  for (const float height : terrain.heights)
    if (!std::isnan(height)) sum += static_cast<double>(height);
  return sum;
}

TEST(RealRaster, MountSaintHelens) {
  ADIT_NEEDS_REAL_DATA("dem_usgs");
  const ImportResult result = readReal("dem_usgs/SainteHelens.dem");
  const Terrain& terrain = terrainOf(result);
  EXPECT_EQ(terrain.columns, 327);
  EXPECT_EQ(terrain.rows, 468);
  EXPECT_EQ(terrain.stepColumn[0], 30);
  EXPECT_EQ(terrain.stepRow[1], 30);
  EXPECT_EQ(terrain.bounds().min.z, 682);
  EXPECT_EQ(terrain.bounds().max.z, 2543);
  EXPECT_EQ(terrain.crs, "EPSG:26710") << "NAD27 / UTM zone 10N";
  EXPECT_EQ(terrain.source.format, "USGS DEM");
  // The corners in the header are those of a quadrangle that is slightly turned in the UTM grid: the nodes
  // outside it are holes. The first profile begins at the south-western corner, 557945 E 5107991 N.
  EXPECT_EQ(terrain.node(5, 1).x, 557970);
  EXPECT_GT(holesOf(terrain), 0U);
  EXPECT_EQ(diagnosticOf(result, "DEM-HOLES").count, holesOf(terrain));
  // The summit after the eruption of 1980 was 2549 m; it stands near 46.19 N, 122.19 W.
  EXPECT_NEAR(terrain.heightAt(562400, 5115350), 2500, 60);
}

TEST(RealRaster, NodataInside) {
  ADIT_NEEDS_REAL_DATA("dem_ascii");
  const Terrain terrain = terrainOf(readReal("dem_ascii/hugo_site.asc"));
  EXPECT_EQ(terrain.columns, 76);
  EXPECT_EQ(terrain.rows, 55);
  EXPECT_EQ(holesOf(terrain), 2028U);
  EXPECT_EQ(terrain.bounds().min.z, 1660);
  EXPECT_EQ(terrain.bounds().max.z, 1711);
  EXPECT_EQ(sumOf(terrain), 3635955);
}

TEST(RealRaster, WithoutANodataLine) {
  ADIT_NEEDS_REAL_DATA("dem_ascii");
  const Terrain terrain = terrainOf(readReal("dem_ascii/4_x_3_no_nodata_value.asc"));
  EXPECT_THAT(terrain.heights, testing::ElementsAre(9, 10, 11, 6, 7, 8, 3, 4, 5, 0, 1, 2));
  EXPECT_THAT(terrain.origin, testing::ElementsAre(6, 7));
}

TEST(RealRaster, EsriGridUnderSurfersEnding) {
  ADIT_NEEDS_REAL_DATA("dem_ascii");
  const ImportResult result = readReal("dem_ascii/demstd.grd");
  const Terrain& terrain = terrainOf(result);
  EXPECT_EQ(terrain.source.format, "ESRI ASCII grid");
  EXPECT_EQ(terrain.columns, 376);
  EXPECT_EQ(terrain.rows, 253);
  EXPECT_EQ(terrain.stepColumn[0], 1009.975);
  EXPECT_DOUBLE_EQ(terrain.origin[0], -185556.375 + 1009.975 / 2);
  EXPECT_EQ(sumOf(terrain), 107010626);
  // The same heights as a Surfer grid, where the outer nodes lie on the edges.
  const Terrain surfer = terrainOf(readReal("dem_ascii/surfdem.grd"));
  EXPECT_EQ(surfer.source.format, "Surfer ASCII grid");
  EXPECT_EQ(surfer.heights, terrain.heights);
  EXPECT_NEAR(surfer.bounds().max.x, 194194.225, 1e-6);
}

TEST(RealRaster, DegreesOfSrtm) {
  ADIT_NEEDS_REAL_DATA("dem_ascii");
  const ImportResult result = readReal("dem_ascii/SRTMGL3_front_range.asc");
  const Terrain& terrain = terrainOf(result);
  EXPECT_EQ(terrain.columns, 240);
  EXPECT_EQ(terrain.rows, 144);
  EXPECT_EQ(sumOf(terrain), 88027030);
  EXPECT_EQ(terrain.crs, "EPSG:4326");
  EXPECT_THAT(diagnosticOf(result, "DEM-DEGREES").remedy, testing::HasSubstr("EPSG:32613"));
}

}  // namespace
}  // namespace adit::formats
