#include "viewer/state/plan.h"

#include <algorithm>
#include <cmath>

#include "viewer/state/command.h"

namespace adit::viewer {

using geology::Deposit;
using geology::MinePlan;

const MinePlan* planOf(const Deposit& deposit, const PlanState& state) {
  const auto wanted = [&](const auto& plan) {
    if (!state.model.empty())
      return plan->blocks.size() == 1 && plan->blocks[0].model == state.model &&
             plan->blocks[0].column == state.column;
    return state.plan.empty() || plan->name == state.plan;
  };
  const auto found = std::find_if(deposit.plans.begin(), deposit.plans.end(), wanted);
  return found != deposit.plans.end() ? found->get() : nullptr;
}

const MinePlan* shownPlan(const Deposit& deposit, const ViewState& state) {
  return state.plan.on ? planOf(deposit, state.plan) : nullptr;
}

std::shared_ptr<const geology::BlockModel> plannedModel(const Deposit& deposit, const MinePlan& plan) {
  for (const geology::PlanBlocks& blocks : plan.blocks)
    for (const auto& model : deposit.blockModels)
      if (geology::plannedBlocks(plan, *model) == &blocks) return model;
  return nullptr;
}

std::shared_ptr<const geology::Terrain> terrainOver(const Deposit& deposit,
                                                    const geology::BlockModel& model) {
  const geology::Vec3 middle = model.lattice.bounds().center();
  for (const auto& terrain : deposit.terrains)
    if (!std::isnan(terrain->heightAt(middle.x, middle.y))) return terrain;
  return nullptr;
}

double planTime(const MinePlan& plan, const PlanState& state) {
  return std::clamp(state.time, 0.0, static_cast<double>(plan.periods.size()));
}

std::string planMomentText(const MinePlan& plan, double time) {
  if (!(time > 0) || plan.periods.empty()) return "before the first period";
  const auto period = std::min(plan.periods.size() - 1, static_cast<std::size_t>(std::ceil(time)) - 1);
  const std::string& label = plan.periods[period].label;
  const double share = time - static_cast<double>(period);
  if (share >= 1) return "end of " + label;
  return label + ", " + std::to_string(std::min(99L, std::lround(100 * share))) + " %";
}

bool digsSurfaces(const MinePlan& plan) {
  const bool ordersBlocks = std::any_of(plan.blocks.begin(), plan.blocks.end(),
                                        [](const auto& blocks) { return !blocks.bySurfaces; });
  return !ordersBlocks && std::any_of(plan.solids.begin(), plan.solids.end(), [](const auto& solid) {
    return solid.activity == geology::PlanActivity::Pit;
  });
}

bool isPitOf(const MinePlan& plan, const std::string& mesh) {
  return std::any_of(plan.solids.begin(), plan.solids.end(), [&](const geology::PlanSolid& solid) {
    return solid.activity == geology::PlanActivity::Pit && solid.mesh == mesh;
  });
}

bool isThere(const Deposit& deposit, const ViewState& state, const std::string& mesh) {
  const MinePlan* plan = shownPlan(deposit, state);
  if (plan == nullptr) return true;
  const double time = planTime(*plan, state.plan);
  std::optional<geology::PeriodIndex> latest;
  bool isPit = false, isLatest = false;
  for (const geology::PlanSolid& solid : plan->solids) {
    if (solid.activity != geology::PlanActivity::Pit) continue;
    isPit = isPit || solid.mesh == mesh;
    if (!(time > solid.first) || (latest && solid.first < *latest)) continue;
    if (!latest || solid.first > *latest) isLatest = false;
    latest = solid.first;
    isLatest = isLatest || solid.mesh == mesh;  // several of one period stand beside each other
  }
  return !isPit || isLatest;
}

std::string planTimeText(const MinePlan& plan, double time) {
  std::string text = commandNumber(time);
  if (endOfPeriod(plan, text).value_or(time) == time) return text;
  text += text.find('.') == std::string::npos ? ".0" : "0";
  while (endOfPeriod(plan, text)) text += '0';
  return text;
}

std::optional<double> endOfPeriod(const MinePlan& plan, std::string_view label) {
  for (std::size_t p = 0; p < plan.periods.size(); ++p)
    if (plan.periods[p].label == label) return static_cast<double>(p + 1);
  return std::nullopt;
}

}  // namespace adit::viewer
