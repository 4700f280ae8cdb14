// Cells to a Column, after a plan.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "geology/formats/column_cells.h"
#include "geology/formats/column_plan.h"
#include "geology/formats/delimited.h"
#include "geology/model/column.h"

namespace adit::formats {

/// States and limits of the rows of a column. They begin with the first row that needs them: most columns
/// need neither.
struct RowStates {
  std::vector<geology::ValueState> states;
  std::vector<float> limits;

  std::size_t negativeCodes = 0;  ///< negative numbers that are not representable

  /// `before` are the used values of the rows so far.
  void add(const TableCell& cell, const CellValue& value, std::span<const float> before) {
    if (value.state == impliedState(value.used) && states.empty()) return;
    addNamed(cell, value, before);
  }

 private:
  void addNamed(const TableCell& cell, const CellValue& value, std::span<const float> before);
};

/// One cell after the other, however many there are.
class ColumnBuilder {
 public:
  ColumnBuilder(ColumnPlan plan, const Dialect& dialect) : plan_(std::move(plan)), dialect_(dialect) {}

  void add(std::string_view text, const TableCell& cell);
  std::size_t negativeCodes() const { return states_.negativeCodes; }
  const ColumnPlan& plan() const { return plan_; }
  geology::Column build();

 private:
  ColumnPlan plan_;
  Dialect dialect_;
  std::vector<float> values_;
  geology::CodeArray codes_;
  RowStates states_;
  CategoryCodes categories_;
};

/// A column without rows that has the name, unit and kind of its plan.
geology::Column emptyColumn(const ColumnPlan& plan);

}  // namespace adit::formats
