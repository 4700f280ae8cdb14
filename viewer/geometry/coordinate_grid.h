// The coordinate grid under and around a deposit: lines at round coordinates.
#pragma once
#include <string>
#include <vector>

#include "viewer/geometry/mesh_buffer.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

/// Multiples of `step` within [lo, hi].
std::vector<double> ticks(double lo, double hi, double step);
/// "318,500" without decimals where the step allows it.
std::string coordinateText(double value, double step);

/// The frame box: the bounds grown to whole grid steps in plan, so that lines and box agree.
struct GridFrame {
  geology::Box3 box;
  double step = 100;   ///< in plan
  double zStep = 100;  ///< in elevation
};
GridFrame gridFrameOf(const geology::Box3& bounds);
/// Lines of the floor (at box.min.z) in both directions.
MeshBuffer floorLines(const GridFrame& grid, const SceneFrame& frame);

}  // namespace adit::viewer
