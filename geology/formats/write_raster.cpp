#include "geology/formats/write_raster.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal_frmts.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <vector>

#include "geology/formats/crs.h"
#include "geology/formats/gdal_access.h"

namespace adit::formats {

namespace {

using geology::Diagnostic;
using geology::Diagnostics;
using geology::Severity;
using geology::Terrain;

Diagnostics notWritten(const std::string& path, std::string why, std::string remedy) {
  return {{.severity = Severity::Error,
           .code = "DEM-NOT-WRITTEN",
           .file = path,
           .message = "the terrain cannot be written: " + std::move(why),
           .remedy = std::move(remedy)}};
}

/// Rows of the terrain from the north down, as files have them.
std::int32_t rowFromTop(const Terrain& terrain, std::int32_t row) {
  return terrain.rows - 1 - row;
}

std::vector<float> rowOf(const Terrain& terrain, std::int32_t row, float hole) {
  const auto columns = static_cast<std::size_t>(terrain.columns);
  const float* first = &terrain.heights[static_cast<std::size_t>(row) * columns];
  std::vector<float> heights(first, first + columns);
  for (float& height : heights)
    if (std::isnan(height)) height = hole;
  return heights;
}

struct SystemDeleter {
  void operator()(void* system) const { OSRDestroySpatialReference(system); }
};
using System = std::unique_ptr<void, SystemDeleter>;

/// Null when the terrain states no system, or one that is not known here.
System systemOf(const Terrain& terrain) {
  if (terrain.crs.empty()) return nullptr;
  const CrsResult described = describeCrs(terrain.crs);
  if (!described.crs) return nullptr;
  // An identifier or WKT: GDAL is not asked to understand anything else, such as the name of a file or of a
  // server.
  const GdalMessages quiet;
  System system(OSRNewSpatialReference(nullptr));
  if (OSRSetFromUserInput(system.get(), described.crs->id.c_str()) != OGRERR_NONE) return nullptr;
  OSRSetAxisMappingStrategy(system.get(), OAMS_TRADITIONAL_GIS_ORDER);
  return system;
}

bool writeBand(const Terrain& terrain, GDALDatasetH dataset) {
  constexpr float kHole = std::numeric_limits<float>::lowest();
  GDALRasterBandH band = GDALGetRasterBand(dataset, 1);
  GDALSetRasterNoDataValue(band, static_cast<double>(kHole));
  for (std::int32_t r = 0; r < terrain.rows; ++r) {
    std::vector<float> heights = rowOf(terrain, rowFromTop(terrain, r), kHole);
    if (GDALRasterIO(band, GF_Write, 0, r, terrain.columns, 1, heights.data(), terrain.columns, 1,
                     GDT_Float32, 0, 0) != CE_None)
      return false;
  }
  return true;
}

/// The outer corner of the upper left pixel lies half a step up and to the left of its node.
std::array<double, 6> transformOf(const Terrain& terrain) {
  const auto& u = terrain.stepColumn;
  const auto& v = terrain.stepRow;
  const double top = terrain.rows - 0.5;
  return {terrain.origin[0] - 0.5 * u[0] + top * v[0], u[0], -v[0],
          terrain.origin[1] - 0.5 * u[1] + top * v[1], u[1], -v[1]};
}

/// As many digits as the number has, without an exponent, which some programs cannot read.
template <typename Number>
std::string shortest(Number value) {
  std::array<char, 512> text{};  // the smallest double has 325 digits
  return {text.data(),
          std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr};
}

std::string esriHeader(const Terrain& terrain) {
  const double cell = terrain.stepColumn[0];
  return "ncols " + std::to_string(terrain.columns) + "\nnrows " + std::to_string(terrain.rows) +
         "\nxllcorner " + shortest(terrain.origin[0] - 0.5 * cell) + "\nyllcorner " +
         shortest(terrain.origin[1] - 0.5 * cell) + "\ncellsize " + shortest(cell) + "\nNODATA_value -9999\n";
}

/// What is to be said when the terrain has a system that could not be written.
Diagnostics systemNotWritten(const Terrain& terrain, const std::string& path) {
  if (terrain.crs.empty()) return {};
  return {{.severity = Severity::Warning,
           .code = "DEM-CRS-NOT-WRITTEN",
           .file = path,
           .message = "the coordinate system of the terrain could not be written",
           .remedy = "note it down: " + terrain.crs}};
}

Diagnostics writeProjection(const Terrain& terrain, const std::string& path) {
  const System system = systemOf(terrain);
  char* text = nullptr;
  constexpr std::array<const char*, 2> kEsri{"FORMAT=WKT1_ESRI", nullptr};
  if (system) OSRExportToWktEx(system.get(), &text, kEsri.data());
  const std::string wkt = text != nullptr ? text : "";
  CPLFree(text);
  if (wkt.empty()) return systemNotWritten(terrain, path);
  std::ofstream file(std::filesystem::path(path).replace_extension(".prj"));
  file << wkt << '\n';
  return file ? Diagnostics{} : systemNotWritten(terrain, path);
}

bool emptyTerrain(const Terrain& terrain) {
  return terrain.columns < 1 || terrain.rows < 1;
}

}  // namespace

Diagnostics writeGeoTiff(const Terrain& terrain, const std::string& path) {
  if (emptyTerrain(terrain)) return notWritten(path, "it has no nodes", "choose another object");
  const GdalMessages messages;
  GDALRegister_GTiff();
  char** options = nullptr;
  for (const char* option : {"COMPRESS=DEFLATE", "PREDICTOR=3", "BIGTIFF=IF_SAFER"})
    options = CSLAddString(options, option);
  Dataset dataset(GDALCreate(GDALGetDriverByName("GTiff"), path.c_str(), terrain.columns, terrain.rows, 1,
                             GDT_Float32, options));
  CSLDestroy(options);
  if (!dataset) return notWritten(path, messages.firstFailure(), "check the folder and its rights");
  auto transform = transformOf(terrain);
  GDALSetGeoTransform(dataset.get(), transform.data());
  const System system = systemOf(terrain);
  if (system) GDALSetSpatialRef(dataset.get(), system.get());
  const bool written = writeBand(terrain, dataset.get());
  dataset.reset();  // what is still in memory goes to the disk here
  if (!written || messages.failures() > 0) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return notWritten(path, messages.firstFailure(), "check that there is room on the disk");
  }
  return system ? Diagnostics{} : systemNotWritten(terrain, path);
}

Diagnostics writeEsriAscii(const Terrain& terrain, const std::string& path) {
  if (emptyTerrain(terrain)) return notWritten(path, "it has no nodes", "choose another object");
  const double cell = terrain.stepColumn[0];
  if (terrain.stepColumn[1] != 0 || terrain.stepRow[0] != 0 || !(cell > 0) ||
      !(std::abs(terrain.stepRow[1] - cell) <= 1e-9 * cell))
    return notWritten(path, "an ESRI ASCII grid has square cells along the axes, this one has not",
                      "write a GeoTIFF (.tif)");
  std::ofstream file(path, std::ios::binary);
  file << esriHeader(terrain);
  std::string line;
  for (std::int32_t r = 0; r < terrain.rows && file; ++r) {
    line.clear();
    for (const float height : rowOf(terrain, rowFromTop(terrain, r), -9999.0F))
      line += shortest(height) + ' ';
    line.back() = '\n';
    file << line;
  }
  file.close();
  if (!file) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return notWritten(path, "the file cannot be written",
                      "check the folder, its rights and the room on the disk");
  }
  return writeProjection(terrain, path);
}

}  // namespace adit::formats
