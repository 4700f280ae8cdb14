// Drillholes as geometry: interval tubes along the exact trace, thin trace lines, collars.
#pragma once
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/drillholes.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

struct TubeOptions {
  double radius = 1;  ///< deposit units
  int sides = 8;
  std::vector<float> intervalRadius;  ///< one an interval in deposit units, or empty: `radius` for all
};

/// One tube an interval that is set in `shown`. Tubes follow the arcs of the trace; neighbours without a gap
/// share no vertices, so that each interval keeps its own colour; open ends are capped. Rows are interval
/// numbers.
MeshBuffer intervalTubes(const geology::DrillHoles& holes, const geology::IntervalTable& table,
                         const geology::BitMask& shown, const TubeOptions& options, const SceneFrame& frame);

/// One polyline a hole from collar to end of hole; rows are hole numbers.
MeshBuffer traceLines(const geology::DrillHoles& holes, const SceneFrame& frame);

/// A small upright marker at each collar (a flat octagonal bead); rows are hole numbers.
MeshBuffer collarMarkers(const geology::DrillHoles& holes, double radius, const SceneFrame& frame);

/// A tube radius that reads well: a share of the median distance between collars, bounded by the extent.
double defaultTubeRadius(const geology::DrillHoles& holes);

}  // namespace adit::viewer
