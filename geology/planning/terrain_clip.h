// What of a surface lies in the ground.
#pragma once
#include "geology/model/terrain.h"
#include "geology/model/triangle_mesh.h"

namespace adit::planning {

/// The part of triangles and lines below the terrain, with new vertices where they come out of it. Lines
/// along the cut, in order and closed where they close, are added as the part `outlinePart`. Nothing is kept
/// where there is no terrain. Only pieces that hang together with triangle 0 are kept.
geology::TriangleMesh clipBelowTerrain(const geology::TriangleMesh& mesh, const geology::Terrain& terrain,
                                       const char* outlinePart);

}  // namespace adit::planning
