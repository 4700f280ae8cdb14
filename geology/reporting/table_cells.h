// The lines of a resource table as cells of text: rounded as each class allows, or with every digit.
#pragma once
#include <string>
#include <vector>

#include "geology/reporting/resource_table.h"

namespace adit::reporting {

struct GradeName {
  std::string name, unit;
  friend bool operator==(const GradeName&, const GradeName&) = default;
};

enum class Digits { Rounded, Exact };

/// Tonnes, grade and metal always come together: no cell of them is ever alone.
struct CellRow {
  std::string group, cutoff, title;
  std::string tonnes;              ///< "-" without tonnes
  std::vector<std::string> grade;  ///< one a grade, without its unit
  std::vector<std::string> metal;  ///< with its unit; "-" where the grade's unit is no share of the mass
  bool total = false;              ///< a sum of other lines
  bool doubtful = false;           ///< inferred, or in no resource
  friend bool operator==(const CellRow&, const CellRow&) = default;
};
std::vector<CellRow> cellsOf(const ResourceTable& table, const std::vector<GradeName>& grades, Digits digits);

/// ">= 0.3 %"; "none" for -infinity.
std::string cutoffText(float cutoff, const std::string& unit);
/// "cu_pct %", "au".
std::string nameWithUnit(const GradeName& grade);
/// "12,345.678": so many decimals, thousands separated; "-" for NaN.
std::string exactText(double value, int decimals);

}  // namespace adit::reporting
