#include "geology/reporting/distribution.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace adit::reporting {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::vector<std::size_t> risingOrder(const WeightedValues& data) {
  std::vector<std::size_t> order(data.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return data.values[a] < data.values[b]; });
  return order;
}

double totalWeight(const WeightedValues& data) {
  return std::accumulate(data.weights.begin(), data.weights.end(), 0.0);
}

}  // namespace

void WeightedValues::add(double value, double weight) {
  if (!std::isfinite(value) || !(weight > 0) || !std::isfinite(weight)) return;
  values.push_back(value);
  weights.push_back(weight);
}

Summary summaryOf(const WeightedValues& data) {
  Summary summary{data.size(), totalWeight(data), kNone, kNone, kNone, kNone, kNone};
  if (data.size() == 0) return summary;
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < data.size(); ++i) sum += data.weights[i] * data.values[i];
  summary.mean = sum / summary.weight;
  for (std::size_t i = 0; i < data.size(); ++i) {
    const double off = data.values[i] - summary.mean;
    squares += data.weights[i] * off * off;
  }
  summary.deviation = std::sqrt(squares / summary.weight);
  const std::vector<std::size_t> order = risingOrder(data);
  summary.lo = data.values[order.front()];
  summary.hi = data.values[order.back()];
  double below = 0;
  for (const std::size_t i : order) {
    below += data.weights[i];
    summary.median = data.values[i];
    if (below >= summary.weight / 2) break;
  }
  return summary;
}

HistogramBins histogramOf(const WeightedValues& data, std::size_t bins, bool logarithmic) {
  HistogramBins result;
  const auto place = [&](double value) { return logarithmic ? std::log10(value) : value; };
  double lo = std::numeric_limits<double>::infinity(), hi = -lo;
  for (const double value : data.values) {
    if (logarithmic && !(value > 0)) {
      ++result.leftOut;
      continue;
    }
    lo = std::min(lo, place(value));
    hi = std::max(hi, place(value));
  }
  if (!(lo <= hi)) return result;
  const double step = hi > lo ? (hi - lo) / static_cast<double>(bins) : 1;
  result.shares.assign(bins, 0);
  for (std::size_t b = 0; b <= bins; ++b) {
    const double edge = lo + step * static_cast<double>(b);
    result.edges.push_back(logarithmic ? std::pow(10, edge) : edge);
  }
  const double total = totalWeight(data);
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (logarithmic && !(data.values[i] > 0)) continue;
    const auto bin = static_cast<std::size_t>((place(data.values[i]) - lo) / step);
    result.shares[std::min(bin, bins - 1)] += data.weights[i] / total;
  }
  return result;
}

std::vector<ProbabilityPoint> probabilityPoints(const WeightedValues& data, std::size_t most) {
  const double total = totalWeight(data);
  const std::vector<std::size_t> order = risingOrder(data);
  const std::size_t step = std::max<std::size_t>(1, order.size() / std::max<std::size_t>(1, most));
  std::vector<ProbabilityPoint> points;
  double below = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const double weight = data.weights[order[rank]], value = data.values[order[rank]];
    const bool kept = rank % step == 0 || rank + 1 == order.size();
    if (kept && value > 0) {
      const double share = (below + weight / 2) / total;
      points.push_back({value, share, normalScore(share)});
    }
    below += weight;
  }
  return points;
}

double normalScore(double share) {
  double lo = -40, hi = 40;  // Phi is 0 and 1 there in double precision
  for (int i = 0; i < 80; ++i) {
    const double middle = (lo + hi) / 2;
    (0.5 * std::erfc(-middle / std::numbers::sqrt2) < share ? lo : hi) = middle;
  }
  return (lo + hi) / 2;
}

}  // namespace adit::reporting
