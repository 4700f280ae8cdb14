#include "viewer/geometry/plan_conditions.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "viewer/geometry/row_masks.h"
#include "viewer/state/command.h"
#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

/// rowsBelow() hides what is less: the next number above the moment takes in the moment itself. The moments
/// are floats, so that the step is one of a float.
double justAfter(double time) {
  const auto rounded = static_cast<float>(time);
  // Rounding up must not take out what goes just after the moment.
  const float moment = static_cast<double>(rounded) > time
                           ? std::nextafter(rounded, -std::numeric_limits<float>::infinity())
                           : rounded;
  return std::nextafter(moment, std::numeric_limits<float>::infinity());
}

}  // namespace

void addPlanCondition(const ViewState& state, const geology::Deposit& deposit,
                      const geology::BlockModel& model,
                      const std::function<const ColumnBounds*(const geology::Column&)>& boundsOf,
                      Conditions& conditions) {
  const geology::MinePlan* plan = shownPlan(deposit, state);
  if (plan == nullptr) return;
  const geology::PlanBlocks* blocks = geology::plannedBlocks(*plan, model);
  if (blocks == nullptr) return;
  const double time = planTime(*plan, state.plan);
  conditions.list.push_back({kMinedReason,
                             plan->name + "\t" + commandNumber(time),
                             [blocks, time, boundsOf] {
                               const geology::Column& moments = blocks->minedAt;
                               return rowsBelow(moments, justAfter(time),
                                                boundsOf ? boundsOf(moments) : nullptr);
                             },
                             {}});
}

geology::BitMask inTheirPeriod(const geology::PlanBlocks& blocks, double time, const ColumnBounds* bounds) {
  const double end = time > 0 ? std::ceil(time) : 0;
  geology::BitMask rows = rowsBelow(blocks.minedAt, justAfter(end), bounds);
  return rows.subtract(rowsBelow(blocks.minedAt, justAfter(time), bounds));
}

void currentSkin(const BlockIndex& index, const geology::PlanBlocks& blocks, const CurrentGround& current,
                 BlockSkin& skin) {
  // Together with what is gone, the faces between the two are inside.
  geology::BitMask both = rowsBelow(blocks.minedAt, justAfter(current.time));
  both |= current.blocks;
  skinOf(index, both, skin);
  std::vector<std::uint32_t> standing;
  for (FaceArray& faces : skin.blocks) {
    standing.clear();
    std::copy_if(faces.begin(), faces.end(), std::back_inserter(standing),
                 [&](std::uint32_t row) { return current.blocks.test(row); });
    faces.resize(standing.size());
    std::copy(standing.begin(), standing.end(), faces.data());
  }
}

}  // namespace adit::viewer
