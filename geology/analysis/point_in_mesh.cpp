#include "geology/analysis/point_in_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace adit::analysis {
namespace {

using geology::Vec3;

/// Differences of coordinates then fit into 31 bits, products of two into 62, and a sum of two products
/// into 63.
constexpr double kSteps = 1 << 30;
/// Triangles are listed in every cell that their box touches; more than this many times on average is too
/// fine a grid.
constexpr std::size_t kListingsPerTriangle = 8;

}  // namespace

PointInMesh::PointInMesh(const geology::TriangleMesh& mesh) {
  for (const auto& t : mesh.triangles)
    for (const std::uint32_t corner : t) bounds_.include(mesh.vertices[corner]);
  const Vec3 size = bounds_.size();
  const double extent = std::max(size.x, size.y);
  if (extent > 0) stepsPerUnit_ = kSteps / extent;
  triangles_.reserve(mesh.triangles.size());
  for (const auto& t : mesh.triangles)
    addTriangle(mesh.vertices[t[0]], mesh.vertices[t[1]], mesh.vertices[t[2]]);
  buildGrid();
}

std::optional<PointInMesh::PlanPoint> PointInMesh::toPlan(double x, double y) const {
  if (!(x >= bounds_.min.x && x <= bounds_.max.x && y >= bounds_.min.y && y <= bounds_.max.y))
    return std::nullopt;
  return PlanPoint{std::llround((x - bounds_.min.x) * stepsPerUnit_),
                   std::llround((y - bounds_.min.y) * stepsPerUnit_)};
}

/// Twice the area of the triangle from, to, p: positive when p is to the left. Exact.
PointInMesh::Step PointInMesh::side(PlanPoint from, PlanPoint to, PlanPoint p) {
  return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
}

/// +1 left, -1 right. A point on the edge is thought to be moved by a vanishing bit to the east, and by a bit
/// of that to the north (Edelsbrunner & Muecke 1990, Simulation of Simplicity): the two triangles of an edge
/// always agree.
int PointInMesh::sideOf(PlanPoint from, PlanPoint to, PlanPoint p) {
  const Step value = side(from, to, p);
  const Step decided = value != 0 ? value : from.y != to.y ? from.y - to.y : to.x - from.x;
  return decided > 0 ? 1 : -1;
}

/// Linear between the corners, so never outside their heights.
double PointInMesh::heightOn(const PlanTriangle& t, PlanPoint p) {
  const auto wa = static_cast<double>(side(t.b, t.c, p));
  const auto wb = static_cast<double>(side(t.c, t.a, p));
  const auto wc = static_cast<double>(side(t.a, t.b, p));
  return t.za + ((t.zb - t.za) * wb + (t.zc - t.za) * wc) / (wa + wb + wc);
}

void PointInMesh::addTriangle(const Vec3& a, const Vec3& b, const Vec3& c) {
  const auto pa = toPlan(a.x, a.y), pb = toPlan(b.x, b.y), pc = toPlan(c.x, c.y);
  if (!pa || !pb || !pc) return;  // a corner that is no number
  const Step area = side(*pa, *pb, *pc);
  if (area > 0) triangles_.push_back({*pa, *pb, *pc, a.z, b.z, c.z, +1});
  if (area < 0) triangles_.push_back({*pa, *pc, *pb, a.z, c.z, b.z, -1});
}

std::size_t PointInMesh::cellOf(PlanPoint p) const {
  return static_cast<std::size_t>((p.y / cellSize_) * columns_ + p.x / cellSize_);
}

template <typename Visit>
void PointInMesh::forCellsOf(const PlanTriangle& t, Visit&& visit) const {
  const auto [west, east] = std::minmax({t.a.x, t.b.x, t.c.x});
  const auto [south, north] = std::minmax({t.a.y, t.b.y, t.c.y});
  for (Step row = south / cellSize_; row <= north / cellSize_; ++row)
    for (Step column = west / cellSize_; column <= east / cellSize_; ++column)
      visit(static_cast<std::size_t>(row * columns_ + column));
}

/// False when long triangles would fill too many cells.
bool PointInMesh::chooseCells(Step cellsAcross) {
  const auto steps = static_cast<Step>(kSteps);
  cellSize_ = steps / cellsAcross + 1;
  const Vec3 size = bounds_.size();
  columns_ = std::llround(size.x * stepsPerUnit_) / cellSize_ + 1;
  rows_ = std::llround(size.y * stepsPerUnit_) / cellSize_ + 1;
  std::size_t listings = 0;
  for (const PlanTriangle& t : triangles_) {
    const auto [west, east] = std::minmax({t.a.x, t.b.x, t.c.x});
    const auto [south, north] = std::minmax({t.a.y, t.b.y, t.c.y});
    listings += static_cast<std::size_t>((east / cellSize_ - west / cellSize_ + 1) *
                                         (north / cellSize_ - south / cellSize_ + 1));
  }
  return listings <= kListingsPerTriangle * triangles_.size() + 64;
}

