// The boxes of an unstructured grid: centres and sizes along the edges that they share.
#pragma once
#include <vector>

#include "geology/formats/vtk_grid.h"

namespace adit::formats {

struct VtkBoxes {
  Axes axes{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
  std::vector<geology::Vec3> centers;  ///< one a cell, NaN for a cell that is no box along the axes
  std::vector<geology::Vec3> sizes;    ///< along the axes
  std::size_t others = 0;              ///< cells that are no such box
};

/// Hexahedra and voxels whose corners lie on a box along the edges of the first one, within 1e-4 of its
/// sides.
VtkBoxes boxesOf(const VtkGrid& grid);

}  // namespace adit::formats
