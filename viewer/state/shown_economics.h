// What a view says that a mine would take out or earn: the pit that it asks for, and the charts of its plan.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "geology/reporting/resource_class.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct ShownEconomics {
  std::string what;  ///< "the pit limit of blocks", "the cash flow of the plan 'LOM'"
  /// Of the ground that is its ore, or may be; Unclassified where nobody said what the classes of the model
  /// are, or there is no model.
  std::set<reporting::ResourceClass> classes;

  /// Inferred ground, or ground that is known even less, is in it.
  bool restsOnInferred() const;
  friend bool operator==(const ShownEconomics&, const ShownEconomics&) = default;
};

/// A pit counts as soon as everything that it needs is stated, with all blocks that its statements let be
/// ore. A plan counts where its production (chart "plan") or its money (chart "plan-value") is drawn, with
/// the blocks that it takes out and its cut-off calls ore. Walks over the blocks of the model.
std::vector<ShownEconomics> shownEconomics(const geology::Deposit& deposit, const ViewState& state);

}  // namespace adit::viewer
