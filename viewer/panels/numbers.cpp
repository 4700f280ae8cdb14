#include "viewer/panels/numbers.h"

#include <array>
#include <charconv>
#include <cmath>

#include "geology/model/unit_scale.h"
#include "viewer/state/facts.h"

namespace adit::viewer {
namespace {

std::string printed(double value, std::chars_format format, int precision) {
  std::array<char, 400> buffer{};  // the largest double has 309 digits before the point
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, precision).ptr;
  return {buffer.data(), end};
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// The text without commas that stand before exactly three digits; nothing when a comma stands elsewhere.
std::optional<std::string> withoutThousands(std::string_view text) {
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ',') {
      digits += text[i];
      continue;
    }
    const bool group = i > 0 && isDigit(text[i - 1]) && i + 3 < text.size() && isDigit(text[i + 1]) &&
                       isDigit(text[i + 2]) && isDigit(text[i + 3]) &&
                       (i + 4 == text.size() || !isDigit(text[i + 4]));
    if (!group || digits == "0" || digits == "-0") return std::nullopt;  // "0,300" is a decimal comma
  }
  return digits;
}

struct Prefix {
  double size;
  const char* letter;
};

/// With the largest of k, M, G that leaves a number of at least 1.
std::string scaled(double value, const std::string& unit) {
  constexpr std::array<Prefix, 3> kPrefixes{{{1e9, "G"}, {1e6, "M"}, {1e3, "k"}}};
  for (const Prefix& prefix : kPrefixes)
    if (std::abs(value) >= prefix.size)
      return shortNumber(value / prefix.size, 3) + " " + prefix.letter + unit;
  return shortNumber(value, 3) + " " + unit;
}

}  // namespace

std::string fixedNumber(double value, int decimals) {
  if (std::isnan(value)) return "-";
  if (std::isinf(value)) return "open";
  std::string text = printed(std::abs(value), std::chars_format::fixed, decimals);
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t i = point; i > 3; i -= 3) text.insert(i - 3, ",");
  const bool zero = text.find_first_of("123456789") == std::string::npos;
  return value < 0 && !zero ? "-" + text : text;
}

std::string shortNumber(double value, int digits) {
  if (!std::isfinite(value) || value == 0) return fixedNumber(value, 0);
  const double size = std::abs(value);
  if (size < 1e-4 || size >= 1e12)
    return printed(value, std::chars_format::scientific, std::max(0, digits - 2));
  const int wholeDigits = static_cast<int>(std::floor(std::log10(size))) + 1;
  std::string text = fixedNumber(value, std::max(0, digits - wholeDigits));
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

std::string massText(double tonnes) {
  return scaled(tonnes, "t");
}

std::string volumeText(double cubicMetres) {
  const bool millions = std::abs(cubicMetres) >= 1e6;
  return shortNumber(millions ? cubicMetres / 1e6 : cubicMetres, 3) + (millions ? " Mm³" : " m³");
}

std::string metalText(double tonnes, std::string_view gradeUnit) {
  if (gradeUnit != "g/t") return massText(tonnes);
  return scaled(tonnes / geology::kTonnesPerTroyOunce, "oz") + " (" + massText(tonnes) + ")";
}

std::string bearingText(double degrees) {
  const double turned = std::fmod(std::fmod(degrees, 360) + 360, 360);
  const double tenths = std::fmod(std::round(turned * 10) / 10, 360);
  std::string text = fixedNumber(tenths, tenths == std::round(tenths) ? 0 : 1);
  const std::size_t whole = std::min(text.find('.'), text.size());
  return std::string(whole < 3 ? 3 - whole : 0, '0') + text + "°";
}

std::optional<double> typedNumber(std::string_view text, std::string_view unit) {
  text = trimmed(text);
  if (!unit.empty() && text.ends_with(unit)) text = trimmed(text.substr(0, text.size() - unit.size()));
  if (text.starts_with('+')) text.remove_prefix(1);
  const std::optional<std::string> digits = withoutThousands(text);
  if (!digits || digits->empty()) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(digits->data(), digits->data() + digits->size(), value);
  if (error != std::errc{} || end != digits->data() + digits->size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

}  // namespace adit::viewer
