// A band of a raster as heights: nodata, units, thinning, orientation.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <limits>
#include <map>

#include "geology/formats/ascii_grid.h"
#include "geology/formats/delimited.h"
#include "geology/formats/raster_job.h"

namespace adit::formats {

namespace {

using geology::Severity;
using geology::Terrain;

constexpr std::int64_t kMaxNodes = 2048 * 2048;
constexpr float kHole = std::numeric_limits<float>::quiet_NaN();
/// No height; Surfer's 1.70141e38 and the smallest float lie beyond.
constexpr double kNoHeight = 1e30;

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.10g", value);
  return text.data();
}

/// Every how manieth node is kept.
int thinning(const RasterJob& job) {
  int factor = 1;
  const auto kept = [&](int count) { return (count - 1) / factor + 1; };
  while (std::int64_t{kept(job.columns)} * kept(job.rows) > kMaxNodes) ++factor;
  return factor;
}

/// The values of every `factor`th row, in the order of the file. False: the row cannot be read.
struct RowSource {
  std::function<bool(int row, std::vector<double>& values)> read;
  bool bottomFirst = false;
  int rows = 0;  ///< that the file can hold at most, however many its header claims
};

RowSource gdalRows(const RasterJob& job, GDALRasterBandH band) {
  const auto read = [&job, band](int row, std::vector<double>& values) {
    std::fill(values.begin(), values.end(), kHole);
    return GDALRasterIO(band, GF_Read, 0, row, job.columns, 1, values.data(), job.columns, 1, GDT_Float64, 0,
                        0) == CE_None;
  };
  return {.read = read, .rows = job.rows};
}

RowSource asciiRows(const RasterJob& job, AsciiGridValues& values, bool bottomFirst) {
  const auto columns = static_cast<std::size_t>(job.columns);
  // A value and its separator take two bytes at least.
  const std::size_t possible = (job.source.bytes.size() / 2 + 1) / columns + 1;
  auto read = [&values, columns, next = 0](int row, std::vector<double>& out) mutable {
    values.skip(columns * static_cast<std::size_t>(row - next));
    next = row + 1;
    const std::size_t got = values.next(out);
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(got), out.end(), kHole);
    return got == columns;
  };
  return {.read = std::move(read),
          .bottomFirst = bottomFirst,
          .rows = static_cast<int>(std::min<std::size_t>(possible, static_cast<std::size_t>(job.rows)))};
}

/// Node (c, r) of the terrain is the centre of the pixel in column c*factor and file row r*factor.
Terrain placedNodes(const RasterJob& job, const RowSource& source, int factor) {
  const auto& g = job.place.g;
  Terrain terrain;
  terrain.columns = (job.columns - 1) / factor + 1;
  terrain.rows = (source.rows - 1) / factor + 1;
  const double firstRow = (source.bottomFirst ? job.rows - 1 : 0) + 0.5;
  const double down = source.bottomFirst ? -factor : factor;
  terrain.origin = {g[0] + 0.5 * g[1] + firstRow * g[2], g[3] + 0.5 * g[4] + firstRow * g[5]};
  terrain.stepColumn = {factor * g[1], factor * g[4]};
  terrain.stepRow = {down * g[2], down * g[5]};
  terrain.heights.resize(static_cast<std::size_t>(terrain.columns) * static_cast<std::size_t>(terrain.rows),
                         kHole);
  return terrain;
}

struct ReadRows {
  std::size_t lost = 0;
  int firstLost = 0;
};

ReadRows readRows(RasterJob& job, const RowSource& source, int factor, Terrain& terrain) {
  constexpr std::size_t kGiveUpAfter = 16;  // rows in a row: the end of a truncated file
  ReadRows result;
  std::vector<double> values(static_cast<std::size_t>(job.columns));
  std::size_t failing = 0;
  for (std::int32_t r = 0; r < terrain.rows; ++r) {
    if (r % 64 == 0) {
      job.progress.report(static_cast<double>(r) / terrain.rows, "reading " + terrain.name);
      job.progress.throwIfCancelled();
    }
    if (failing == kGiveUpAfter) {
      ++result.lost;
      continue;
    }
    const bool read = source.read(r * factor, values);
    failing = read ? 0 : failing + 1;
    if (!read && result.lost++ == 0) result.firstLost = r * factor;
    float* out = &terrain.heights[static_cast<std::size_t>(r) * static_cast<std::size_t>(terrain.columns)];
    for (std::int32_t c = 0; c < terrain.columns; ++c) {
      const double value = values[static_cast<std::size_t>(c) * static_cast<std::size_t>(factor)];
      out[c] = std::abs(value) < kNoHeight ? static_cast<float>(value) : kHole;
    }
  }
  return result;
}

