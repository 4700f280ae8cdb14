#include "viewer/app/estimate_as_of.h"

#include "geology/model/known_by.h"
#include "geology/model/object_names.h"

namespace adit::viewer {
DepositAsOf depositAsOf(std::shared_ptr<const geology::Deposit> deposit, const std::string& asOf) {
  if (asOf.empty()) return {std::move(deposit), {}, {}};
  const auto date = geology::dateOf(asOf);
  if (!date) return {nullptr, {}, "'" + asOf + "' is no date: 2012, 2012-07-31"};
  geology::KnownBy known = geology::depositKnownBy(*deposit, *date);
  if (!known.dated)
    return {nullptr, {}, "no collar has a date of drilling, so nobody knows what there was by " + asOf};
  return {std::make_shared<const geology::Deposit>(std::move(known.deposit)),
          {asOf, known.known, known.holes, known.undated},
          {}};
}

void nameByDate(estimation::PlanOutcome& outcome, const geology::Deposit& all, const std::string& asOf) {
  if (asOf.empty() || outcome.model.name.empty()) return;
  outcome.model.name = geology::freeObjectName(all, outcome.model.name + " as known by " + asOf);
  std::string& grade = outcome.samples.column;
  const std::string dated = "asof_" + asOf + "_" + grade;  // units are read from endings
  for (geology::Column& column : outcome.model.columns)
    if (column.name == grade) column.name = dated;
  grade = dated;
  outcome.model.source.choices.push_back(
      {std::string(kEstimateAsOf), asOf, "holes drilled later are left out", true});
}

}  // namespace adit::viewer
