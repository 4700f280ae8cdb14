// Lines of numbers in a MineLib file. For its readers only.
#pragma once
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

#include "geology/formats/text_lines.h"

namespace adit::formats {

/// The lines that say something: without comments, blanks at the ends, and empty ones.
class MinelibLines {
 public:
  explicit MinelibLines(std::string_view text) : scanner_(text) {}
  bool next(std::string_view& line) {
    while (scanner_.next(line)) {
      line = trimBlanks(line.substr(0, line.find('%')));
      if (!line.empty()) return true;
    }
    return false;
  }
  std::size_t line() const { return scanner_.line(); }
  std::size_t offset() const { return scanner_.offset(); }

 private:
  LineScanner scanner_;
};

/// The next number of a line, taken off its front; nothing where there is none.
inline std::optional<double> takeNumber(std::string_view& rest) {
  const std::string_view word = takeWord(rest);
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (word.empty() || error != std::errc{} || end != word.data() + word.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

/// The same for a number of a block or a period.
inline std::optional<std::uint32_t> takeIndex(std::string_view& rest) {
  const std::string_view word = takeWord(rest);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (word.empty() || error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return value;
}

/// "NBLOCKS: 1060" -> "NBLOCKS", with what follows left in `line`.
inline std::string_view takeKey(std::string_view& line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view key = trimBlanks(line.substr(0, colon));
  if (key.empty() || key.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") != std::string_view::npos)
    return {};
  line = trimBlanks(line.substr(colon + 1));
  return key;
}

}  // namespace adit::formats