void PointInMesh::buildGrid() {
  if (triangles_.empty()) return;
  // About as many square cells as triangles.
  constexpr double kLargestGrid = 4096;  // cells across
  const Vec3 size = bounds_.size();
  const double longer = std::max({size.x, size.y, 1 / kSteps}), shorter = std::min(size.x, size.y);
  const double wanted =
      std::sqrt(static_cast<double>(triangles_.size()) * longer / std::max(shorter, longer / 1000));
  auto cellsAcross = static_cast<Step>(std::min(wanted + 1, kLargestGrid));
  while (!chooseCells(cellsAcross) && cellsAcross > 1) cellsAcross /= 2;

  cellStart_.assign(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
  for (const PlanTriangle& t : triangles_) forCellsOf(t, [&](std::size_t cell) { ++cellStart_[cell + 1]; });
  for (std::size_t cell = 1; cell < cellStart_.size(); ++cell) cellStart_[cell] += cellStart_[cell - 1];
  cellTriangles_.resize(cellStart_.back());
  std::vector<std::uint32_t> next(cellStart_.begin(), cellStart_.end() - 1);
  for (std::uint32_t i = 0; i < triangles_.size(); ++i)
    forCellsOf(triangles_[i], [&](std::size_t cell) { cellTriangles_[next[cell]++] = i; });
}

/// Calls visit(height, facing) for the triangles that the vertical line meets.
template <typename Visit>
void PointInMesh::forSheetsAt(PlanPoint p, Visit&& visit) const {
  const std::size_t cell = cellOf(p);
  for (std::uint32_t i = cellStart_[cell]; i < cellStart_[cell + 1]; ++i) {
    const PlanTriangle& t = triangles_[cellTriangles_[i]];
    if (sideOf(t.a, t.b, p) < 0 || sideOf(t.b, t.c, p) < 0 || sideOf(t.c, t.a, p) < 0) continue;
    visit(heightOn(t, p), t.facing);
  }
}

bool PointInMesh::contains(const Vec3& point) const {
  if (triangles_.empty() || !(point.z >= bounds_.min.z && point.z < bounds_.max.z)) return false;
  const auto p = toPlan(point.x, point.y);
  if (!p) return false;
  int winding = 0;
  forSheetsAt(*p, [&](double height, int facing) {
    if (height > point.z) winding += facing;
  });
  return winding != 0;
}

std::vector<HeightStretch> PointInMesh::insideAt(double x, double y) const {
  const auto p = triangles_.empty() ? std::nullopt : toPlan(x, y);
  if (!p) return {};
  struct Sheet {
    double height;
    int facing;
  };
  std::vector<Sheet> sheets;
  forSheetsAt(*p, [&](double height, int facing) { sheets.push_back({height, facing}); });
  std::sort(sheets.begin(), sheets.end(), [](const Sheet& a, const Sheet& b) { return a.height < b.height; });
  // From below: all sheets are above; each one that is passed no longer counts.
  int winding = 0;
  for (const Sheet& sheet : sheets) winding += sheet.facing;
  std::vector<HeightStretch> stretches;
  const auto add = [&](double from, double to) {
    from = std::max(from, bounds_.min.z);
    to = std::min(to, bounds_.max.z);
    if (winding == 0 || !(from < to)) return;
    if (!stretches.empty() && stretches.back().highest == from)
      stretches.back().highest = to;
    else
      stretches.push_back({from, to});
  };
  double from = -std::numeric_limits<double>::infinity();
  for (const Sheet& sheet : sheets) {
    add(from, sheet.height);
    winding -= sheet.facing;
    from = sheet.height;
  }
  return stretches;
}

std::optional<SurfaceHeights> PointInMesh::heightsAt(double x, double y) const {
  const auto p = triangles_.empty() ? std::nullopt : toPlan(x, y);
  if (!p) return std::nullopt;
  std::optional<SurfaceHeights> heights;
  const std::size_t cell = cellOf(*p);
  for (std::uint32_t i = cellStart_[cell]; i < cellStart_[cell + 1]; ++i) {
    const PlanTriangle& t = triangles_[cellTriangles_[i]];
    if (side(t.a, t.b, *p) < 0 || side(t.b, t.c, *p) < 0 || side(t.c, t.a, *p) < 0) continue;
    const double z = heightOn(t, *p);
    if (!heights) heights = SurfaceHeights{z, z};
    heights->lowest = std::min(heights->lowest, z);
    heights->highest = std::max(heights->highest, z);
  }
  return heights;
}

}  // namespace adit::analysis
