// How a view tells the ore of a mine plan from its waste.
#pragma once
#include <optional>
#include <string>

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct PlanOre {
  std::string column;                      ///< of the grade; empty: the model has none
  const geology::Column* grade = nullptr;  ///< numeric
  std::optional<double> cutoff;  ///< ore is what is at least this; nothing: ore is not told from waste
};
/// By a grade with a cut-off, first that which colours the model; else the one that colours it, else the
/// model's telltale grade.
PlanOre planOre(const ViewState& state, const geology::BlockModel& model);
/// By a grade that is named, with the cut-off that the view has for it.
PlanOre planOreBy(const ViewState& state, const geology::BlockModel& model, const std::string& column);

}  // namespace adit::viewer