/// So that stepColumn x stepRow points up, as the whole of Adit expects of a surface.
void turnFaceUp(Terrain& terrain) {
  if (terrain.stepColumn[0] * terrain.stepRow[1] - terrain.stepColumn[1] * terrain.stepRow[0] > 0) return;
  const auto columns = static_cast<std::ptrdiff_t>(terrain.columns);
  for (std::ptrdiff_t low = 0, high = terrain.rows - 1; low < high; ++low, --high)
    std::swap_ranges(terrain.heights.begin() + low * columns, terrain.heights.begin() + (low + 1) * columns,
                     terrain.heights.begin() + high * columns);
  for (std::size_t axis = 0; axis < 2; ++axis) {
    terrain.origin[axis] += (terrain.rows - 1) * terrain.stepRow[axis];
    terrain.stepRow[axis] = 0 - terrain.stepRow[axis];  // 0 stays 0, not -0
  }
}

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
  constexpr std::array kUsual{-9999.0F, -99999.0F, -32768.0F, -32767.0F, -3.4e29F};
  std::string guess = "none";
  for (const float value : kUsual) {
    const auto found =
        static_cast<std::size_t>(std::count(terrain.heights.begin(), terrain.heights.end(), value));
    if (found <= count) continue;
    count = found;
    guess = number(static_cast<double>(value));
  }
  return guess;
}

void applyNodata(RasterJob& job, GDALRasterBandH band, Terrain& terrain) {
  int stated = 0;
  const double value = GDALGetRasterNoDataValue(band, &stated);
  const std::string key = choiceKey(job.source.path, "nodata");
  const bool asked = personsAnswer(job.choices, key) != nullptr;
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

/// Heights in the unit of the coordinates, so that a slope is a slope.
void applyUnit(RasterJob& job, GDALRasterBandH band, Terrain& terrain) {
  std::string unit = GDALGetRasterUnitType(band);
  if (!unit.empty() && unitInMetres(unit) == 0) {
    job.say(Severity::Warning, "DEM-UNIT-UNKNOWN", "the unit of heights \"" + unit + "\" is not known",
            "set the choice " + choiceKey(job.source.path, "height-unit") + " to m or ft");
    unit.clear();
  }
  const bool asked = personsAnswer(job.choices, choiceKey(job.source.path, "height-unit")) != nullptr;
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
  const double factor = from > 0 && job.crs ? from / job.crs->unitInMetres : 1;
  if (factor == 1) return;
  for (float& height : terrain.heights) height = static_cast<float>(static_cast<double>(height) * factor);
  job.say(Severity::Note, "DEM-UNIT-CONVERTED",
          "heights in " + unit + " were multiplied by " + number(factor) +
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
    job.say(Severity::Warning, "DEM-DEGREES",
            "the nodes lie on longitude and latitude in degrees, which is no length: slopes and distances "
            "are wrong",
            "bring it into a projected system, e.g. the UTM zone " +
                utmCrs(job.place.g[0] + 0.5 * job.columns * job.place.g[1],
                       job.place.g[3] + 0.5 * job.rows * job.place.g[5]));
}

void reportLoss(RasterJob& job, const ReadRows& rows, const AsciiGridValues& ascii) {
  if (ascii.badCount() > 0)
    job.result.diagnostics.push_back(
        {.severity = Severity::Error,
         .code = "DEM-BAD-NUMBER",
         .file = job.source.path,
         .line = ascii.badLine(),
         .column = ascii.badColumn(),
         .message = "\"" + std::string(ascii.badText()) + "\" is no number; the node is a hole",
         .remedy = "correct the value or write the nodata value there",
         .count = ascii.badCount()});
  if (rows.lost > 0)
    job.say(Severity::Error, "DEM-TRUNCATED",
            "rows cannot be read from row " + std::to_string(rows.firstLost + 1) +
                " of the file on; they are holes",
            "the file is damaged or was cut off: copy or export it again", rows.lost);
}

}  // namespace

void readTerrain(RasterJob& job) {
  GDALRasterBandH band = chosenBand(job);
  const std::string_view driver = job.format.driver;
  const bool esri = driver == "AAIGrid";
  const bool surfer = driver == "GSAG";
  AsciiGridValues ascii(job.source.bytes,
                        surfer ? surferGridBody(job.source.bytes) : esriGridBody(job.source.bytes));
  const RowSource source = esri || surfer ? asciiRows(job, ascii, surfer) : gdalRows(job, band);
  const int factor = thinning(job);
  Terrain terrain = placedNodes(job, source, factor);
  terrain.name = baseName(job.source.path);
  ReadRows rows = readRows(job, source, factor, terrain);
  if (source.rows < job.rows && rows.lost++ == 0) rows.firstLost = source.rows;
  turnFaceUp(terrain);
  applyNodata(job, band, terrain);
  applyScale(band, terrain);
  applyUnit(job, band, terrain);
  reportPlace(job);
  reportLoss(job, rows, ascii);
  if (factor > 1)
    job.say(Severity::Note, "DEM-THINNED",
            "of " + std::to_string(job.columns) + " x " + std::to_string(job.rows) + " nodes every " +
                std::to_string(factor) + "th in both directions is used",
            "cut out the part that you need (gdal_translate -projwin) to see every node");
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
