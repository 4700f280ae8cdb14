// What a triangle mesh is: open or closed, how large.
#pragma once
#include <cstddef>

#include "geology/model/triangle_mesh.h"

namespace adit::analysis {

struct MeshDescription {
  bool closed = false;  ///< every edge is shared by two triangles that run along it in opposite directions
  double volume = 0;    ///< of the closed solid, always positive; 0 when open
  double area = 0;
  std::size_t openEdges = 0;         ///< edges with one triangle
  std::size_t nonManifoldEdges = 0;  ///< edges with more than two
  std::size_t flippedEdges = 0;      ///< edges whose two triangles run along them in the same direction
  std::size_t degenerate = 0;        ///< triangles without area
};

/// Vertices at the same place (exactly, as an STL repeats them) count as one.
MeshDescription describeMesh(const geology::TriangleMesh& mesh);

}  // namespace adit::analysis
