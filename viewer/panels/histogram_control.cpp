#include "viewer/panels/histogram_control.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "viewer/panels/numbers.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/panels/widgets.h"
#include "viewer/state/facts.h"

namespace adit::viewer {
namespace {

constexpr float kBarsHeight = 72;
constexpr float kKnobRadius = 6;
constexpr float kReach = 9;  ///< design pixels around a handle that take it
constexpr double kInfinity = std::numeric_limits<double>::infinity();

double rounded(double value, double step) {
  const double decade = std::pow(10.0, std::floor(std::log10(step)));
  // Dividing by the reciprocal keeps 0.3 at 0.3, where 3 * 0.1 would not be.
  return decade < 1 ? std::round(value * std::round(1 / decade)) / std::round(1 / decade)
                    : std::round(value / decade) * decade;
}

double valueOrOpen(const ValueAxis& axis, double share, double resolution) {
  if (share <= 0) return -kInfinity;
  if (share >= 1) return kInfinity;
  const double step = std::abs(axis.valueAt(std::min(1.0, share + resolution)) - axis.valueAt(share));
  const double value = axis.valueAt(share);
  return step > 0 ? std::clamp(rounded(value, step), axis.lo, axis.hi) : value;
}

/// Bars stand on the lower edge; their height is the square root of the count, so that few rich values are
/// seen beside many poor ones.
struct Bars {
  ImVec2 min, max;
  float x(double share) const { return min.x + (max.x - min.x) * static_cast<float>(share); }
  double share(float at) const { return static_cast<double>((at - min.x) / (max.x - min.x)); }
};

void drawBars(const Bars& bars, const HistogramControl& control) {
  const Histogram& h = control.histogram;
  const double tallest = std::sqrt(static_cast<double>(h.tallest()));
  const auto bins = static_cast<double>(h.counts.size());
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < h.counts.size(); ++i) {
    if (h.counts[i] == 0) continue;
    const double share = (static_cast<double>(i) + 0.5) / bins;
    const double value = h.axis.valueAt(share);
    const bool inside = value >= control.range.lo && value <= control.range.hi;
    const Color c = control.legend.colorOf(static_cast<float>(value));
    const float height =
        std::max(1.0F, (bars.max.y - bars.min.y) *
                           static_cast<float>(std::sqrt(static_cast<double>(h.counts[i])) / tallest));
    const float left = std::floor(bars.x(static_cast<double>(i) / bins));
    const float right = std::max(left + 1, std::floor(bars.x((static_cast<double>(i) + 1) / bins)) - 1);
    list->AddRectFilled({left, bars.max.y - height}, {right, bars.max.y},
                        inside ? ImGui::ColorConvertFloat4ToU32({c[0], c[1], c[2], 1}) : ink(Role::Line));
  }
  list->AddLine({bars.min.x, bars.max.y}, {bars.max.x, bars.max.y}, ink(Role::Quiet, 0.6F));
}

void drawHandle(const Bars& bars, double share, bool held) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float x = std::round(bars.x(share)), y = bars.max.y + px(kKnobRadius) - px(1);
  list->AddLine({x, bars.min.y}, {x, y}, ink(Role::Accent), std::max(1.0F, px(2)));
  list->AddCircleFilled({x, y}, px(held ? kKnobRadius + 1 : kKnobRadius), ink(Role::Accent), 24);
}

void explainBin(const Histogram& h, double share, const std::string& unit) {
  const auto bins = static_cast<double>(h.counts.size());
  const auto bin =
      std::min(static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * bins), h.counts.size() - 1);
  const bool last = bin + 1 == h.counts.size() && h.beyond > 0;
  const double hi = last ? h.largest : h.axis.valueAt((static_cast<double>(bin) + 1) / bins);
  hintOfLastItem(
      {withThousands(h.counts[bin]) + " from " +
           shortNumber(h.axis.valueAt(static_cast<double>(bin) / bins)) + " to " + shortNumber(hi) + " " +
           unit +
           ". Drag the handles, or the ground between them. Bars rise with the square root of the count.",
       ""});
}

}  // namespace

