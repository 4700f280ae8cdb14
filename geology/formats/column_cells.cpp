#include "geology/formats/column_cells.h"

#include <algorithm>
#include <cmath>

#include "geology/formats/delimited.h"

namespace adit::formats {
namespace {

using geology::kMissing;
using geology::ValueState;

constexpr double kLargestFloat = std::numeric_limits<float>::max();

CellValue belowDetection(double limit, const ColumnPlan& plan) {
  if (limit > kLargestFloat) return {kMissing, ValueState::NotRepresentable, kMissing};
  return {static_cast<float>(limit * plan.belowDetectionFactor), ValueState::BelowDetection,
          static_cast<float>(limit)};
}

CellValue valueOfNumber(double number, const ColumnPlan& plan) {
  if (std::find(plan.nulls.begin(), plan.nulls.end(), number) != plan.nulls.end())
    return {kMissing, ValueState::NotSampled, kMissing};
  if (number < 0 && plan.negatives != NegativeMeaning::Value) {
    if (plan.negatives == NegativeMeaning::BelowDetection && -number <= plan.largestLimit)
      return belowDetection(-number, plan);
    return {kMissing, ValueState::NotRepresentable, kMissing};
  }
  if (std::abs(number) > kLargestFloat) return {kMissing, ValueState::NotRepresentable, kMissing};
  return {static_cast<float>(number), ValueState::Measured, kMissing};
}

bool holds(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A declared number is meant however it is written: -99 and -99.0.
bool declaresNull(const ColumnPlan& plan, std::string_view cell) {
  if (holds(plan.words, cell)) return true;
  const auto number = plan.nulls.empty() ? std::nullopt : parseNumber(cell);
  return number && std::find(plan.nulls.begin(), plan.nulls.end(), *number) != plan.nulls.end();
}

}  // namespace

CellValue valueOfOther(std::string_view text, const TableCell& cell, const ColumnPlan& plan) {
  switch (cell.kind) {
    case CellKind::Empty:
      return {kMissing, ValueState::NotSampled, kMissing};
    case CellKind::Number:
      return valueOfNumber(cell.value, plan);
    case CellKind::BelowDetection:
      return belowDetection(cell.value, plan);
    case CellKind::OverLimit:
      if (plan.overLimitIsValue) return valueOfNumber(cell.value, plan);
      return {kMissing, ValueState::NotRepresentable, kMissing};
    case CellKind::NullWord:
      if (plan.guessNullWords) return {kMissing, ValueState::NotSampled, kMissing};
      break;
    case CellKind::Text:
      break;
  }
  return {kMissing, holds(plan.words, text) ? ValueState::NotSampled : ValueState::NotRepresentable,
          kMissing};
}

std::int32_t CategoryCodes::codeOfText(std::string_view cell, const ColumnPlan& plan) {
  if (last_ != geology::kNoCategory && texts_[static_cast<std::size_t>(last_)] == cell) return last_;
  if (cell.empty() || declaresNull(plan, cell)) return geology::kNoCategory;
  const auto known = codes_.find(cell);
  if (known != codes_.end()) return last_ = known->second;
  last_ = static_cast<std::int32_t>(texts_.size());
  codes_.emplace(cell, last_);
  texts_.emplace_back(cell);
  return last_;
}

}  // namespace adit::formats
