#include "geology/estimation/normal_score.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace adit::estimation {
namespace {

double normalBelow(double x) {
  return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

// Linear between the two nearest of rising places; held at the ends.
double between(const std::vector<double>& at, const std::vector<double>& value, double x) {
  if (x <= at.front()) return value.front();
  if (x >= at.back()) return value.back();
  const auto above = static_cast<std::size_t>(std::upper_bound(at.begin(), at.end(), x) - at.begin());
  const double part = (x - at[above - 1]) / (at[above] - at[above - 1]);
  return value[above - 1] + part * (value[above] - value[above - 1]);
}

}  // namespace

// A first guess (Abramowitz and Stegun 26.2.23, to 4.5e-4), then Newton's method on the distribution
// function.
double normalQuantile(double p) {
  if (p > 0.5) return -normalQuantile(1 - p);
  const double t = std::sqrt(-2 * std::log(p));
  double x = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) /
                       (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
  for (int i = 0; i < 4; ++i) {
    const double density = std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
    x -= (normalBelow(x) - p) / density;
  }
  return x;
}

NormalScores::NormalScores(std::span<const double> values, std::span<const double> weight) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  const auto weightOf = [&](std::size_t i) { return weight.empty() ? 1.0 : weight[i]; };
  double total = 0;
  for (std::size_t i = 0; i < values.size(); ++i) total += weightOf(i);
  double below = 0;
  for (std::size_t i = 0; i < order.size();) {
    const double value = values[order[i]];
    double own = 0;
    for (; i < order.size() && values[order[i]] == value; ++i) own += weightOf(order[i]);
    if (own > 0) {
      values_.push_back(value);
      scores_.push_back(normalQuantile((below + own / 2) / total));
    }
    below += own;
  }
}

double NormalScores::scoreOf(double value) const {
  return between(values_, scores_, value);
}

double NormalScores::valueOf(double score) const {
  return between(scores_, values_, score);
}

}  // namespace adit::estimation
