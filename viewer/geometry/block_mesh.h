// Blocks as VTK polygons: for the drawing without vertex pulling, for export, and where planes cut them.
#pragma once
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include "geology/model/bit_mask.h"
#include "viewer/geometry/block_index.h"
#include "viewer/geometry/block_skin.h"
#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

/// The faces of a skin as quads, direction by direction; the cell array kRowArray has the block numbers.
vtkSmartPointer<vtkPolyData> blockSkinMesh(const geology::BlockModel& model, const BlockSkin& skin,
                                           const SceneFrame& frame);

/// All six faces of every block of the skin, each block scaled to `share` of its side about its centre.
/// Blocks that have no face in the skin are behind those and are left out.
vtkSmartPointer<vtkPolyData> shrunkBlockMesh(const geology::BlockModel& model, const BlockSkin& skin,
                                             double share, const SceneFrame& frame);

/// Where plane `which` of `planes` passes through shown blocks: one polygon a block, cut by the other planes.
struct BlockCut {
  const CutPlanes& planes;
  std::size_t which = 0;
};
MeshBuffer blockCutFaces(const BlockIndex& index, const geology::BitMask& shown, const BlockCut& cut,
                         const SceneFrame& frame);

}  // namespace adit::viewer
