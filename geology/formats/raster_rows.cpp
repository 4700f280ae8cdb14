// The rows of a raster as they stand in the file: where their nodes lie, which cannot be read, which are left
// out.
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "geology/formats/ascii_grid.h"
#include "geology/formats/raster_job.h"

namespace adit::formats {

namespace {

using geology::Severity;
using geology::Terrain;

constexpr std::int64_t kMaxNodes = std::int64_t{2048} * 2048;
constexpr float kHole = std::numeric_limits<float>::quiet_NaN();
/// No height; Surfer's 1.70141e38 and the smallest float lie beyond.
constexpr double kNoHeight = 1e30;

/// One node in how many is kept, in both directions.
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

/// A header that does not know of all values is wrong, and the rows are shifted against each other.
void reportSurplus(RasterJob& job, AsciiGridValues& ascii, std::size_t onFirstLine) {
  const std::size_t stated = static_cast<std::size_t>(job.columns) * static_cast<std::size_t>(job.rows);
  if (ascii.passed() < stated) ascii.skip(stated - ascii.passed());
  const std::size_t surplus = ascii.skip(std::numeric_limits<std::size_t>::max());
  if (surplus == 0) return;
  std::string message = "there are more values than the " + std::to_string(job.columns) + " x " +
                        std::to_string(job.rows) + " of the header; those at the end are not read";
  if (onFirstLine != static_cast<std::size_t>(job.columns))
    message += "; the first line has " + std::to_string(onFirstLine);
  job.say(
      Severity::Error, "DEM-SURPLUS", message,
      "correct the numbers of columns and rows in the header; until then heights may stand in wrong places",
      surplus);
}

void reportThinning(RasterJob& job, int factor) {
  job.say(Severity::Note, "DEM-THINNED",
          "of " + std::to_string(job.columns) + " x " + std::to_string(job.rows) + " nodes 1 in " +
              std::to_string(factor) + " is used in both directions",
          "cut out the part that you need (gdal_translate -projwin) to see every node");
}

}  // namespace

Terrain readRawHeights(RasterJob& job, GDALRasterBandH band) {
  const std::string_view driver = job.format.driver;
  const bool surfer = driver == "GSAG";
  const std::string_view text = job.source.bytes;
  const AsciiGridBody body = surfer ? surferGridBody(text) : esriGridBody(text);
  AsciiGridValues ascii(text, body);
  const bool typed = surfer || driver == "AAIGrid";
  const RowSource source = typed ? asciiRows(job, ascii, surfer) : gdalRows(job, band);
  const int factor = thinning(job);
  Terrain terrain = placedNodes(job, source, factor);
  terrain.name = baseName(job.source.path);
  ReadRows rows = readRows(job, source, factor, terrain);
  if (source.rows < job.rows && rows.lost++ == 0) rows.firstLost = source.rows;
  turnFaceUp(terrain);
  reportLoss(job, rows, ascii);
  if (typed) reportSurplus(job, ascii, valuesOnFirstLine(text, body));
  if (factor > 1) reportThinning(job, factor);
  return terrain;
}

}  // namespace adit::formats
