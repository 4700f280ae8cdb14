// A raster in the course of being read; shared by the sources of the raster reader only.
#pragma once
#include <array>
#include <optional>
#include <string>

#include "geology/formats/crs.h"
#include "geology/formats/gdal_access.h"
#include "geology/formats/import_choice.h"
#include "geology/formats/reader.h"
#include "geology/model/terrain.h"

namespace adit::formats {

/// Where the raster lies. X = g[0] + column*g[1] + row*g[2], Y = g[3] + column*g[4] + row*g[5]; column and
/// row count from the outer corner of the upper left pixel.
struct GroundPlace {
  std::array<double, 6> g{0, 1, 0, 0, 0, -1};
  bool stated = false;  ///< false: the place is that of the cells themselves
};

struct RasterJob {
  const Source& source;
  const RasterFormat& format;
  GDALDatasetH dataset;
  const ImportChoices& choices;
  geology::Progress& progress;
  ImportResult result{};
  geology::Provenance provenance{};
  int columns = 0, rows = 0, bands = 0;
  GroundPlace place{};
  std::optional<CrsInfo> crs{};

  Decision decide() { return {choices, provenance, result.diagnostics}; }
  void say(geology::Severity severity, std::string code, std::string message, std::string remedy,
           std::size_t count = 1) {
    result.diagnostics.push_back({.severity = severity,
                                  .code = std::move(code),
                                  .file = source.path,
                                  .message = std::move(message),
                                  .remedy = std::move(remedy),
                                  .count = count});
  }
};

/// The numbers of a band as they stand in the file, on their nodes, the south (or what is lowest on the page)
/// first, so that stepColumn x stepRow points up. What cannot be read or is left out is said.
geology::Terrain readRawHeights(RasterJob& job, GDALRasterBandH band);

/// Both add their object to job.result.objects, or throw ReadError.
void readTerrain(RasterJob& job);
void readDrapeImage(RasterJob& job);

}  // namespace adit::formats
