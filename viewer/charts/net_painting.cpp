// Stereonet and table.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "viewer/charts/page_painter.h"

namespace adit::viewer {
namespace {

struct Net {
  double x, y, radius;
  std::array<double, 2> at(const std::array<double, 2>& p) const {
    return {x + p[0] * radius, y + p[1] * radius};
  }
};

void drawNet(PagePainter& p, const Net& net) {
  std::vector<std::array<double, 2>> rim;
  for (int i = 0; i <= 120; ++i) {
    const double turn = i * std::numbers::pi / 60;
    rim.push_back(net.at({std::sin(turn), std::cos(turn)}));
  }
  p.curve(rim, p.palette().text, 1.2);
  p.line(net.at({-0.03, 0}), net.at({0.03, 0}), p.palette().line);
  p.line(net.at({0, -0.03}), net.at({0, 0.03}), p.palette().line);
  for (int azimuth = 0; azimuth < 360; azimuth += 10) {
    const double turn = azimuth * std::numbers::pi / 180;
    const double length = azimuth % 90 == 0 ? 0.05 : 0.025;
    p.line(net.at({std::sin(turn), std::cos(turn)}),
           net.at({std::sin(turn) * (1 + length), std::cos(turn) * (1 + length)}), p.palette().quietText);
  }
  constexpr std::array<const char*, 4> kNames{"N", "E", "S", "W"};
  for (std::size_t i = 0; i < 4; ++i) {
    const double turn = static_cast<double>(i) * std::numbers::pi / 2;
    const auto at = net.at({1.1 * std::sin(turn), 1.1 * std::cos(turn)});
    p.text(at[0], at[1], kNames[i], p.style(TextSize::Normal, ChartInk::Text, PageAlign::Center));
  }
}

void drawMark(PagePainter& p, const std::array<double, 2>& at, const NetBody::Set& set) {
  const double h = p.px(4);
  switch (set.shape % 4) {
    case 0:
      p.disc(at, h * 0.9, set.color);
      break;
    case 1:
      p.area({at[0] - h * 0.8, at[1] - h * 0.8, 1.6 * h, 1.6 * h}, set.color);
      break;
    case 2:
      p.polygon({{at[0] - h, at[1] - h * 0.8}, {at[0] + h, at[1] - h * 0.8}, {at[0], at[1] + h}}, set.color);
      break;
    default:
      p.line({at[0] - h, at[1] - h}, {at[0] + h, at[1] + h}, set.color, 1.5);
      p.line({at[0] - h, at[1] + h}, {at[0] + h, at[1] - h}, set.color, 1.5);
      break;
  }
}

}  // namespace

void paintNet(PagePainter& p, const NetBody& body, const PageRect& room) {
  const double radius = std::min(room.width * 0.62, room.height) / 2 / 1.18;
  const Net net{room.x + radius * 1.2, room.y + room.height / 2, radius};
  drawNet(p, net);
  for (const auto& circle : body.circles) {
    std::vector<std::array<double, 2>> points;
    for (const auto& point : circle) points.push_back(net.at(point));
    p.curve(points, p.palette().line);
  }
  for (const NetBody::Set& set : body.sets)
    for (const auto& pole : set.poles) drawMark(p, net.at(pole), set);
  const double x = net.x + radius * 1.25;
  double y = room.top() - p.px(24);
  for (const NetBody::Set& set : body.sets) {
    drawMark(p, {x, y}, set);
    const std::string name = set.name + "  (" + std::to_string(set.poles.size()) + ")";
    p.text(x + p.px(14), y, p.fitted(name, TextSize::Small, room.right() - x - p.px(16)),
           p.style(TextSize::Small, ChartInk::Text));
    y -= p.lineHeight(TextSize::Normal);
  }
}

void paintTable(PagePainter& p, const TableBody& body, const PageRect& room) {
  std::vector<double> widths(body.head.size(), 0);
  const auto measure = [&](const std::vector<std::string>& cells) {
    for (std::size_t c = 0; c < cells.size() && c < widths.size(); ++c)
      widths[c] = std::max(widths[c], p.textWidth(cells[c], TextSize::Normal));
  };
  measure(body.head);
  for (const auto& row : body.rows) measure(row);
  const double gap = p.px(28), height = p.px(20);
  double y = room.top() - height / 2;
  const auto draw = [&](const std::vector<std::string>& cells, ChartInk ink) {
    double x = room.x;
    for (std::size_t c = 0; c < cells.size() && c < widths.size(); ++c) {
      p.text(body.right[c] ? x + widths[c] : x, y, cells[c],
             p.style(TextSize::Normal, ink, body.right[c] ? PageAlign::Right : PageAlign::Left));
      x += widths[c] + gap;
    }
    y -= height;
  };
  draw(body.head, ChartInk::Quiet);
  double right = room.x - gap;
  for (const double width : widths) right += width + gap;
  p.line({room.x, y + height / 2}, {right, y + height / 2}, p.palette().line);
  std::size_t drawn = 0;
  for (const auto& row : body.rows) {
    if (y - height / 2 < room.y + height) break;
    draw(row, row.front().starts_with(" ") ? ChartInk::Quiet : ChartInk::Text);
    ++drawn;
  }
  const std::size_t left = body.rowsLeftOut + body.rows.size() - drawn;
  if (left > 0)
    p.text(room.x, y, std::to_string(left) + " more", p.style(TextSize::Small, ChartInk::Caution));
}

}  // namespace adit::viewer
