// Intervals as the straight pieces that a shader draws cylinders around.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "geology/model/bit_mask.h"
#include "viewer/geometry/interval_path.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

/// Polylines back to back, 20 bytes a point: a piece runs from point i to point i + 1 where points[i][3] is
/// 1; where it is 0 a polyline ends. Intervals that go on into one another share a polyline.
struct TubeSegments {
  std::vector<std::array<float, 4>> points;  ///< scene coordinates, and whether a piece begins here
  std::vector<std::uint32_t> rows;           ///< of the piece that begins at each point

  std::size_t size() const { return points.size(); }
};

/// Writes the pieces of the intervals that are shown into `segments`, whose memory is used again.
void tubeSegments(const IntervalPath& path, const geology::BitMask& shown, const SceneFrame& frame,
                  TubeSegments& segments);

}  // namespace adit::viewer
