#include "viewer/geometry/stated_weights.h"

#include "geology/model/length_scale.h"
#include "geology/model/unit_scale.h"
#include "viewer/state/columns.h"
#include "viewer/state/command.h"
#include "viewer/state/limits.h"
#include "viewer/state/reveal.h"

namespace adit::viewer {
namespace {

template <typename T>
void keepOne(const std::map<std::string, T>& from, const std::string& name, std::map<std::string, T>& to) {
  if (const auto found = from.find(name); found != from.end()) to.insert(*found);
}

void setDensity(const geology::BlockModel& model, const DensityState& stated, StatedWeights& weights) {
  if (stated.column.empty()) {
    weights.densityText = "density " + commandNumber(stated.value) + " t/m3 stated";
    weights.density = {.value = stated.value};
    return;
  }
  const geology::Column* column = geology::findColumn(model.columns, stated.column);
  if (column == nullptr || !column->isNumeric()) {
    weights.doubts.push_back("There is no column of numbers '" + stated.column + "' for the density.");
    return;
  }
  weights.densityText = "density by column " + column->name;
  const auto scale = geology::densityScale(column->unit);
  if (!scale)
    weights.doubts.push_back("The unit of " + column->name + " is not stated: it is taken as t/m3.");
  weights.density = {.column = column, .columnScale = scale.value_or(1)};
}

void setProportion(const geology::BlockModel& model, const std::string& name, StatedWeights& weights) {
  const geology::Column* column = geology::findColumn(model.columns, name);
  if (column == nullptr || !column->isNumeric()) {
    weights.doubts.push_back("There is no column of numbers '" + name +
                             "' for the proportion: blocks count whole.");
    return;
  }
  const bool perCent = column->unit == "%";
  weights.proportion = {column, perCent ? 0.01 : 1};
  weights.proportionText = "proportion by column " + column->name + (perCent ? ", in per cent" : "");
}

}  // namespace

const geology::BlockModel* blockModelNamed(const geology::Deposit& deposit, const std::string& name) {
  const auto object = findObject(deposit, name);
  const bool isModel = object && object->kind == geology::ObjectKind::BlockModel;
  return isModel ? deposit.blockModels[object->index].get() : nullptr;
}

StatedWeights statedWeights(const geology::Deposit& deposit, const ViewState& view,
                            const std::string& model) {
  StatedWeights weights;
  weights.densityText = "density not stated";
  weights.cubicMetres = geology::cubicMetresIn(deposit.unit);
  const bool feet = deposit.unit == geology::LengthUnit::Foot;
  const geology::BlockModel* blocks = blockModelNamed(deposit, model);
  if (blocks == nullptr) return weights;
  if (const auto stated = view.densities.find(model); stated != view.densities.end())
    setDensity(*blocks, stated->second, weights);
  if (const auto stated = view.proportions.find(model); stated != view.proportions.end())
    setProportion(*blocks, stated->second, weights);
  if (!deposit.unitStated)
    weights.doubts.emplace_back(feet ? "The unit of lengths is not stated: it is taken as feet."
                                     : "The unit of lengths is not stated: it is taken as metres.");
  return weights;
}

std::string heavinessDoubt(double tonnes, double volume) {
  if (!(volume > 0) || tonnes <= volume * kDensityBounds.hi) return {};
  return "No ground is this heavy: is the density in kg/m3?";
}

ViewState weighedView(const ViewState& state, const std::string& model) {
  ViewState view;
  keepOne(state.filters, model, view.filters);
  keepOne(state.densities, model, view.densities);
  keepOne(state.proportions, model, view.proportions);
  keepOne(state.categories, model, view.categories);
  view.claim = state.claim;
  if (reveals(state, model)) view.reveal = state.reveal;
  view.layers[model].visible = layerOf(state, model).visible;
  view.sections = state.sections;
  view.box = state.box;
  view.region = state.region;
  view.plan.on = state.plan.on;
  view.plan.plan = state.plan.plan;
  view.plan.model = state.plan.model;
  view.plan.column = state.plan.column;
  view.plan.time = state.plan.on ? state.plan.time : 0;
  return view;
}

}  // namespace adit::viewer
