#include "geology/planning/plan_grid.h"

#include <cmath>
#include <utility>

namespace adit::planning {

PlanBox boxOf(const analysis::Polygon& outline) {
  PlanBox box;
  for (const geology::Vec3& p : outline) box.include(p.x, p.y);
  return box;
}

PlanBox boxOf(const geology::TriangleMesh& mesh) {
  PlanBox box;
  for (const auto& triangle : mesh.triangles)
    for (const std::uint32_t v : triangle) box.include(mesh.vertices[v].x, mesh.vertices[v].y);
  return box;
}

PlanGrid::PlanGrid(std::vector<PlanBox> boxes) : boxes_(std::move(boxes)) {
  for (const PlanBox& box : boxes_) bounds_.include(box);
  if (boxes_.empty()) return;
  // About a cell a thing; a row of things in one line has cells in one line, too.
  const double width = bounds_.x1 - bounds_.x0, height = bounds_.y1 - bounds_.y0;
  const double count = static_cast<double>(boxes_.size());
  cell_ = std::max({std::sqrt(width * height / count), width / count, height / count, 1e-9});
  columns_ = static_cast<std::int32_t>(width / cell_) + 1;
  rows_ = static_cast<std::int32_t>(height / cell_) + 1;
  first_.assign(cellIndex(0, rows_) + 1, 0);
  for (std::size_t n = 0; n < boxes_.size(); ++n)
    forEachCell(n, [&](std::size_t cell) { ++first_[cell + 1]; });
  for (std::size_t cell = 1; cell < first_.size(); ++cell) first_[cell] += first_[cell - 1];
  things_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::size_t n = 0; n < boxes_.size(); ++n)
    forEachCell(n, [&](std::size_t cell) { things_[next[cell]++] = static_cast<std::uint32_t>(n); });
}

PlanGrid::Cells PlanGrid::cellsOf(const PlanBox& box) const {
  const auto cell = [this](double from, double value, std::int32_t count) {
    return static_cast<std::int32_t>(std::clamp((value - from) / cell_, 0.0, static_cast<double>(count - 1)));
  };
  return {cell(bounds_.x0, box.x0, columns_), cell(bounds_.x0, box.x1, columns_),
          cell(bounds_.y0, box.y0, rows_), cell(bounds_.y0, box.y1, rows_)};
}

template <typename Visit>
void PlanGrid::forEachCell(std::size_t thing, const Visit& visit) const {
  const Cells cells = cellsOf(boxes_[thing]);
  for (std::int32_t row = cells.row0; row <= cells.row1; ++row)
    for (std::int32_t column = cells.column0; column <= cells.column1; ++column)
      visit(cellIndex(column, row));
}

}  // namespace adit::planning
