// The mine plan that a view shows, and where in it the view stands.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// The plan that is asked for: by a column of a model, by its name, else the first; nullptr when the deposit
/// has none of that kind. Whether it is switched on is not asked.
const geology::MinePlan* planOf(const geology::Deposit& deposit, const PlanState& state);
/// planOf(), where the view shows its plan; else nullptr.
const geology::MinePlan* shownPlan(const geology::Deposit& deposit, const ViewState& state);

/// The model of the first blocks of the plan that can be timed; nullptr: it orders none.
std::shared_ptr<const geology::BlockModel> plannedModel(const geology::Deposit& deposit,
                                                        const geology::MinePlan& plan);
/// The terrain that a plan is cut into: the first that reaches over the middle of the model; nullptr without.
std::shared_ptr<const geology::Terrain> terrainOver(const geology::Deposit& deposit,
                                                    const geology::BlockModel& model);

/// Pits of it come as surfaces, and it orders no blocks but those in their rock: the surfaces are its ground.
bool digsSurfaces(const geology::MinePlan& plan);
/// A pit of the plan that comes as this surface.
bool isPitOf(const geology::MinePlan& plan, const std::string& mesh);

/// The moment within the plan: from 0, before the first period, to the number of periods.
double planTime(const geology::MinePlan& plan, const PlanState& state);
/// "2029, 50 %", "end of 2029", "before the first period".
std::string planMomentText(const geology::MinePlan& plan, double time);
/// Whether a surface is there at the view's moment. Of pits that the shown plan has as surfaces it is the
/// last one that has been begun: the ones before lie in what it opens. All other surfaces always are.
bool isThere(const geology::Deposit& deposit, const ViewState& state, const std::string& mesh);
/// The moment as the command `plan time` takes it: a number that is no label of another period.
std::string planTimeText(const geology::MinePlan& plan, double time);
/// The time at the end of the period of that label; nothing when there is none.
std::optional<double> endOfPeriod(const geology::MinePlan& plan, std::string_view label);

}  // namespace adit::viewer
