#include "geology/reporting/figures.h"

#include <array>
#include <charconv>
#include <cmath>

#include "geology/model/unit_scale.h"

namespace adit::reporting {
namespace {

/// The power of ten of the first figure.
int magnitude(double value) {
  return static_cast<int>(std::floor(std::log10(std::abs(value)) + 1e-12));
}

std::string fixedText(double value, int decimals) {
  std::array<char, 400> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::fixed, std::max(0, decimals))
                       .ptr;
  std::string text(buffer.data(), end);
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t i = point; i > first + 3; i -= 3) text.insert(i - 3, ",");
  return text;
}

std::string scaledText(double value, int figures, std::string_view unit) {
  struct Prefix {
    double size;
    const char* letter;
  };
  constexpr std::array<Prefix, 3> kPrefixes{{{1e9, "G"}, {1e6, "M"}, {1e3, "k"}}};
  const double rounded = roundedTo(value, figures);
  for (const Prefix& prefix : kPrefixes)
    if (std::abs(rounded) >= prefix.size)
      return figuresText(rounded / prefix.size, figures) + " " + prefix.letter + std::string(unit);
  return figuresText(rounded, figures) + " " + std::string(unit);
}

}  // namespace

Figures figuresOf(const ResourceLine& line) {
  if (line.kind == ResourceLineKind::NoClasses) return {2, 2, 2};
  switch (line.resourceClass) {
    case ResourceClass::Proved:
    case ResourceClass::Probable:
    case ResourceClass::Measured:
    case ResourceClass::Indicated:
    case ResourceClass::Mined:
      return {3, 2, 3};
    case ResourceClass::Inferred:
      return {2, 2, 2};
    case ResourceClass::Exploration:
    case ResourceClass::Unclassified:
      break;
  }
  return {1, 1, 1};
}

double roundedTo(double value, int figures) {
  if (value == 0 || !std::isfinite(value)) return value;
  const int power = figures - 1 - magnitude(value);
  const double scale = std::pow(10.0, std::abs(power));  // exact up to 1e22, unlike 10^-n
  return power >= 0 ? std::round(value * scale) / scale : std::round(value / scale) * scale;
}

std::string figuresText(double value, int figures) {
  if (std::isnan(value)) return "-";
  if (value == 0) return "0";
  const double rounded = roundedTo(value, figures);
  return fixedText(rounded, figures - 1 - magnitude(rounded));
}

std::string tonnesText(double tonnes, int figures) {
  return scaledText(tonnes, figures, "t");
}

std::string metalText(double tonnes, std::string_view gradeUnit, int figures) {
  if (gradeUnit != "g/t") return tonnesText(tonnes, figures);
  return scaledText(tonnes / geology::kTonnesPerTroyOunce, figures, "oz");
}

}  // namespace adit::reporting
