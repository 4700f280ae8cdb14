// GDAL behind a door: the drivers that Adit lets it use, its errors as diagnostics, its handles as values
// that free themselves. For the sources of geology/formats only.
#pragma once
#include <gdal.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geology/formats/reader.h"
#include "geology/model/diagnostic.h"

namespace adit::formats {

/// A driver that may open a raster. Any other file is never opened by GDAL, however exotic a reading there
/// may be of it.
struct RasterFormat {
  const char* driver;  ///< GDAL's short name
  const char* name;    ///< as people call it
  int certainty;       ///< 1..100: what it is worth when the driver says that the content is its own
  void (*registerDriver)();
};
std::span<const RasterFormat> rasterFormats();

/// Collects what GDAL complains about on this thread, from construction to destruction.
class GdalMessages {
 public:
  GdalMessages();
  ~GdalMessages();
  GdalMessages(const GdalMessages&) = delete;
  GdalMessages& operator=(const GdalMessages&) = delete;

  std::size_t failures() const { return failures_; }
  std::size_t warnings() const { return warnings_; }
  const std::string& firstFailure() const { return firstFailure_; }
  const std::string& firstWarning() const { return firstWarning_; }

 private:
  static void receive(CPLErr kind, CPLErrorNum number, const char* text);
  std::size_t failures_ = 0, warnings_ = 0;
  std::string firstFailure_, firstWarning_;
};

struct DatasetCloser {
  void operator()(void* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<void, DatasetCloser>;

/// The file as GDAL sees it: under its own path where it lies on the disk (so that GDAL finds the files
/// beside it), else its bytes as a file in memory. `bytes` of the source must outlive it.
class GdalFile {
 public:
  explicit GdalFile(const Source& source);
  ~GdalFile();
  GdalFile(const GdalFile&) = delete;
  GdalFile& operator=(const GdalFile&) = delete;

  /// The format whose driver knows the content; nullptr when none does.
  const RasterFormat* identify() const;
  /// Null when it cannot be opened; why is in the GdalMessages of this thread.
  Dataset open() const;
  /// Files that GDAL reads along with this one: world files, projections, headers.
  std::vector<std::string> sideFiles(const Dataset& dataset) const;

 private:
  std::string name_;
  bool inMemory_ = false;
};

}  // namespace adit::formats
