// Columns under the names by which a person addresses them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/column.h"

namespace adit::geology {

/// The object outlives this. `name` is the address: the column's own name, or "table.column" where two
/// interval tables of one set of drillholes share it.
struct NamedColumn {
  std::string name;
  const Column* column = nullptr;
};

std::vector<NamedColumn> namedColumns(const std::vector<Column>& columns);
/// Exact, else ignoring case; nullptr when there is none.
const NamedColumn* findNamed(const std::vector<NamedColumn>& columns, std::string_view name);

}  // namespace adit::geology
