#include "geology/estimation/experimental_variogram.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <unordered_map>

#include "geology/analysis/desurvey.h"
#include "geology/model/parallel_sums.h"

namespace adit::estimation {
namespace {

using geology::Vec3;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kSamplesARange = 256;

/// Sums over the pairs of one class.
struct LagSums {
  std::size_t pairs = 0, relativePairs = 0;
  double distance = 0, squaredDifference = 0, product = 0, both = 0, squares = 0, relative = 0;

  void add(double h, double a, double b) {
    ++pairs;
    distance += h;
    squaredDifference += (a - b) * (a - b);
    product += a * b;
    both += a + b;
    squares += a * a + b * b;
    if (!(a + b > 0)) return;
    ++relativePairs;
    const double ratio = 2 * (a - b) / (a + b);
    relative += ratio * ratio;
  }
  void add(const LagSums& o) {
    pairs += o.pairs;
    relativePairs += o.relativePairs;
    distance += o.distance;
    squaredDifference += o.squaredDifference;
    product += o.product;
    both += o.both;
    squares += o.squares;
    relative += o.relative;
  }
  ExperimentalLag lag() const {
    if (pairs == 0) return {0, kNone, kNone, kNone, kNone};
    const auto n = static_cast<double>(pairs);
    const double mean = both / (2 * n), variance = squares / (2 * n) - mean * mean;
    return {pairs, distance / n, squaredDifference / (2 * n),
            variance > 0 ? 1 - (product / n - mean * mean) / variance : kNone,
            relativePairs > 0 ? relative / (2 * static_cast<double>(relativePairs)) : kNone};
  }
};

using Sums = std::vector<LagSums>;

/// Samples by the cubes of space that they lie in, so that only near ones are paired.
class Cubes {
 public:
  Cubes(std::span<const Vec3> positions, double side) : positions_(positions), side_(side) {
    for (std::uint32_t i = 0; i < positions.size(); ++i) cubes_[keyOf(cubeOf(positions[i]))].push_back(i);
  }

  /// Every sample with a higher number in the 27 cubes around.
  template <class Visit>
  void laterNeighbours(std::uint32_t sample, Visit visit) const {
    const auto cube = cubeOf(positions_[sample]);
    for (std::int64_t n = 0; n < 27; ++n) {
      const auto it = cubes_.find(keyOf({cube[0] + n % 3 - 1, cube[1] + n / 3 % 3 - 1, cube[2] + n / 9 - 1}));
      if (it == cubes_.end()) continue;
      for (auto i = std::upper_bound(it->second.begin(), it->second.end(), sample); i != it->second.end();
           ++i)
        visit(*i);
    }
  }

 private:
  using Cube = std::array<std::int64_t, 3>;
  Cube cubeOf(const Vec3& p) const {
    const auto index = [&](double x) { return static_cast<std::int64_t>(std::floor(x / side_)); };
    const Vec3 local = p - positions_.front();
    return {index(local.x), index(local.y), index(local.z)};
  }
  // 21 bits an axis: more cubes than a deposit has.
  static std::uint64_t keyOf(const Cube& cube) {
    constexpr std::int64_t kMiddle = 1 << 20;
    std::uint64_t key = 0;
    for (const std::int64_t c : cube)
      key = key << 21 | static_cast<std::uint64_t>(std::clamp<std::int64_t>(c + kMiddle, 0, 2 * kMiddle - 1));
    return key;
  }

  std::span<const Vec3> positions_;
  double side_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cubes_;
};

class PairFilter {
 public:
  PairFilter(const VariogramDirection& direction, const LagClasses& classes)
      : along_(analysis::tangentOf(direction.azimuth, direction.dip)),
        leastCosine_(direction.omnidirectional() ? -1
                                                 : std::cos(direction.tolerance * std::numbers::pi / 180)),
        bandwidth_(direction.bandwidth > 0 ? direction.bandwidth : std::numeric_limits<double>::infinity()),
        lag_(classes.lag),
        tolerance_(classes.tolerance > 0 ? std::min(classes.tolerance, classes.lag / 2) : classes.lag / 2),
        count_(static_cast<std::size_t>(std::max(0, classes.count))) {}

  double reach() const { return count_ > 0 ? lag_ * static_cast<double>(count_ - 1) + tolerance_ : 0; }

  /// The class of a pair, or nothing.
  std::optional<std::size_t> classOf(const Vec3& lag, double distance) const {
    if (distance > reach()) return std::nullopt;
    const double k = std::floor(distance / lag_ + 0.5);
    if (k >= static_cast<double>(count_) || std::abs(distance - k * lag_) > tolerance_ + 1e-9 * lag_)
      return std::nullopt;
    if (leastCosine_ > 0 && distance > 0) {
      const double along = std::abs(dot(lag, along_));
      if (along < leastCosine_ * distance * (1 - 1e-12)) return std::nullopt;
      if (distance * distance - along * along > bandwidth_ * bandwidth_) return std::nullopt;
    }
    return static_cast<std::size_t>(k);
  }

 private:
  Vec3 along_;
  double leastCosine_, bandwidth_, lag_, tolerance_;
  std::size_t count_;
};

void describeSamples(std::span<const double> values, ExperimentalVariogram& result) {
  result.samples = values.size();
  if (values.empty()) return;
  const auto n = static_cast<double>(values.size());
  for (const double v : values) result.mean += v / n;
  for (const double v : values) result.variance += (v - result.mean) * (v - result.mean) / n;
}

}  // namespace

ExperimentalVariogram experimentalVariogram(const VariogramSamples& samples,
                                            const VariogramDirection& direction, const LagClasses& classes,
                                            geology::Progress& progress) {
  ExperimentalVariogram result{.direction = direction, .classes = classes, .lags = {}};
  describeSamples(samples.value, result);
  const PairFilter filter(direction, classes);
  const std::size_t count = samples.position.size();
  const Cubes cubes(samples.position, std::max(filter.reach(), 1e-6));
  const Sums none(static_cast<std::size_t>(std::max(0, classes.count)));
  const auto sumsOf = [&](geology::ParallelRange range) {
    Sums own = none;
    for (std::size_t i = range.begin; i < range.end; ++i)
      cubes.laterNeighbours(static_cast<std::uint32_t>(i), [&](std::uint32_t j) {
        if (direction.sameHole && samples.hole[i] != samples.hole[j]) return;
        const Vec3 lag = samples.position[j] - samples.position[i];
        const double distance = length(lag);
        if (const auto k = filter.classOf(lag, distance))
          own[*k].add(distance, samples.value[i], samples.value[j]);
      });
    return own;
  };
  const Sums total = geology::parallelSums({count, kSamplesARange, 0}, progress, none, sumsOf,
                                           [](Sums& sums, const Sums& more) {
                                             for (std::size_t k = 0; k < sums.size(); ++k)
                                               sums[k].add(more[k]);
                                           });
  for (const LagSums& lag : total) result.lags.push_back(lag.lag());
  return result;
}

}  // namespace adit::estimation
