#include "viewer/scene/honest_legend.h"

#include <algorithm>
#include <cmath>

#include "viewer/geometry/honest_codes.h"
#include "viewer/geometry/terrain_mesh.h"
#include "viewer/scene/furniture.h"
#include "viewer/state/draped.h"

namespace adit::viewer {
namespace {

constexpr double kRow = 17;
constexpr double kSwatchWidth = 56;
constexpr double kSwatchHeight = 12;

void add(std::vector<std::string>& lines, const std::string& line) {
  if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
}

std::string rounded(double value) {
  return tickText(value, std::pow(10, std::floor(std::log10(std::max(value, 1e-9))) - 1));
}

void addModel(const HonestBasis& basis, const geology::Deposit& deposit, HonestLegend& legend) {
  if (basis.classified()) {
    add(legend.lines, "class: column " + basis.category->name);
    for (const Knowledge known :
         {Knowledge::Measured, Knowledge::Indicated, Knowledge::Inferred, Knowledge::Unclassified})
      if (std::find(legend.rows.begin(), legend.rows.end(), known) == legend.rows.end())
        legend.rows.push_back(known);
  } else {
    legend.rows.push_back(Knowledge::DrillingOnly);
    add(legend.lines, "data support, not a classification");
  }
  if (basis.nearest != nullptr && basis.reach > 0)
    add(legend.lines,
        "dots thin out to " + rounded(basis.reach) + " " + unitSymbol(deposit.unit) + " from a sample");
  else
    add(legend.lines, basis.noSamples ? "no hole has a sample" : "distance to samples not known");
}

/// Dots as on the blocks, from a block at a sample on the left to one at the end of the reach on the right.
void drawSwatch(Canvas& canvas, const Palette& palette, Pixel at, Knowledge known) {
  const double dot = std::max(1.0, std::round(canvas.scale()));
  const auto across = static_cast<std::size_t>(kSwatchWidth * canvas.scale() / dot);
  const auto up = static_cast<std::size_t>(kSwatchHeight * canvas.scale() / dot);
  const Pixel corner{std::round(at.x), std::round(at.y)};
  bool outlined = false;
  for (std::size_t x = 0; x < across; ++x) {
    const std::size_t step = std::min(x * kNearSteps / across, kNearSteps - 1);
    const Solidity solidity = solidityOf(honestCode(known, step));
    outlined = outlined || solidity.outline > 0;
    for (std::size_t y = 0; y < up; ++y) {
      const bool inDot =
          stippleRanks()[(y % kStippleSide) * kStippleSide + x % kStippleSide] < solidity.drawn;
      if (!inDot && solidity.pale < 0.5F) continue;
      canvas.rectangle({corner.x + static_cast<double>(x) * dot, corner.y + static_cast<double>(y) * dot},
                       dot, dot, palette.text, inDot ? 1 : 0.35);
    }
  }
  if (!outlined) return;
  const double right = corner.x + static_cast<double>(across) * dot;
  const double left = known == Knowledge::Unclassified ? corner.x : right - kSwatchWidth * canvas.scale() / 8;
  const double top = corner.y + static_cast<double>(up) * dot;
  for (const auto& [a, b] : {std::pair<Pixel, Pixel>{{left, corner.y}, {right, corner.y}},
                             {{right, corner.y}, {right, top}},
                             {{right, top}, {left, top}},
                             {{left, top}, {left, corner.y}}})
    canvas.line(a, b, palette.text, canvas.scale());
}

}  // namespace

HonestLegend honestLegend(const geology::Deposit& deposit, const ViewState& state) {
  HonestLegend legend;
  if (!state.honest.on) return legend;
  for (const auto& model : deposit.blockModels)
    if (showsBlocks(deposit, state, *model)) addModel(honestBasis(deposit, *model, state), deposit, legend);
  std::sort(legend.rows.begin(), legend.rows.end());
  legend.rows.erase(std::unique(legend.rows.begin(), legend.rows.end()), legend.rows.end());
  return legend;
}

double drawHonestLegend(Canvas& canvas, const Palette& palette, Pixel at, const HonestLegend& legend) {
  const double s = canvas.scale();
  const double count = static_cast<double>(legend.rows.size() + legend.lines.size());
  double width = 234 * s;
  for (const std::string& line : legend.lines)
    width = std::max(width, canvas.textWidth(line, TextSize::Small) + 24 * s);
  drawPlate(canvas, palette, {at.x - 12 * s, at.y - 4 * s}, width, (count * kRow + 26) * s);
  double y = at.y + (count - 1) * kRow * s;
  for (const Knowledge known : legend.rows) {
    drawSwatch(canvas, palette, {at.x, y + 2 * s}, known);
    canvas.text({at.x + (kSwatchWidth + 10) * s, y + 8 * s}, std::string(knowledgeWord(known)),
                {TextSize::Small, palette.text});
    y -= kRow * s;
  }
  for (const std::string& line : legend.lines) {
    canvas.text({at.x, y + 8 * s}, line, {TextSize::Small, palette.quietText});
    y -= kRow * s;
  }
  canvas.text({at.x, at.y + count * kRow * s + 11 * s}, "How well it is known",
              {TextSize::Small, palette.quietText});
  return (count * kRow + 24) * s;
}

}  // namespace adit::viewer
