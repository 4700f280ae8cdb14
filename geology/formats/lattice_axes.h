// The directions of a rotated lattice, found from the differences between neighbouring rows.
#pragma once
#include <array>
#include <optional>
#include <span>

#include "geology/model/progress.h"
#include "geology/model/vec3.h"

namespace adit::formats {

using Axes = std::array<geology::Vec3, 3>;  ///< unit, perpendicular, right-handed

/// Rows of one block size. `size` is that size when the file states it. `benchHeight` is the height within
/// which rows lie on the same bench.
struct NeighbourRows {
  std::span<const geology::Vec3> points;
  std::optional<geology::Vec3> size;
  double benchHeight = 0;
  const geology::Progress* progress = nullptr;  ///< the search throws Cancelled with it
};

/// Axes of a lattice that is rotated about the vertical: u nearest to east (or the direction in which blocks
/// are size.x apart), w up. Nothing when no two directions repeat often enough.
std::optional<Axes> findPlanAxes(const NeighbourRows& rows);

/// Axes of a lattice in any position; needs the size.
std::optional<Axes> findAxes(const NeighbourRows& rows);

}  // namespace adit::formats
