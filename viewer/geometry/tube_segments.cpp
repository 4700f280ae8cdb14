#include "viewer/geometry/tube_segments.h"

#include "viewer/geometry/interval_plan.h"

namespace adit::viewer {

void tubeSegments(const IntervalPath& path, const geology::BitMask& shown, const SceneFrame& frame,
                  TubeSegments& segments) {
  const auto sizeOf = [&](std::size_t row) -> std::size_t {
    if (!shown.test(row) || path.pieces(row) == 0) return 0;
    return path.pieces(row) + (path.goesOn(row) && shown.test(row + 1) ? 0 : 1);
  };
  const IntervalPlan<std::size_t> plan(path.rows(), sizeOf);
  segments.points.resize(plan.total());
  segments.rows.resize(plan.total());
  plan.forEachRow([&](std::size_t row, std::size_t place) {
    const std::size_t size = sizeOf(row);
    const std::size_t pieces = path.pieces(row);
    for (std::size_t i = 0; i < size; ++i) {
      const auto p = frame.toFloat(path.points[path.first[row] + i].position);
      segments.points[place + i] = {p[0], p[1], p[2], i < pieces ? 1.0F : 0.0F};
      segments.rows[place + i] = static_cast<std::uint32_t>(row);
    }
    return size;
  });
}

}  // namespace adit::viewer
