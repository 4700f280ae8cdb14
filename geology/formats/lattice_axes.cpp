#include "geology/formats/lattice_axes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "geology/formats/lattice_refine.h"
#include "geology/formats/row_loop.h"

namespace adit::formats {
namespace {

using geology::Vec3;

constexpr std::size_t kLocalRows = 1200;  ///< neighbours are looked for among so many rows around a seed
constexpr std::size_t kNearest = 24;      ///< differences to so many neighbours when the size is unknown
constexpr std::size_t kMostGroups = 64;   ///< differences of scattered points fill more groups than that
constexpr double kPopular = 0.05;         ///< a step that so many of the rows make is a step of the lattice
constexpr double kSameLength = 0.02;      ///< of the size
constexpr double kExactLength = 5e-4;     ///< of the size: a diagonal of long thin blocks is nearly as long
constexpr double kPerpendicular = 0.02;   ///< cosine
constexpr double kSameDifference = 0.05;  ///< of the shortest difference

/// A difference between neighbours and how often it occurs.
struct Step {
  Vec3 along;
  double rows = 0;
};

double squared(const Vec3& v) {
  return dot(v, v);
}

bool perpendicular(const Vec3& a, const Vec3& b) {
  return std::abs(dot(a, b)) <= kPerpendicular * length(a) * length(b);
}

bool sameLength(double a, double b) {
  return std::abs(a - b) <= kSameLength * b;
}

/// The rows nearest to the seed, relative to it.
std::vector<Vec3> nearestRows(const std::vector<Vec3>& candidates, const Vec3& seed) {
  std::vector<Vec3> local;
  local.reserve(candidates.size());
  for (const Vec3& point : candidates) local.push_back(point - seed);
  const auto nearer = [](const Vec3& a, const Vec3& b) { return squared(a) < squared(b); };
  if (local.size() > kLocalRows) {
    std::nth_element(local.begin(), local.begin() + kLocalRows, local.end(), nearer);
    local.resize(kLocalRows);
  }
  return local;
}

/// Differences from one row to its nearest neighbours, or to those that are one block length away.
void addDifferences(const std::vector<Vec3>& local, std::size_t row, const std::vector<double>& lengths,
                    std::vector<Vec3>& differences) {
  std::vector<Vec3> near;
  for (std::size_t other = 0; other < local.size(); ++other) {
    if (other == row) continue;
    const Vec3 d = local[other] - local[row];
    const double distance = length(d);
    if (!(distance > 0)) continue;
    if (lengths.empty() ||
        std::any_of(lengths.begin(), lengths.end(), [&](double l) { return sameLength(distance, l); }))
      near.push_back(d);
  }
  const std::size_t keep = std::min(kNearest, near.size());
  std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(keep), near.end(),
                    [](const Vec3& a, const Vec3& b) { return squared(a) < squared(b); });
  differences.insert(differences.end(), near.begin(), near.begin() + static_cast<std::ptrdiff_t>(keep));
}

/// Equal and opposite differences as one, with their mean; the popular ones, shortest first.
std::vector<Step> popularSteps(const std::vector<Vec3>& local, const std::vector<double>& lengths) {
  std::vector<Vec3> differences;
  for (std::size_t row = 0; row < local.size(); ++row) addDifferences(local, row, lengths, differences);
  std::vector<Step> groups;
  if (differences.empty()) return groups;
  std::sort(differences.begin(), differences.end(),
            [](const Vec3& a, const Vec3& b) { return squared(a) < squared(b); });
  const double same = kSameDifference * length(differences[differences.size() / 10]);
  for (const Vec3& d : differences) {
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const Step& step) {
      return length(d - step.along) <= same || length(d + step.along) <= same;
    });
    if (group != groups.end()) {
      ++group->rows;
      group->along += ((dot(d, group->along) < 0 ? d * -1 : d) - group->along) * (1 / group->rows);
    } else if (groups.size() < kMostGroups) {
      groups.push_back({d, 1});
    }
  }
  std::erase_if(groups, [&](const Step& step) {
    return step.rows < std::max(1.0, kPopular * static_cast<double>(local.size()));
  });
  std::sort(groups.begin(), groups.end(),
            [](const Step& a, const Step& b) { return squared(a.along) < squared(b.along); });
  return groups;
}

/// So that the first component that matters is positive.
Vec3 pointingTo(Vec3 v, const Vec3& direction) {
  return dot(v, direction) < -1e-9 * length(v) ? v * -1 : v;
}

