// A plan with one thing changed, as people and scripts change it: by the way to a member and its new value.
#pragma once
#include <string>
#include <string_view>

#include "geology/estimation/plan_json.h"

namespace adit::estimation {

/// `path`: as faults name it, "passes[0].reach"; the item behind the last one of a list is added. `value`:
/// JSON, and what is no JSON is a text; "none" takes the member, or the item of a list, away. A fault where
/// there is no such member, or the plan could not be read with that value.
PlanReading planWith(const EstimationPlan& plan, std::string_view path, std::string_view value);

/// The JSON of planToJson() in one line, for commands.
std::string planToLine(const EstimationPlan& plan);
/// The member "estimator" alone, in one line.
std::string estimatorToLine(const Estimator& estimator);

}  // namespace adit::estimation
