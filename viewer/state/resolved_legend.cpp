// What colour a value has.
#include <algorithm>
#include <cmath>

#include "geology/model/as_float.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {
namespace {

constexpr std::size_t kSample = 200'000;

/// The finite values above `floor`, or an even sample of them: one from each of kSample equal stretches of
/// rows, at a place within it that moves on, so that no pattern of the lattice repeats in the sample.
std::vector<float> sampledValues(const geology::Column& column, float floor) {
  const std::vector<float>& all = column.values;
  std::vector<float> values;
  const auto take = [&](float value) {
    if (std::isfinite(value) && value > floor) values.push_back(value);
  };
  if (all.size() <= kSample) {
    for (const float value : all) take(value);
    return values;
  }
  constexpr double kGolden = 0.6180339887498949;
  const double stretch = static_cast<double>(all.size()) / kSample;
  for (std::size_t i = 0; i < kSample; ++i) {
    const double turn = static_cast<double>(i) * kGolden;
    const double place = (static_cast<double>(i) + turn - std::floor(turn)) * stretch;
    take(all[std::min(static_cast<std::size_t>(place), all.size() - 1)]);
  }
  return values;
}

double quantileOf(std::vector<float>& values, double share) {
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::ptrdiff_t>(place);
  std::nth_element(values.begin(), values.begin() + below, values.end());
  const auto low = static_cast<double>(values[static_cast<std::size_t>(below)]);
  if (below + 1 == std::ssize(values)) return low;
  const auto high = static_cast<double>(*std::min_element(values.begin() + below + 1, values.end()));
  return low + (high - low) * (place - static_cast<double>(below));
}

/// The ends of the map: as asked, else quantiles; of positive values only where colours are logarithmic.
void resolveRange(const Legend& legend, const geology::Column& column, ResolvedLegend& resolved) {
  constexpr float kAll = -std::numeric_limits<float>::infinity();
  resolved.logarithmic = legend.logarithmic;
  if (!legend.lo || !legend.hi || legend.logarithmic) {
    std::vector<float> values = sampledValues(column, legend.logarithmic ? 0.0F : kAll);
    resolved.lo = legend.lo.value_or(quantileOf(values, kLegendLow));
    resolved.hi = legend.hi.value_or(quantileOf(values, kLegendHigh));
    if (legend.logarithmic && resolved.lo <= 0) resolved.lo = quantileOf(values, kLegendLow);
  } else {
    resolved.lo = *legend.lo;
    resolved.hi = *legend.hi;
  }
  const bool drawable = resolved.lo <= resolved.hi && (!legend.logarithmic || resolved.lo > 0);
  if (drawable) return;
  resolved.logarithmic = false;  // no positive value, or no value at all
  resolved.lo = legend.lo.value_or(0);
  resolved.hi = std::max(legend.hi.value_or(1), resolved.lo);
}

void resolveCategories(const Legend& legend, const geology::Column& column, ResolvedLegend& resolved) {
  resolved.categoryNames = column.names;
  for (std::size_t code = 0; code < column.names.size(); ++code) {
    const auto listed = legend.categories.find(column.names[code]);
    const bool known = listed != legend.categories.end() || !legend.closed;
    resolved.categoryKnown.push_back(known);
    if (listed != legend.categories.end())
      resolved.categoryColors.push_back(listed->second);
    else if (!known)
      resolved.categoryColors.push_back(kWarningColor);
    else
      resolved.categoryColors.push_back(
          conventionalCategoryColor(column.names[code]).value_or(categoryColor(code)));
  }
}

/// The class that holds the value; nullptr outside all of them.
const LegendClass* classOf(const std::vector<LegendClass>& classes, float value) {
  for (const LegendClass& candidate : classes) {
    const float hi = geology::asFloat(candidate.hi);
    const bool below = &candidate == &classes.back() ? value <= hi : value < hi;
    if (value >= geology::asFloat(candidate.lo) && below) return &candidate;
  }
  return nullptr;
}

}  // namespace

Color ResolvedLegend::colorOf(float value) const {
  if (std::isnan(value)) return kMissingColor;
  if (kind == LegendKind::Classed) {
    const LegendClass* found = classOf(classes, value);
    return found == nullptr ? kWarningColor : found->color;
  }
  double t = 0.5;
  const auto v = static_cast<double>(value);
  if (lo < hi && !logarithmic) t = (v - lo) / (hi - lo);
  if (lo < hi && logarithmic) t = v > 0 ? std::log(v / lo) / std::log(hi / lo) : 0;
  const auto last = static_cast<double>(ramp.size() - 1);
  return ramp[static_cast<std::size_t>(std::lround(std::clamp(t, 0.0, 1.0) * last))];
}

Color ResolvedLegend::colorOfCode(std::int32_t code) const {
  return code == geology::kNoCategory ? kMissingColor : categoryColors[static_cast<std::size_t>(code)];
}

ResolvedLegend resolveLegend(const Legend& legend, const geology::Column& column) {
  ResolvedLegend resolved;
  resolved.title = column.unit.empty() ? column.name : column.name + ", " + column.unit;
  if (!column.isNumeric()) {
    resolved.kind = LegendKind::Category;
    resolveCategories(legend, column, resolved);
    return resolved;
  }
  resolved.kind = legend.kind == LegendKind::Classed ? LegendKind::Classed : LegendKind::Continuous;
  resolved.classes = legend.classes;
  resolved.ramp = colorRamp(legend);
  resolveRange(legend, column, resolved);
  return resolved;
}

double quantile(const geology::Column& column, double share) {
  std::vector<float> values = sampledValues(column, -std::numeric_limits<float>::infinity());
  return quantileOf(values, share);
}

}  // namespace adit::viewer
