// A solid that opens or fills from its foot up: a stope, backfill, a dump.
#pragma once
#include <vector>

#include "geology/analysis/convex_polygon.h"
#include "geology/model/mine_plan.h"
#include "geology/model/triangle_mesh.h"

namespace adit::planning {

/// Of closed solids a share is one of the volume, of open surfaces one of the height. The mesh is kept by
/// reference.
class RisingSolid {
 public:
  explicit RisingSolid(const geology::TriangleMesh& mesh);

  const geology::TriangleMesh& mesh() const { return *mesh_; }
  double foot() const { return foot_; }
  double top() const { return top_; }
  /// Cubic units below a level; 0 for open surfaces.
  double volumeBelow(double level) const;
  /// The level below which a share (0..1) of it lies, within a millionth of the height.
  double levelOf(double share) const;
  /// Its triangles below a level, as polygons of three or four corners, as the mesh has them: for a closed
  /// solid seen from outside anticlockwise. Without the level face.
  std::vector<analysis::Polygon> facesBelow(double level) const;

 private:
  analysis::Polygon corners(std::size_t triangle) const;

  const geology::TriangleMesh* mesh_;
  double foot_ = 0, top_ = 0;
  double sense_ = 1;  ///< -1: the mesh is turned inside out
};

}  // namespace adit::planning
