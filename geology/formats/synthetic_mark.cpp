#include "geology/formats/synthetic_mark.h"

#include <algorithm>

namespace adit::formats {
namespace {

constexpr std::string_view kMark = "SYNTHETIC - ";
constexpr std::size_t kLongest = 200;
constexpr std::size_t kHead = 4096;

}  // namespace

std::string syntheticMark(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHead);
  const std::size_t begin = head.find(kMark);
  if (begin == std::string_view::npos) return {};
  const std::string_view mark = head.substr(begin, kLongest);
  return std::string(mark.substr(0, mark.find_first_of(std::string_view("\r\n\"<\0", 5))));
}

void markSynthetic(ImportResult& result, const std::string& mark) {
  if (mark.empty()) return;
  for (Object& object : result.objects)
    std::visit(
        [&](auto& value) {
          value.source.synthetic = true;
          if (value.source.note.empty()) value.source.note = mark;
        },
        object);
}

std::string syntheticNote(const geology::Provenance& source) {
  if (!source.synthetic) return {};
  std::string note = source.note;
  if (note.find(kMark) == std::string::npos) note.insert(0, kMark);
  std::replace_if(
      note.begin(), note.end(), [](unsigned char c) { return c < 0x20; }, ' ');
  note.resize(std::min(note.size(), kLongest));
  return note;
}

void writeMarkedXml(std::string_view document, const geology::Provenance& source, std::ostream& out) {
  std::string note = syntheticNote(source);
  if (note.empty()) {
    out << document;
    return;
  }
  // Two dashes would end the comment for a strict reader.
  for (std::size_t at = note.find("--"); at != std::string::npos; at = note.find("--", at)) note[at] = ' ';
  const std::size_t firstLine = document.starts_with("<?") ? document.find('\n') + 1 : 0;
  out << document.substr(0, firstLine) << "<!-- " << note << "\n-->\n" << document.substr(firstLine);
}

}  // namespace adit::formats
