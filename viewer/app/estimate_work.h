// What the samples of the estimate that is being planned say, kept up with the plan.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "geology/model/deposit.h"
#include "viewer/geometry/followed_work.h"
#include "viewer/state/estimate_facts.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct EstimateQuestion {
  std::shared_ptr<const geology::Deposit> deposit;
  std::string object, column;       ///< the drillholes, and what is estimated
  estimation::EstimationPlan plan;  ///< reviewedPart() of the plan
  std::string asOf;                 ///< ViewState::asOf
  friend bool operator==(const EstimateQuestion&, const EstimateQuestion&) = default;
};
/// Nothing without a plan.
std::optional<EstimateQuestion> estimateQuestion(std::shared_ptr<const geology::Deposit> deposit,
                                                 const EstimateState& state, const std::string& asOf = {});

class EstimateWork : public FollowedWork<EstimateQuestion, EstimateFacts> {
 public:
  explicit EstimateWork(std::function<void()> whenDone);
};

}  // namespace adit::viewer
