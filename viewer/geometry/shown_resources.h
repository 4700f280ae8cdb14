// The resource table of the blocks that a view shows.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "viewer/geometry/selection_cache.h"
#include "viewer/state/resource_facts.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Which table is wanted: equal questions have equal answers. `view` holds only what decides the numbers.
struct ResourceQuestion {
  std::shared_ptr<const geology::Deposit> deposit;
  std::string object, column;
  std::vector<std::string> otherColumns;  ///< grades to tell beside that of `column`
  std::string group;                      ///< "": not grouped
  ViewState view;
  friend bool operator==(const ResourceQuestion&, const ResourceQuestion&) = default;
};

/// Nothing when the object is no block model or has no such column of numbers.
std::optional<ResourceQuestion> resourceQuestion(std::shared_ptr<const geology::Deposit> deposit,
                                                 const ViewState& state, const std::string& object,
                                                 const std::string& column);

/// What is known before the blocks are looked at: the question itself.
ResourceFacts unansweredResources(const ResourceQuestion& question);

/// The table over whole blocks, also of those that a section cuts. `cache` is of this object alone. Throws
/// geology::Cancelled.
ResourceFacts shownResources(const ResourceQuestion& question, SelectionCache& cache,
                             const geology::Progress& progress);

}  // namespace adit::viewer
