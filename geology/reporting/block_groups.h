// The group of each block by a column of categories, or of numbers of few values.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "geology/model/column.h"

namespace adit::reporting {

struct BlockGroups {
  std::vector<std::string> names;        ///< the last one is that of blocks without a group
  std::vector<std::uint8_t> groupOfRow;  ///< empty: all rows are in group 0
  bool tooMany = false;                  ///< then everything is in one group

  std::size_t of(std::size_t row) const { return groupOfRow.empty() ? 0 : groupOfRow[row]; }
};

/// Without a column: one group with the name "".
BlockGroups blockGroups(const geology::Column* column);

}  // namespace adit::reporting
