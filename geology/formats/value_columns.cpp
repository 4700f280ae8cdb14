#include "geology/formats/value_columns.h"

#include "geology/formats/column_names.h"

namespace adit::formats {
namespace {

bool namesHole(const std::string& name) {
  const auto match = drillField(name);
  return match && match->field == DrillField::HoleId;
}

}  // namespace

ValueColumns::ValueColumns(std::vector<ValueColumn> columns, const Dialect& dialect, const Decision& decision,
                           Findings& findings)
    : columns_(std::move(columns)), dialect_(dialect), decision_(decision), findings_(findings) {
  const ColumnPlanner planner(decision_, findings_);
  for (const ValueColumn& column : columns_) declared_.push_back(planner.declaredNulls(column.name));
  for (const auto& nulls : declared_) profiles_.emplace_back(nulls ? &*nulls : nullptr);
}

void ValueColumns::count(const Record& record) {
  for (std::size_t c = 0; c < columns_.size(); ++c)
    profiles_[c].add(record.cells[columns_[c].cell], dialect_.decimalComma, record.line);
}

ColumnPlan ValueColumns::planFor(std::size_t column, ColumnPlanner& planner) const {
  const ValueColumn& value = columns_[column];
  if (!namesHole(value.name))
    return planner.plan(value.name, value.cell + 1, profiles_[column], declared_[column]);
  // "0202231031-17929" and "17930" both name a hole: numbers among them are no measurements.
  ColumnPlan plan;
  plan.name = value.name;
  const std::string type =
      decision_.take(value.name + "/type", "category", "the column names holes", {"numeric", "category"});
  plan.kind = type == "category" ? geology::ColumnKind::Category : geology::ColumnKind::Numeric;
  return plan;
}

void ValueColumns::decide() {
  ColumnPlanner planner(decision_, findings_);
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (columns_[c].unnamed && profiles_[c].empty()) continue;
    filled_.push_back({columns_[c].cell, ColumnBuilder(planFor(c, planner), dialect_)});
  }
}

void ValueColumns::fill(const Record& record) {
  for (Filled& column : filled_) column.builder.add(record.cells[column.cell]);
}

std::vector<geology::Column> ValueColumns::build() {
  std::vector<geology::Column> built;
  for (Filled& column : filled_) built.push_back(column.builder.build());
  return built;
}

}  // namespace adit::formats
