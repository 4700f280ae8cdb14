#include "geology/formats/raster_reader.h"

#include <cpl_conv.h>
#include <ogr_srs_api.h>

#include <cmath>

#include "geology/formats/raster_job.h"

namespace adit::formats {

namespace {

using geology::Severity;

[[noreturn]] void refuse(const Source& source, std::string code, std::string message, std::string remedy) {
  throw ReadError{{.severity = Severity::Error,
                   .code = std::move(code),
                   .file = source.path,
                   .message = std::move(message),
                   .remedy = std::move(remedy)}};
}

GroundPlace placeOf(RasterJob& job) {
  GroundPlace place;
  const bool stated = GDALGetGeoTransform(job.dataset, place.g.data()) == CE_None;
  const double determinant = place.g[1] * place.g[5] - place.g[2] * place.g[4];
  place.stated = stated && std::isfinite(determinant) && determinant != 0 && std::isfinite(place.g[0]) &&
                 std::isfinite(place.g[3]);
  if (!place.stated) place.g = {0, 1, 0, static_cast<double>(job.rows), 0, -1};
  return place;
}

std::string wktOf(GDALDatasetH dataset) {
  OGRSpatialReferenceH system = GDALGetSpatialRef(dataset);
  if (system == nullptr) return {};
  constexpr std::array<const char*, 2> kOptions{"FORMAT=WKT2_2019", nullptr};
  char* text = nullptr;
  OSRExportToWktEx(system, &text, kOptions.data());
  std::string wkt = text != nullptr ? text : "";
  CPLFree(text);
  return wkt;
}

/// Nothing in the file says so, but cells of less than 0.05 between -180..180 and -90..90 are hardly metres.
bool looksLikeDegrees(const RasterJob& job) {
  const auto& g = job.place.g;
  const double cell = std::hypot(g[1], g[4]);
  const double right = g[0] + job.columns * g[1] + job.rows * g[2];
  const double bottom = g[3] + job.columns * g[4] + job.rows * g[5];
  return job.place.stated && cell < 0.05 && std::abs(g[0]) <= 180 && std::abs(right) <= 180 &&
         std::abs(g[3]) <= 90 && std::abs(bottom) <= 90 && std::abs(right - g[0]) > 0;
}

/// The stated system, else the person's, else a guess for degrees.
std::string crsDefinition(RasterJob& job) {
  std::string stated = wktOf(job.dataset);
  if (personsAnswer(job.choices, job.source.path, "crs") != nullptr)
    return job.decide().take("crs", stated, "named by the person");
  if (!stated.empty() || !looksLikeDegrees(job)) return stated;
  job.say(Severity::Warning, "DEM-LOOKS-GEOGRAPHIC",
          "no coordinate system is stated, but the coordinates look like longitude and latitude; EPSG:4326 "
          "is assumed",
          "name the right system with the choice " + choiceKey(job.source.path, "crs") + ", or none");
  return job.decide().take("crs", "EPSG:4326", "the coordinates look like degrees");
}

void findCrs(RasterJob& job) {
  const std::string definition = crsDefinition(job);
  if (definition.empty() || definition == "none") return;
  CrsResult described = describeCrs(definition);
  for (geology::Diagnostic& diagnostic : described.diagnostics) {
    // A raster in an unknown system is still a raster.
    diagnostic.severity = std::min(diagnostic.severity, Severity::Warning);
    diagnostic.file = job.source.path;
    job.result.diagnostics.push_back(diagnostic);
  }
  job.crs = described.crs;
  if (job.crs) job.result.crs = job.crs->id;
}

/// Bytes in three bands, or with a table of colours, are a picture. One band of bytes is nearly always one (a
/// hillshade, a scanned map), but could be heights.
bool isImage(RasterJob& job) {
  GDALRasterBandH first = GDALGetRasterBand(job.dataset, 1);
  const GDALDataType type = GDALGetRasterDataType(first);
  const std::string_view driver = job.format.driver;
  const bool picture = driver == "PNG" || driver == "JPEG";
  if (type == GDT_UInt16 && job.bands >= 3 &&
      (picture || GDALGetRasterColorInterpretation(first) == GCI_RedBand))
    refuse(job.source, "IMG-DEPTH", "the image has 16 bits a colour", "save it with 8 bits a colour");
  // Of a grid of XYZ the type of the numbers means nothing: GDAL takes the smallest that holds them.
  if (type != GDT_Byte || driver == "XYZ") return false;
  if (picture || job.bands >= 3 || GDALGetRasterColorTable(first) != nullptr) return true;
  const std::string chosen =
      job.decide().take("raster-as", "image", "one band of bytes", {"image", "terrain"});
  if (personsAnswer(job.choices, job.source.path, "raster-as") == nullptr)
    job.say(Severity::Note, "DEM-BYTES-AS-IMAGE",
            "one band of bytes is taken as a grey image, not as heights",
            "if it holds heights, set the choice " + choiceKey(job.source.path, "raster-as") + " to terrain");
  return chosen == "image";
}

void reportGdal(RasterJob& job, const GdalMessages& messages) {
  if (messages.failures() > 0)
    job.say(Severity::Warning, "DEM-GDAL", "GDAL reports: " + messages.firstFailure(),
            "check that the file is complete", messages.failures());
  if (messages.warnings() > 0)
    job.say(Severity::Note, "DEM-GDAL-REMARK", "GDAL remarks: " + messages.firstWarning(),
            "nothing, if the raster looks right", messages.warnings());
}

/// A container of several rasters opens without any band.
void requireBands(const Source& source, const Dataset& dataset, const GdalMessages& messages) {
  if (!dataset)
    refuse(source, "DEM-UNREADABLE",
           "the raster cannot be opened" +
               (messages.failures() > 0 ? ": " + messages.firstFailure() : std::string()),
           "check that the file is complete, or export it again as GeoTIFF");
  if (GDALGetRasterCount(dataset.get()) == 0)
    refuse(source, "DEM-SEVERAL", "the file holds several rasters or none",
           "export the one with the heights as GeoTIFF");
}

/// GDAL takes any table whose first columns are numbers for a grid. One with names of columns, or with more
/// than X, Y and Z in a row, belongs to other readers: a colour palette is no terrain.
bool isRowOfThree(const Source& source) {
  constexpr std::string_view kBetween = " \t,;";
  const std::size_t first = source.bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  const std::string_view line = source.bytes.substr(first, source.bytes.find_first_of("\r\n", first) - first);
  if (std::string_view("+-.0123456789").find(line.front()) == std::string_view::npos) return false;
  std::size_t columns = 0;
  for (std::size_t at = line.find_first_not_of(kBetween); at != std::string_view::npos; ++columns)
    at = line.find_first_not_of(kBetween, line.find_first_of(kBetween, at));
  return columns == 3;
}

}  // namespace

int recogniseRaster(const Source& source) {
  const GdalMessages quiet;
  const RasterFormat* format = GdalFile(source).identify();
  if (format == nullptr || (std::string_view(format->driver) == "XYZ" && !isRowOfThree(source))) return 0;
  return format->certainty;
}

ImportResult readRaster(const Source& source, const ImportChoices& choices, geology::Progress& progress) {
  constexpr int kMaxSide = 1'000'000;
  const GdalMessages messages;
  const GdalFile file(source);
  const RasterFormat* format = file.identify();
  const Dataset dataset = format != nullptr ? file.open() : nullptr;
  requireBands(source, dataset, messages);
  RasterJob job{source, *format, dataset.get(), choices, progress};
  job.provenance.path = source.path;
  job.provenance.format = format->name;
  job.provenance.bytes = source.bytes.size();
  job.columns = GDALGetRasterXSize(dataset.get());
  job.rows = GDALGetRasterYSize(dataset.get());
  job.bands = GDALGetRasterCount(dataset.get());
  if (job.columns < 1 || job.rows < 1 || job.columns > kMaxSide || job.rows > kMaxSide)
    refuse(
        source, "DEM-TOO-LARGE",
        std::to_string(job.columns) + " x " + std::to_string(job.rows) + " cells are more than can be read",
        "cut out the part that you need");
  job.place = placeOf(job);
  findCrs(job);
  job.result.sideFiles = file.sideFiles(dataset);
  if (isImage(job))
    readDrapeImage(job);
  else
    readTerrain(job);
  reportGdal(job, messages);
  return std::move(job.result);
}

}  // namespace adit::formats
