// Bands of bytes as a picture to drape.
#include <algorithm>

#include "geology/formats/raster_job.h"

namespace adit::formats {

namespace {

using geology::DrapeImage;
using geology::Severity;

constexpr int kMaxSide = 8192;

int CPL_STDCALL continueUnlessCancelled(double fraction, const char* /*message*/, void* data) {
  auto& progress = *static_cast<geology::Progress*>(data);
  progress.report(fraction, "reading an image");
  return progress.cancelled() ? FALSE : TRUE;
}

bool readBand(RasterJob& job, int band, GDALRIOResampleAlg resampling, std::uint8_t* out,
              const DrapeImage& image) {
  GDALRasterIOExtraArg extra;
  INIT_RASTERIO_EXTRA_ARG(extra);
  extra.eResampleAlg = resampling;
  extra.pfnProgress = continueUnlessCancelled;
  extra.pProgressData = &job.progress;
  return GDALRasterIOEx(GDALGetRasterBand(job.dataset, band), GF_Read, 0, 0, job.columns, job.rows, out,
                        image.columns, image.rows, GDT_Byte, 3, GSpacing{3} * image.columns,
                        &extra) == CE_None;
}

/// One band: the index of a colour, or a grey.
void spreadIndices(GDALColorTableH colours, std::vector<std::uint8_t>& rgb) {
  std::array<std::array<std::uint8_t, 3>, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto grey = static_cast<std::uint8_t>(i);
    table[i] = {grey, grey, grey};
    GDALColorEntry entry{};
    if (colours != nullptr && GDALGetColorEntryAsRGB(colours, static_cast<int>(i), &entry) != 0)
      table[i] = {static_cast<std::uint8_t>(entry.c1), static_cast<std::uint8_t>(entry.c2),
                  static_cast<std::uint8_t>(entry.c3)};
  }
  for (std::size_t pixel = 0; pixel + 2 < rgb.size(); pixel += 3)
    std::copy_n(table[rgb[pixel]].begin(), 3, rgb.begin() + static_cast<std::ptrdiff_t>(pixel));
}

void readPixels(RasterJob& job, DrapeImage& image) {
  image.rgb.resize(3 * static_cast<std::size_t>(image.columns) * static_cast<std::size_t>(image.rows));
  GDALColorTableH colours = GDALGetRasterColorTable(GDALGetRasterBand(job.dataset, 1));
  const bool oneBand = job.bands < 3;
  bool read = true;
  // The mean of two indices is no colour.
  const auto resampling = colours != nullptr ? GRIORA_NearestNeighbour : GRIORA_Average;
  for (int band = 1; band <= (oneBand ? 1 : 3) && read; ++band)
    read = readBand(job, band, resampling, image.rgb.data() + band - 1, image);
  job.progress.throwIfCancelled();
  if (!read)
    job.say(Severity::Error, "IMG-TRUNCATED", "not all of the image can be read; what is missing is black",
            "the file is damaged or was cut off: copy or export it again");
  if (oneBand) spreadIndices(colours, image.rgb);
}

void placeImage(RasterJob& job, DrapeImage& image) {
  const auto& g = job.place.g;
  const double perColumn = static_cast<double>(job.columns) / image.columns;
  const double perRow = static_cast<double>(job.rows) / image.rows;
  image.georeferenced = job.place.stated;
  image.origin = {g[0], g[3]};
  image.stepColumn = {g[1] * perColumn, g[4] * perColumn};
  image.stepRow = {g[2] * perRow, g[5] * perRow};
  if (!image.georeferenced)
    job.say(Severity::Note, "IMG-NOT-PLACED",
            "the image says nothing of where it lies; draped, it is stretched over the whole terrain",
            "add a world file (.pgw, .jgw, .tfw) if it belongs to a certain place");
}

bool hasAlpha(const RasterJob& job) {
  return GDALGetRasterColorInterpretation(GDALGetRasterBand(job.dataset, job.bands)) == GCI_AlphaBand;
}

}  // namespace

void readDrapeImage(RasterJob& job) {
  DrapeImage image;
  image.name = baseName(job.source.path);
  const double scale = std::max(1.0, static_cast<double>(std::max(job.columns, job.rows)) / kMaxSide);
  image.columns = std::max(1, static_cast<int>(job.columns / scale));
  image.rows = std::max(1, static_cast<int>(job.rows / scale));
  readPixels(job, image);
  placeImage(job, image);
  if (scale > 1)
    job.say(Severity::Note, "IMG-THINNED",
            "the image of " + std::to_string(job.columns) + " x " + std::to_string(job.rows) +
                " pixels is used at " + std::to_string(image.columns) + " x " + std::to_string(image.rows),
            "cut out the part that you need to see every pixel");
  if (hasAlpha(job))
    job.say(Severity::Note, "IMG-ALPHA", "the transparency of the image is not used",
            "nothing, if the colours look right");
  image.source = job.provenance;
  job.result.objects.emplace_back(std::move(image));
}

}  // namespace adit::formats
