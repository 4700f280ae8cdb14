// Any bytes as a raster: no crash, no hang, no terrain whose heights do not fit its lattice. The first byte
// chooses the file's ending, which some of GDAL's drivers ask for.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "geology/formats/raster_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace adit;
  static constexpr std::array<const char*, 4> kEndings{".asc", ".grd", ".dem", ".tif"};
  const char* ending = kEndings[size == 0 ? 0 : data[0] % kEndings.size()];
  const std::string path = std::string("fuzz") + ending;
  const formats::Source source{path, {reinterpret_cast<const char*>(data), size}};
  geology::Progress progress;
  if (formats::recogniseRaster(source) == 0) return 0;
  try {
    const auto result = formats::readRaster(source, {}, progress);
    for (const auto& object : result.objects)
      if (const auto* terrain = std::get_if<geology::Terrain>(&object))
        if (terrain->heights.size() !=
            static_cast<std::size_t>(terrain->columns) * static_cast<std::size_t>(terrain->rows))
          std::abort();
  } catch (const formats::ReadError&) {
    // A refusal with a reason is a good answer.
  }
  return 0;
}
