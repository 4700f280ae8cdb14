#include "viewer/state/colormap.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "viewer/state/colormap_tables.h"

namespace adit::viewer {
namespace {

constexpr std::size_t kRampSize = 256;

using Triple = std::array<double, 3>;

double linearFromSrgb(double c) {
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double srgbFromLinear(double c) {
  c = std::clamp(c, 0.0, 1.0);
  return c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
}

/// Oklab, a space in which equal steps look equal: Ottosson, "A perceptual color space for image processing",
/// 2020.
Triple oklabOf(std::uint32_t rgb) {
  const auto channel = [&](unsigned shift) {
    return linearFromSrgb(static_cast<double>((rgb >> shift) & 0xffU) / 255);
  };
  const double r = channel(16), g = channel(8), b = channel(0);
  const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}
Color colorOf(const Triple& lab) {
  const auto cubed = [](double v) { return v * v * v; };
  const double l = cubed(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
  const double m = cubed(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
  const double s = cubed(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
  const auto channel = [](double linear) { return static_cast<float>(srgbFromLinear(linear)); };
  return {channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
          channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
          channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)};
}

Color colorOf(std::uint32_t rgb) {
  const auto channel = [&](unsigned shift) { return static_cast<float>((rgb >> shift) & 0xffU) / 255.0F; };
  return {channel(16), channel(8), channel(0)};
}

const ColorMapAnchors& anchorsOf(std::string_view map) {
  const auto table = colorMapTable();
  const auto it =
      std::find_if(table.begin(), table.end(), [&](const ColorMapAnchors& m) { return m.name == map; });
  return it == table.end() ? table.front() : *it;
}

}  // namespace

const std::vector<std::string>& colorMapNames() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const ColorMapAnchors& map : colorMapTable()) names.emplace_back(map.name);
    return names;
  }();
  return kNames;
}

Color colorMapAt(std::string_view map, double t) {
  const auto& colors = anchorsOf(map).colors;
  const double place = (std::isnan(t) ? 0 : std::clamp(t, 0.0, 1.0)) * static_cast<double>(colors.size() - 1);
  const std::size_t left = std::min(static_cast<std::size_t>(place), colors.size() - 2);
  const double share = place - static_cast<double>(left);
  const Triple a = oklabOf(colors[left]);
  const Triple b = oklabOf(colors[left + 1]);
  Triple mixed{};
  for (std::size_t i = 0; i < 3; ++i) mixed[i] = a[i] + (b[i] - a[i]) * share;
  return colorOf(mixed);
}

Color categoryColor(std::size_t index) {
  const auto palette = categoricalPalette();
  return colorOf(palette[index % palette.size()]);
}

std::optional<Color> conventionalCategoryColor(std::string_view category) {
  const auto rgb = conventionalColor(category);
  if (!rgb) return std::nullopt;
  return colorOf(*rgb);
}

Color colorAlong(const Legend& legend, double t) {
  const double at = legend.reversed ? 1 - t : t;
  if (legend.stops.empty()) return colorMapAt(legend.map, at);
  const auto next = std::upper_bound(legend.stops.begin(), legend.stops.end(), at,
                                     [](double place, const ColorStop& stop) { return place < stop.at; });
  if (next == legend.stops.begin()) return next->color;
  const ColorStop& below = *(next - 1);
  if (next == legend.stops.end()) return below.color;
  return mixed(below.color, next->color, static_cast<float>((at - below.at) / (next->at - below.at)));
}

Color mixed(const Color& from, const Color& to, float share) {
  Color color{};
  for (std::size_t c = 0; c < color.size(); ++c) color[c] = from[c] + (to[c] - from[c]) * share;
  return color;
}

std::vector<Color> colorRamp(const Legend& legend) {
  std::vector<Color> ramp(kRampSize);
  for (std::size_t i = 0; i < kRampSize; ++i)
    ramp[i] = colorAlong(legend, static_cast<double>(i) / (kRampSize - 1));
  return ramp;
}

}  // namespace adit::viewer
