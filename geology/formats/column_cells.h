// What the cells of a column become under its plan.
#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geology/formats/column_plan.h"
#include "geology/formats/table_cell.h"
#include "geology/model/column.h"

namespace adit::formats {

struct CellValue {
  float used = geology::kMissing;
  geology::ValueState state = geology::ValueState::Measured;
  float limit = geology::kMissing;
};

/// The value of a cell that is not simply a number that counts as it is.
CellValue valueOfOther(std::string_view text, const TableCell& cell, const ColumnPlan& plan);

/// The value of a cell of a numeric column.
inline CellValue valueOf(std::string_view text, const TableCell& cell, const ColumnPlan& plan) {
  constexpr double kLargest = std::numeric_limits<float>::max();
  const bool plain =
      cell.kind == CellKind::Number && cell.value <= kLargest && plan.nulls.empty() &&
      (cell.value >= 0 || (plan.negatives == NegativeMeaning::Value && cell.value >= -kLargest));
  if (plain) return {static_cast<float>(cell.value), geology::ValueState::Measured, geology::kMissing};
  return valueOfOther(text, cell, plan);
}

/// The categories of a column, numbered as they come, by the bytes of the file.
class CategoryCodes {
 public:
  /// kNoCategory for an empty cell and for a word or number that the plan declares to mean "no value".
  std::int32_t codeOf(std::string_view cell, const ColumnPlan& plan);
  const std::vector<std::string>& texts() const { return texts_; }

 private:
  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::int32_t, TextHash, std::equal_to<>> codes_;
  std::vector<std::string> texts_;
  std::int32_t last_ = geology::kNoCategory;  ///< neighbours are alike: the code of the row before
};

/// What a value is when a column keeps no states.
inline geology::ValueState impliedState(float used) {
  return used != used ? geology::ValueState::NotSampled : geology::ValueState::Measured;
}

}  // namespace adit::formats
