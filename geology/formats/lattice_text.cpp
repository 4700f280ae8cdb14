#include "geology/formats/lattice_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "geology/formats/delimited.h"

namespace adit::formats {
namespace {

using geology::Vec3;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The text before the separator; the rest stays in `text`.
std::string_view takeUntil(std::string_view& text, char separator) {
  const std::size_t end = text.find(separator);
  const std::string_view part = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return trimmed(part);
}

std::optional<std::array<double, 3>> parseTriple(std::string_view text, char separator) {
  std::array<double, 3> numbers{};
  for (double& number : numbers) {
    const auto parsed = parseNumber(takeUntil(text, separator));
    if (!parsed || !std::isfinite(*parsed)) return std::nullopt;
    number = *parsed;
  }
  if (!trimmed(text).empty()) return std::nullopt;
  return numbers;
}

}  // namespace

std::string formatNumber(double value) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

std::string threeDigits(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3g", value);
  return text.data();
}

std::optional<Vec3> parseVector(std::string_view text) {
  if (const auto one = parseNumber(trimmed(text))) return Vec3{*one, *one, *one};
  const auto numbers = parseTriple(text, ',');
  if (!numbers) return std::nullopt;
  return Vec3{(*numbers)[0], (*numbers)[1], (*numbers)[2]};
}

std::string formatVector(const Vec3& vector) {
  return formatNumber(vector.x) + "," + formatNumber(vector.y) + "," + formatNumber(vector.z);
}

std::optional<geology::Lattice> parseLattice(std::string_view text) {
  geology::Lattice lattice;
  const auto counts = parseTriple(takeUntil(text, '@'), 'x');
  if (!counts) return std::nullopt;
  double cells = 1;
  for (std::size_t a = 0; a < 3; ++a) {
    const double count = (*counts)[a];
    if (!(count >= 1 && count == std::floor(count))) return std::nullopt;
    cells *= count;
    lattice.count[a] = static_cast<std::int64_t>(std::min(count, 4e9));
  }
  if (cells >= 4294967295.0) return std::nullopt;
  // The first '+' separates the corner, unless it belongs to an exponent.
  std::size_t plus = text.find('+');
  while (plus != std::string_view::npos && plus > 0 && (text[plus - 1] == 'e' || text[plus - 1] == 'E'))
    plus = text.find('+', plus + 1);
  const std::string_view size = trimmed(text.substr(0, plus));
  if (!size.empty()) {
    const auto parsed = parseVector(size);
    if (!parsed || !(parsed->x > 0 && parsed->y > 0 && parsed->z > 0)) return std::nullopt;
    lattice.size = {parsed->x, parsed->y, parsed->z};
  }
  if (plus == std::string_view::npos) return lattice;
  const auto corner = parseTriple(text.substr(plus + 1), ',');
  if (!corner) return std::nullopt;
  lattice.origin = {(*corner)[0], (*corner)[1], (*corner)[2]};
  return lattice;
}

std::string formatLattice(const geology::Lattice& lattice) {
  std::string text = std::to_string(lattice.count[0]) + "x" + std::to_string(lattice.count[1]) + "x" +
                     std::to_string(lattice.count[2]) + "@" +
                     formatVector({lattice.size[0], lattice.size[1], lattice.size[2]});
  if (lattice.origin != Vec3{}) text += "+" + formatVector(lattice.origin);
  return text;
}

}  // namespace adit::formats
