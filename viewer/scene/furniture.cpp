#include "viewer/scene/furniture.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <sstream>

#include "viewer/geometry/terrain_mesh.h"
#include "viewer/state/facts.h"

namespace adit::viewer {
namespace {

constexpr double kLegendWidth = 210;
constexpr double kRow = 17;
constexpr std::size_t kMostRows = 14;

// Swatches from the top down for classes and categories.
struct Swatch {
  Color color;
  std::string label;
};

std::vector<Swatch> swatchesOf(const ResolvedLegend& legend) {
  std::vector<Swatch> rows;
  if (legend.kind == LegendKind::Classed)
    for (const LegendClass& c : legend.classes)
      rows.push_back({c.color, c.label.empty()
                                   ? tickText(c.lo, c.hi - c.lo) + " to " + tickText(c.hi, c.hi - c.lo)
                                   : c.label});
  if (legend.kind == LegendKind::Category)
    for (std::size_t i = 0; i < legend.categoryNames.size(); ++i)
      rows.push_back({legend.colorOfCode(static_cast<std::int32_t>(i)), legend.categoryNames[i]});
  if (rows.size() > kMostRows) {
    const std::size_t more = rows.size() - kMostRows + 1;
    rows.resize(kMostRows - 1);
    rows.push_back({kMissingColor, "and " + std::to_string(more) + " more"});
  }
  return rows;
}

double drawSwatches(Canvas& canvas, const Palette& palette, Pixel at, const ResolvedLegend& legend) {
  const double s = canvas.scale();
  const auto rows = swatchesOf(legend);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double y = at.y + static_cast<double>(rows.size() - 1 - i) * kRow * s;
    canvas.rectangle({at.x, y + 3 * s}, 12 * s, 11 * s, rows[i].color);
    canvas.text({at.x + 20 * s, y + 8 * s}, rows[i].label, {TextSize::Small, palette.text});
  }
  return static_cast<double>(rows.size()) * kRow * s;
}

double drawRamp(Canvas& canvas, const Palette& palette, Pixel at, const ResolvedLegend& legend) {
  const double s = canvas.scale();
  const double width = kLegendWidth * s;
  const auto n = static_cast<double>(legend.ramp.size());
  for (std::size_t i = 0; i < legend.ramp.size(); ++i)
    canvas.rectangle({at.x + width * static_cast<double>(i) / n, at.y + 16 * s}, width / n + 1, 12 * s,
                     legend.ramp[i]);
  const auto place = [&](double value) {
    return legend.logarithmic
               ? (std::log(value) - std::log(legend.lo)) / (std::log(legend.hi) - std::log(legend.lo))
               : (value - legend.lo) / (legend.hi - legend.lo);
  };
  const double step = roundStep(legend.hi - legend.lo, 5);
  for (double v = std::ceil(legend.lo / step - 1e-9) * step; v <= legend.hi + step * 1e-9; v += step) {
    if (legend.logarithmic && v <= 0) continue;
    const double x = at.x + width * place(v);
    canvas.line({x, at.y + 13 * s}, {x, at.y + 16 * s}, palette.quietText, 1);
    canvas.text({x, at.y + 6 * s}, tickText(v, step), {TextSize::Small, palette.text, Align::Center});
  }
  return 28 * s;
}

/// At blanks, so that each part fits into the width; a word that is longer stands alone.
std::vector<std::string> brokenLines(Canvas& canvas, const std::string& text, double width) {
  std::vector<std::string> lines;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const std::string longer = lines.empty() ? word : lines.back() + " " + word;
    if (lines.empty() || canvas.textWidth(longer, TextSize::Normal) > width)
      lines.push_back(word);
    else
      lines.back() = longer;
  }
  return lines;
}

}  // namespace

std::string tickText(double value, double step) {
  const int decimals =
      std::clamp(static_cast<int>(std::ceil(-std::log10(std::max(step, 1e-12)) - 1e-9)), 0, 6);
  // 2.5-type steps need one figure more than their power of ten.
  const double shifted = step * std::pow(10, decimals);
  const int figures = std::abs(shifted - std::round(shifted)) > 1e-6 ? decimals + 1 : decimals;
  if (figures == 0 && std::abs(value) >= 1000) {
    std::string text = value < 0 ? "-" : "";
    text += withThousands(static_cast<std::size_t>(std::llround(std::abs(value))));
    return text;
  }
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.*f", figures, value == 0 ? 0.0 : value);
  return buffer.data();
}

void drawPlate(Canvas& canvas, const Palette& palette, Pixel lowerLeft, double width, double height) {
  constexpr double kOpacity = 0.62;  // text is readable over anything, and the deposit is still there
  canvas.rectangle(lowerLeft, width, height, palette.skyBottom, kOpacity);
}

