// Drillholes as geometry: thin trace lines, collars. Their intervals are in interval_tubes.h and
// tube_segments.h.
#pragma once
#include "geology/model/bit_mask.h"
#include "geology/model/drillholes.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

/// One polyline a hole from collar to end of hole; rows are hole numbers. `drilled`: one bit a hole that is
/// there.
MeshBuffer traceLines(const geology::DrillHoles& holes, const geology::BitMask& drilled,
                      const SceneFrame& frame);

/// A small upright marker at each collar (a flat octagonal bead); rows are hole numbers.
vtkSmartPointer<vtkPolyData> collarMarkers(const geology::DrillHoles& holes, const geology::BitMask& drilled,
                                           double radius, const SceneFrame& frame);

/// A tube radius that reads well: a share of the median distance between collars, bounded by the extent.
double defaultTubeRadius(const geology::DrillHoles& holes);

}  // namespace adit::viewer
