// Some rows of a column, in a new order.
#pragma once
#include <cstdint>
#include <vector>

#include "geology/model/column.h"

namespace adit::project {

template <typename T>
std::vector<T> selectRows(const std::vector<T>& values, const std::vector<std::uint32_t>& rows) {
  if (values.empty()) return {};
  std::vector<T> selected;
  selected.reserve(rows.size());
  for (const std::uint32_t row : rows) selected.push_back(values[row]);
  return selected;
}

inline geology::Column selectRows(const geology::Column& column, const std::vector<std::uint32_t>& rows) {
  geology::Column selected;
  selected.name = column.name;
  selected.unit = column.unit;
  selected.kind = column.kind;
  selected.names = column.names;
  selected.values = selectRows(column.values, rows);
  selected.codes = selectRows(column.codes, rows);
  selected.states = selectRows(column.states, rows);
  selected.limits = selectRows(column.limits, rows);
  return selected;
}

}  // namespace adit::project
