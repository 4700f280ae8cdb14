// What is left of an object when some of its positions have no place.
#pragma once
#include "geology/model/point_set.h"
#include "geology/model/triangle_mesh.h"

namespace adit::project {

/// Takes out the positions that are not finite, with the triangles and lines that use them. The measures of a
/// mesh (closed, volume, area) are taken anew.
void dropLostPlaces(geology::TriangleMesh& mesh);
void dropLostPlaces(geology::PointSet& set);

}  // namespace adit::project
