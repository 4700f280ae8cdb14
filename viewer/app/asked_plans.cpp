#include "viewer/app/asked_plans.h"

#include "geology/planning/mine_order.h"
#include "geology/planning/plan_from_column.h"
#include "viewer/state/plan.h"

namespace adit::viewer {

std::shared_ptr<const geology::Deposit> withAskedPlan(std::shared_ptr<const geology::Deposit> deposit,
                                                      const ViewState& state) {
  if (state.plan.model.empty() || planOf(*deposit, state.plan) != nullptr) return deposit;
  for (const auto& model : deposit->blockModels) {
    if (model->name != state.plan.model) continue;
    const geology::Column* column = geology::findColumn(model->columns, state.plan.column);
    if (column == nullptr) return deposit;
    auto made = planning::planFromColumn(*model, *column);
    auto* plan = std::get_if<geology::MinePlan>(&made);
    if (plan == nullptr) return deposit;
    planning::timePlan(*plan, deposit->blockModels);
    auto known = std::make_shared<geology::Deposit>(*deposit);
    known->plans.push_back(std::make_shared<geology::MinePlan>(std::move(*plan)));
    return known;
  }
  return deposit;
}

std::shared_ptr<const geology::Deposit> withAskedPlan(std::shared_ptr<const geology::Deposit> deposit,
                                                      const Command& command) {
  if (command.name != "plan" || command.arguments.empty() || command.arguments.front() != "by")
    return deposit;
  const OrError<ViewState> state = apply({}, command, *deposit);
  const auto* asked = std::get_if<ViewState>(&state);
  return asked != nullptr ? withAskedPlan(std::move(deposit), *asked) : deposit;
}

}  // namespace adit::viewer
