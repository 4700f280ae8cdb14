// A plane through the blocks of a lattice: where it meets them, and on which side of a face it lies.
#pragma once
#include <algorithm>

#include "geology/model/lattice.h"
#include "viewer/geometry/convex_polygon.h"

namespace adit::viewer {

/// A plane that lies on the faces between blocks would be a matter of rounding: it is moved by a millionth of
/// a block into the ground that is kept, so that the blocks there show their face.
inline HalfSpace offTheFaces(HalfSpace plane, const geology::Lattice& lattice) {
  constexpr double kBias = 1e-6;
  plane.point += plane.normal * (-kBias * *std::min_element(lattice.size.begin(), lattice.size.end()));
  return plane;
}

/// All cells of a lattice together.
inline ParallelBox boxOf(const geology::Lattice& lattice) {
  ParallelBox box{lattice.origin, {}};
  for (std::size_t a = 0; a < 3; ++a)
    box.edge[a] = lattice.axis[a] * (lattice.size[a] * static_cast<double>(lattice.count[a]));
  return box;
}

}  // namespace adit::viewer
