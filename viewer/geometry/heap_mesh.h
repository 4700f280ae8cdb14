// A heap of broken rock as polygons.
#pragma once
#include "geology/planning/spoil_heap.h"
#include "viewer/geometry/mined_surface.h"

namespace adit::viewer {

/// What stands out of the terrain of a heap with that tip: rings around its middle, down to a little below
/// the ground. Empty where nothing has been heaped.
GroundPolygons heapPolygons(const planning::SpoilHeap& heap, const geology::Terrain& terrain, double tip);

}  // namespace adit::viewer
