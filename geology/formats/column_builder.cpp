#include "geology/formats/column_builder.h"

namespace adit::formats {

using geology::ColumnKind;
using geology::ValueState;

void RowStates::addNamed(const TableCell& cell, const CellValue& value, std::span<const float> before) {
  if (value.state == ValueState::NotRepresentable && cell.kind == CellKind::Number && cell.value < 0)
    ++negativeCodes;
  if (states.empty())
    for (const float used : before) states.push_back(impliedState(used));
  states.push_back(value.state);
  if (limits.empty() && value.state == ValueState::BelowDetection)
    limits.assign(before.size(), geology::kMissing);
  if (!limits.empty() || value.state == ValueState::BelowDetection) limits.push_back(value.limit);
}

void ColumnBuilder::add(std::string_view text, const TableCell& cell) {
  if (plan_.kind == ColumnKind::Category) {
    codes_.push_back(categories_.codeOf(text, plan_));
    return;
  }
  const CellValue value = valueOf(text, cell, plan_);
  states_.add(cell, value, values_);
  values_.push_back(value.used);
}

geology::Column ColumnBuilder::build() {
  geology::Column column = emptyColumn(plan_);
  column.values = std::move(values_);
  column.codes = std::move(codes_);
  column.states = std::move(states_.states);
  column.limits = std::move(states_.limits);
  for (const std::string& text : categories_.texts()) column.names.push_back(toUtf8(text, dialect_));
  return column;
}

geology::Column emptyColumn(const ColumnPlan& plan) {
  geology::Column column;
  column.name = plan.name;
  column.unit = plan.unit;
  column.kind = plan.kind;
  return column;
}

}  // namespace adit::formats
