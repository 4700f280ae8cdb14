// Terrains and images from one system into another, with the error that it costs.
#include "geology/formats/reproject.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/formats/raster_testing.h"

namespace adit::formats {
namespace {

using geology::Terrain;
using geology::Vec3;
using testing::HasSubstr;
using tests::diagnosticOf;

CrsTransform transformBetween(const std::string& source, const std::string& target) {
  return std::move(CrsTransform::between(source, target).transform.value());
}

/// Around 40.1 N, 105.4 W; the height of a node is what `height` says of its longitude and latitude.
template <typename Height>
Terrain degrees(Height&& height) {
  Terrain terrain;
  terrain.name = "front range";
  terrain.columns = 60;
  terrain.rows = 50;
  terrain.origin = {-105.45, 40.05};
  terrain.stepColumn = {0.001, 0};
  terrain.stepRow = {0, 0.001};
  terrain.crs = "EPSG:4326";
  terrain.heights.resize(60U * 50U, 0);
  for (std::int32_t r = 0; r < terrain.rows; ++r)
    for (std::int32_t c = 0; c < terrain.columns; ++c) {
      const Vec3 p = terrain.node(c, r);
      terrain.heights[static_cast<std::size_t>(c + 60 * r)] = static_cast<float>(height(p.x, p.y));
    }
  return terrain;
}

TEST(ReprojectTerrain, APlaneInDegreesStaysWhatItWas) {
  geology::Progress progress;
  const auto plane = [](double lon, double lat) {
    return 2000 + 1000 * (lon + 105.4) - 2000 * (lat - 40.07);
  };
  const CrsTransform transform = transformBetween("EPSG:4326", "EPSG:32613");
  const ReprojectedTerrain result = reproject(degrees(plane), transform, progress);
  const Terrain& terrain = result.terrain;
  EXPECT_EQ(terrain.crs, "EPSG:32613");
  EXPECT_EQ(terrain.name, "front range");
  // 0.001 degrees are 85.3 m to the east and 111.0 m to the north there.
  EXPECT_NEAR(terrain.stepColumn[0], 85.3, 0.2);
  EXPECT_NEAR(terrain.stepRow[1], 111.0, 0.2);
  std::size_t compared = 0;
  for (std::int32_t r = 0; r < terrain.rows; ++r)
    for (std::int32_t c = 0; c < terrain.columns; ++c) {
      const Vec3 node = terrain.node(c, r);
      if (std::isnan(node.z)) continue;
      const Vec3 there = transform.inverse(node);
      EXPECT_NEAR(node.z, plane(there.x, there.y), 0.001);
      ++compared;
    }
  EXPECT_GT(compared, 2700U) << "of 3000 nodes of the source";
  EXPECT_LT(result.largestError, 0.01);
}

TEST(ReprojectTerrain, TheErrorOfRoughGroundIsMeasured) {
  geology::Progress progress;
  const auto rough = [](double lon, double lat) { return 100 * std::sin(lon * 2000) * std::cos(lat * 2000); };
  const Terrain source = degrees(rough);
  const CrsTransform transform = transformBetween("EPSG:4326", "EPSG:32613");
  const ReprojectedTerrain result = reproject(source, transform, progress);
  EXPECT_GT(result.meanError, 1);
  EXPECT_GT(result.largestError, result.meanError);
  const Vec3 p = transform.forward(source.node(30, 25));
  EXPECT_LE(std::abs(result.terrain.heightAt(p.x, p.y) - p.z), result.largestError);
  EXPECT_THAT(diagnosticOf(result.diagnostics, "CRS-TERRAIN-RESAMPLED").message, HasSubstr("60 x 50"));
  EXPECT_EQ(diagnosticOf(result.diagnostics, "CRS-TRANSFORMED").severity, geology::Severity::Note);
}

TEST(ReprojectTerrain, HolesStayHolesAndHeightsChangeTheirUnit) {
  geology::Progress progress;
  Terrain source = degrees([](double, double) { return 1200; });
  source.heights[30 + 60 * 25] = std::numeric_limits<float>::quiet_NaN();
  const Vec3 hole = source.node(30, 25);
  const CrsTransform transform = transformBetween("EPSG:4326", "EPSG:2231");
  const Terrain terrain = reproject(source, transform, progress).terrain;
  const Vec3 there = transform.forward(Vec3{hole.x, hole.y, 0});
  EXPECT_TRUE(std::isnan(terrain.heightAt(there.x, there.y)));
  const Vec3 other = transform.forward(Vec3{-105.43, 40.06, 1200});
  EXPECT_NEAR(terrain.heightAt(other.x, other.y), 3937, 1e-3) << "US survey feet";
}

TEST(ReprojectTerrain, AnImpossiblePlaceIsRefused) {
  geology::Progress progress;
  Terrain source = degrees([](double, double) { return 1; });
  source.origin = {5e6, 5e6};
  const ReprojectedTerrain result = reproject(source, transformBetween("EPSG:4326", "EPSG:32613"), progress);
  EXPECT_EQ(result.terrain.columns, 0);
  EXPECT_EQ(diagnosticOf(result.diagnostics, "CRS-OUTSIDE").severity, geology::Severity::Error);
}

TEST(ReprojectTerrain, CanBeCancelled) {
  geology::Progress progress;
  progress.cancel();
  EXPECT_THROW(reproject(degrees([](double, double) { return 1; }),
                         transformBetween("EPSG:4326", "EPSG:32613"), progress),
               geology::Cancelled);
}

TEST(ReprojectImage, CornersMoveAndTheRestIsMeasured) {
  geology::DrapeImage image;
  image.columns = 100;
  image.rows = 50;
  image.rgb.resize(15000);
  image.origin = {-105.45, 40.10};
  image.stepColumn = {0.001, 0};
  image.stepRow = {0, -0.001};
  image.georeferenced = true;
  const CrsTransform transform = transformBetween("EPSG:4326", "EPSG:32613");
  const ReprojectedImage result = reproject(image, transform);
  const Vec3 corner = transform.forward(Vec3{-105.45, 40.10, 0});
  EXPECT_NEAR(result.image.origin[0], corner.x, 1e-6);
  EXPECT_NEAR(result.image.origin[1], corner.y, 1e-6);
  // The opposite corner belongs to no three corners that were moved.
  const Vec3 opposite = transform.forward(Vec3{-105.35, 40.05, 0});
  const double x = result.image.origin[0] + 100 * result.image.stepColumn[0] + 50 * result.image.stepRow[0];
  const double y = result.image.origin[1] + 100 * result.image.stepColumn[1] + 50 * result.image.stepRow[1];
  EXPECT_LE(std::hypot(x - opposite.x, y - opposite.y), result.largestError * (1 + 1e-9));
  EXPECT_GT(result.largestError, 0.1);
  EXPECT_LT(result.largestError, 20);
  EXPECT_EQ(diagnosticOf(result.diagnostics, "CRS-IMAGE-PLACED").severity, geology::Severity::Note);
}

}  // namespace
}  // namespace adit::formats
