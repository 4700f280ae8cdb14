// A hole from the collar down: depth axis, rocks with their patterns, bars of values.
#include <algorithm>
#include <cmath>

#include "geology/reporting/figures.h"
#include "viewer/charts/page_painter.h"
#include "viewer/geometry/terrain_mesh.h"

namespace adit::viewer {
namespace {

void drawDepths(PagePainter& p, const LogPlace& scale, const std::string& title, double right) {
  const double step = roundStep(scale.to - scale.from, static_cast<int>(scale.plot.height / p.px(44)));
  for (double depth = std::ceil(scale.from / step) * step; depth <= scale.to + 1e-9; depth += step) {
    const double y = scale.at(depth);
    p.line({scale.plot.x - p.px(4), y}, {right, y}, p.palette().line, 0.5);
    p.text(scale.plot.x - p.px(8), y, reporting::figuresText(depth, depth >= 1000 ? 4 : 3),
           p.style(TextSize::Small, ChartInk::Quiet, PageAlign::Right));
  }
  PagePainter::TextStyle turned = p.style(TextSize::Small, ChartInk::Text, PageAlign::Center);
  turned.turned = 90;
  p.text(scale.plot.x - p.px(48), scale.plot.y + scale.plot.height / 2, title, turned);
}

bool isDark(const Color& c) {
  return 0.3F * c[0] + 0.6F * c[1] + 0.1F * c[2] < 0.45F;
}

/// Marks of a pattern on a grid of so many pixels, drawn where they fit whole: nothing sticks out of the
/// rock.
void drawPattern(PagePainter& p, const PageRect& r, RockPattern pattern, const Color& ink) {
  const double cell = p.px(12), half = p.px(3);
  for (int row = 0; (row + 1) * cell <= r.height + cell / 2; ++row)
    for (int column = 0; (column + 1) * cell <= r.width; ++column) {
      const double x = r.x + (column + 0.5 + (row % 2 == 1 ? 0.25 : -0.25)) * cell;
      const double y = r.top() - (row + 0.5) * cell;
      if (y - half < r.y || y + half > r.top() || x - half < r.x || x + half > r.right()) continue;
      switch (pattern) {
        case RockPattern::Dots:
          p.disc({x, y}, p.px(1.1), ink);
          break;
        case RockPattern::Dashes:
          p.line({x - half, y}, {x + half, y}, ink);
          break;
        case RockPattern::Bricks:
          p.curve({{x - half, y - half}, {x + half, y - half}, {x + half, y + half}}, ink);
          break;
        case RockPattern::Crosses:
          p.line({x - half, y}, {x + half, y}, ink);
          p.line({x, y - half}, {x, y + half}, ink);
          break;
        case RockPattern::Vees:
          p.curve({{x - half, y + half}, {x, y - half}, {x + half, y + half}}, ink);
          break;
        case RockPattern::Slashes:
          p.line({x - half, y - half}, {x + half, y + half}, ink);
          break;
        case RockPattern::Waves:
          p.curve({{x - half, y}, {x - half / 2, y + half / 2}, {x + half / 2, y - half / 2}, {x + half, y}},
                  ink);
          break;
        case RockPattern::Triangles:
          p.curve({{x - half, y - half}, {x + half, y - half}, {x, y + half}, {x - half, y - half}}, ink);
          break;
        case RockPattern::Solid:
          p.area({x - half, y - half, 2 * half, 2 * half}, ink);
          break;
        case RockPattern::Blank:
          break;
      }
    }
}

void drawRocks(PagePainter& p, const LogTrack& track, const LogPlace& scale, const PageRect& room) {
  double lastLabel = room.top() + p.px(20);
  for (const LogInterval& one : track.intervals) {
    const PageRect r{room.x, scale.at(one.to), room.width, scale.at(one.from) - scale.at(one.to)};
    p.area(r, one.color);
    const Color ink = isDark(one.color) ? Color{0.93F, 0.94F, 0.96F} : Color{0.1F, 0.12F, 0.14F};
    drawPattern(p, r, one.pattern, ink);
    p.frame(r, p.palette().edge, 0.5);
    const double middle = r.y + r.height / 2;
    if (r.height < p.px(13) || lastLabel - middle < p.px(13)) continue;
    lastLabel = middle;
    const std::string label = p.fitted(one.label, TextSize::Small, room.width - p.px(12));
    const double width = p.textWidth(label, TextSize::Small);
    p.area({room.x + (room.width - width) / 2 - p.px(3), middle - p.px(7), width + p.px(6), p.px(14)},
           one.color);
    p.text(room.x + room.width / 2, middle, label, {TextSize::Small, ink, PageAlign::Center, 0});
  }
}

void drawBars(PagePainter& p, const LogTrack& track, const LogPlace& scale, const PageRect& room) {
  const auto at = [&](double value) {
    return room.x + std::clamp((value - track.lo) / (track.hi - track.lo), 0.0, 1.0) * room.width;
  };
  p.area(room, p.palette().plate, 0.35);
  for (const LogInterval& one : track.intervals) {
    const PageRect r{room.x, scale.at(one.to), at(one.value) - room.x, scale.at(one.from) - scale.at(one.to)};
    if (one.label == "not sampled" || one.label == "no number") {  // a gap that cannot be read as a zero
      const double x = room.x + p.px(3);
      p.line({x, r.y}, {x, r.top()}, p.palette().caution, 2);
    } else {
      p.area(r, one.color);
    }
  }
  if (track.cutoff)
    p.line({at(*track.cutoff), room.y}, {at(*track.cutoff), room.top()}, p.palette().accent, 1);
}

/// The interval that is picked in the view: a frame around it, and a mark beside it that is seen where it is
/// thin.
void drawPicked(PagePainter& p, const LogTrack& track, const LogPlace& scale, const PageRect& room) {
  for (const LogInterval& one : track.intervals) {
    if (!one.picked) continue;
    const double bottom = scale.at(one.to), top = scale.at(one.from);
    p.frame({room.x - p.px(1), bottom, room.width + p.px(2), std::max(top - bottom, p.px(1))},
            p.palette().accent, 2);
    const double middle = (bottom + top) / 2, right = room.right();
    p.polygon({{right + p.px(2), middle},
               {right + p.px(10), middle + p.px(5)},
               {right + p.px(10), middle - p.px(5)}},
              p.palette().accent);
  }
}

void drawHead(PagePainter& p, const LogTrack& track, const PageRect& room) {
  const std::string title = track.title + (track.unit.empty() ? "" : ", " + track.unit);
  const double y = room.top() + p.px(26);
  p.text(room.x, y, p.fitted(title, TextSize::Small, room.width), p.style(TextSize::Small, ChartInk::Text));
  if (!track.bars) return;
  const double below = room.top() + p.px(10);
  p.text(room.x, below, reporting::figuresText(track.lo, 2), p.style(TextSize::Small, ChartInk::Quiet));
  p.text(room.right(), below, reporting::figuresText(track.hi, 2),
         p.style(TextSize::Small, ChartInk::Quiet, PageAlign::Right));
  if (track.cutoff && room.width > p.px(150))  // else the line says it, and the words would cover the scale
    p.text(room.x + room.width / 2, below, "cut-off " + reporting::figuresText(*track.cutoff, 2),
           p.style(TextSize::Small, ChartInk::Accent, PageAlign::Center));
}

}  // namespace

LogPlace placeLog(const LogBody& body, const PageRect& room, double scale) {
  const auto px = [scale](double designPixels) { return designPixels * scale; };
  LogPlace place{
      {room.x + px(64), room.y + px(20), room.width - px(72), room.height - px(62)}, {}, body.from, body.to};
  const double gap = px(14), count = static_cast<double>(body.tracks.size());
  const double width = std::min(px(230), (place.plot.width - gap * (count - 1)) / count);
  for (std::size_t t = 0; t < body.tracks.size(); ++t)
    place.tracks.push_back(
        {place.plot.x + static_cast<double>(t) * (width + gap), place.plot.y, width, place.plot.height});
  return place;
}

std::string logIntervalText(const LogTrack& track, const LogInterval& interval) {
  const auto depth = [](double value) { return reporting::figuresText(value, 5); };
  std::string text = depth(interval.from) + " - " + depth(interval.to) + ": ";
  if (!interval.label.empty()) return text + interval.label;
  return text + reporting::figuresText(interval.value, 3) + (track.unit.empty() ? "" : " " + track.unit);
}

void paintLog(PagePainter& p, const LogBody& body, const PageRect& room) {
  const LogPlace place = placeLog(body, room, p.look().scale);
  const PageRect& plot = place.plot;
  drawDepths(p, place, body.depthTitle, place.tracks.back().right());
  for (std::size_t t = 0; t < body.tracks.size(); ++t) {
    const PageRect& track = place.tracks[t];
    if (body.tracks[t].bars)
      drawBars(p, body.tracks[t], place, track);
    else
      drawRocks(p, body.tracks[t], place, track);
    drawPicked(p, body.tracks[t], place, track);
    drawHead(p, body.tracks[t], track);
    p.frame(track, p.palette().line);
  }
  p.area({plot.x, room.y + p.px(2), p.px(2), p.px(10)}, p.palette().caution);
  p.text(plot.x + p.px(8), room.y + p.px(7), "not sampled, or no number",
         p.style(TextSize::Small, ChartInk::Quiet));
}

}  // namespace adit::viewer
