// The camera path in the picture: the way of the eye, and a mark at every key frame.
#pragma once
#include <vector>

#include "viewer/scene/canvas.h"
#include "viewer/scene/projector.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// The path as places, worked out once for many pictures.
struct PathTrace {
  std::vector<Vec3> way;    ///< of the eye, in equal steps of time
  std::vector<Vec3> keys;   ///< where the eye is at each key
  std::vector<Vec3> ahead;  ///< where it looks there: a short way ahead
};
PathTrace traceOf(const CameraPathState& path, double exaggeration);

/// Seen through the ground: a path is planned underground too.
void drawPath(Canvas& canvas, const Projector& projector, const Palette& palette, const PathTrace& trace);

}  // namespace adit::viewer
