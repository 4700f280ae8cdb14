// The rows of a finished column, put into another order or fewer.
#pragma once
#include <cstdint>
#include <vector>

#include "geology/model/column.h"

namespace adit::formats {

/// Row i of the result is row rows[i] of the values. An empty array (no states, no limits) stays empty.
template <typename T>
void takeRows(std::vector<T>& values, const std::vector<std::uint32_t>& rows) {
  if (values.empty()) return;
  std::vector<T> taken;
  taken.reserve(rows.size());
  for (const std::uint32_t row : rows) taken.push_back(values[row]);
  values = std::move(taken);
}

inline void takeRows(geology::Column& column, const std::vector<std::uint32_t>& rows) {
  takeRows(column.values, rows);
  column.codes = column.codes.rows(rows);
  takeRows(column.states, rows);
  takeRows(column.limits, rows);
}

/// The first `rows` rows.
inline void cutRows(geology::Column& column, std::size_t rows) {
  if (!column.values.empty()) column.values.resize(rows);
  if (!column.codes.empty()) column.codes.resize(rows);
  if (!column.states.empty()) column.states.resize(rows);
  if (!column.limits.empty()) column.limits.resize(rows);
}

}  // namespace adit::formats