void drawScaleBar(Canvas& canvas, const Palette& palette, Pixel at, const ScaleBar& bar) {
  const double s = canvas.scale();
  const double length = roundStep(bar.unitsPerPixel * 75 * s, 1);
  const double pixels = length / bar.unitsPerPixel;
  const double half = pixels / 2;
  const double below = bar.atFocus ? 20 * s : 6 * s;
  drawPlate(canvas, palette, {at.x - 12 * s, at.y - below}, pixels + 40 * s, below + 28 * s);
  canvas.rectangle(at, half, 4 * s, palette.text);
  canvas.rectangle({at.x + half, at.y}, pixels - half, 4 * s, palette.quietText);
  for (const double x : {0.0, half, pixels})
    canvas.line({at.x + x, at.y}, {at.x + x, at.y + 8 * s}, palette.text, 1);
  canvas.text({at.x, at.y + 17 * s}, "0", {TextSize::Small, palette.text, Align::Center});
  canvas.text({at.x + pixels, at.y + 17 * s}, tickText(length, length) + " " + bar.unit,
              {TextSize::Small, palette.text, Align::Center});
  if (bar.atFocus)
    canvas.text({at.x + half, at.y - 9 * s}, "at the focus",
                {TextSize::Small, palette.quietText, Align::Center});
}

void drawNorthArrow(Canvas& canvas, const Palette& palette, Pixel center, const CameraState& camera) {
  const double bearing = camera.bearing * std::numbers::pi / 180;
  const double flat = std::max(0.22, std::abs(std::sin(camera.plunge * std::numbers::pi / 180)));
  const double r = 26 * canvas.scale();
  // A point (east, north) on the ground as the camera sees it.
  const auto onScreen = [&](double east, double north) {
    const double right = east * std::cos(bearing) - north * std::sin(bearing);
    const double ahead = east * std::sin(bearing) + north * std::cos(bearing);
    return Pixel{center.x + right * r, center.y + ahead * flat * r};
  };
  const Pixel tip = onScreen(0, 1);
  const Pixel notch = onScreen(0, -0.45);
  canvas.area({tip, notch, onScreen(-0.5, -0.8)}, palette.text);
  canvas.area({tip, onScreen(0.5, -0.8), notch}, palette.quietText);
  const Pixel letter = onScreen(0, 1.45);
  canvas.text(letter, "N", {TextSize::Normal, palette.text, Align::Center});
}

double drawLegend(Canvas& canvas, const Palette& palette, Pixel at, const ResolvedLegend& legend,
                  const std::string& title) {
  const double s = canvas.scale();
  const double rows =
      legend.kind == LegendKind::Continuous ? 28 : kRow * static_cast<double>(swatchesOf(legend).size());
  drawPlate(canvas, palette, {at.x - 12 * s, at.y - 4 * s}, (kLegendWidth + 24) * s, (rows + 26) * s);
  const double body = legend.kind == LegendKind::Continuous ? drawRamp(canvas, palette, at, legend)
                                                            : drawSwatches(canvas, palette, at, legend);
  canvas.text({at.x, at.y + body + 11 * s}, title, {TextSize::Small, palette.quietText});
  return body + 24 * s;
}

double drawTags(Canvas& canvas, const Palette& palette, const std::vector<Tag>& tags, Pixel corner,
                Align side) {
  const double s = canvas.scale();
  double x = corner.x, y = corner.y;
  for (const Tag& tag : tags) {
    const double width = canvas.textWidth(tag.text, TextSize::Normal) + 20 * s;
    if (side == Align::Right && x != corner.x &&
        x - width < 0) {  // a narrow view has them one below the other
      x = corner.x;
      y -= 28 * s;
    }
    const double left = side == Align::Right ? x - width : x;
    canvas.rectangle({left, y - 24 * s}, width, 24 * s, palette.plate, 0.8);
    canvas.text({left + width / 2, y - 12 * s}, tag.text, {TextSize::Normal, tag.color, Align::Center});
    x += (side == Align::Right ? -1 : 1) * (width + 8 * s);
  }
  return y - 24 * s;
}

double drawBanner(Canvas& canvas, const Palette& palette, const std::vector<Tag>& lines, Pixel corner) {
  const double s = canvas.scale();
  const double room = canvas.viewWidth() - 2 * corner.x - 20 * s;
  double y = corner.y;
  for (const Tag& line : lines)
    for (const std::string& part : brokenLines(canvas, line.text, room)) {
      canvas.rectangle({corner.x, y - 22 * s}, canvas.textWidth(part, TextSize::Normal) + 20 * s, 22 * s,
                       palette.plate, 0.86);
      canvas.text({corner.x + 10 * s, y - 11 * s}, part, {TextSize::Normal, line.color});
      y -= 22 * s;
    }
  return corner.y - y;
}

}  // namespace adit::viewer
