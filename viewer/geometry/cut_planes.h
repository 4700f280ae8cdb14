// The ground that sections and box keep, as half-spaces that all layers obey alike.
#pragma once
#include <vector>

#include "geology/analysis/convex_polygon.h"
#include "geology/model/vec3.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

using analysis::HalfSpace;
using CutPlanes = std::vector<HalfSpace>;

/// What one section keeps: one half-space, two of a slab, none when it is off.
CutPlanes cutPlanesOf(const SectionState& section);
/// Every section that is on (a slab makes two half-spaces) and the box (six).
CutPlanes cutPlanesOf(const ViewState& state);
/// The two half-spaces of a corridor: within `halfWidth` of the section's plane on both sides.
CutPlanes corridorOf(const SectionState& section, double halfWidth);
bool keeps(const CutPlanes& planes, const geology::Vec3& p);

}  // namespace adit::viewer
