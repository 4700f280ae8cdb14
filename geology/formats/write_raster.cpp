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
#include "geology/formats/synthetic_mark.h"

namespace adit::formats {

namespace {

using geology::Diagnostics;
using geology::Severity;
using geology::Terrain;

Diagnostics notWritten(const std::string& path, std::string why, std::string remedy) {
  return {{.severity = Severity::Error,
           .code = "DEM-NOT-WRITTEN",
           .file = path,
           .message = "the raster cannot be written: " + std::move(why),
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

/// Null when no system is stated, or one that is not known here.
System systemOf(const std::string& crs) {
  if (crs.empty()) return nullptr;
  const CrsResult described = describeCrs(crs);
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

/// What is to be said when there is a system that could not be written.
Diagnostics systemNotWritten(const std::string& crs, const std::string& path) {
  if (crs.empty()) return {};
  return {{.severity = Severity::Warning,
           .code = "DEM-CRS-NOT-WRITTEN",
           .file = path,
           .message = "the coordinate system could not be written",
           .remedy = "note it down: " + crs}};
}

Diagnostics writeProjection(const Terrain& terrain, const std::string& path) {
  const System system = systemOf(terrain.crs);
  char* text = nullptr;
  constexpr std::array<const char*, 2> kEsri{"FORMAT=WKT1_ESRI", nullptr};
  if (system) OSRExportToWktEx(system.get(), &text, kEsri.data());
  const std::string wkt = text != nullptr ? text : "";
  CPLFree(text);
  if (wkt.empty()) return systemNotWritten(terrain.crs, path);
  std::ofstream file(std::filesystem::path(path).replace_extension(".prj"));
  file << wkt << '\n';
  return file ? Diagnostics{} : systemNotWritten(terrain.crs, path);
}

bool emptyTerrain(const Terrain& terrain) {
  return terrain.columns < 1 || terrain.rows < 1;
}

/// What a GeoTIFF is, whatever is in its bands.
struct TiffPlan {
  std::int32_t columns = 0, rows = 0;
  int bands = 1;
  GDALDataType type = GDT_Float32;
  const char* predictor = "PREDICTOR=3";  ///< 3 for floats, 2 for bytes
  std::array<double, 6> transform{};
  std::string crs;
  std::string note;  ///< of synthetic data: becomes the image description
};

/// `write` fills the bands of the dataset; false when it could not.
template <typename Write>
Diagnostics writeTiff(const TiffPlan& plan, const std::string& path, Write write) {
  const GdalMessages messages;
  GDALRegister_GTiff();
  char** options = nullptr;
  for (const char* option : {"COMPRESS=DEFLATE", plan.predictor, "BIGTIFF=IF_SAFER"})
    options = CSLAddString(options, option);
  Dataset dataset(GDALCreate(GDALGetDriverByName("GTiff"), path.c_str(), plan.columns, plan.rows, plan.bands,
                             plan.type, options));
  CSLDestroy(options);
  if (!dataset) return notWritten(path, messages.firstFailure(), "check the folder and its rights");
  auto transform = plan.transform;
  GDALSetGeoTransform(dataset.get(), transform.data());
  const System system = systemOf(plan.crs);
  if (system) GDALSetSpatialRef(dataset.get(), system.get());
  if (!plan.note.empty())
    GDALSetMetadataItem(dataset.get(), "TIFFTAG_IMAGEDESCRIPTION", plan.note.c_str(), nullptr);
  const bool written = write(dataset.get());
  dataset.reset();  // what is still in memory goes to the disk here
  if (!written || messages.failures() > 0) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return notWritten(path, messages.firstFailure(), "check that there is room on the disk");
  }
  return system ? Diagnostics{} : systemNotWritten(plan.crs, path);
}

bool writePixels(const geology::DrapeImage& image, GDALDatasetH dataset) {
  std::vector<std::uint8_t> rgb = image.rgb;  // GDAL asks for memory that it may write to
  return GDALDatasetRasterIO(dataset, GF_Write, 0, 0, image.columns, image.rows, rgb.data(), image.columns,
                             image.rows, GDT_Byte, 3, nullptr, 3, 3 * image.columns, 1) == CE_None;
}

}  // namespace

Diagnostics writeGeoTiff(const Terrain& terrain, const std::string& path) {
  if (emptyTerrain(terrain)) return notWritten(path, "it has no nodes", "choose another object");
  const TiffPlan plan{.columns = terrain.columns,
                      .rows = terrain.rows,
                      .transform = transformOf(terrain),
                      .crs = terrain.crs,
                      .note = syntheticNote(terrain.source)};
  return writeTiff(plan, path, [&](GDALDatasetH dataset) { return writeBand(terrain, dataset); });
}

Diagnostics writeGeoTiff(const geology::DrapeImage& image, const std::string& crs, const std::string& path) {
  if (image.columns < 1 || image.rows < 1)
    return notWritten(path, "it has no pixels", "choose another object");
  TiffPlan plan{.columns = image.columns,
                .rows = image.rows,
                .bands = 3,
                .type = GDT_Byte,
                .predictor = "PREDICTOR=2",
                .transform = {0, 1, 0, 0, 0, 1},  // GDAL's way to say: nowhere
                .crs = {},
                .note = syntheticNote(image.source)};
  if (image.georeferenced) {
    plan.crs = crs;
    plan.transform = {image.origin[0], image.stepColumn[0], image.stepRow[0],
                      image.origin[1], image.stepColumn[1], image.stepRow[1]};
  }
  return writeTiff(plan, path, [&](GDALDatasetH dataset) { return writePixels(image, dataset); });
}

Diagnostics writeEsriAscii(const Terrain& terrain, const std::string& path) {
  if (emptyTerrain(terrain)) return notWritten(path, "it has no nodes", "choose another object");
  if (terrain.source.synthetic)
    return notWritten(path, "an ESRI ASCII grid has no place that says that the terrain is synthetic",
                      "write a GeoTIFF (.tif)");
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
