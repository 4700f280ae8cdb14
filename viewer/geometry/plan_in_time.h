// A mine plan at a moment: what the layers that draw it share.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "geology/planning/mined_ground.h"
#include "geology/planning/plan_totals.h"
#include "geology/planning/spoil_heap.h"
#include "viewer/geometry/workings.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct PlanInTime {
  const geology::MinePlan* plan = nullptr;
  double time = 0;
  const geology::BlockModel* model = nullptr;  ///< whose blocks it orders; nullptr: none
  const geology::PlanBlocks* blocks = nullptr;
  std::shared_ptr<const planning::MinedGround> ground;  ///< nullptr: the model's layers are not level
  std::shared_ptr<const planning::SpoilHeap> heap;      ///< of what is waste; nullptr: none is shown
  double heapTip = 0;
  std::shared_ptr<const Workings> workings;     ///< tunnels, stopes, dumps of the plan; nullptr: it has none
  const geology::BlockModel* behind = nullptr;  ///< whose blocks walls under ground show; nullptr: none
};

/// Keeps from frame to frame what does not depend on the moment. Not for several threads at a time.
class PlanMaker {
 public:
  /// The shown plan at the view's moment; nullptr where none is shown. Valid until the next call.
  const PlanInTime* at(const geology::Deposit& deposit, const ViewState& state);
  /// Objects are others: nothing is kept.
  void forget();

 private:
  void findGround(const geology::Deposit& deposit, const geology::MinePlan& plan);
  void findHeap(const geology::Deposit& deposit, const ViewState& state);

  PlanInTime now_;
  const geology::MinePlan* made_ = nullptr;  ///< that the ground was made for
  std::string heapKey_;
  std::vector<planning::PeriodTotals> volumes_;
};

/// The terrain that a plan is cut into: the first that reaches over the middle of the model; nullptr without.
std::shared_ptr<const geology::Terrain> terrainOver(const geology::Deposit& deposit,
                                                    const geology::BlockModel& model);

}  // namespace adit::viewer
