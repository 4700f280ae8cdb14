// From the steps between a few neighbours to the axes that fit all rows.
#pragma once
#include <array>
#include <span>

#include "geology/formats/lattice_axes.h"

namespace adit::formats {

using Steps = std::array<geology::Vec3, 3>;  ///< perpendicular vectors from a block to its neighbours

struct AxesEstimate {
  geology::Vec3 seed;  ///< a row of the lattice
  Steps steps;
  int dimensions = 3;                           ///< 2: rotation in plan only, heights are not looked at
  const geology::Progress* progress = nullptr;  ///< the rounds throw Cancelled with it
};

/// Least squares of seed + i * a + j * b (+ k * c) over the rows in ever wider rings around the seed: the
/// angle between two neighbours of rounded coordinates is wrong by a block after some thousand blocks, the
/// angle over all rows is not.
Axes refinedAxes(std::span<const geology::Vec3> points, AxesEstimate estimate);

}  // namespace adit::formats
