#include "geology/formats/column_builder.h"

#include <algorithm>
#include <cmath>

#include "geology/formats/table_cell.h"

namespace adit::formats {

using geology::ColumnKind;
using geology::kMissing;
using geology::kNoCategory;
using geology::ValueState;

void ColumnBuilder::add(std::string_view cell) {
  if (plan_.kind == ColumnKind::Category)
    addCategory(cell);
  else
    push(readValue(cell));
}

void ColumnBuilder::addCategory(std::string_view cell) {
  if (cell.empty() || std::find(plan_.words.begin(), plan_.words.end(), cell) != plan_.words.end()) {
    column_.codes.push_back(kNoCategory);
    return;
  }
  const auto known = codeOf_.find(cell);
  if (known != codeOf_.end()) {
    column_.codes.push_back(known->second);
    return;
  }
  const auto code = static_cast<std::int32_t>(column_.names.size());
  codeOf_.emplace(cell, code);
  column_.names.push_back(toUtf8(cell, dialect_));
  column_.codes.push_back(code);
}

ColumnBuilder::Value ColumnBuilder::readValue(std::string_view text) const {
  const TableCell cell = readCell(text, dialect_.decimalComma);
  const bool declared = std::find(plan_.words.begin(), plan_.words.end(), text) != plan_.words.end();
  switch (cell.kind) {
    case CellKind::Empty:
      return {kMissing, ValueState::NotSampled, kMissing};
    case CellKind::Number:
      return readNumber(cell.value);
    case CellKind::BelowDetection:
      return belowDetection(cell.value);
    case CellKind::OverLimit:
      if (plan_.overLimitIsValue) return readNumber(cell.value);
      return {kMissing, ValueState::NotRepresentable, kMissing};
    case CellKind::NullWord:
      if (plan_.guessNullWords) return {kMissing, ValueState::NotSampled, kMissing};
      break;
    case CellKind::Text:
      break;
  }
  return {kMissing, declared ? ValueState::NotSampled : ValueState::NotRepresentable, kMissing};
}

ColumnBuilder::Value ColumnBuilder::readNumber(double number) const {
  if (std::find(plan_.nulls.begin(), plan_.nulls.end(), number) != plan_.nulls.end())
    return {kMissing, ValueState::NotSampled, kMissing};
  if (number < 0 && plan_.negatives != NegativeMeaning::Value) {
    if (plan_.negatives == NegativeMeaning::BelowDetection && -number <= plan_.largestLimit)
      return belowDetection(-number);
    return {kMissing, ValueState::NotRepresentable, kMissing};
  }
  if (std::abs(number) > static_cast<double>(std::numeric_limits<float>::max()))
    return {kMissing, ValueState::NotRepresentable, kMissing};
  return {static_cast<float>(number), ValueState::Measured, kMissing};
}

ColumnBuilder::Value ColumnBuilder::belowDetection(double limit) const {
  if (limit > static_cast<double>(std::numeric_limits<float>::max()))
    return {kMissing, ValueState::NotRepresentable, kMissing};
  return {static_cast<float>(limit * plan_.belowDetectionFactor), ValueState::BelowDetection,
          static_cast<float>(limit)};
}

// The arrays of states and limits begin with the first row that needs them: most columns need neither.
void ColumnBuilder::push(const Value& value) {
  const std::size_t row = column_.values.size();
  const ValueState implied = std::isnan(value.used) ? ValueState::NotSampled : ValueState::Measured;
  if (value.state != implied && column_.states.empty())
    for (std::size_t i = 0; i < row; ++i)
      column_.states.push_back(std::isnan(column_.values[i]) ? ValueState::NotSampled : ValueState::Measured);
  if (!column_.states.empty() || value.state != implied) column_.states.push_back(value.state);
  if (value.state == ValueState::BelowDetection && column_.limits.empty())
    column_.limits.assign(row, kMissing);
  if (!column_.limits.empty() || value.state == ValueState::BelowDetection)
    column_.limits.push_back(value.limit);
  column_.values.push_back(value.used);
}

}  // namespace adit::formats
