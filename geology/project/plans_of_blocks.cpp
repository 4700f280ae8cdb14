#include "geology/project/plans_of_blocks.h"

#include <algorithm>

#include "geology/planning/mine_order.h"
#include "geology/planning/plan_from_column.h"

namespace adit::project {
namespace {

std::string periodsText(const geology::MinePlan& plan) {
  const std::string count = std::to_string(plan.periods.size());
  if (plan.periods.size() == 1) return "one period, " + plan.periods.front().label;
  return count + " periods, " + plan.periods.front().label + " to " + plan.periods.back().label;
}

geology::Diagnostic columnNote(const geology::BlockModel& model, const geology::MinePlan& plan) {
  const auto& period = plan.blocks.front().period;
  const auto mined = static_cast<std::size_t>(std::count_if(
      period.begin(), period.end(), [](geology::PeriodIndex p) { return p != geology::kNeverMined; }));
  return {.severity = geology::Severity::Note,
          .code = "PL-COLUMN",
          .file = model.source.path,
          .message = "column " + plan.blocks.front().column + " of " + model.name +
                     " is taken for the order of mining: " + periodsText(plan) + "; " +
                     std::to_string(mined) + " of " + std::to_string(period.size()) + " blocks are mined",
          .remedy = "plan by MODEL COLUMN takes another column"};
}

/// A plan of the deposit has its order from this column already.
bool isOrdered(const geology::Deposit& deposit, const geology::BlockModel& model,
               const geology::Column& column) {
  for (const auto& plan : deposit.plans)
    for (const geology::PlanBlocks& blocks : plan->blocks)
      if (blocks.model == model.name && blocks.column == column.name) return true;
  return false;
}

}  // namespace

void addPlansOfBlocks(geology::Deposit& deposit) {
  std::vector<std::shared_ptr<const geology::MinePlan>> plans;
  for (const auto& plan : deposit.plans) {
    auto timed = std::make_shared<geology::MinePlan>(*plan);
    planning::timePlan(*timed, deposit.blockModels);
    plans.push_back(std::move(timed));
  }
  for (const auto& model : deposit.blockModels) {
    const geology::Column* column = planning::likelyPeriodColumn(*model);
    if (column == nullptr || isOrdered(deposit, *model, *column)) continue;
    auto plan = std::make_shared<geology::MinePlan>(
        std::get<geology::MinePlan>(planning::planFromColumn(*model, *column)));
    planning::timePlan(*plan, deposit.blockModels);
    deposit.diagnostics.push_back(columnNote(*model, *plan));
    plans.push_back(std::move(plan));
  }
  deposit.plans = std::move(plans);
}

}  // namespace adit::project
