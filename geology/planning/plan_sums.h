// What a plan moves in each period, added up from the blocks.
#pragma once
#include <vector>

#include "geology/analysis/graded_blocks.h"
#include "geology/model/mine_plan.h"

namespace adit::planning {

struct PlanSum {
  std::size_t blocks = 0;
  std::size_t withoutDensity = 0;  ///< of them, in the volume only
  double volume = 0;               ///< m3
  double tonnes = 0;
  std::vector<double> grade;         ///< mean by tonnes (by volume where nobody knows a density); NaN: none
  std::vector<std::size_t> without;  ///< blocks that lack this grade, in no mean
};

struct PlanSumQuestion {
  const geology::BlockModel& model;
  const geology::PlanBlocks& blocks;  ///< of this model
  std::size_t periods = 0;
  analysis::Density density{};
  std::vector<const geology::Column*> grades{};  ///< numeric
  double cubicMetres = 1;                        ///< of one cubic unit of the model's lengths
};
/// One sum a period.
std::vector<PlanSum> planSums(const PlanSumQuestion& question);

}  // namespace adit::planning