constexpr std::array<Vec3, 3> kDirections{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

/// The popular step of one block length along `axis`, perpendicular to `other`. Of steps of the same length
/// the one that points most east, north or up.
std::optional<Vec3> stepAlong(const std::vector<Step>& steps, double wanted, std::size_t axis,
                              const Vec3& other) {
  const Vec3& direction = kDirections[axis];
  double smallestError = kSameLength * wanted;
  const auto error = [&](const Step& step) { return std::abs(length(step.along) - wanted); };
  for (const Step& step : steps)
    if (perpendicular(step.along, other)) smallestError = std::min(smallestError, error(step));
  std::optional<Vec3> best;
  for (const Step& step : steps) {
    if (!perpendicular(step.along, other) || error(step) > smallestError + kExactLength * wanted) continue;
    if (!best || std::abs(dot(step.along, direction)) > std::abs(dot(*best, direction)) * 1.001)
      best = pointingTo(step.along, direction);
  }
  return best;
}

/// Steps in plan from the sizes. The shorter side goes first: no multiple of the other can be taken for it.
std::optional<std::pair<Vec3, Vec3>> sizedPlanSteps(const std::vector<Step>& steps, const Vec3& size) {
  const Vec3 up{0, 0, 1};
  const auto u = stepAlong(steps, size.x, 0, {});
  const auto v = stepAlong(steps, size.y, 1, {});
  if (u && (!v || size.x <= size.y)) return std::pair{*u, cross(up, *u) * (size.y / size.x)};
  if (v) return std::pair{cross(*v, up) * (size.x / size.y), *v};
  return std::nullopt;
}

/// Both steps in plan, u first. Where there is one row of blocks, the other direction is across it.
std::optional<std::pair<Vec3, Vec3>> planSteps(const std::vector<Step>& steps,
                                               const std::optional<Vec3>& size) {
  if (size) return sizedPlanSteps(steps, *size);
  if (steps.empty()) return std::nullopt;
  const Vec3 up{0, 0, 1};
  Vec3 u = steps.front().along;
  const auto across = std::find_if(steps.begin(), steps.end(),
                                   [&](const Step& step) { return perpendicular(step.along, u); });
  Vec3 v = across != steps.end() ? across->along : cross(up, u);
  if (std::abs(normalized(u).x) < std::abs(normalized(v).x)) std::swap(u, v);
  u = pointingTo(u, kDirections[0]);
  if (dot(cross(up, u), v) < 0) v = v * -1;
  return std::pair{u, v};
}

/// All three steps from two of them, the shortest sides first.
std::optional<Steps> spaceSteps(const std::vector<Step>& steps, const Vec3& size) {
  const std::array<double, 3> sizes{size.x, size.y, size.z};
  std::array<std::size_t, 3> order{2, 0, 1};
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return sizes[a] < sizes[b]; });
  for (const auto& [first, second] :
       {std::pair{order[0], order[1]}, std::pair{order[0], order[2]}, std::pair{order[1], order[2]}}) {
    const auto a = stepAlong(steps, sizes[first], first, {});
    const auto b = a ? stepAlong(steps, sizes[second], second, *a) : std::nullopt;
    if (!b) continue;
    const std::size_t third = 3 - first - second;
    const Vec3 c = (first + 1) % 3 == second ? cross(*a, *b) : cross(*b, *a);
    Steps found;
    found[first] = *a;
    found[second] = *b;
    found[third] = normalized(c) * sizes[third];
    return found;
  }
  return std::nullopt;
}

/// Rows to start from: a single one might stand alone.
std::array<Vec3, 3> seeds(std::span<const Vec3> points) {
  const std::size_t n = points.size();
  return {points[n / 2], points[n / 5], points[n - 1 - n / 5]};
}

}  // namespace

std::optional<Axes> findPlanAxes(const NeighbourRows& rows) {
  if (rows.points.empty()) return std::nullopt;
  std::vector<double> lengths;
  if (rows.size) lengths = {rows.size->x, rows.size->y};
  for (const Vec3& seed : seeds(rows.points)) {
    std::vector<Vec3> bench;
    forEachRow(rows.points.size(), rows.progress, [&](std::size_t row) {
      const Vec3& p = rows.points[row];
      if (std::abs(p.z - seed.z) <= rows.benchHeight) bench.push_back({p.x, p.y, seed.z});
    });
    const auto found = planSteps(popularSteps(nearestRows(bench, seed), lengths), rows.size);
    if (!found) continue;
    const Steps steps{found->first, found->second, {0, 0, 1}};
    return refinedAxes(rows.points, {seed, steps, 2, rows.progress});
  }
  return std::nullopt;
}

std::optional<Axes> findAxes(const NeighbourRows& rows) {
  if (rows.points.empty() || !rows.size) return std::nullopt;
  const std::vector<Vec3> all(rows.points.begin(), rows.points.end());
  for (const Vec3& seed : seeds(rows.points)) {
    throwIfCancelled(rows.progress);
    const std::vector<double> lengths{rows.size->x, rows.size->y, rows.size->z};
    const auto steps = spaceSteps(popularSteps(nearestRows(all, seed), lengths), *rows.size);
    if (steps) return refinedAxes(rows.points, {seed, *steps, 3, rows.progress});
  }
  return std::nullopt;
}

}  // namespace adit::formats
