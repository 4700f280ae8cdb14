#include "geology/model/column.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <unordered_map>

#include "geology/model/plain_text.h"

namespace adit::geology {
ValueState Column::state(std::size_t row) const {
  if (!states.empty()) return states[row];
  return hasValue(row) ? ValueState::Measured : ValueState::NotSampled;
}

bool Column::hasValue(std::size_t row) const {
  return kind == ColumnKind::Numeric ? !std::isnan(values[row]) : codes[row] != kNoCategory;
}

std::string_view Column::category(std::size_t row) const {
  const std::int32_t code = codes[row];
  return code == kNoCategory ? std::string_view() : std::string_view(names[static_cast<std::size_t>(code)]);
}

Column numericColumn(std::string name, std::vector<float> values, std::string unit) {
  Column column;
  column.name = std::move(name);
  column.unit = std::move(unit);
  column.values = std::move(values);
  return column;
}

Column categoryColumn(std::string name, const std::vector<std::string>& texts) {
  Column column;
  column.name = std::move(name);
  column.kind = ColumnKind::Category;
  column.codes.reserve(texts.size());
  std::unordered_map<std::string, std::int32_t> codeOf;
  for (const std::string& text : texts) {
    if (text.empty()) {
      column.codes.push_back(kNoCategory);
      continue;
    }
    const auto [it, isNew] = codeOf.try_emplace(text, static_cast<std::int32_t>(column.names.size()));
    if (isNew) column.names.push_back(text);
    column.codes.push_back(it->second);
  }
  return column;
}

std::pair<float, float> valueRange(const Column& column) {
  float lo = kMissing;
  float hi = kMissing;
  for (const float v : column.values) {
    if (!std::isfinite(v)) continue;
    if (!(lo <= v)) lo = v;
    if (!(hi >= v)) hi = v;
  }
  return {lo, hi};
}

const Column* findColumn(const std::vector<Column>& columns, std::string_view name) {
  for (const Column& column : columns)
    if (column.name == name) return &column;
  for (const Column& column : columns)
    if (equalIgnoringCase(column.name, name)) return &column;
  return nullptr;
}

}  // namespace adit::geology
