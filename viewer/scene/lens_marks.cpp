#include "viewer/scene/lens_marks.h"

#include <cmath>
#include <vector>

#include "viewer/scene/furniture.h"

namespace adit::viewer {
namespace {

constexpr double kLabelHeight = 15;

void drawDot(Canvas& canvas, Pixel at, double radius, const Color& color) {
  std::vector<Pixel> circle;
  constexpr int kCorners = 12;
  for (int i = 0; i < kCorners; ++i) {
    const double angle = i * 2 * 3.14159265358979 / kCorners;
    circle.push_back({at.x + radius * std::cos(angle), at.y + radius * std::sin(angle)});
  }
  canvas.area(circle, color);
}

bool isFree(const std::vector<Pixel>& taken, Pixel at, double width, double height) {
  for (const Pixel& other : taken)
    if (std::abs(other.y - at.y) < height && std::abs(other.x - at.x) < width) return false;
  return true;
}

}  // namespace

void drawLens(Canvas& canvas, const Projector& projector, const Palette& palette, const LensFacts& lens) {
  const auto from = projector.toPixel(lens.place);
  if (!from) return;
  const double s = canvas.scale();
  for (const LensSample& sample : lens.samples) {
    const auto to = projector.toPixel(sample.place);
    if (!to) continue;
    canvas.line(*from, *to, palette.skyBottom, 3.5 * s, 0.6);
    canvas.line(*from, *to, sample.doubtful() ? palette.caution : palette.evidence, 1.5 * s);
  }
  std::vector<Pixel> taken;
  for (const LensSample& sample : lens.samples) {  // nearest first: it keeps its label
    const auto to = projector.toPixel(sample.place);
    if (!to) continue;
    const Color& color = sample.doubtful() ? palette.caution : palette.evidence;
    drawDot(canvas, *to, 5 * s, palette.skyBottom);
    drawDot(canvas, *to, 3.5 * s, color);
    const std::string text =
        sample.hole + "  " + sample.value + "  " + tickText(std::round(sample.distance), 1) + " " + lens.unit;
    const double width = canvas.textWidth(text, TextSize::Small) + 8 * s;
    // Away from the place that is asked, so that lines and labels part.
    const bool toTheRight = to->x >= from->x;
    const Pixel label{to->x + (toTheRight ? 9 : -9) * s, to->y};
    if (!isFree(taken, label, width, kLabelHeight * s)) continue;
    taken.push_back(label);
    canvas.text(label, text, {TextSize::Small, palette.text, toTheRight ? Align::Left : Align::Right, 0.7});
  }
  drawDot(canvas, *from, 6 * s, palette.skyBottom);
  drawDot(canvas, *from, 4 * s, palette.accent);
}

}  // namespace adit::viewer
