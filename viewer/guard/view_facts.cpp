#include "viewer/guard/view_facts.h"

#include <algorithm>

namespace adit::viewer {
namespace {

void addOnce(std::vector<NamedUnit>& columns, const geology::Column& column) {
  NamedUnit named{column.name, column.unit};
  if (std::find(columns.begin(), columns.end(), named) == columns.end()) columns.push_back(std::move(named));
}

}  // namespace

DisclosureFacts factsOfView(const geology::Deposit& deposit, const ViewState& state, std::string subject) {
  DisclosureFacts facts;
  facts.subject = std::move(subject);
  facts.synthetic = deposit.synthetic;
  facts.anything = !deposit.empty();
  facts.estimates = shownEstimates(deposit, state);
  for (const auto& model : deposit.blockModels) {
    const auto estimate = std::find_if(facts.estimates.begin(), facts.estimates.end(),
                                       [&](const ShownEstimate& e) { return e.model == model->name; });
    if (estimate == facts.estimates.end()) continue;
    for (const geology::Column& column : model->columns) addOnce(facts.atHand, column);
    for (const std::string& name : estimate->columns)
      if (const auto* column = geology::findColumn(model->columns, name)) addOnce(facts.shown, *column);
  }
  facts.economics = shownEconomics(deposit, state);
  facts.exaggeration = state.exaggeration;
  facts.exaggerationLabelled = true;  // every view of Adit has the label in its corner, and the stamp
  facts.stated = statementsOf(state.disclosure);
  return facts;
}

}  // namespace adit::viewer
