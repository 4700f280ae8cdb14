#include "viewer/app/estimated_deposit.h"

#include <algorithm>

#include "geology/model/plain_text.h"
#include "viewer/state/estimate_facts.h"

namespace adit::viewer {

std::shared_ptr<const geology::Deposit> withEstimate(const geology::Deposit& deposit,
                                                     estimation::PlanOutcome outcome) {
  auto learned = std::make_shared<geology::Deposit>(deposit);
  auto& models = learned->blockModels;
  const auto model = std::make_shared<const geology::BlockModel>(std::move(outcome.model));
  const auto old = std::find_if(models.begin(), models.end(),
                                [&](const auto& known) { return known->name == model->name; });
  if (old != models.end())
    *old = model;
  else
    models.push_back(model);
  for (geology::Diagnostic& diagnostic : outcome.diagnostics)
    learned->diagnostics.push_back(std::move(diagnostic));
  return learned;
}

bool sameHoles(const geology::Deposit& a, const geology::Deposit& b) {
  return a.drillholes == b.drillholes;
}

EstimateNews estimateNews(const estimation::PlanOutcome& outcome) {
  using geology::withThousands;
  for (const geology::Diagnostic& diagnostic : outcome.diagnostics)
    if (diagnostic.severity == geology::Severity::Error)
      return {
          false, {}, {}, diagnostic.message + (diagnostic.remedy.empty() ? "" : "; " + diagnostic.remedy)};
  EstimateNews news{true, outcome.model.name, outcome.samples.column, {}};
  for (const geology::ImportChoice& choice : outcome.model.source.choices)
    if (choice.key == kEstimateAsOf) news.text = "As known by " + choice.value + ": ";
  news.text += withThousands(outcome.counts.estimated()) + " of " +
               geology::counted(outcome.counts.wanted, "block") + " estimated from " +
               geology::counted(outcome.samples.size(), "composite");
  if (outcome.counts.withoutValue > 0)
    news.text += "; no pass reached " + withThousands(outcome.counts.withoutValue);
  news.text += ". An estimate is no classification; it is in no file until the project is saved.";
  return news;
}

}  // namespace adit::viewer
