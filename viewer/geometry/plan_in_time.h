// A mine plan at a moment: what the layers that draw it share.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "geology/model/deposit.h"
#include "viewer/geometry/followed_work.h"
#include "viewer/geometry/plan_ground.h"
#include "viewer/geometry/workings.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct PlanInTime {
  std::shared_ptr<const geology::MinePlan> plan;
  double time = 0;
  /// Whose blocks it orders, else the first of the deposit: walls show its blocks. nullptr: there is none.
  const geology::BlockModel* model = nullptr;
  const geology::PlanBlocks* blocks = nullptr;  ///< of `model`; nullptr: the plan orders none
  /// nullptr: the model's layers are not level, or it is not known yet.
  std::shared_ptr<const planning::MinedGround> ground;
  std::shared_ptr<const planning::PitStages> pits;  ///< nullptr: no pit of the plan comes as a surface
  std::shared_ptr<const planning::SpoilHeap> heap;  ///< of what is waste; nullptr: none is shown
  const geology::Terrain* heapTerrain = nullptr;    ///< on which it lies
  double heapTip = 0;
  std::shared_ptr<const Workings> workings;  ///< tunnels, stopes, dumps of the plan; nullptr: it has none
  std::string fault;                         ///< why ground or heap are not there; empty: nothing went wrong
};

/// How long a view waits for ground and heap, which take some tenths of a second of large models.
struct PlanPatience {
  bool waits = true;                  ///< false: those of before stand in, or none, until `whenReady`
  std::function<void()> whenReady{};  ///< called on a thread of its own
};

/// Keeps from frame to frame what does not depend on the moment. Not for several threads at a time.
class PlanMaker {
 public:
  PlanMaker();
  ~PlanMaker();  ///< cancels and waits

  /// The shown plan at the view's moment; nullptr where none is shown. Valid until the next call. Who is on
  /// foot stands on the ground: it is waited for then.
  const PlanInTime* at(const std::shared_ptr<const geology::Deposit>& deposit, const ViewState& state,
                       const PlanPatience& patience = {});
  /// After at(): ground or heap are those of before, or missing, until PlanPatience::whenReady.
  bool unfinished() const { return unfinished_; }
  /// Objects are others: nothing is kept.
  void forget();

 private:
  void choose(const std::shared_ptr<const geology::Deposit>& deposit,
              std::shared_ptr<const geology::MinePlan> plan);
  void findGround(bool waits);
  void findHeap(const ViewState& state, bool waits);

  PlanInTime now_;
  std::optional<GroundQuestion> asked_;                        ///< nothing: the plan opens no ground
  std::shared_ptr<const planning::MinedGround> blocksGround_;  ///< of the plan's blocks, drawn or not
  HeapFacts heap_;                                             ///< that now_.heap is of
  std::uint64_t heapAnswers_ = 0;                              ///< of heapWork_, when heap_ was taken from it
  /// What now_.heapTip is of: to find it takes milliseconds.
  std::pair<std::shared_ptr<const planning::SpoilHeap>, double> tipped_;
  bool unfinished_ = false;
  FollowedWork<GroundQuestion, GroundFacts> groundWork_;
  FollowedWork<HeapQuestion, HeapFacts> heapWork_;
};

}  // namespace adit::viewer
