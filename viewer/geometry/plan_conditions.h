// What a mine plan has taken out by a moment, as a condition of a selection.
#pragma once
#include "viewer/geometry/block_skin.h"
#include "viewer/geometry/selection_conditions.h"

namespace adit::viewer {

inline constexpr const char* kMinedReason = "mined by the plan";

/// Hides the blocks whose moment has come. `bounds` of the plan's moments, where they are known: a step of
/// the time line then reads only the stretches of blocks that it divides.
void addPlanCondition(const ViewState& state, const geology::Deposit& deposit,
                      const geology::BlockModel& model,
                      const std::function<const ColumnBounds*(const geology::Column&)>& boundsOf,
                      Conditions& conditions);

/// Blocks that are mined in the period of the moment and stand yet; no bits outside a period.
geology::BitMask inTheirPeriod(const geology::PlanBlocks& blocks, double time, const ColumnBounds* bounds);

/// The outside of what is to be mined, but for the faces that stand open: those are walls, and tinted.
struct CurrentGround {
  const geology::BitMask& blocks;  ///< inTheirPeriod()
  double time = 0;
};
void currentSkin(const BlockIndex& index, const geology::PlanBlocks& blocks, const CurrentGround& current,
                 BlockSkin& skin);

}  // namespace adit::viewer
