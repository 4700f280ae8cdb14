// From the period of each block to the moment at which it goes, so that a plan can be stopped anywhere.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "geology/model/block_model.h"
#include "geology/model/mine_plan.h"

namespace adit::planning {

/// The moment of each block, in periods: in (p, p + 1] for a block of period p, +infinity for one that stays.
/// Within a period mining goes down bench by bench, and along the rows of a bench, at an even rate by volume;
/// the last block of a period goes at exactly p + 1. One value a block; `period` has one a block, too.
std::vector<float> mineOrder(const geology::BlockModel& model,
                             const std::vector<geology::PeriodIndex>& period);

/// Fills PlanBlocks::minedAt of every model that `models` has by that name; blocks of another number than the
/// plan's are left without (an order of a model that has changed since would take out the wrong ground), those
/// of pits that come as surfaces keep the moments that they have (orderByPits).
void timePlan(geology::MinePlan& plan, const std::vector<std::shared_ptr<const geology::BlockModel>>& models);

/// The period that is being worked at a moment, and nothing before the first and after the last.
std::optional<geology::PeriodIndex> periodAt(const geology::MinePlan& plan, double time);

}  // namespace adit::planning
