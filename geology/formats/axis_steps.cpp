#include "geology/formats/axis_steps.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <vector>

namespace adit::formats {
namespace {

/// Less than one plane in four occupied is no lattice but a list of positions: any coordinates written with
/// two decimals lie on planes of 0.01.
constexpr double kPlanesOccupied = 0.25;
/// A plane with less than this part of the rows of a typical one does not take part in the search.
constexpr double kPopular = 0.1;
/// A cell number has 32 bits; more planes than that on one axis are of no use.
constexpr double kMostPlanes = 4e9;
/// The common step is looked for down to this part of the smallest gap.
constexpr double kSmallestPart = 0.02;

/// Neighbours closer than `width` become one plane at their mean.
Planes mergeCloser(const Planes& planes, double width) {
  Planes merged;
  double last = 0;
  for (const Plane& plane : planes) {
    if (!merged.empty() && plane.at - last <= width) {
      Plane& into = merged.back();
      into.rows += plane.rows;
      into.at += (plane.at - into.at) * plane.rows / into.rows;
    } else {
      merged.push_back(plane);
    }
    last = plane.at;
  }
  return merged;
}

/// Without the planes that hold next to no rows compared with the others: rows off the lattice stand alone.
Planes popularPlanes(const Planes& planes) {
  Planes byRows = planes;
  std::sort(byRows.begin(), byRows.end(), [](const Plane& a, const Plane& b) { return a.rows > b.rows; });
  const double total = rowsOn(planes);
  double seen = 0;
  double typical = 1;
  for (const Plane& plane : byRows) {
    seen += plane.rows;
    typical = plane.rows;
    if (seen >= total / 2) break;
  }
  Planes popular;
  for (const Plane& plane : planes)
    if (plane.rows >= kPopular * typical) popular.push_back(plane);
  return popular;
}

/// Euclid's algorithm on lengths that are known up to a small error.
double commonLength(double a, double b, double smallest) {
  while (b > smallest) {
    const double rest = std::abs(a - std::round(a / b) * b);
    a = b;
    b = rest;
  }
  return a;
}

/// The common length of the gaps between the planes; lengths below `smallestPart` are error. Gaps much
/// longer than the smallest are left out: their error counts many times.
double commonGap(const Planes& planes, double smallest, double smallestPart) {
  double common = smallest;
  for (std::size_t i = 1; i < planes.size(); ++i) {
    const double gap = planes[i].at - planes[i - 1].at;
    if (gap < 50 * smallest) common = commonLength(gap, common, smallestPart);
  }
  return common;
}

double smallestGap(const Planes& planes) {
  double smallest = planes.back().at - planes.front().at;
  for (std::size_t i = 1; i < planes.size(); ++i)
    smallest = std::min(smallest, planes[i].at - planes[i - 1].at);
  return smallest;
}

/// The decimal number of at most six digits after the point that is nearest, when it is within the error:
/// sums of many values do not give 25 but 24.999999999996.
double snapToDecimal(double value, double error) {
  for (double scale = 1; scale <= 1e6; scale *= 10) {
    const double rounded = std::round(value * scale) / scale;
    if (std::abs(rounded - value) <= error) return rounded;
  }
  return value;
}

double magnitude(const Planes& planes) {
  return std::max(std::abs(planes.front().at), std::abs(planes.back().at));
}

/// Least squares of first and step over the planes, numbered from gap to gap so that a small error of the
/// step does not add up.
AxisSteps fitPlanes(const Planes& planes, double step) {
  double k = 0;
  double sumRows = 0, sumK = 0, sumAt = 0, sumKK = 0, sumKAt = 0;
  const double base = planes.front().at;
  for (std::size_t i = 0; i < planes.size(); ++i) {
    if (i > 0) k += std::round((planes[i].at - planes[i - 1].at) / step);
    const double rows = planes[i].rows;
    const double at = planes[i].at - base;
    sumRows += rows;
    sumK += rows * k;
    sumAt += rows * at;
    sumKK += rows * k * k;
    sumKAt += rows * k * at;
  }
  const double spread = sumRows * sumKK - sumK * sumK;
  AxisSteps steps;
  steps.step = spread > 0 ? (sumRows * sumKAt - sumK * sumAt) / spread : step;
  steps.first = base + (sumAt - steps.step * sumK) / sumRows;
  steps.count = static_cast<std::int64_t>(k) + 1;
  const double error = 4e-15 * magnitude(planes) + 1e-12 * steps.step * k;
  steps.step = snapToDecimal(steps.step, error / std::max(1.0, k));
  steps.first = snapToDecimal(steps.first, error);
  return steps;
}

/// Rows on the planes, and first and count widened to all planes that hold a row.
double takeRows(const Planes& planes, double tolerance, AxisSteps& steps) {
  double on = 0, low = 0, high = 0;
  for (const Plane& plane : planes) {
    const double t = (plane.at - steps.first) / steps.step;
    const double k = std::round(t);
    if (std::abs(t - k) * steps.step > tolerance) continue;
    low = on > 0 ? std::min(low, k) : k;
    high = on > 0 ? std::max(high, k) : k;
    on += plane.rows;
  }
  steps.first += low * steps.step;
  steps.count = static_cast<std::int64_t>(high - low) + 1;
  return on;
}

/// Distance below which two values are the same but for the rounding of the arithmetic.
double rounding(const Planes& planes) {
  return 1e-15 * magnitude(planes) + 1e-14 * (planes.back().at - planes.front().at);
}

/// The steps of planes of one width, when enough planes are occupied and enough rows lie on them.
std::optional<AxisSteps> stepsOf(const Planes& planes, const Planes& distinct, double resolution) {
  const double smallest = smallestGap(planes);
  const double rows = rowsOn(distinct);
  // The second try allows for coordinates that the text rounded: 12.5 written as 12 and 13.
  for (const double part : {kSmallestPart * smallest, std::min(4 * resolution, 0.3 * smallest)}) {
    if (part < kSmallestPart * smallest) break;
    const double step = commonGap(planes, smallest, part);
    if (!(step * kMostPlanes > planes.back().at - planes.front().at)) continue;
    AxisSteps steps = fitPlanes(planes, step);
    const auto occupied = static_cast<double>(planes.size()) / static_cast<double>(steps.count);
    if (!(steps.step > 0) || occupied < kPlanesOccupied) continue;
    if (takeRows(distinct, steps.tolerance(resolution), steps) >= kRowsOnLattice * rows) return steps;
  }
  return std::nullopt;
}

/// Offset of each plane within one step, sorted.
Planes phases(const Planes& planes, double step) {
  const double base = planes.front().at;
  Planes result;
  for (const Plane& plane : planes) {
    const double k = std::floor((plane.at - base) / step);
    result.push_back({plane.at - base - k * step, plane.rows});
  }
  std::sort(result.begin(), result.end(), [](const Plane& a, const Plane& b) { return a.at < b.at; });
  // Once more, one step later: the window around offset 0 is then whole.
  const std::size_t n = result.size();
  for (std::size_t i = 0; i < n; ++i) result.push_back({result[i].at + step, result[i].rows});
  return result;
}

/// Mean offset in the window of that width that holds most rows.
double densestPhase(const Planes& sorted, double width) {
  double rows = 0, best = 0, phase = 0, sum = 0;
  std::size_t from = 0;
  for (const Plane& plane : sorted) {
    rows += plane.rows;
    sum += plane.rows * plane.at;
    while (plane.at - sorted[from].at > width) {
      rows -= sorted[from].rows;
      sum -= sorted[from].rows * sorted[from].at;
      ++from;
    }
    if (rows > best) {
      best = rows;
      phase = sum / rows;
    }
  }
  return phase;
}

}  // namespace

// A block model repeats few values millions of times, so
// that a small cache of values in front of the sort takes nearly all the work away.
Planes planesOf(std::span<const double> values) {
  constexpr std::size_t kSlots = 4096;
  std::vector<Plane> cache(kSlots);
  Planes all;
  for (const double value : values) {
    const auto bits = std::bit_cast<std::uint64_t>(value) * 0x9E3779B97F4A7C15ULL;
    Plane& slot = cache[bits >> 52];
    if (slot.at != value) {
      if (slot.rows > 0) all.push_back(slot);
      slot = {value, 0};
    }
    ++slot.rows;
  }
  for (const Plane& slot : cache)
    if (slot.rows > 0) all.push_back(slot);
  std::sort(all.begin(), all.end(), [](const Plane& a, const Plane& b) { return a.at < b.at; });
  Planes distinct;
  for (const Plane& plane : all) {
    if (!distinct.empty() && distinct.back().at == plane.at)
      distinct.back().rows += plane.rows;
    else
      distinct.push_back(plane);
  }
  return distinct;
}

double rowsOn(const Planes& planes) {
  double rows = 0;
  for (const Plane& plane : planes) rows += plane.rows;
  return rows;
}

double AxisSteps::tolerance(double resolution) const {
  return std::max(kLatticeTolerance * step, std::min(1.5 * resolution, 0.05 * step));
}

std::optional<AxisSteps> findAxisSteps(const Planes& distinct, double resolution) {
  if (distinct.empty()) return std::nullopt;
  const double extent = distinct.back().at - distinct.front().at;
  if (extent <= rounding(distinct)) return AxisSteps{distinct.front().at, 0, 1};
  // How wide a plane may be depends on the step, which is not known yet: try ever wider ones.
  for (double width = rounding(distinct); width <= extent / 2; width *= 4) {
    const Planes merged = mergeCloser(distinct, width);
    if (merged.size() < 2) break;
    // Planes that hold one row each are no planes; of millions of rows only wider ones are worth a try.
    if (merged.size() > 20'000 && static_cast<double>(2 * merged.size()) > rowsOn(distinct)) continue;
    const Planes planes = popularPlanes(merged);
    if (planes.size() < 2) continue;
    if (const auto steps = stepsOf(planes, distinct, resolution)) return steps;
  }
  return std::nullopt;
}

std::optional<AxisSteps> fitAxisSteps(const Planes& distinct, double step, double resolution) {
  if (distinct.empty() || !(step > 0)) return std::nullopt;
  if (!(step * kMostPlanes > distinct.back().at - distinct.front().at)) return std::nullopt;
  AxisSteps steps{0, step, 0};
  const double tolerance = steps.tolerance(resolution);
  const double error = 4e-15 * magnitude(distinct) + rounding(distinct);
  steps.first = distinct.front().at + densestPhase(phases(distinct, step), 2 * tolerance + 2 * error);
  const double on = takeRows(distinct, tolerance + error, steps);
  if (on < kRowsOnLattice * rowsOn(distinct)) return std::nullopt;
  steps.first = snapToDecimal(steps.first, error);
  return steps;
}

}  // namespace adit::formats
