#include "geology/formats/lattice_finder.h"

#include <algorithm>
#include <map>

#include "geology/formats/axis_steps.h"
#include "geology/formats/lattice_axes.h"
#include "geology/formats/lattice_frame.h"
#include "geology/formats/row_loop.h"

namespace adit::formats {
namespace {

using geology::Vec3;

/// Rows of the size that most rows have: they lie on a lattice of their own, whatever their parents.
struct SizeClass {
  std::vector<Vec3> points;
  std::optional<Vec3> size;
};

SizeClass commonestSize(const FrameRows& rows) {
  SizeClass result;
  std::map<std::array<double, 3>, std::size_t> rowsOfSize;
  const auto sizeOf = [&](std::size_t row) {
    return std::array<double, 3>{rows.size(row, 0), rows.size(row, 1), rows.size(row, 2)};
  };
  const geology::Progress* progress = rows.query().progress;
  forEachRow(rows.count(), progress, [&](std::size_t row) {
    if (rows.usable(row)) ++rowsOfSize[sizeOf(row)];
  });
  if (rowsOfSize.empty()) return result;
  const auto commonest =
      std::max_element(rowsOfSize.begin(), rowsOfSize.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
      })->first;
  forEachRow(rows.count(), progress, [&](std::size_t row) {
    if (rows.usable(row) && sizeOf(row) == commonest) result.points.push_back(rows.query().points[row]);
  });
  if (rows.sized()) result.size = Vec3{commonest[0], commonest[1], commonest[2]};
  return result;
}

/// Rows closer in height than this are on one bench; nothing when the heights have no common step.
std::optional<double> benchHeight(const SizeClass& rows, double resolution) {
  if (rows.size) return rows.size->z / 4;
  std::vector<double> heights;
  heights.reserve(rows.points.size());
  for (const Vec3& point : rows.points) heights.push_back(point.z);
  const auto steps = findAxisSteps(planesOf(heights), resolution);
  if (!steps) return std::nullopt;
  return steps->count > 1 ? steps->step / 4 : 1.0;
}

LatticeSearch fitRotated(const LatticeQuery& query, const SizeClass& rows, const std::optional<Axes>& axes) {
  if (!axes) return {std::nullopt, "no two directions repeat between neighbouring rows"};
  return fitInFrame(FrameRows(query, Frame{rows.points.front(), *axes}));
}

LatticeSearch findRotated(const FrameRows& rows, LatticeSearch straight) {
  const LatticeQuery& query = rows.query();
  const SizeClass common = commonestSize(rows);
  if (common.points.empty()) return {std::nullopt, "no row has a position"};
  if (const auto bench = benchHeight(common, query.resolution)) {
    LatticeSearch plan =
        fitRotated(query, common, findPlanAxes({common.points, common.size, *bench, query.progress}));
    if (plan.fit) return plan;
  }
  if (common.size) {
    LatticeSearch turned =
        fitRotated(query, common, findAxes({common.points, common.size, 0, query.progress}));
    if (turned.fit) return turned;
  }
  straight.whyNot += ", and no rotated lattice fits";
  return straight;
}

}  // namespace

LatticeSearch findLattice(const LatticeQuery& query) {
  LatticeSearch straight = fitInFrame(FrameRows(query, Frame{}));
  if (straight.fit) return straight;
  if (query.planes == nullptr) return findRotated(FrameRows(query, Frame{}), std::move(straight));
  const std::vector<Vec3> points = query.planes->points();
  LatticeQuery turned = query;
  turned.planes = nullptr;
  turned.points = points;
  return findRotated(FrameRows(turned, Frame{}), std::move(straight));
}

}  // namespace adit::formats
