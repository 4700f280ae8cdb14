#include "viewer/state/shown_economics.h"

#include <algorithm>
#include <array>

#include "geology/planning/pit_proposal.h"
#include "geology/reporting/doubtful_class.h"
#include "viewer/state/chart_kinds.h"
#include "viewer/state/plan.h"
#include "viewer/state/plan_ore.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;
using geology::Column;
using geology::Deposit;
using reporting::ResourceClass;

/// The classes of the blocks that may be ore.
template <typename MayBeOre>
std::set<ResourceClass> classesOf(const BlockModel& model, const ViewState& state, const MayBeOre& mayBeOre) {
  const auto stated = state.categories.find(model.name);
  const Column* column =
      stated != state.categories.end() ? geology::findColumn(model.columns, stated->second.column) : nullptr;
  if (column == nullptr) return {ResourceClass::Unclassified};
  const std::vector<std::uint8_t> classes = reporting::categoryOfBlocks(*column, stated->second.classes);
  std::array<bool, reporting::kResourceClasses> there{};
  for (std::size_t b = 0; b < classes.size(); ++b)
    if (mayBeOre(b)) there[classes[b]] = true;
  std::set<ResourceClass> found;
  for (std::size_t c = 0; c < there.size(); ++c)
    if (there[c]) found.insert(static_cast<ResourceClass>(c));
  return found;
}

const BlockModel* pitModel(const Deposit& deposit, const planning::PitInputs& inputs) {
  for (const auto& model : deposit.blockModels)
    if (model->name == inputs.model || (inputs.model.empty() && deposit.blockModels.size() == 1))
      return model.get();
  return nullptr;
}

ShownEconomics pitEconomics(const Deposit& deposit, const ViewState& state) {
  const planning::PitInputs& inputs = state.pit.inputs;
  const BlockModel* model = pitModel(deposit, inputs);
  if (model == nullptr) return {"the pit limit", {ResourceClass::Unclassified}};
  const Column* limit = geology::findColumn(model->columns, inputs.ore.column);
  if (limit == nullptr || limit->isNumeric())
    return {"the pit limit of " + model->name, classesOf(*model, state, [](std::size_t) { return true; })};
  std::vector<bool> allowed;  // by code
  for (const std::string& name : limit->names)
    allowed.push_back(std::find(inputs.ore.names.begin(), inputs.ore.names.end(), name) !=
                      inputs.ore.names.end());
  return {"the pit limit of " + model->name, classesOf(*model, state, [&](std::size_t block) {
            return limit->hasValue(block) && allowed[static_cast<std::size_t>(limit->codes[block])];
          })};
}

std::set<ResourceClass> classesOfPlan(const Deposit& deposit, const ViewState& state,
                                      const geology::MinePlan& plan) {
  const auto model = plannedModel(deposit, plan);
  if (model == nullptr) return {ResourceClass::Unclassified};
  if (state.pit.on && plan.name == kPitPlan) return pitEconomics(deposit, state).classes;
  const geology::PlanBlocks& blocks = *geology::plannedBlocks(plan, *model);
  const PlanOre ore = planOre(state, *model);
  return classesOf(*model, state, [&](std::size_t block) {
    if (blocks.period[block] == geology::kNeverMined) return false;
    return ore.grade == nullptr || !ore.cutoff ||
           ore.grade->values[block] >= static_cast<float>(*ore.cutoff);  // false of a missing one
  });
}

}  // namespace

bool ShownEconomics::restsOnInferred() const {
  return std::any_of(classes.begin(), classes.end(), reporting::isDoubtful);
}

std::vector<ShownEconomics> shownEconomics(const Deposit& deposit, const ViewState& state) {
  std::vector<ShownEconomics> shown;
  if (state.pit.on && planning::missingFrom(state.pit.inputs).empty())
    shown.push_back(pitEconomics(deposit, state));
  const auto kind = state.chart.shown ? chartKindFromWord(state.chart.kind) : std::nullopt;
  const geology::MinePlan* plan = kind && isOfPlan(*kind) ? shownPlan(deposit, state) : nullptr;
  if (plan == nullptr) return shown;
  if (kind == ChartKind::PlanValue && !plan->economics.cashFlow.empty())
    shown.push_back({"the cash flow of the plan '" + plan->name + "'", classesOfPlan(deposit, state, *plan)});
  if (kind == ChartKind::PlanTonnes)
    shown.push_back(
        {"the production of the plan '" + plan->name + "'", classesOfPlan(deposit, state, *plan)});
  return shown;
}

}  // namespace adit::viewer
