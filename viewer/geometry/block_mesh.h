// Blocks as polygons: the skin as quads, shrunk blocks, and the filled faces where planes cut them.
#pragma once
#include "geology/model/bit_mask.h"
#include "geology/model/block_model.h"
#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

/// Quads of the outer skin of the shown blocks; rows are block numbers. Sub-blocks: faces that two shown
/// sub-blocks share exactly are left out.
MeshBuffer blockSkinMesh(const geology::BlockModel& model, const geology::BitMask& shown,
                         const SceneFrame& frame);

/// All six faces of every shown block that touches the skin, each block scaled to `share` of its side about
/// its centre. Blocks buried on all six sides are behind those and are left out.
MeshBuffer shrunkBlockMesh(const geology::BlockModel& model, const geology::BitMask& shown, double share,
                           const SceneFrame& frame);

/// Where plane `which` of `planes` passes through shown blocks: one polygon a block, cut by the other planes.
MeshBuffer blockCutFaces(const geology::BlockModel& model, const geology::BitMask& shown,
                         const CutPlanes& planes, std::size_t which, const SceneFrame& frame);

}  // namespace adit::viewer
