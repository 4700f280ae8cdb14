#include "geology/formats/value_columns.h"

#include "geology/formats/column_names.h"
#include "geology/model/parallel_for.h"

namespace adit::formats {
namespace {

bool namesHole(const std::string& name) {
  const auto match = drillField(name);
  return match && match->field == DrillField::HoleId;
}

}  // namespace

ValueColumns::ValueColumns(std::vector<ValueColumn> columns, const Dialect& dialect, const Decision& decision,
                           Findings& findings)
    : columns_(std::move(columns)),
      dialect_(dialect),
      decision_(decision),
      findings_(findings),
      rooms_(columns_.size()),
      filled_(columns_.size()) {
  const ColumnPlanner planner(decision_, findings_);
  for (const ValueColumn& column : columns_) declared_.push_back(planner.declaredNulls(column.name));
  sampled_ = newProfiles();
}

std::vector<ColumnProfile> ValueColumns::newProfiles() const {
  std::vector<ColumnProfile> profiles;
  for (const auto& nulls : declared_) profiles.emplace_back(nulls ? &*nulls : nullptr);
  return profiles;
}

void ValueColumns::sample(const Record& record) {
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const std::size_t cell = columns_[c].cell;
    sampled_[c].add(record.cells[cell], readCell(record, cell, dialect_.decimalComma), record.line);
  }
}

std::optional<ColumnPlan> ValueColumns::planFor(std::size_t column, const ColumnProfile& profile,
                                                const Decision& decision, ColumnPlanner& planner) const {
  const ValueColumn& value = columns_[column];
  if (value.unnamed && profile.empty()) return std::nullopt;
  if (!namesHole(value.name)) return planner.plan(value.name, value.cell + 1, profile, declared_[column]);
  // "0202231031-17929" and "17930" both name a hole: numbers among them are no measurements.
  ColumnPlan plan;
  plan.name = value.name;
  const std::string type =
      decision.take(value.name + "/type", "category", "the column names holes", {"numeric", "category"});
  plan.kind = type == "category" ? geology::ColumnKind::Category : geology::ColumnKind::Numeric;
  return plan;
}

void ValueColumns::forecast(std::size_t rows) {
  rows_ = rows;
  // Said and recorded is only what is decided in the end.
  geology::Provenance source;
  source.path = decision_.source.path;
  geology::Diagnostics unsaid;
  Findings unfound{source.path};
  const Decision trial{decision_.choices, source, unsaid};
  ColumnPlanner planner(trial, unfound);
  std::vector<std::optional<ColumnPlan>> plans;
  for (std::size_t c = 0; c < columns_.size(); ++c) plans.push_back(planFor(c, sampled_[c], trial, planner));
  geology::parallelForEach(columns_.size(), {}, [&](std::size_t c) {
    if (plans[c]) rooms_[c] = columnRoom(std::move(*plans[c]), rows_);
  });
}

ValueColumns::Stretch ValueColumns::stretch(std::size_t firstRow) {
  Stretch stretch;
  stretch.decimalComma_ = dialect_.decimalComma;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (decided_ && (!rooms_[c] || !filled_[c].empty())) continue;
    Stretch::Column column{c, columns_[c].cell, std::nullopt, std::nullopt};
    if (!decided_) column.profile.emplace(declared_[c] ? &*declared_[c] : nullptr);
    if (rooms_[c]) column.fill.emplace(*rooms_[c], firstRow);
    stretch.columns_.push_back(std::move(column));
  }
  return stretch;
}

void ValueColumns::Stretch::add(const Record& record) {
  for (Column& column : columns_) {
    const std::string_view text = record.cells[column.cell];
    const TableCell cell = readCell(record, column.cell, decimalComma_);
    if (column.profile) column.profile->add(text, cell, record.line);
    if (column.fill) column.fill->add(text, cell);
  }
}

bool ValueColumns::decide(std::vector<Stretch> stretches) {
  counted_ = newProfiles();
  for (const Stretch& stretch : stretches)
    for (const Stretch::Column& column : stretch.columns_) counted_[column.index].append(*column.profile);
  takeFills(stretches);
  decided_ = true;
  ColumnPlanner planner(decision_, findings_);
  bool again = false;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    auto plan = planFor(c, counted_[c], decision_, planner);
    if (plan && rooms_[c] && rooms_[c]->plan == *plan) continue;
    filled_[c].clear();
    rooms_[c].reset();
    if (!plan) continue;
    rooms_[c] = columnRoom(std::move(*plan), rows_);
    again = true;
  }
  return again;
}

void ValueColumns::refill(std::vector<Stretch> stretches) {
  takeFills(stretches);
}

void ValueColumns::takeFills(std::vector<Stretch>& stretches) {
  for (Stretch& stretch : stretches)
    for (Stretch::Column& column : stretch.columns_)
      if (column.fill) filled_[column.index].push_back(std::move(*column.fill));
}

std::vector<geology::Column> ValueColumns::build(const TableChunks& chunks) {
  std::vector<geology::Column> built;
  ColumnPlanner planner(decision_, findings_);
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (!rooms_[c]) continue;
    std::size_t codes = 0;
    for (const ColumnStretch& stretch : filled_[c]) codes += stretch.states().negativeCodes;
    planner.sayNegatives(rooms_[c]->plan, columns_[c].cell + 1, counted_[c], codes);
    built.push_back(joinStretches(std::move(*rooms_[c]), filled_[c], chunks, dialect_));
  }
  return built;
}

}  // namespace adit::formats
