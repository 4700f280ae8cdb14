// A band of a raster as heights: nodata, units, thinning, orientation.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "geology/formats/delimited.h"
#include "geology/formats/lattice_text.h"
#include "geology/formats/raster_job.h"

namespace adit::formats {

namespace {

using geology::Severity;
using geology::Terrain;

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

std::size_t punch(Terrain& terrain, double nodata) {
  std::size_t holes = 0;
  for (float& height : terrain.heights)
    if (height == static_cast<float>(nodata)) {
      height = kHole;
      ++holes;
    }
  return holes;
}

/// The value that is used for "no height" most and that no height on land has; "none" when there is none of
/// them.
std::string suspectedNodata(const Terrain& terrain, std::size_t& count) {
  constexpr std::array kUsual{-9999.0F, -99999.0F, -32768.0F, -32767.0F};
  std::string guess = "none";
  for (const float value : kUsual) {
    const auto found =
        static_cast<std::size_t>(std::count(terrain.heights.begin(), terrain.heights.end(), value));
    if (found <= count) continue;
    count = found;
    guess = formatNumber(static_cast<double>(value));
  }
  return guess;
}

void applyNodata(RasterJob& job, GDALRasterBandH band, Terrain& terrain) {
  int stated = 0;
  const double value = GDALGetRasterNoDataValue(band, &stated);
  const std::string key = choiceKey(job.source.path, "nodata");
  const bool asked = personsAnswer(job.choices, job.source.path, "nodata") != nullptr;
  if (stated != 0 && !asked) {
    punch(terrain, value);
    return;
  }
  std::size_t count = 0;
  const std::string guess = suspectedNodata(terrain, count);
  if (guess == "none" && !asked) return;
  const std::string answer = job.decide().take("nodata", guess, "the file states no value for it");
  const auto nodata = parseNumber(answer);
  if (!nodata) {
    if (answer != "none")
      job.say(Severity::Warning, "DEM-BAD-CHOICE",
              key + " cannot be \"" + answer + "\"; no value is taken as nodata", "choose none or a number");
    return;
  }
  const std::size_t holes = punch(terrain, *nodata);
  if (!asked)
    job.say(Severity::Note, "DEM-NODATA-GUESSED",
            "no nodata value is stated; " + answer + " is taken for it, and its nodes are holes",
            "if it is a height, set the choice " + key + " to none", holes);
}

double unitInMetres(const std::string& unit) {
  static const std::map<std::string, double> kUnits{{"m", 1},
                                                    {"metre", 1},
                                                    {"meter", 1},
                                                    {"metres", 1},
                                                    {"meters", 1},
                                                    {"ft", 0.3048},
                                                    {"foot", 0.3048},
                                                    {"feet", 0.3048},
                                                    {"international foot", 0.3048},
                                                    {"us-ft", 1200.0 / 3937},
                                                    {"ftUS", 1200.0 / 3937},
                                                    {"US survey foot", 1200.0 / 3937},
                                                    {"Foot_US", 1200.0 / 3937},
                                                    {"foot_survey_us", 1200.0 / 3937}};
  const auto found = kUnits.find(unit);
  return found == kUnits.end() ? 0 : found->second;
}

/// Heights in the unit of the coordinates, so that a slope is a slope. Where that is not in the file it is
/// known only when the unit of the whole deposit is.
void applyUnit(RasterJob& job, GDALRasterBandH band, Terrain& terrain) {
  std::string unit = GDALGetRasterUnitType(band);
  if (!unit.empty() && unitInMetres(unit) == 0) {
    job.say(Severity::Warning, "DEM-UNIT-UNKNOWN", "the unit of heights \"" + unit + "\" is not known",
            "set the choice " + choiceKey(job.source.path, "height-unit") + " to m or ft");
    unit.clear();
  }
  const bool asked = personsAnswer(job.choices, job.source.path, "height-unit") != nullptr;
  if (unit.empty() || asked) {
    unit = job.decide().take("height-unit", "as-coordinates", "the file states no unit of heights",
                             {"m", "ft", "us-ft", "as-coordinates"});
    if (!asked)
      job.say(Severity::Note, "DEM-UNIT-ASSUMED",
              "no unit of heights is stated; they are taken in " +
                  (job.crs ? job.crs->geographic ? "metres"
                                                 : "the unit of the coordinates (" + job.crs->unit + ")"
                           : std::string("the unit of the coordinates")),
              "if they are not, set the choice " + choiceKey(job.source.path, "height-unit"));
  }
  const double from = unitInMetres(unit);
  if (from > 0 && !job.crs) job.result.heightUnits[job.result.objects.size()] = from;
  const double factor = from > 0 && job.crs ? from / job.crs->unitInMetres : 1;
  if (factor == 1) return;
  for (float& height : terrain.heights) height = static_cast<float>(static_cast<double>(height) * factor);
  job.say(Severity::Note, "DEM-UNIT-CONVERTED",
          "heights in " + unit + " were multiplied by " + formatNumber(factor) +
              " to be in the unit of the coordinates",
          "if they are in another unit, set the choice " + choiceKey(job.source.path, "height-unit"));
}

/// Some files keep heights as whole numbers with a factor and an offset.
void applyScale(GDALRasterBandH band, Terrain& terrain) {
  const double scale = GDALGetRasterScale(band, nullptr);
  const double offset = GDALGetRasterOffset(band, nullptr);
  if (scale == 1 && offset == 0) return;
  for (float& height : terrain.heights)
    height = static_cast<float>(static_cast<double>(height) * scale + offset);
}

GDALRasterBandH chosenBand(RasterJob& job) {
  if (job.bands == 1) return GDALGetRasterBand(job.dataset, 1);
  std::vector<std::string> names;
  for (int band = 1; band <= job.bands; ++band) names.push_back(std::to_string(band));
  const std::string chosen = job.decide().take("band", "1", "the first of " + names.back() + " bands",
                                               std::vector<std::string_view>(names.begin(), names.end()));
  job.say(Severity::Note, "DEM-BANDS",
          "band " + chosen + " of " + names.back() + " is read as heights; the others are not used",
          "set the choice " + choiceKey(job.source.path, "band") + " to read another");
  return GDALGetRasterBand(job.dataset, std::stoi(chosen));
}

void reportPlace(RasterJob& job) {
  if (!job.place.stated)
    job.say(
        Severity::Warning, "DEM-NOT-PLACED",
        GDALGetGCPCount(job.dataset) > 0
            ? "the raster is placed by ground control points only; its coordinates here are columns and rows"
            : "the raster says nothing of where it lies; its coordinates here are columns and rows",
        "add a world file or export it as a georeferenced GeoTIFF (gdalwarp)");
  if (job.crs && job.crs->geographic)
    job.say(Severity::Note, "DEM-DEGREES",
            "the nodes lie on longitude and latitude in degrees, which are no lengths",
            "slopes and distances need a projected system, e.g. the UTM zone " +
                utmCrs(job.place.g[0] + 0.5 * job.columns * job.place.g[1],
                       job.place.g[3] + 0.5 * job.rows * job.place.g[5]));
}

}  // namespace

void readTerrain(RasterJob& job) {
  GDALRasterBandH band = chosenBand(job);
  Terrain terrain = readRawHeights(job, band);
  applyNodata(job, band, terrain);
  applyScale(band, terrain);
  applyUnit(job, band, terrain);
  reportPlace(job);
  const auto holes = static_cast<std::size_t>(std::count_if(terrain.heights.begin(), terrain.heights.end(),
                                                            [](float height) { return std::isnan(height); }));
  if (holes == terrain.heights.size())
    job.say(Severity::Error, "DEM-EMPTY", "no node has a height", "check the nodata value and the file");
  else if (holes > 0)
    job.say(Severity::Note, "DEM-HOLES", "nodes without a height are holes in the terrain",
            "nothing, if that is so", holes);
  terrain.crs = job.crs ? job.crs->id : "";
  terrain.source = job.provenance;
  job.result.objects.emplace_back(std::move(terrain));
}

}  // namespace adit::formats
