// What a column's header says: its name without decoration, and its unit.
#include <algorithm>
#include <array>
#include <utility>

#include "geology/formats/delimited.h"

namespace adit::formats {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
  return out;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// The plain letters of U+00C0..U+00FF, so that INCLINACIÓN and inclinacion are one name; blank = kept as it
// is.
constexpr std::string_view kPlainLetters = "aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy y";
static_assert(kPlainLetters.size() == 64);

// Header without a bracket at its end, and what stood in the bracket.
std::pair<std::string_view, std::string_view> splitBracket(std::string_view header) {
  header = trimmed(header);
  if (header.empty()) return {header, {}};
  const char close = header.back();
  if (close != ')' && close != ']' && close != '}') return {header, {}};
  const std::size_t open = header.rfind(close == ')' ? '(' : close == ']' ? '[' : '{');
  if (open == std::string_view::npos || open == 0) return {header, {}};
  return {trimmed(header.substr(0, open)), trimmed(header.substr(open + 1, header.size() - open - 2))};
}

struct UnitName {
  std::string_view written, unit;
};
/// How units are written at the end of a header, after a separator.
constexpr std::array<UnitName, 36> kUnitNames{{
    {"%", "%"},         {"pct", "%"},     {"perc", "%"},      {"percent", "%"},  {"pc", "%"},
    {"wtpct", "%"},     {"ppm", "ppm"},   {"ppb", "ppb"},     {"gpt", "g/t"},    {"g/t", "g/t"},
    {"g_t", "g/t"},     {"gt", "g/t"},    {"gmt", "g/t"},     {"opt", "oz/t"},   {"oz/t", "oz/t"},
    {"oz_t", "oz/t"},   {"kg/t", "kg/t"}, {"kgt", "kg/t"},    {"m", "m"},        {"metre", "m"},
    {"metres", "m"},    {"meter", "m"},   {"meters", "m"},    {"mts", "m"},      {"ft", "ft"},
    {"feet", "ft"},     {"foot", "ft"},   {"deg", "deg"},     {"degree", "deg"}, {"degrees", "deg"},
    {"t/m3", "t/m3"},   {"tm3", "t/m3"},  {"g/cm3", "g/cm3"}, {"gcm3", "g/cm3"}, {"g/cc", "g/cm3"},
    {"kg/m3", "kg/m3"},
}};

}  // namespace

std::string normalizedHeader(std::string_view header) {
  const std::string_view name = splitBracket(header).first;
  std::string out;
  out.reserve(name.size());
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (c == ' ' || c == '\t' || c == '_' || c == '-' || c == '.') continue;
    if (c == '\xC3' && i + 1 < name.size()) {
      const auto letter = static_cast<unsigned char>(name[i + 1]);
      if (letter >= 0x80 && letter < 0xC0 && kPlainLetters[letter - 0x80U] != ' ') {
        out.push_back(kPlainLetters[letter - 0x80U]);
        ++i;
        continue;
      }
    }
    out.push_back(lower(c));
  }
  return out;
}

std::string unitFromHeader(std::string_view header) {
  const auto [name, bracket] = splitBracket(header);
  if (!bracket.empty()) {
    const std::string written = lower(bracket);
    for (const UnitName& known : kUnitNames)
      if (written == known.written) return std::string(known.unit);
    return std::string(bracket);
  }
  const std::string written = lower(name);
  if (written.size() > 1 && written.back() == '%') return "%";
  for (const UnitName& known : kUnitNames) {
    if (written.size() <= known.written.size() + 1 || !written.ends_with(known.written)) continue;
    const char separator = written[written.size() - known.written.size() - 1];
    if (separator == '_' || separator == ' ' || separator == '-' || separator == '.')
      return std::string(known.unit);
  }
  return {};
}

}  // namespace adit::formats
