// Which rows of each object are shown, and how many are hidden for what reason.
#pragma once
#include <cstdint>
#include <memory>

#include "geology/model/bit_mask.h"
#include "geology/model/deposit.h"
#include "viewer/state/facts.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

class SelectionCache;

struct Selection {
  /// One bit a row; a row of which any part is kept by the planes is shown. Never null; shared with the
  /// cache, so that layers and the parts of a picture hold the one mask and no copies.
  std::shared_ptr<const geology::BitMask> shown = std::make_shared<geology::BitMask>();
  /// Another number exactly when the mask is another one: what is derived from a mask keeps this to know
  /// whether it is still good. No two masks of a run of the program have the same; 0: the empty mask.
  std::uint64_t revision = 0;
  LayerCount count;
};

/// All conditions of the object's filter, the sections, the box and the regions, in the order of facts.h.
/// Rows are blocks, intervals, triangles, points, terrain nodes. A layer that is switched off has all rows
/// hidden under "layer off".
///   sections, box: a block, interval or triangle is hidden when it lies wholly beyond one of the planes;
///     cutting those that a plane passes through is the scene's work
///   regions: the centre of the block or triangle, the middle of the interval decides. An object is not
///     tested against itself. Above a mesh is above its highest point on the vertical line, below it is below
///     its lowest; where the surface does not reach the row is hidden as "beside surface"
///   columns of other interval tables hold their value at the middle of the interval; columns of vertices
///     their mean over the triangle, or the category that all three share
/// A condition on a column or an object that is not there hides nothing and is named in count.notApplied.
/// While the view reveals a reason of this object (reveal.h), exactly the rows that are counted under it are
/// shown, and those that no condition hides are counted as "not hidden otherwise"; the other counts stay.
/// With a cache (one for each object and view) only the conditions whose inputs changed are looked at again.
Selection selectBlocks(const geology::BlockModel& model, const ViewState& state,
                       const geology::Deposit& deposit, SelectionCache* cache = nullptr);
Selection selectIntervals(const geology::DrillHoles& holes, const geology::IntervalTable& table,
                          const ViewState& state, const geology::Deposit& deposit,
                          SelectionCache* cache = nullptr);
Selection selectTriangles(const geology::TriangleMesh& mesh, const ViewState& state,
                          const geology::Deposit& deposit, SelectionCache* cache = nullptr);
Selection selectPoints(const geology::PointSet& points, const ViewState& state,
                       const geology::Deposit& deposit, SelectionCache* cache = nullptr);
Selection selectNodes(const geology::Terrain& terrain, const ViewState& state,
                      const geology::Deposit& deposit, SelectionCache* cache = nullptr);

}  // namespace adit::viewer
