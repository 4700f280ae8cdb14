#include "viewer/geometry/interval_path.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geology/model/parallel_for.h"

namespace adit::viewer {
namespace {

using geology::DrillHoles;
using geology::HoleTrace;
using geology::IntervalTable;
using geology::TraceStation;

constexpr double kTurnPerPiece = 4 * std::numbers::pi / 180;
constexpr std::size_t kRowsAtOnce = 16'384;

PathPoint pathPoint(const TraceStation& station) {
  return {station.position, station.tangent};
}

/// The points behind `start`, up to `to`.
void appendPoints(const HoleTrace& trace, const TraceStation& start, double to,
                  std::vector<PathPoint>& points) {
  TraceStation from = start;
  const auto addArc = [&](const TraceStation& end) {
    const double turn = geology::angleBetween(from.tangent, end.tangent);
    const int pieces = std::max(1, static_cast<int>(std::ceil(turn / kTurnPerPiece)));
    for (int i = 1; i < pieces; ++i)
      points.push_back(pathPoint(trace.at(from.depth + (end.depth - from.depth) * i / pieces)));
    points.push_back(pathPoint(end));
    from = end;
  };
  const auto& stations = trace.stations();
  auto next = std::upper_bound(stations.begin(), stations.end(), start.depth,
                               [](double depth, const TraceStation& s) { return depth < s.depth; });
  for (; next != stations.end() && next->depth < to; ++next) addArc(*next);
  addArc(trace.at(to));
}

/// Ranges of rows that each begin with a new hole: no interval goes on from one into the next.
std::vector<std::size_t> rangesOfHoles(const IntervalTable& table) {
  std::vector<std::size_t> starts{0};
  for (std::size_t row = 1; row < table.size(); ++row)
    if (row >= starts.back() + kRowsAtOnce && table.hole[row] != table.hole[row - 1]) starts.push_back(row);
  starts.push_back(table.size());
  return starts;
}

/// Numbers in `path` are relative to the part's points.
std::vector<PathPoint> partOfPath(const DrillHoles& holes, const IntervalTable& table,
                                  geology::ParallelRange rows, IntervalPath& path) {
  std::vector<PathPoint> points;
  points.reserve((rows.end - rows.begin) * 5 / 4);
  TraceStation end;  // where the last row ended
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    const HoleTrace& trace = holes.holes[table.hole[row]].trace;
    path.first[row] = path.last[row] = static_cast<std::uint32_t>(points.size());
    if (trace.empty() || !(table.to[row] > table.from[row])) continue;
    const bool goesOn = row > rows.begin && path.pieces(row - 1) > 0 &&
                        table.hole[row] == table.hole[row - 1] && table.from[row] == table.to[row - 1];
    const TraceStation start = goesOn ? end : trace.at(table.from[row]);
    if (goesOn)
      --path.first[row];
    else
      points.push_back(pathPoint(start));
    appendPoints(trace, start, table.to[row], points);
    path.last[row] = static_cast<std::uint32_t>(points.size() - 1);
    end = {table.to[row], points.back().position, points.back().tangent};
  }
  return points;
}

}  // namespace

std::vector<PathPoint> tracePoints(const HoleTrace& trace, double from, double to) {
  const TraceStation start = trace.at(from);
  std::vector<PathPoint> points{pathPoint(start)};
  appendPoints(trace, start, to, points);
  return points;
}

IntervalPath intervalPath(const DrillHoles& holes, const IntervalTable& table) {
  IntervalPath path;
  path.first.resize(table.size());
  path.last.resize(table.size());
  const std::vector<std::size_t> starts = rangesOfHoles(table);
  const std::size_t count = starts.size() - 1;
  std::vector<std::vector<PathPoint>> parts(count);
  const geology::Progress neverCancelled;
  const auto forEachPart = [&](const auto& body) {
    geology::parallelFor({.count = count, .grain = 1, .threads = 0}, neverCancelled,
                         [&](geology::ParallelRange range) {
                           for (std::size_t p = range.begin; p < range.end; ++p) body(p);
                         });
  };
  forEachPart([&](std::size_t p) { parts[p] = partOfPath(holes, table, {starts[p], starts[p + 1]}, path); });
  std::vector<std::size_t> firstPoint{0};
  for (const auto& part : parts) firstPoint.push_back(firstPoint.back() + part.size());
  path.points.resize(firstPoint.back());
  forEachPart([&](std::size_t p) {
    std::copy(parts[p].begin(), parts[p].end(),
              path.points.begin() + static_cast<std::ptrdiff_t>(firstPoint[p]));
    for (std::size_t row = starts[p]; row < starts[p + 1]; ++row) {
      path.first[row] += static_cast<std::uint32_t>(firstPoint[p]);
      path.last[row] += static_cast<std::uint32_t>(firstPoint[p]);
    }
  });
  return path;
}

}  // namespace adit::viewer
