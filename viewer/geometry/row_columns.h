// The columns of an object as one value a row, whatever the rows of the column itself are.
#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "geology/model/drillholes.h"
#include "geology/model/triangle_mesh.h"
#include "viewer/geometry/column_bounds.h"
#include "viewer/state/columns.h"

namespace adit::viewer {

using ColumnPtr = std::shared_ptr<const geology::Column>;

struct RowColumns {
  std::vector<NamedColumn> known;  ///< what conditions may speak of; their own number of rows may differ
  std::function<ColumnPtr(std::size_t index)> atRows;  ///< known[index] with one value a row
  /// The bounds of a numeric column, kept by whoever keeps the column; empty: there are none.
  std::function<const ColumnBounds*(std::size_t index)> boundsOf{};
};

/// Columns that already have one value a row; they outlive the result.
RowColumns ownColumns(std::vector<NamedColumn> columns);
/// Columns of all interval tables at the intervals of one: those of other tables at the middle of each
/// interval.
RowColumns intervalColumnsAt(const geology::DrillHoles& holes, const geology::IntervalTable& table,
                             std::vector<NamedColumn> known);
/// Columns of triangles, and those of vertices over each triangle.
RowColumns triangleColumns(const geology::TriangleMesh& mesh, std::vector<NamedColumn> known);

}  // namespace adit::viewer
