#include "geology/formats/gdal_access.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_frmts.h>
#include <proj.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <string_view>

namespace adit::formats {

std::span<const RasterFormat> rasterFormats() {
  // Certain: magic bytes. 95: keywords at fixed places. Less: file name and size, a header in a second file,
  // or (XYZ) any table of numbers, which every reader of tables should get first.
  static constexpr std::array kFormats{
      RasterFormat{"GTiff", "GeoTIFF", 100, GDALRegister_GTiff},
      RasterFormat{"AAIGrid", "ESRI ASCII grid", 95, GDALRegister_AAIGrid},
      RasterFormat{"GSAG", "Surfer ASCII grid", 95, GDALRegister_GSAG},
      RasterFormat{"GSBG", "Surfer 6 binary grid", 100, GDALRegister_GSBG},
      RasterFormat{"GS7BG", "Surfer 7 binary grid", 100, GDALRegister_GS7BG},
      RasterFormat{"USGSDEM", "USGS DEM", 90, GDALRegister_USGSDEM},
      RasterFormat{"SRTMHGT", "SRTM heights", 80, GDALRegister_SRTMHGT},
      RasterFormat{"DTED", "DTED", 100, GDALRegister_DTED},
      RasterFormat{"ZMap", "ZMap Plus grid", 90, GDALRegister_ZMap},
      RasterFormat{"netCDF", "netCDF grid", 80, GDALRegister_netCDF},
      RasterFormat{"EHdr", "ESRI .hdr labelled raster", 60, GDALRegister_EHdr},
      RasterFormat{"ENVI", "ENVI .hdr labelled raster", 60, GDALRegister_ENVI},
      RasterFormat{"PNG", "PNG image", 100, GDALRegister_PNG},
      RasterFormat{"JPEG", "JPEG image", 100, GDALRegister_JPEG},
      RasterFormat{"XYZ", "XYZ grid", 20, GDALRegister_XYZ},
  };
  return kFormats;
}

namespace {

/// As GDAL wants them, ended by nullptr. The drivers are registered with the first call, from any thread.
const char* const* allowedDrivers() {
  static const std::vector<const char*> kNames = [] {
    // What GDAL reads from GeoTIFF keys makes PROJ write to standard error, past every handler.
    proj_log_level(nullptr, PJ_LOG_NONE);
    std::vector<const char*> names;
    for (const RasterFormat& format : rasterFormats()) {
      format.registerDriver();
      names.push_back(format.driver);
    }
    names.push_back(nullptr);
    return names;
  }();
  return kNames.data();
}

}  // namespace

GdalMessages::GdalMessages() {
  CPLPushErrorHandlerEx(receive, this);
}
GdalMessages::~GdalMessages() {
  CPLPopErrorHandler();
}

void GdalMessages::receive(CPLErr kind, CPLErrorNum /*number*/, const char* text) {
  auto& self = *static_cast<GdalMessages*>(CPLGetErrorHandlerUserData());
  if (kind == CE_Debug || kind == CE_None) return;
  const bool failure = kind != CE_Warning;
  std::string& first = failure ? self.firstFailure_ : self.firstWarning_;
  if (++(failure ? self.failures_ : self.warnings_) == 1) first = text;
}

namespace {

/// Unique in this process, with the file's own ending: some drivers ask for it.
std::string memoryName(const std::string& path) {
  static std::atomic<unsigned long long> counter{0};
  return "/vsimem/adit/" + std::to_string(counter++) + "/" + std::filesystem::path(path).filename().string();
}

bool liesOnDisk(const Source& source) {
  std::error_code error;
  return std::filesystem::file_size(source.path, error) == source.bytes.size() && !error;
}

}  // namespace

GdalFile::GdalFile(const Source& source) : name_(source.path), inMemory_(!liesOnDisk(source)) {
  if (!inMemory_) return;
  name_ = memoryName(source.path);
  // GDAL asks for writable bytes but only reads them: the file is opened read-only and the buffer stays ours.
  auto* bytes = reinterpret_cast<GByte*>(const_cast<char*>(source.bytes.data()));
  VSILFILE* file = VSIFileFromMemBuffer(name_.c_str(), bytes, source.bytes.size(), FALSE);
  if (file != nullptr) VSIFCloseL(file);
}

GdalFile::~GdalFile() {
  if (inMemory_) VSIUnlink(name_.c_str());
}

const RasterFormat* GdalFile::identify() const {
  GDALDriverH driver = GDALIdentifyDriverEx(name_.c_str(), GDAL_OF_RASTER, allowedDrivers(), nullptr);
  if (driver == nullptr) return nullptr;
  const std::string_view name = GDALGetDriverShortName(driver);
  const auto formats = rasterFormats();
  const auto found =
      std::find_if(formats.begin(), formats.end(), [&](const RasterFormat& f) { return f.driver == name; });
  return found == formats.end() ? nullptr : &*found;
}

Dataset GdalFile::open() const {
  return Dataset(GDALOpenEx(name_.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                            allowedDrivers(), nullptr, nullptr));
}

std::vector<std::string> GdalFile::sideFiles(const Dataset& dataset) const {
  std::vector<std::string> files;
  char** list = GDALGetFileList(dataset.get());
  for (int i = 0; i < CSLCount(list); ++i)
    if (list[i] != name_) files.emplace_back(list[i]);
  CSLDestroy(list);
  return files;
}

}  // namespace adit::formats
