// Two truths: the view as it is beside a saved one, through the same camera.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// The saved view that stands beside this one, with what the two share: camera, exaggeration, theme, the
/// picked and measured things, the lens, and what is stated; it has no chart. Nothing when nothing is
/// compared, or the saved view is gone or cannot be read.
std::optional<ViewState> comparedView(const ViewState& state);

/// What two views ask that is not the same, in the words of each: "cut-off cu_pct >= 0.3 %" and "cut-off
/// cu_pct >= 0.5 %". Equally many; empty when they ask the same.
struct ViewWords {
  std::vector<std::string> a, b;
};
ViewWords differingWords(const geology::Deposit& deposit, const ViewState& a, const ViewState& b);

/// The titles of the two sides: "A (this view): as known by 2012", "B (North): as known by all holes".
struct CompareTitles {
  std::string a, b;
};
CompareTitles compareTitles(const geology::Deposit& deposit, const ViewState& a, const ViewState& b);

}  // namespace adit::viewer
