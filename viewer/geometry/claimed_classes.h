// What a view claims of a block model, class by class, and the share of it that is drilled.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "geology/model/progress.h"
#include "viewer/geometry/selection_cache.h"
#include "viewer/state/resource_facts.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Equal questions have equal answers. `view` holds only what decides the numbers; the claim slider does not.
struct ClaimQuestion {
  std::shared_ptr<const geology::Deposit> deposit;
  std::string object, column;
  ViewState view;
  friend bool operator==(const ClaimQuestion&, const ClaimQuestion&) = default;
};

/// Nothing when the object is no block model or has no such column of numbers.
std::optional<ClaimQuestion> claimQuestion(std::shared_ptr<const geology::Deposit> deposit,
                                           const ViewState& state, const std::string& object,
                                           const std::string& column);
ClaimFacts unansweredClaim(const ClaimQuestion& question);

/// A block is drilled when its middle is at most half the spacing of the drilling from a sample
/// (geology/model/data_support.h): a hole through each such block would be a regular grid of that spacing.
/// `cache` is of this object alone. Throws geology::Cancelled.
ClaimFacts claimedClasses(const ClaimQuestion& question, SelectionCache& cache,
                          const geology::Progress& progress);

}  // namespace adit::viewer
