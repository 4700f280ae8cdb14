#include "geology/formats/lattice_refine.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "geology/formats/row_loop.h"

namespace adit::formats {
namespace {

using geology::Vec3;

constexpr std::size_t kUnknowns = 4;  ///< the origin and three steps
constexpr double kOnLattice = 0.2;    ///< of a step: rows farther from a node do not take part

/// Normal equations of position = x[0] + i x[1] + j x[2] + k x[3], all three components at once.
struct NormalEquations {
  std::array<std::array<double, kUnknowns>, kUnknowns> matrix{};
  std::array<Vec3, kUnknowns> right{};

  void add(const std::array<double, kUnknowns>& terms, const Vec3& position) {
    for (std::size_t r = 0; r < kUnknowns; ++r) {
      for (std::size_t c = 0; c < kUnknowns; ++c) matrix[r][c] += terms[r] * terms[c];
      right[r] += position * terms[r];
    }
  }

  /// Gauss-Jordan with row pivots. An unknown that no row speaks of (one plane of blocks) stays zero.
  std::array<Vec3, kUnknowns> solve() {
    std::array<bool, kUnknowns> used{};
    std::array<std::size_t, kUnknowns> rowOf{};
    std::array<bool, kUnknowns> solved{};
    const double scale = matrix[0][0];
    for (std::size_t column = 0; column < kUnknowns; ++column) {
      std::size_t pivot = kUnknowns;
      for (std::size_t row = 0; row < kUnknowns; ++row)
        if (!used[row] &&
            (pivot == kUnknowns || std::abs(matrix[row][column]) > std::abs(matrix[pivot][column])))
          pivot = row;
      if (pivot == kUnknowns || std::abs(matrix[pivot][column]) <= 1e-9 * scale) continue;
      used[pivot] = solved[column] = true;
      rowOf[column] = pivot;
      eliminate(pivot, column);
    }
    std::array<Vec3, kUnknowns> x{};
    for (std::size_t column = 0; column < kUnknowns; ++column)
      if (solved[column]) x[column] = right[rowOf[column]] * (1 / matrix[rowOf[column]][column]);
    return x;
  }

 private:
  void eliminate(std::size_t pivot, std::size_t column) {
    for (std::size_t row = 0; row < kUnknowns; ++row) {
      if (row == pivot) continue;
      const double factor = matrix[row][column] / matrix[pivot][column];
      for (std::size_t c = 0; c < kUnknowns; ++c) matrix[row][c] -= factor * matrix[pivot][c];
      right[row] += right[pivot] * -factor;
    }
  }
};

/// How far the rows reach along each step, in metres.
using Reach = std::array<double, 3>;

/// One round: the rows within the radius vote.
Reach fitWithin(std::span<const Vec3> points, AxesEstimate& estimate, double radius) {
  NormalEquations equations;
  Reach reach{};
  const auto dimensions = static_cast<std::size_t>(estimate.dimensions);
  for (const Vec3& point : points) {
    Vec3 d = point - estimate.seed;
    if (dimensions == 2) d.z = 0;
    if (dot(d, d) > radius * radius) continue;
    std::array<double, kUnknowns> terms{1, 0, 0, 0};
    bool on = true;
    for (std::size_t a = 0; a < dimensions; ++a) {
      const Vec3& step = estimate.steps[a];
      const double index = dot(d, step) / dot(step, step);
      terms[a + 1] = std::round(index);
      on = on && std::abs(index - terms[a + 1]) <= kOnLattice;
    }
    if (!on) continue;
    equations.add(terms, d);
    for (std::size_t a = 0; a < dimensions; ++a)
      reach[a] = std::max(reach[a], std::abs(terms[a + 1]) * length(estimate.steps[a]));
  }
  const auto solution = equations.solve();
  for (std::size_t a = 0; a < dimensions; ++a)
    if (dot(solution[a + 1], solution[a + 1]) > 0) estimate.steps[a] = solution[a + 1];
  return reach;
}

/// Perpendicular again: the direction over the longest reach is the most exact and is kept.
void makePerpendicular(AxesEstimate& estimate, const Reach& reach) {
  Steps& steps = estimate.steps;
  const Steps before = steps;
  if (estimate.dimensions == 2) {
    const Vec3 up{0, 0, 1};
    if (reach[0] >= reach[1])
      steps[1] = normalized(cross(up, steps[0])) * length(before[1]);
    else
      steps[0] = normalized(cross(steps[1], up)) * length(before[0]);
    return;
  }
  std::array<std::size_t, 3> order{0, 1, 2};
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return reach[a] > reach[b]; });
  const Vec3 first = normalized(steps[order[0]]);
  const Vec3 second = normalized(steps[order[1]] - first * dot(first, steps[order[1]]));
  const Vec3 third = cross(first, second);
  steps[order[1]] = second * length(before[order[1]]);
  steps[order[2]] = third * (dot(third, before[order[2]]) < 0 ? -1.0 : 1.0) * length(before[order[2]]);
}

double farthest(std::span<const Vec3> points, const Vec3& seed) {
  double most = 0;
  for (const Vec3& point : points) most = std::max(most, length(point - seed));
  return most;
}

}  // namespace

Axes refinedAxes(std::span<const geology::Vec3> points, AxesEstimate estimate) {
  const double whole = farthest(points, estimate.seed);
  double longest = 0;
  for (const Vec3& step : estimate.steps) longest = std::max(longest, length(step));
  for (double radius = 8 * longest; radius > 0; radius *= 4) {
    throwIfCancelled(estimate.progress);
    makePerpendicular(estimate, fitWithin(points, estimate, radius));
    if (radius >= whole) break;
  }
  return {normalized(estimate.steps[0]), normalized(estimate.steps[1]), normalized(estimate.steps[2])};
}

}  // namespace adit::formats
