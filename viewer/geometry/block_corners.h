// Corners of blocks as scene points.
#pragma once
#include <array>

#include "geology/model/block_model.h"
#include "viewer/geometry/cell_walk.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

/// Corners (as bits i, j, k of the far side) of the face in each direction, counter-clockwise from outside.
constexpr std::array<std::array<unsigned, 4>, 6> kFaceCorners{
    {{0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}}};

/// A box along the lattice axes, in cell units.
struct LatticeBox {
  std::array<double, 3> min{}, max{};
};

/// The box of a block, scaled to `share` of its sides about its centre; `walk` is of the model's lattice.
inline LatticeBox latticeBoxOf(const geology::BlockModel& model, std::size_t block, double share,
                               CellWalk& walk) {
  walk.moveTo(model.cellOf(block));
  LatticeBox box;
  for (std::size_t a = 0; a < 3; ++a) {
    const double lo = model.subBlocked() ? static_cast<double>(model.boxes[block].min[a]) : 0;
    const double hi = model.subBlocked() ? static_cast<double>(model.boxes[block].max[a]) : 1;
    const double gap = (1 - share) / 2 * (hi - lo);
    box.min[a] = walk.at()[a] + lo + gap;
    box.max[a] = walk.at()[a] + hi - gap;
  }
  return box;
}

/// The scene's view of a lattice: the origin is subtracted once, in double, and the edges are stretched.
class SceneLattice {
 public:
  SceneLattice(const geology::Lattice& lattice, const SceneFrame& frame)
      : origin_(frame.toScene(lattice.origin)) {
    for (std::size_t a = 0; a < 3; ++a) {
      edge_[a] = lattice.axis[a] * lattice.size[a];
      edge_[a].z *= frame.exaggeration;
    }
  }
  /// The same place in the lattice is the same point, whichever block it is a corner of: no cracks.
  std::array<float, 3> corner(const LatticeBox& box, unsigned bits) const {
    geology::Vec3 p = origin_;
    for (std::size_t a = 0; a < 3; ++a) p += edge_[a] * ((bits >> a & 1U) != 0 ? box.max[a] : box.min[a]);
    return {static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.z)};
  }

 private:
  geology::Vec3 origin_;
  std::array<geology::Vec3, 3> edge_;
};

}  // namespace adit::viewer
