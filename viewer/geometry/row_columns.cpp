#include "viewer/geometry/row_columns.h"

#include <algorithm>

namespace adit::viewer {
namespace {

using geology::Column;
using geology::IntervalTable;

constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

ColumnPtr unowned(const Column* column) {
  return {std::shared_ptr<const void>(), column};
}

/// The same column with row r taken from rows[r]; kNoRow gives a missing value.
ColumnPtr gathered(const Column& column, const std::vector<std::size_t>& rows) {
  auto result = std::make_shared<Column>();
  result->name = column.name;
  result->unit = column.unit;
  result->kind = column.kind;
  result->names = column.names;
  for (const std::size_t row : rows) {
    if (column.isNumeric())
      result->values.push_back(row == kNoRow ? geology::kMissing : column.values[row]);
    else
      result->codes.push_back(row == kNoRow ? geology::kNoCategory : column.codes[row]);
  }
  return result;
}

/// For each interval of `table` the row of `other` that holds its middle: of several the one that begins
/// last.
std::vector<std::size_t> rowsAtMiddles(const IntervalTable& table, const IntervalTable& other) {
  std::vector<std::size_t> rows(table.size(), kNoRow);
  for (std::size_t i = 0; i < table.size(); ++i) {
    const double middle = (table.from[i] + table.to[i]) / 2;
    const auto [first, last] = std::equal_range(other.hole.begin(), other.hole.end(), table.hole[i]);
    const auto begin = other.from.begin() + (first - other.hole.begin());
    const auto end = other.from.begin() + (last - other.hole.begin());
    const auto next = std::upper_bound(begin, end, middle);
    if (next == begin) continue;
    const auto row = static_cast<std::size_t>(next - other.from.begin()) - 1;
    if (middle < other.to[row]) rows[i] = row;
  }
  return rows;
}

const IntervalTable* tableOf(const geology::DrillHoles& holes, const Column* column) {
  for (const IntervalTable& table : holes.tables)
    for (const Column& own : table.columns)
      if (&own == column) return &table;
  return nullptr;
}

ColumnPtr overTriangles(const geology::TriangleMesh& mesh, const Column& column) {
  auto result = std::make_shared<Column>();
  result->name = column.name;
  result->unit = column.unit;
  result->kind = column.kind;
  result->names = column.names;
  for (const auto& [a, b, c] : mesh.triangles) {
    if (column.isNumeric()) {
      result->values.push_back((column.values[a] + column.values[b] + column.values[c]) / 3);
    } else {
      const bool agree = column.codes[a] == column.codes[b] && column.codes[b] == column.codes[c];
      result->codes.push_back(agree ? column.codes[a] : geology::kNoCategory);
    }
  }
  return result;
}

}  // namespace

RowColumns ownColumns(std::vector<NamedColumn> columns) {
  RowColumns own{std::move(columns), {}};
  own.atRows = [list = own.known](std::size_t index) { return unowned(list[index].column); };
  return own;
}

RowColumns intervalColumnsAt(const geology::DrillHoles& holes, const IntervalTable& table,
                             std::vector<NamedColumn> known) {
  RowColumns columns{std::move(known), {}};
  columns.atRows = [&holes, &table, list = columns.known](std::size_t index) -> ColumnPtr {
    const Column* column = list[index].column;
    const IntervalTable* home = tableOf(holes, column);
    if (home == nullptr || home == &table) return unowned(column);
    return gathered(*column, rowsAtMiddles(table, *home));
  };
  return columns;
}

RowColumns triangleColumns(const geology::TriangleMesh& mesh, std::vector<NamedColumn> known) {
  RowColumns columns{std::move(known), {}};
  columns.atRows = [&mesh, list = columns.known](std::size_t index) -> ColumnPtr {
    const Column* column = list[index].column;
    const bool ofVertices = index >= mesh.triangleColumns.size();
    return ofVertices ? overTriangles(mesh, *column) : unowned(column);
  };
  return columns;
}

}  // namespace adit::viewer
