// Which rows of each object are shown, and how many are hidden for what reason.
#pragma once
#include "geology/model/bit_mask.h"
#include "geology/model/deposit.h"
#include "viewer/state/facts.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct Selection {
  geology::BitMask shown;  ///< one bit a row; a block of which any part is kept by the planes is shown
  LayerCount count;
};

/// All conditions of the object's filter, the regions, the box and the sections. The name is the object's own. Cutting
/// the rows that a plane passes through is the scene's work. Rows are blocks, intervals, triangles, points, terrain
/// nodes. A layer that is switched off has all rows hidden under "layer off".
Selection selectBlocks(const geology::BlockModel& model, const ViewState& state, const geology::Deposit& deposit);
Selection selectIntervals(const geology::DrillHoles& holes, const geology::IntervalTable& table, const ViewState& state,
                          const geology::Deposit& deposit);
Selection selectTriangles(const geology::TriangleMesh& mesh, const ViewState& state, const geology::Deposit& deposit);
Selection selectPoints(const geology::PointSet& points, const ViewState& state, const geology::Deposit& deposit);
Selection selectNodes(const geology::Terrain& terrain, const ViewState& state, const geology::Deposit& deposit);

}  // namespace adit::viewer
