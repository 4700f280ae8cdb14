#include "viewer/state/plan_ore.h"

#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;

const geology::Column* gradeNamed(const BlockModel& model, const std::string& name) {
  const geology::Column* column = geology::findColumn(model.columns, name);
  return column != nullptr && column->isNumeric() ? column : nullptr;
}

std::optional<double> cutoffOf(const ViewState& state, const std::string& column) {
  const auto found = state.cutoffs.find(column);
  if (found == state.cutoffs.end() || found->second.empty()) return std::nullopt;
  return found->second.front();
}

std::string gradeOf(const ViewState& state, const BlockModel& model) {
  const std::string& shown = layerOf(state, model.name).colorBy;
  const auto cut = [&](const std::string& name) {
    return cutoffOf(state, name).has_value() && gradeNamed(model, name) != nullptr;
  };
  if (cut(shown)) return shown;
  for (const auto& [name, cutoffs] : state.cutoffs)
    if (cut(name)) return name;
  if (gradeNamed(model, shown) != nullptr) return shown;
  const std::string telltale = telltaleColumn(model.columns);
  return gradeNamed(model, telltale) != nullptr ? telltale : "";
}

}  // namespace

PlanOre planOre(const ViewState& state, const BlockModel& model) {
  return planOreBy(state, model, gradeOf(state, model));
}

PlanOre planOreBy(const ViewState& state, const BlockModel& model, const std::string& column) {
  return {column, gradeNamed(model, column), cutoffOf(state, column)};
}

}  // namespace adit::viewer
