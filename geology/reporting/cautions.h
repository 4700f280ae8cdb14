// What has to be said with a resource table, whoever reads it.
#pragma once
#include <string>
#include <vector>

#include "geology/reporting/category.h"
#include "geology/reporting/resource_table.h"

namespace adit::reporting {

/// What a table rests on, and is not in it.
struct TableBasis {
  bool densityStated = false;
  bool cutoffStated = false;
  bool classed = false;        ///< the model has a column of classes that somebody chose
  bool gradeHasMetal = false;  ///< its unit is a share of the mass
  std::string gradeName;
  CategoryCounts classes{};           ///< of all blocks; when `classed`
  std::vector<std::string> doubts{};  ///< about densities, proportions and lengths, whole sentences
};

/// Whole sentences, the gravest first. Sources of the rules: docs/reporting.md.
std::vector<std::string> cautionsOf(const ResourceTable& table, const TableBasis& basis);

}  // namespace adit::reporting
