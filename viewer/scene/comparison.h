// The other half of the picture, when two views are compared: a saved view, or the difference of the two.
#pragma once
#include <memory>
#include <optional>

#include "viewer/geometry/block_difference.h"
#include "viewer/geometry/plan_in_time.h"
#include "viewer/scene/spatial_view.h"

namespace adit::viewer {

/// Lives in a window of the scene; its renderer is made when the first comparison begins, and given back at
/// the end of it.
class Comparison {
 public:
  /// The saved view of `state`, which stands beside it; or nothing. Afterwards on() says which.
  void choose(const std::shared_ptr<const geology::Deposit>& deposit, const ViewState& state,
              const PlanPatience& patience);
  /// Another deposit: nothing of the last one is kept.
  void forget();
  bool on() const { return asked_.has_value(); }

  /// Precondition of all that follow: it is on.
  View& view() { return *view_; }
  const View& view() const { return *view_; }
  /// What is drawn in it, with the means of the input of the first view. `camera` is resolved.
  void sync(const LayerInput& first, const CameraState& camera);
  void prepareFrame(const LayerInput& first, const CameraState& camera);
  bool unfinished() const { return plans_.unfinished() || view_->unfinished(); }
  /// Titles of the two sides.
  const std::string& titleOfFirst() const { return titleA_; }

 private:
  LayerInput input(const LayerInput& first) const;

  std::shared_ptr<const geology::Deposit> deposit_;
  std::optional<ViewState> asked_;  ///< the saved view
  std::unique_ptr<SpatialView> view_;
  std::optional<DifferenceQuestion> question_;  ///< that difference_ answers
  BlockDifference difference_;
  /// Layers may refer to their columns until the next sync.
  std::vector<std::shared_ptr<const geology::Deposit>> before_;
  bool differs_ = false;  ///< the difference is drawn
  ViewState drawn_;
  PlanMaker plans_;
  const PlanInTime* shownPlan_ = nullptr;
  std::string titleA_;
};

}  // namespace adit::viewer
