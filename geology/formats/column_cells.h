// What the cells of a column become under its plan.
#pragma once
#include <array>
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
  /// kNoCategory for an empty cell and for a word or number that the plan declares to mean "no value". The
  /// plan is the same for all cells.
  std::int32_t codeOf(std::string_view cell, const ColumnPlan& plan) {
    const std::uint64_t word = wordOf(cell);
    if (word == 0) return codeOfText(cell, plan);
    Met& met = met_[(word * 0x9E3779B97F4A7C15ULL) >> (64 - kMetBits)];
    if (met.word != word) met = {word, codeOfText(cell, plan)};
    return met.code;
  }
  const std::vector<std::string>& texts() const { return texts_; }

 private:
  /// A short text that was met before. Most categories are short and few: comparing a word is quicker than
  /// looking up a text.
  struct Met {
    std::uint64_t word = 0;
    std::int32_t code = geology::kNoCategory;
  };
  static constexpr unsigned kMetBits = 6;

  /// The bytes of the text, another word for every other text; 0 for those of which there is none: longer
  /// ones and such as begin with a byte 0.
  static std::uint64_t wordOf(std::string_view cell) {
    if (cell.empty() || cell.size() > sizeof(std::uint64_t) || cell.front() == 0) return 0;
    std::uint64_t word = 0;
    for (const char c : cell) word = word << 8 | static_cast<unsigned char>(c);
    return word;
  }
  std::int32_t codeOfText(std::string_view cell, const ColumnPlan& plan);

  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::int32_t, TextHash, std::equal_to<>> codes_;
  std::vector<std::string> texts_;
  std::array<Met, std::size_t{1} << kMetBits> met_;
  std::int32_t last_ = geology::kNoCategory;  ///< neighbours are alike: the code of the row before
};

/// What a value is when a column keeps no states.
inline geology::ValueState impliedState(float used) {
  return used != used ? geology::ValueState::NotSampled : geology::ValueState::Measured;
}

}  // namespace adit::formats
