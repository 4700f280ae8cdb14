// Where the blocks of a model lie, for planes and for regions.
#pragma once
#include <functional>

#include "geology/model/bit_mask.h"
#include "geology/model/block_model.h"
#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/selection_conditions.h"

namespace adit::viewer {

/// Blocks that lie wholly beyond one of the planes. A block that only touches a plane from beyond is beyond.
geology::BitMask blocksBeyond(const geology::BlockModel& model, const CutPlanes& planes);
/// Blocks whose centre fulfils the question; it is called from several threads.
geology::BitMask blocksWhere(const geology::BlockModel& model,
                             const std::function<bool(const geology::Vec3&)>& question);
/// Blocks whose centre the rule hides.
geology::BitMask blocksByHeight(const geology::BlockModel& model, const HeightRule& rule);
/// Blocks whose centre is outside the solid.
geology::BitMask blocksOutside(const geology::BlockModel& model, const analysis::PointInMesh& solid);

}  // namespace adit::viewer
