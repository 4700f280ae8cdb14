// A plan from a MineLib solution: the period of each block, and what it earns by the objective of its
// problem.
#pragma once
#include <limits>
#include <map>

#include "geology/formats/minelib.h"
#include "geology/model/block_model.h"
#include "geology/model/mine_plan.h"

namespace adit::formats {

inline constexpr std::uint32_t kNoMinelibRow = std::numeric_limits<std::uint32_t>::max();

struct MinelibPlanQuestion {
  Source source;  ///< of the solution
  const geology::BlockModel& model;
  const std::vector<std::uint32_t>& rowOfId;              ///< kNoMinelibRow where the model has no such block
  const std::map<std::string, MinelibProblem>& problems;  ///< by ending: ".upit", ".pcpsp", ".cpit"
};
struct MinelibPlan {
  geology::MinePlan plan;  ///< without blocks where the solution has no row that can be used
  geology::Diagnostics diagnostics;
};
/// The problem is the one that the solution's name speaks of; else the one for rows of its kind. A solution
/// of blocks alone is a pit limit: a shell of one period. Findings: PL-BAD-LINE, PL-UNKNOWN-BLOCK, PL-SPLIT,
/// PL-OVER-CAPACITY (limits of the problem that are not kept), PL-NO-CASH (no problem, or blocks without a
/// value).
MinelibPlan minelibPlan(const MinelibPlanQuestion& question, geology::Progress& progress);

/// "a.sol", and "a_....sol" in the order of their names, of the files beside "a.blocks".
std::vector<std::string> solutionsBeside(const std::string& blocks);

}  // namespace adit::formats
