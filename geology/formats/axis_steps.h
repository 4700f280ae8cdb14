// The regular step of coordinates along one axis: the planes on which the rows of a block model lie.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace adit::formats {

/// Planes at first + k * step, k = 0 .. count-1. One plane only: count = 1, step = 0.
struct AxisSteps {
  double first = 0;
  double step = 0;
  std::int64_t count = 0;

  /// How far a coordinate may lie from its plane: 1e-4 of the step, or the rounding of the text if that is
  /// more.
  double tolerance(double resolution) const;
};

/// A coordinate and how many rows have it.
struct Plane {
  double at = 0;
  double rows = 0;
};
/// By rising coordinate, each once.
using Planes = std::vector<Plane>;
Planes planesOf(std::span<const double> values);
double rowsOn(const Planes& planes);

constexpr double kLatticeTolerance = 1e-4;  ///< of the step
constexpr double kRowsOnLattice = 0.95;     ///< fewer rows than this on the planes: it is no lattice

/// The smallest common step of the coordinates. Planes may be missing, values
/// may jitter within the tolerance, and up to one row in twenty may lie off the planes. `resolution` is half
/// a unit of the last digit in the file, 0 when unknown. Nothing when there is no common step.
std::optional<AxisSteps> findAxisSteps(const Planes& planes, double resolution);

/// The planes when the step is known: nothing when they would not hold enough rows.
std::optional<AxisSteps> fitAxisSteps(const Planes& planes, double step, double resolution);

}  // namespace adit::formats
