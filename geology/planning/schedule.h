// A feasible schedule: which period takes which block, by phase and bench, under the capacities of mine and
// mill and with a stockpile.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geology/model/mine_plan.h"
#include "geology/planning/pushbacks.h"

namespace adit::planning {

/// What kept a phase from being mined further in a period.
struct MiningBounds {
  bool mine = false;  ///< the capacity of the mine was used up
  bool sink = false;  ///< the sink rate
  bool ore = false;   ///< neither mill nor stockpile had room for more ore
};

struct PeriodSum {
  double waste = 0, ore = 0;                    ///< tonnes mined
  double milled = 0;                            ///< tonnes, from the pit and from the stockpile
  double toStockpile = 0, fromStockpile = 0;    ///< tonnes
  double stockpile = 0;                         ///< tonnes on it at the end
  std::vector<double> minedGrade, milledGrade;  ///< of the ore, one a metal; NaN where there is none
  double cashFlow = 0;                          ///< undiscounted
  MiningBounds bounds;

  double rock() const { return waste + ore; }
};

struct Schedule {
  std::vector<geology::PeriodIndex> periodOfCell;  ///< kNeverMined outside the phases
  std::vector<PeriodSum> periods;
  double presentValue = 0;
  double mineRate = 1;  ///< part of the mine's capacity that was used at most
  double lostOre = 0;   ///< tonnes on the stockpile that never pay for their way to the mill
  std::string fault;    ///< not empty: no schedule, and why
};

struct ScheduleQuestion {
  const PitGround& ground;
  const Precedence& precedence;
  const PitInputs& inputs;
  const Pushbacks& pushbacks;
  double pitValue = 0;       ///< undiscounted optimum of the pit limit: no schedule is worth more
  double metresPerUnit = 1;  ///< of the model's lengths
};
/// Phases in order, each bench by bench from the top; a bench begins when the benches that it waits for are
/// done. A later phase is mined with what the earlier ones leave of the mine's capacity: where they stop for
/// a full mill or stockpile, or for the sink rate, of which a bench takes PhaseBench::sinking of its height;
/// what a phase does not sink in a period it may sink later, up to one bench.
/// Of all ore at hand the most valuable is milled first. The schedule is checked with faultOf before it
/// leaves. Throws geology::Cancelled.
Schedule schedule(const ScheduleQuestion& question, geology::Progress& progress);

/// "" or what is wrong: a block mined before one of its cone, a capacity that is exceeded, a net present
/// value above the value of the pit.
std::string faultOf(const ScheduleQuestion& question, const Schedule& schedule);

}  // namespace adit::planning
