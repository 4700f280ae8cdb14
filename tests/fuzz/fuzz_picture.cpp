// The texts of a PNG and the project in them: whatever is accepted has to survive being written again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "geology/formats/png_text.h"
#include "geology/project/picture_project.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace adit;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = formats::pngTexts(bytes);
  if (const auto* texts = std::get_if<std::vector<formats::PngText>>(&read)) {
    const auto again = formats::pngTexts(formats::withPngTexts(bytes, *texts));
    // A header of another size than the standard's is cut in two: then the copy is damaged, not wrong.
    if (const auto* twice = std::get_if<std::vector<formats::PngText>>(&again))
      for (std::size_t i = 0; i < texts->size() && i < twice->size(); ++i)
        if (bytes.substr(8, 8) == std::string_view("\0\0\0\x0dIHDR", 8) && (*twice)[i] != (*texts)[i])
          std::abort();
  }
  const auto project = project::projectInPicture(bytes, "fuzz.png");
  if (const auto* text = std::get_if<std::string>(&project)) project::parseProject(*text, "fuzz.png");
  return 0;
}
