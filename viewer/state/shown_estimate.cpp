#include "viewer/state/shown_estimate.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "viewer/state/columns.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;
using geology::Column;

constexpr std::array<std::string_view, 6> kCategoryWords{"measured", "indicated", "inferred",
                                                         "proved",   "proven",    "probable"};

bool namesACategory(const std::string& name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  return std::any_of(kCategoryWords.begin(), kCategoryWords.end(),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

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

void describeCategories(const BlockModel& model, const LayerState& layer, const FilterState& filter,
                        ShownEstimate& estimate) {
  const Column* column = categoryColumnOf(model);
  if (column == nullptr) return;
  estimate.categoryColumn = column->name;
  const auto hidden = filter.hiddenCategories.find(column->name);
  for (const std::string& name : column->names)
    if (hidden == filter.hiddenCategories.end() || !hidden->second.contains(name))
      estimate.categories.push_back(name);
  estimate.categoriesApart =
      estimate.categories.size() < 2 || geology::findColumn(model.columns, layer.colorBy) == column;
}

}  // namespace

const Column* categoryColumnOf(const BlockModel& model) {
  const auto found = std::find_if(model.columns.begin(), model.columns.end(), [](const Column& column) {
    return !column.isNumeric() && std::any_of(column.names.begin(), column.names.end(), namesACategory);
  });
  return found == model.columns.end() ? nullptr : &*found;
}

std::vector<ShownEstimate> shownEstimates(const geology::Deposit& deposit, const ViewState& state) {
  std::vector<ShownEstimate> estimates;
  for (const auto& model : deposit.blockModels) {
    const LayerState& layer = layerOf(state, model->name);
    const FilterState& filter = filterOf(state, model->name);
    if (!layer.visible) continue;
    ShownEstimate estimate;
    estimate.model = model->name;
    estimate.columns = numericColumns(*model, layer, filter);
    estimate.cutOffs = cutOffsOf(*model, layer, filter);
    describeCategories(*model, layer, filter, estimate);
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
