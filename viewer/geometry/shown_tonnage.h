// Tonnes and grade of the blocks that a view shows.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "geology/model/deposit.h"
#include "geology/model/progress.h"
#include "viewer/geometry/selection_cache.h"
#include "viewer/state/facts.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Which sums are wanted: equal questions have equal answers. `view` holds only what decides which blocks are
/// shown and what they weigh, so that a turned camera asks nothing new.
struct TonnageQuestion {
  std::shared_ptr<const geology::Deposit> deposit;
  std::string object, column;
  ViewState view;
  friend bool operator==(const TonnageQuestion&, const TonnageQuestion&) = default;
};

/// Nothing when the object is no block model or has no such column of numbers.
std::optional<TonnageQuestion> tonnageQuestion(std::shared_ptr<const geology::Deposit> deposit,
                                               const ViewState& state, const std::string& object,
                                               const std::string& column);

/// What is known before the blocks are looked at: the question itself.
TonnageFacts unansweredTonnage(const TonnageQuestion& question);

/// The sums over whole blocks, also of those that a section cuts. One pass over the blocks.
/// `cache` is of this object alone. Throws geology::Cancelled.
TonnageFacts shownTonnage(const TonnageQuestion& question, SelectionCache& cache,
                          const geology::Progress& progress);

}  // namespace adit::viewer
