#include "viewer/state/wrapped_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace adit::viewer {
namespace {

/// Bytes of the UTF-8 character that begins there; a stray byte is one of its own.
std::size_t characterAt(const std::string& text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return end - at;
}

class Lines {
 public:
  explicit Lines(const TextRoom& room) : room_(room) {}

  void paragraph(std::string_view text) {
    line_.clear();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      if (end > at) word(std::string(text.substr(at, end - at)));
      at = end + 1;
    }
    if (!line_.empty()) lines_.push_back(line_);
  }
  std::vector<std::string> take() && { return std::move(lines_); }

 private:
  bool fits(const std::string& text) const { return room_.measure(text) <= room_.width; }
  void word(std::string next) {
    const std::string longer = line_.empty() ? next : line_ + " " + next;
    if (fits(longer)) {
      line_ = longer;
      return;
    }
    if (!line_.empty()) lines_.push_back(line_);
    while (!fits(next)) {
      std::size_t taken = characterAt(next, 0);  // one at least, however narrow the room
      while (taken < next.size() && fits(next.substr(0, taken + characterAt(next, taken))))
        taken += characterAt(next, taken);
      if (taken >= next.size()) break;
      lines_.push_back(next.substr(0, taken));
      next.erase(0, taken);
    }
    line_ = next;
  }

  const TextRoom& room_;
  std::vector<std::string> lines_;
  std::string line_;
};

void shorten(std::string& line, const TextRoom& room) {
  constexpr std::string_view kMore = "...";
  while (!line.empty() && room.measure(line + std::string(kMore)) > room.width) {
    std::size_t last = line.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(line[last]) & 0xC0U) == 0x80U) --last;
    line.resize(last);
  }
  line += kMore;
}

}  // namespace

std::vector<std::string> wrapped(const std::string& text, const TextRoom& room) {
  if (room.mostLines == 0) return {};
  Lines lines(room);
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.paragraph(std::string_view(text).substr(at, end - at));
    at = end + 1;
  }
  std::vector<std::string> all = std::move(lines).take();
  if (all.size() <= room.mostLines) return all;
  all.resize(room.mostLines);
  shorten(all.back(), room);
  return all;
}

}  // namespace adit::viewer
