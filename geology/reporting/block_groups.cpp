#include "geology/reporting/block_groups.h"

#include "geology/reporting/category.h"
#include "geology/reporting/resource_table.h"

namespace adit::reporting {

static_assert(kMostGroups == kMostCodes);

BlockGroups blockGroups(const geology::Column* column) {
  if (column == nullptr) return {{""}, {}, false};
  const CategoryCodes codes = codesOf(*column);
  if (codes.tooMany) return {{""}, {}, true};
  BlockGroups groups;
  std::map<std::string, std::uint8_t> numberOf;
  for (const CategoryCode& code : codes.codes) {
    numberOf[code.code] = static_cast<std::uint8_t>(groups.names.size());
    groups.names.push_back(code.code);
  }
  groups.groupOfRow = numbersOfCodes(*column, numberOf, static_cast<std::uint8_t>(groups.names.size()));
  groups.names.emplace_back(kNoGroup);
  return groups;
}

}  // namespace adit::reporting
