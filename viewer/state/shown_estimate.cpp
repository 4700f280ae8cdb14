#include "viewer/state/shown_estimate.h"

#include <algorithm>
#include <cmath>

#include "viewer/state/claim.h"
#include "viewer/state/columns.h"
#include "viewer/state/command.h"
#include "viewer/state/draped.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;
using geology::Column;

/// Each once, the one of the colour first.
std::vector<std::string> numericColumns(const BlockModel& model, const LayerState& layer,
                                        const FilterState& filter) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    const Column* column = geology::findColumn(model.columns, name);
    if (column != nullptr && column->isNumeric() &&
        std::find(names.begin(), names.end(), column->name) == names.end())
      names.push_back(column->name);
  };
  add(layer.colorBy);
  for (const auto& [name, range] : filter.ranges) add(name);
  return names;
}

std::vector<CutOff> cutOffsOf(const BlockModel& model, const LayerState& layer, const FilterState& filter) {
  std::vector<CutOff> cutOffs;
  for (const auto& [name, range] : filter.ranges)
    if (const Column* column = geology::findColumn(model.columns, name);
        column != nullptr && column->isNumeric() && std::isfinite(range.lo))
      cutOffs.push_back({column->name, column->unit, range.lo});
  const Column* colored = geology::findColumn(model.columns, layer.colorBy);
  if (colored != nullptr && colored->isNumeric())
    for (const double shell : layer.shells) cutOffs.push_back({colored->name, colored->unit, shell});
  return cutOffs;
}

/// Of a column of names those that are hidden take no part; of one of numbers all that have a meaning do.
void describeCategories(const BlockModel& model, const ViewState& state, ShownEstimate& estimate) {
  const auto chosen = state.categories.find(model.name);
  if (chosen == state.categories.end()) return;
  const Column* column = geology::findColumn(model.columns, chosen->second.column);
  if (column == nullptr) return;
  estimate.categoryColumn = column->name;
  const auto& hidden = filterOf(state, model.name).hiddenCategories;
  const auto hiddenNames = hidden.find(column->name);
  for (const auto& [code, meaning] : chosen->second.classes)
    if (keeps(state.claim, meaning) && (hiddenNames == hidden.end() || !hiddenNames->second.contains(code)))
      estimate.classes.insert(meaning);
  const LayerState& layer = layerOf(state, model.name);
  estimate.categoriesApart = estimate.classes.size() < 2 || state.honest.on ||
                             geology::findColumn(model.columns, layer.colorBy) == column;
}

}  // namespace

std::vector<ShownEstimate> shownEstimates(const geology::Deposit& deposit, const ViewState& state) {
  std::vector<ShownEstimate> estimates;
  for (const auto& model : deposit.blockModels) {
    const LayerState& layer = layerOf(state, model->name);
    const FilterState& filter = filterOf(state, model->name);
    if (!showsBlocks(deposit, state, *model)) continue;
    ShownEstimate estimate;
    estimate.model = model->name;
    estimate.columns = numericColumns(*model, layer, filter);
    estimate.cutOffs = cutOffsOf(*model, layer, filter);
    describeCategories(*model, state, estimate);
    if (!estimate.columns.empty() || !estimate.categoryColumn.empty())
      estimates.push_back(std::move(estimate));
  }
  return estimates;
}

std::string cutOffText(const CutOff& cutOff) {
  return cutOff.column + " >= " + commandNumber(cutOff.value) +
         (cutOff.unit.empty() ? "" : " " + cutOff.unit);
}

}  // namespace adit::viewer
