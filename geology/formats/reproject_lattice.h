// Block lattices from one coordinate reference system into another.
#pragma once
#include <optional>

#include "geology/formats/crs.h"
#include "geology/model/diagnostic.h"
#include "geology/model/lattice.h"

namespace adit::formats {

struct ReprojectedLattice {
  std::optional<geology::Lattice> lattice;  ///< nothing where the target bends it too much
  double largestError = 0;                  ///< in the target's unit; infinite where a place has none there
  geology::Diagnostics diagnostics;
};

/// A projection bends a lattice; over the extent of a mine mostly by far less than a block. Gives the nearest
/// lattice of the target: moved, turned, with cells of another size, still perpendicular. The error is the
/// largest distance between where a corner of a cell belongs and where it is then, probed at 9 x 9 x 2
/// places. Up to a twentieth of the shortest side of a block in plan it is said (CRS-LATTICE-PLACED), with
/// the accuracy of the transformation; beyond it there is no lattice, and the error CRS-LATTICE-BENT.
ReprojectedLattice reproject(const geology::Lattice& lattice, const CrsTransform& transform);

}  // namespace adit::formats
