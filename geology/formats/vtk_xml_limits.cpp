#include "geology/formats/vtk_xml_limits.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace adit::formats {
namespace {

/// zlib packs at most about 1,030 bytes into one.
constexpr std::uint64_t kBestPacking = 1100;
constexpr std::uint64_t kMostComponents = 1000;

[[noreturn]] void refuse(const Source& source, std::size_t at, std::string_view attribute) {
  const std::string_view before = source.bytes.substr(0, at);
  throw ReadError{{.severity = geology::Severity::Error,
                   .code = "VTK-BROKEN",
                   .file = source.path,
                   .line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
                   .message = "no file of this size can have " + std::string(attribute.substr(0, 60)),
                   .remedy = "write it again, in ParaView for example"}};
}

}  // namespace

void checkVtkXmlCounts(const Source& source) {
  // Raw bytes may follow this element; no attribute does.
  const std::string_view text = source.bytes.substr(0, source.bytes.find("<AppendedData"));
  constexpr std::string_view kPrefix = "NumberOf";
  for (std::size_t at = text.find(kPrefix); at != std::string_view::npos; at = text.find(kPrefix, at + 1)) {
    const std::size_t quote = text.find_first_of("\"'>", at);
    if (quote == std::string_view::npos || text[quote] == '>') continue;
    const std::size_t digits = std::min(text.find_first_not_of(" \t\r\n", quote + 1), text.size());
    std::uint64_t count = 0;
    const auto [end, error] = std::from_chars(text.data() + digits, text.data() + text.size(), count);
    const bool ofComponents = text.substr(at).starts_with("NumberOfComponents");
    const std::uint64_t most = ofComponents ? kMostComponents : source.bytes.size() * kBestPacking;
    if (error == std::errc::result_out_of_range || count > most)
      refuse(source, at, text.substr(at, static_cast<std::size_t>(end - text.data()) - at));
  }
}

}  // namespace adit::formats
