// Which of many things lie near a place in plan: a grid of their boxes.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "geology/analysis/convex_polygon.h"
#include "geology/model/triangle_mesh.h"

namespace adit::planning {

/// Empty until a place is included.
struct PlanBox {
  double x0 = std::numeric_limits<double>::infinity(), x1 = -x0;
  double y0 = x0, y1 = -x0;

  void include(double x, double y) {
    x0 = std::min(x0, x), x1 = std::max(x1, x);
    y0 = std::min(y0, y), y1 = std::max(y1, y);
  }
  void include(const PlanBox& other) {
    x0 = std::min(x0, other.x0), x1 = std::max(x1, other.x1);
    y0 = std::min(y0, other.y0), y1 = std::max(y1, other.y1);
  }
  bool empty() const { return x0 > x1; }
  bool meets(const PlanBox& other) const {
    return x0 <= other.x1 && other.x0 <= x1 && y0 <= other.y1 && other.y0 <= y1;
  }
};

PlanBox boxOf(const analysis::Polygon& outline);
/// Of its triangles.
PlanBox boxOf(const geology::TriangleMesh& mesh);

/// Immutable: many threads may ask at the same time.
class PlanGrid {
 public:
  explicit PlanGrid(std::vector<PlanBox> boxes);

  const PlanBox& bounds() const { return bounds_; }
  /// Each thing whose box meets this one, once.
  template <typename Visit>
  void forEachNear(const PlanBox& box, Visit&& visit) const {
    if (bounds_.empty() || !box.meets(bounds_)) return;
    const Cells asked = cellsOf(box);
    for (std::int32_t row = asked.row0; row <= asked.row1; ++row)
      for (std::int32_t column = asked.column0; column <= asked.column1; ++column) {
        const std::size_t cell = cellIndex(column, row);
        for (std::uint32_t n = first_[cell]; n < first_[cell + 1]; ++n) {
          const PlanBox& own = boxes_[things_[n]];
          if (!own.meets(box)) continue;
          // Only in the first cell that both reach.
          const Cells reached = cellsOf(own);
          if (column == std::max(asked.column0, reached.column0) && row == std::max(asked.row0, reached.row0))
            visit(std::size_t{things_[n]});
        }
      }
  }

 private:
  struct Cells {
    std::int32_t column0, column1, row0, row1;
  };
  Cells cellsOf(const PlanBox& box) const;
  std::size_t cellIndex(std::int32_t column, std::int32_t row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }
  template <typename Visit>
  void forEachCell(std::size_t thing, const Visit& visit) const;

  std::vector<PlanBox> boxes_;
  PlanBox bounds_;
  double cell_ = 1;
  std::int32_t columns_ = 1, rows_ = 1;
  std::vector<std::uint32_t> first_;  ///< of each cell in `things_`, and one more
  std::vector<std::uint32_t> things_;
};

}  // namespace adit::planning
