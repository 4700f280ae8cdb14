// Some rows of a column or a table, in a new order.
#pragma once
#include <cstdint>
#include <vector>

#include "geology/formats/drill_table.h"
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
  selected.codes = column.codes.rows(rows);
  selected.states = selectRows(column.states, rows);
  selected.limits = selectRows(column.limits, rows);
  return selected;
}

inline formats::DrillTable selectRows(const formats::DrillTable& table,
                                      const std::vector<std::uint32_t>& rows) {
  formats::DrillTable selected;
  selected.name = table.name;
  selected.role = table.role;
  selected.holeId = selectRows(table.holeId, rows);
  selected.x = selectRows(table.x, rows);
  selected.y = selectRows(table.y, rows);
  selected.z = selectRows(table.z, rows);
  selected.depth = selectRows(table.depth, rows);
  selected.azimuth = selectRows(table.azimuth, rows);
  selected.dip = selectRows(table.dip, rows);
  selected.from = selectRows(table.from, rows);
  selected.to = selectRows(table.to, rows);
  for (const geology::Column& column : table.columns) selected.columns.push_back(selectRows(column, rows));
  selected.line = selectRows(table.line, rows);
  selected.geographic = table.geographic;
  selected.unit = table.unit;
  selected.source = table.source;
  return selected;
}

}  // namespace adit::project
