// What a mine plan makes of the ground, and the heap of its waste: what takes long to find out of a plan.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "geology/planning/mined_ground.h"
#include "geology/planning/pit_stages.h"
#include "geology/planning/plan_totals.h"
#include "geology/planning/spoil_heap.h"
#include "viewer/geometry/selection_cache.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Equal questions have equal answers, whatever else the deposit has learned meanwhile.
struct GroundQuestion {
  std::shared_ptr<const geology::Deposit> deposit;
  std::string object, column;  ///< the model, and the plan by its name
  std::shared_ptr<const geology::MinePlan> plan;
  /// Whose blocks the plan orders; nullptr: none.
  std::shared_ptr<const geology::BlockModel> model{};
  std::shared_ptr<const geology::Terrain> terrain{};  ///< over the model; nullptr: there is none
  bool surfaces = false;                              ///< its pits are surfaces

  friend bool operator==(const GroundQuestion& a, const GroundQuestion& b) {
    return a.plan == b.plan && a.model == b.model && a.terrain == b.terrain && a.surfaces == b.surfaces;
  }
};
struct GroundFacts {
  bool known = false;
  /// Of the blocks; nullptr: there are none, or the model's layers are not level.
  std::shared_ptr<const planning::MinedGround> ground;
  /// Where they are there they are the ground; nullptr: no pit is a surface.
  std::shared_ptr<const planning::PitStages> pits;
  std::string fault;  ///< why there is none, where nobody foresaw it
};
/// Throws geology::Cancelled.
GroundFacts groundFacts(const GroundQuestion& question, SelectionCache&, const geology::Progress& progress);

/// Of a view only what decides how much of the rock is waste.
struct HeapQuestion {
  std::shared_ptr<const geology::Deposit> deposit;
  std::string object, column;  ///< the model, and the grade that tells ore; "": all is waste
  std::optional<double> cutoff;
  std::string proportion;  ///< the column of the part of each block that counts; "": blocks count whole
  std::shared_ptr<const geology::MinePlan> plan;
  std::shared_ptr<const planning::MinedGround> ground;  ///< with a terrain

  friend bool operator==(const HeapQuestion& a, const HeapQuestion& b) {
    return a.plan == b.plan && a.ground == b.ground && a.column == b.column && a.cutoff == b.cutoff &&
           a.proportion == b.proportion;
  }
};
struct HeapFacts {
  bool known = false;
  std::shared_ptr<const planning::SpoilHeap> heap;  ///< nullptr: no waste, or no place for it
  std::vector<planning::PeriodTotals> volumes;      ///< in cubic units of the deposit
  double swell = 1;
  std::string fault;  ///< as GroundFacts::fault

  /// The height of the heap at a moment; a heap is known.
  double tipAt(double time) const;
};
HeapQuestion heapQuestion(const GroundQuestion& of, std::shared_ptr<const planning::MinedGround> ground,
                          const ViewState& state);
/// Throws geology::Cancelled.
HeapFacts heapFacts(const HeapQuestion& question, SelectionCache&, const geology::Progress& progress);

}  // namespace adit::viewer