HistogramGrip takeGrip(const ValueAxis& axis, const FilterState::Range& range, double share, double reach) {
  HistogramGrip grip{HistogramGrip::Part::None, axis.shareOf(range.lo), axis.shareOf(range.hi), share, range};
  const double toLow = std::abs(share - grip.startLow), toHigh = std::abs(share - grip.startHigh);
  const bool whole = grip.startLow <= 0 && grip.startHigh >= 1;
  const bool between = share > grip.startLow && share < grip.startHigh;
  if (std::min(toLow, toHigh) > reach && between && !whole)
    grip.part = HistogramGrip::Part::Both;
  else if (toLow == toHigh)  // both handles on one spot: the side of the press decides
    grip.part = share < grip.startLow ? HistogramGrip::Part::Low : HistogramGrip::Part::High;
  else
    grip.part = toLow < toHigh ? HistogramGrip::Part::Low : HistogramGrip::Part::High;
  return grip;
}

FilterState::Range draggedRange(const ValueAxis& axis, const HistogramGrip& grip, double share,
                                double resolution) {
  double low = grip.startLow, high = grip.startHigh;
  double move = share - grip.startShare;
  switch (grip.part) {
    case HistogramGrip::Part::None:
      break;
    case HistogramGrip::Part::Low:
      low = std::clamp(low + move, 0.0, high);
      break;
    case HistogramGrip::Part::High:
      high = std::clamp(high + move, low, 1.0);
      break;
    case HistogramGrip::Part::Both:
      move = std::clamp(move, -low, 1 - high);
      low += move;
      high += move;
      break;
  }
  FilterState::Range range = grip.start;
  // A value beyond the axis, or finer than a pixel, cannot be had back from its share.
  if (low != grip.startLow) range.lo = low >= 1 ? axis.hi : valueOrOpen(axis, low, resolution);
  if (high != grip.startHigh) range.hi = high <= 0 ? axis.lo : valueOrOpen(axis, high, resolution);
  if (grip.part == HistogramGrip::Part::Low) range.lo = std::min(range.lo, range.hi);
  if (grip.part == HistogramGrip::Part::High) range.hi = std::max(range.hi, range.lo);
  return range;
}

std::optional<FilterState::Range> histogramControl(const char* id, const HistogramControl& control,
                                                   HistogramGrip& grip) {
  if (control.histogram.counts.empty()) {
    paragraph("This column holds no value.", Role::Caution);
    return std::nullopt;
  }
  const float knob = px(kKnobRadius);
  const ItemBox box = item(id, {roomLeft(), px(kBarsHeight) + 2 * knob});
  const Bars bars{{box.min.x + knob, box.min.y}, {box.max.x - knob, box.max.y - 2 * knob}};
  const ValueAxis& axis = control.histogram.axis;
  const double width = static_cast<double>(bars.max.x - bars.min.x);
  const double share = bars.share(ImGui::GetIO().MousePos.x);
  if (ImGui::IsItemActivated())
    grip = takeGrip(axis, control.range, share, static_cast<double>(px(kReach)) / width);
  if (!box.active && ImGui::IsItemDeactivated()) grip = {};

  drawBars(bars, control);
  using Part = HistogramGrip::Part;
  const bool both = grip.part == Part::Both && box.active;
  drawHandle(bars, axis.shareOf(control.range.lo), both || (grip.part == Part::Low && box.active));
  drawHandle(bars, axis.shareOf(control.range.hi), both || (grip.part == Part::High && box.active));
  if (box.hovered && !box.active) explainBin(control.histogram, share, control.unit);
  if (!box.active || grip.part == Part::None || share == grip.startShare) return std::nullopt;
  const FilterState::Range range = draggedRange(axis, grip, share, 1 / width);
  return range != control.range ? std::optional(range) : std::nullopt;
}

}  // namespace adit::viewer
