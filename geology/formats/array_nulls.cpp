#include "geology/formats/array_nulls.h"

#include <algorithm>
#include <cmath>

#include "geology/formats/column_plan.h"

namespace adit::formats {
namespace {

using geology::Column;
using geology::ValueState;

/// Arrays become floats: 1e21 is that sentinel however it was rounded.
double asSentinel(float value) {
  const auto same = std::find_if(kSentinels.begin(), kSentinels.end(),
                                 [&](double sentinel) { return static_cast<float>(sentinel) == value; });
  return same == kSentinels.end() ? static_cast<double>(value) : *same;
}

ColumnProfile profileOf(const Column& column, const DeclaredNulls* declared) {
  ColumnProfile profile(declared);
  for (const float value : column.values)
    if (std::isfinite(value)) profile.add({}, {CellKind::Number, asSentinel(value)}, 0);
  return profile;
}

/// Nearly every column: no number in it can be a sentinel.
bool hasNoSentinel(const Column& column) {
  const auto [low, high] = geology::valueRange(column);
  return !(static_cast<double>(low) <= -99 || static_cast<double>(high) >= 1e20);
}

void takeAway(Column& column, const std::vector<double>& nulls) {
  for (std::size_t row = 0; row < column.values.size(); ++row) {
    float& value = column.values[row];
    const bool none = std::any_of(nulls.begin(), nulls.end(),
                                  [&](double null) { return static_cast<float>(null) == value; });
    if (!none) continue;
    value = geology::kMissing;
    if (row < column.states.size()) column.states[row] = ValueState::NotSampled;
  }
}

}  // namespace

void decideNulls(std::vector<Column>& columns, const Decision& decision, Findings& findings) {
  ColumnPlanner planner(decision, findings);
  for (Column& column : columns) {
    if (!column.isNumeric()) continue;
    const auto declared = planner.declaredNulls(column.name);
    if (!declared && hasNoSentinel(column)) continue;
    const ColumnProfile profile = profileOf(column, declared ? &*declared : nullptr);
    takeAway(column, planner.planField(column.name, 0, profile, declared).nulls);
  }
}

void decideNulls(ImportResult& result, const Source& source, const ImportChoices& choices) {
  Findings findings(source.path);
  const auto decide = [&](geology::Provenance& provenance, std::vector<Column>& columns) {
    provenance.path = source.path;
    decideNulls(columns, Decision{choices, provenance, result.diagnostics}, findings);
  };
  for (Object& object : result.objects) {
    if (auto* mesh = std::get_if<geology::TriangleMesh>(&object)) {
      decide(mesh->source, mesh->vertexColumns);
      decide(mesh->source, mesh->triangleColumns);
    } else if (auto* points = std::get_if<geology::PointSet>(&object)) {
      decide(points->source, points->columns);
    }
  }
  findings.appendTo(result.diagnostics);
}

}  // namespace adit::formats
