#include "geology/estimation/top_cut.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace adit::estimation {
namespace {

struct Moments {
  double weight = 0, sum = 0, squares = 0;

  void add(double value, double w) {
    weight += w;
    sum += w * value;
    squares += w * value * value;
  }
  double mean() const { return weight > 0 ? sum / weight : 0; }
  double variation() const {
    const double variance = weight > 0 ? squares / weight - mean() * mean() : 0;
    return mean() > 0 ? std::sqrt(std::max(0.0, variance)) / mean() : 0;
  }
};

}  // namespace

TopCutReport cutValues(std::span<float> values, std::span<const double> weight, double cut) {
  TopCutReport report{.cut = cut};
  Moments before, after;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) continue;
    const auto value = static_cast<double>(values[i]);
    if (report.samples == 0 || value > report.highest) report.highest = value;
    ++report.samples;
    before.add(value, weight[i]);
    if (value > cut) {
      ++report.samplesCut;
      values[i] = static_cast<float>(cut);
    }
    after.add(std::min(value, cut), weight[i]);
  }
  report.meanBefore = before.mean();
  report.meanAfter = after.mean();
  report.cvBefore = before.variation();
  report.cvAfter = after.variation();
  return report;
}

double quantile(std::vector<double> values, double part) {
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  std::sort(values.begin(), values.end());
  const double at = std::clamp(part, 0.0, 1.0) * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

}  // namespace adit::estimation
