#include "geology/planning/pit_proposal.h"

#include <algorithm>

#include "geology/model/unit_scale.h"
#include "geology/planning/pit_ground.h"

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::Column;

/// A unit that says nothing of the mass cannot be priced by the tonne of metal.
bool isShareOfMass(const std::string& unit) {
  return !unit.empty() && metalFactor({"", unit, 1, "t", 0, 1}, unit).fault.empty();
}

/// A column that says of itself that it is a density; "" where there is none.
std::string densityOf(const BlockModel& model) {
  for (const Column& column : model.columns)
    if (column.isNumeric() && geology::densityScale(column.unit).has_value()) return column.name;
  return {};
}

const BlockModel* modelFor(const geology::Deposit& deposit, const std::string& name) {
  const BlockModel* largest = nullptr;
  for (const auto& model : deposit.blockModels) {
    if (model->name == name) return model.get();
    if (!name.empty() || gradeColumns(*model).empty()) continue;
    if (largest == nullptr || model->blockCount() > largest->blockCount()) largest = model.get();
  }
  return largest;
}

}  // namespace

std::vector<const Column*> gradeColumns(const BlockModel& model) {
  std::vector<const Column*> grades;
  for (const Column& column : model.columns)
    if (column.isNumeric() && isShareOfMass(column.unit)) grades.push_back(&column);
  return grades;
}

std::string usualUnitOfSale(const std::string& gradeUnit) {
  return gradeUnit == "g/t" || gradeUnit == "ppm" ? "oz" : "t";
}

PitProposal proposePit(const geology::Deposit& deposit, const PitHints& hints) {
  PitProposal proposal;
  PitInputs& inputs = proposal.inputs;
  inputs.slopes.regions.clear();
  const BlockModel* model = modelFor(deposit, hints.model);
  if (model == nullptr) {
    proposal.fault = hints.model.empty()
                         ? "no block model has a grade with a unit (%, g/t, ppm): state one with pit metal"
                         : "there is no block model '" + hints.model + "'";
    return proposal;
  }
  inputs.model = model->name;
  const auto grades = gradeColumns(*model);
  const Column* stated = geology::findColumn(model->columns, hints.grade);
  const Column* grade = stated != nullptr && stated->isNumeric() ? stated
                        : grades.empty()                         ? nullptr
                                                                 : grades.front();
  if (grade != nullptr) inputs.metals.push_back({grade->name, "", 0, usualUnitOfSale(grade->unit), 0, 1});
  inputs.densityColumn = hints.densityColumn;
  if (inputs.densityColumn.empty() && !(hints.density > 0)) inputs.densityColumn = densityOf(*model);
  if (hints.density > 0) inputs.density = hints.density;
  return proposal;
}

std::vector<std::string> missingFrom(const PitInputs& inputs) {
  std::vector<std::string> missing;
  if (inputs.metals.empty() && inputs.values.empty()) missing.emplace_back("what is sold: a grade");
  for (const MetalTerms& metal : inputs.metals) {
    if (!(metal.price > 0)) missing.push_back("the price of " + metal.grade);
    if (metal.per.empty()) missing.push_back("the unit in which " + metal.grade + " is sold");
  }
  if (!inputs.metals.empty()) {
    if (!(inputs.mining.perTonne > 0)) missing.emplace_back("the cost of mining a tonne");
    if (!inputs.density && inputs.densityColumn.empty()) missing.emplace_back("the density of the rock");
  }
  const ScheduleInputs& rates = inputs.schedule;
  if (rates.mineCapacity > 0 && !(rates.millCapacity > 0)) missing.emplace_back("the capacity of the mill");
  if (rates.millCapacity > 0 && !(rates.mineCapacity > 0)) missing.emplace_back("the capacity of the mine");
  if (inputs.slopes.regions.empty()) missing.emplace_back("the slope of the walls");
  if (!inputs.slopes.precedenceFile.empty())
    missing.emplace_back("slopes in place of a file of precedence, which only adit pit reads");
  return missing;
}

std::vector<std::string> doubtsAbout(const PitInputs& inputs) {
  std::vector<std::string> doubts;
  if (inputs.metals.empty()) return doubts;
  for (const MetalTerms& metal : inputs.metals) {
    if (metal.recovery == 1)
      doubts.push_back("No recovery is stated for " + metal.grade + ": all of the metal is counted as sold.");
    if (metal.sellingCost == 0)
      doubts.push_back("No cost of selling " + metal.grade + " (smelting, refining, royalty) is stated.");
  }
  if (inputs.processingCost == 0)
    doubts.emplace_back("No cost of processing is stated: the poorest rock counts as ore.");
  if (inputs.ore.column.empty()) doubts.emplace_back("Ground of every category may be ore, inferred too.");
  return doubts;
}

}  // namespace adit::planning
