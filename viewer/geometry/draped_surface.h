// A surface that shows the blocks behind it: the walls of a designed pit with the grade in them.
#pragma once
#include "geology/model/block_model.h"
#include "geology/model/triangle_mesh.h"
#include "viewer/geometry/mined_surface.h"
#include "viewer/geometry/selection.h"

namespace adit::viewer {

struct DrapedSurface {
  GroundPolygons blocks;  ///< pieces with one block behind each; rows are blocks
  GroundPolygons bare;    ///< what has no block behind it; rows are triangles
};

/// The shown triangles, cut where cells of the lattice meet. Behind is below for an open surface, whichever
/// way its triangles run (a vertical one: the side from which they are seen clockwise), and inside for a
/// closed solid.
DrapedSurface drapedSurface(const geology::TriangleMesh& mesh, const geology::BitMask& shown,
                            const geology::BlockModel& model);

/// The blocks whose grade a draped surface shows: all that filters, the claim and the date leave, whether the
/// model's own layer is on or not. Planes and the box cut the picture; what a plan takes out has been there.
Selection selectDraped(const geology::BlockModel& model, const ViewState& state,
                       const geology::Deposit& deposit, SelectionCache* cache = nullptr);

}  // namespace adit::viewer
