#include "viewer/scene/minimap.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "viewer/geometry/terrain_mesh.h"
#include "viewer/geometry/walk_facts.h"
#include "viewer/scene/furniture.h"
#include "viewer/state/on_foot.h"

namespace adit::viewer {
namespace {

constexpr int kCells = 56;            ///< along a side of the map
constexpr double kSide = 176;         ///< design pixels
constexpr double kExtent = 560;       ///< metres along a side, above ground
constexpr double kExtentUnder = 280;  ///< and under it
constexpr double kMargin = 14;        ///< design pixels

Color shaded(const Color& color, double light) {
  Color result{};
  for (std::size_t c = 0; c < 3; ++c)
    result[c] = std::clamp(color[c] * static_cast<float>(light), 0.0F, 1.0F);
  return result;
}

/// Light from the north-west, 45 degrees high: 0..1.
double lightOn(double east, double north) {
  const double along = std::numbers::sqrt2 / 2;
  return std::max(
      0.0, (along * (east * along - north * along) + along) / std::sqrt(1 + east * east + north * north));
}

std::vector<bool> groundLayers(const LayerInput& input) {
  std::vector<bool> shown;
  for (const auto& terrain : input.deposit.terrains)
    shown.push_back(layerOf(input.state, terrain->name).visible);
  for (const auto& mesh : input.deposit.meshes) shown.push_back(layerOf(input.state, mesh->name).visible);
  return shown;
}

}  // namespace

void drawWalkLine(Canvas& canvas, const Palette& palette, const WalkFacts& facts, Pixel size) {
  const double s = canvas.scale();
  struct Word {
    std::string text;
    Color color;
  };
  std::vector<Word> words{
      {facts.coordinates, palette.text}, {facts.level, palette.text}, {facts.place, palette.evidence}};
  if (!facts.period.empty()) words.push_back({facts.period, palette.accent});
  double width = 8 * s;
  for (const Word& word : words) width += canvas.textWidth(word.text, TextSize::Normal) + 18 * s;
  // Below the tags: legends grow from the lower corner, the map stands at the right.
  const double left = kMargin * s;
  const double y = size.y - (12 + 24 + 8 + 24) * s;
  canvas.rectangle({left, y}, width, 24 * s, palette.plate, 0.85);
  double x = left + 13 * s;
  for (const Word& word : words) {
    canvas.text({x, y + 12 * s}, word.text, {TextSize::Normal, word.color});
    x += canvas.textWidth(word.text, TextSize::Normal) + 18 * s;
  }
}

void Minimap::readHeights(const LayerInput& input, const Vec3& feet) {
  const double metre = unitsInMetre(input.deposit.unit);
  cell_ = (input.covered ? kExtentUnder : kExtent) * metre / kCells;
  left_ = (std::floor(feet.x / cell_) - kCells / 2) * cell_;
  bottom_ = (std::floor(feet.y / cell_) - kCells / 2) * cell_;
  const PlanInTime* plan = input.plan;
  const PlanInTime none;
  const PlanInTime& now = plan != nullptr ? *plan : none;
  if (!key_.changed({&input.deposit, left_ + cell_, bottom_, now.plan, now.ground, now.pits, now.heap,
                     now.time, groundLayers(input)}))
    return;
  heights_.resize((kCells + 2) * (kCells + 2));  // one more all around, for the slopes
  for (int r = 0; r < kCells + 2; ++r)
    for (int c = 0; c < kCells + 2; ++c)
      heights_[static_cast<std::size_t>(c + (kCells + 2) * r)] =
          input.walk->groundAt(left_ + (c - .5) * cell_, bottom_ + (r - .5) * cell_);
}

void Minimap::drawGround(Canvas& canvas, const LayerInput& input, const Frame& frame) const {
  const Palette& palette = paletteOf(input.state.theme);
  const auto at = [&](int c, int r) { return heights_[static_cast<std::size_t>(c + (kCells + 2) * r)]; };
  const double side = cell_ / frame.unitsPerPixel;
  for (int r = 1; r <= kCells; ++r)
    for (int c = 1; c <= kCells; ++c) {
      if (std::isnan(at(c, r))) continue;
      const auto slope = [&](double before, double after) {
        const double rise = (after - before) / (2 * cell_);
        return std::isnan(rise) ? 0 : std::clamp(rise, -2.0, 2.0);
      };
      const double light = lightOn(-slope(at(c - 1, r), at(c + 1, r)), -slope(at(c, r - 1), at(c, r + 1)));
      const Pixel corner = frame.at(left_ + (c - 1) * cell_, bottom_ + (r - 1) * cell_);
      const double dim = input.covered ? 0.55 : 1;  // the ground is far above
      canvas.rectangle(corner, side + 0.5, side + 0.5, shaded(palette.terrain, dim * (0.45 + 0.75 * light)));
    }
}

void Minimap::drawWays(Canvas& canvas, const LayerInput& input, const Frame& frame) const {
  const Palette& palette = paletteOf(input.state.theme);
  const PlanInTime* plan = input.plan;
  if (plan == nullptr || plan->workings == nullptr) return;
  const auto ways = [&](const std::vector<planning::Drive>& drives, const Color& color, double width) {
    for (const planning::Drive& drive : drives) {
      const auto points = drive.upTo(drive.lengthAt(plan->time));
      for (std::size_t n = 0; n + 1 < points.size(); ++n) {
        // In short pieces: what leaves the map is left out.
        const Vec3 way = points[n + 1] - points[n];
        const int pieces = std::max(1, static_cast<int>(std::ceil(geology::length(way) / cell_)));
        for (int k = 0; k < pieces; ++k) {
          const Vec3 a = points[n] + way * (static_cast<double>(k) / pieces);
          const Vec3 b = points[n] + way * (static_cast<double>(k + 1) / pieces);
          const Pixel from = frame.at(a.x, a.y), to = frame.at(b.x, b.y);
          if (frame.holds(from) && frame.holds(to)) canvas.line(from, to, color, width);
        }
      }
    }
  };
  ways(plan->workings->haulRoutes(), palette.quietText, 2);
  ways(plan->workings->drives(), palette.text, 3);
}

void Minimap::drawSelf(Canvas& canvas, const LayerInput& input, const Frame& frame, const Vec3& feet,
                       double bearing) const {
  const Palette& palette = paletteOf(input.state.theme);
  const double s = canvas.scale();
  const Pixel self = frame.at(feet.x, feet.y);
  const double angle = bearing * std::numbers::pi / 180;
  const auto turned = [&](double right, double ahead) {
    return Pixel{self.x + (right * std::cos(angle) + ahead * std::sin(angle)) * s,
                 self.y + (ahead * std::cos(angle) - right * std::sin(angle)) * s};
  };
  canvas.area({turned(0, 12), turned(-8.5, -9.5), turned(0, -5), turned(8.5, -9.5)}, palette.skyBottom);
  canvas.area({turned(0, 9), turned(-6, -7), turned(0, -3.5)}, palette.accent);
  canvas.area({turned(0, 9), turned(0, -3.5), turned(6, -7)}, palette.accent);
}

void Minimap::draw(Canvas& canvas, const LayerInput& input, const CameraState& camera, Pixel size) {
  const Palette& palette = paletteOf(input.state.theme);
  const double s = canvas.scale();
  const Vec3 feet = feetOf(input.deposit, input.state, camera);
  const WalkFacts facts = walkFacts(input.deposit, *input.walk, feet);
  drawWalkLine(canvas, palette, facts, size);
  Frame frame;
  frame.side = kSide * s;
  frame.corner = {size.x - (kMargin + kSide) * s, size.y - (kMargin + 32 + kSide) * s};
  // A view that is too small for the map has the line alone.
  if (frame.corner.x < 260 * s || frame.corner.y < 130 * s) return;
  readHeights(input, feet);
  frame.unitsPerPixel = cell_ * kCells / frame.side;
  frame.x0 = left_;
  frame.y0 = bottom_;
  canvas.rectangle({frame.corner.x - 2 * s, frame.corner.y - 2 * s}, frame.side + 4 * s, frame.side + 4 * s,
                   palette.plate);
  drawGround(canvas, input, frame);
  drawWays(canvas, input, frame);
  drawSelf(canvas, input, frame, feet, camera.bearing);
  const double length = roundStep(frame.unitsPerPixel * 45 * s, 1);
  const Pixel bar{frame.corner.x + 8 * s, frame.corner.y + 8 * s};
  const std::string text = tickText(length, length) + " " + geology::unitSymbol(input.deposit.unit);
  const double pixels = length / frame.unitsPerPixel;
  canvas.rectangle({bar.x - 5 * s, bar.y - 5 * s}, pixels + canvas.textWidth(text, TextSize::Small) + 18 * s,
                   17 * s, palette.plate, 0.75);
  canvas.rectangle({bar.x, bar.y + 2 * s}, pixels, 3 * s, palette.text);
  canvas.text({bar.x + pixels + 6 * s, bar.y + 3.5 * s}, text, {TextSize::Small, palette.text});
  canvas.text({frame.corner.x + frame.side - 10 * s, frame.corner.y + frame.side - 11 * s}, "N",
              {TextSize::Small, palette.text, Align::Center, 0.6});
}

}  // namespace adit::viewer
