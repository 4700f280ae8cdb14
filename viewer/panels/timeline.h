// What the time line says about a plan.
#pragma once
#include <string>

#include "viewer/state/plan_facts.h"

namespace adit::viewer {

/// The share of a period's ore that is drawn hatched: inferred or unclassified, where the model has classes;
/// else what is farther from the nearest sample than the reach of the drilling; 0 where neither is known.
double doubtfulShare(const PlanFacts& plan, const PlanPeriodFacts& period);
/// "2031: ore 12.3 Mt at 0.52 % cu_pct, waste 30.1 Mt, strip ratio 2.4 t/t. 38 % of the ore is inferred ..."
std::string periodText(const PlanFacts& plan, std::size_t period);
/// What has been mined up to a moment: "so far ore 12.3 Mt, waste 30.1 Mt".
std::string minedText(const PlanFacts& plan, double time);

}  // namespace adit::viewer
