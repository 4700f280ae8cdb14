#include "viewer/panels/histogram.h"

#include <algorithm>
#include <cmath>

#include "viewer/state/colormap.h"

namespace adit::viewer {
namespace {

constexpr double kAxisEnd = 0.995;

/// The smallest value above zero, where a logarithmic axis can start.
double smallestPositive(const geology::Column& column) {
  double smallest = std::numeric_limits<double>::infinity();
  for (const float v : column.values)
    if (v > 0) smallest = std::min(smallest, static_cast<double>(v));
  return smallest;
}

ValueAxis axisOf(const geology::Column& column, bool logarithmic) {
  const auto [low, high] = geology::valueRange(column);
  ValueAxis axis{static_cast<double>(low), quantile(column, kAxisEnd), false};
  if (logarithmic) {
    const double positive = smallestPositive(column);
    if (std::isfinite(positive) && axis.hi > positive) return {positive, axis.hi, true};
  }
  if (!(axis.hi > axis.lo)) axis.hi = static_cast<double>(high);
  if (!(axis.hi > axis.lo)) axis.hi = axis.lo + std::max(1.0, std::abs(axis.lo));  // one value only
  return axis;
}

}  // namespace

double ValueAxis::shareOf(double value) const {
  if (std::isinf(value)) return value > 0 ? 1 : 0;
  if (logarithmic && value <= lo) return 0;
  const double share = logarithmic ? std::log(value / lo) / std::log(hi / lo) : (value - lo) / (hi - lo);
  return std::clamp(share, 0.0, 1.0);
}

double ValueAxis::valueAt(double share) const {
  return logarithmic ? lo * std::pow(hi / lo, share) : lo + (hi - lo) * share;
}

std::size_t Histogram::tallest() const {
  return counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
}

Histogram computeHistogram(const geology::Column& column, std::size_t bins, bool logarithmic) {
  Histogram histogram;
  const auto [low, high] = geology::valueRange(column);
  if (std::isnan(low)) {
    histogram.missing = column.size();
    return histogram;
  }
  histogram.smallest = static_cast<double>(low);
  histogram.largest = static_cast<double>(high);
  histogram.axis = axisOf(column, logarithmic);
  histogram.counts.assign(bins, 0);
  for (const float v : column.values) {
    if (!std::isfinite(v)) {
      ++histogram.missing;
      continue;
    }
    const auto value = static_cast<double>(v);
    if (value > histogram.axis.hi) ++histogram.beyond;
    if (value < histogram.axis.lo) ++histogram.below;
    const auto bin = static_cast<std::size_t>(histogram.axis.shareOf(value) * static_cast<double>(bins));
    ++histogram.counts[std::min(bin, bins - 1)];
  }
  return histogram;
}

CategoryCounts countCategories(const geology::Column& column) {
  CategoryCounts result;
  result.counts.assign(column.names.size(), 0);
  column.codes.forEach([&result](std::int32_t code) {
    if (code >= 0 && static_cast<std::size_t>(code) < result.counts.size())
      ++result.counts[static_cast<std::size_t>(code)];
    else
      ++result.missing;
  });
  return result;
}

}  // namespace adit::viewer
