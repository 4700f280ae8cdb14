// Convex polygons in space: cut by half-spaces, and made from a box and a plane.
#pragma once
#include <array>
#include <vector>

#include "viewer/geometry/cut_planes.h"

namespace adit::viewer {

using analysis::clipped;
using analysis::Polygon;

/// What all planes but one keep.
Polygon clipped(Polygon polygon, const CutPlanes& planes, std::size_t exceptPlane);

/// A parallelepiped: a corner and its three edges.
struct ParallelBox {
  geology::Vec3 corner;
  std::array<geology::Vec3, 3> edge;
};
/// Where the plane of `cut` meets the box: 3 to 6 corners in order, seen counter-clockwise from the side that
/// is cut away; empty when they do not meet.
Polygon crossSection(const ParallelBox& box, const HalfSpace& cut);

}  // namespace adit::viewer
