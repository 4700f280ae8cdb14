// The walls of tunnels and stopes as they are drawn: in pieces with one block behind each.
#pragma once
#include "viewer/geometry/mined_surface.h"
#include "viewer/geometry/workings.h"

namespace adit::viewer {

/// All that is open under ground at a moment, less what is filled again, seen from within anticlockwise; rows
/// are the blocks behind.
/// `model` may be null: then nothing is known of what is behind. Level faces close stopes that are not yet
/// open to their tops.
GroundPolygons workingSurface(const Workings& workings, double time, const geology::BlockModel* model);
/// Backfill, dumps and stockpiles with their level faces, seen from outside.
GroundPolygons filledSurface(const Workings& workings, double time);
/// Adds a face in pieces with one block behind each; `model` may be null.
void addWithBlocks(const Polygon& face, const geology::BlockModel* model, GroundPolygons& surface);
/// The face at a level of a closed solid, as triangles that are seen from above anticlockwise.
std::vector<Polygon> levelFace(const geology::TriangleMesh& mesh, double level);

}  // namespace adit::viewer
