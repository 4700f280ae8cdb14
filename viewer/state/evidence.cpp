#include "viewer/state/evidence.h"

#include <algorithm>

#include "viewer/state/compare.h"

namespace adit::viewer {

bool namesSupport(const std::string& text) {
  return text.find("support_") != std::string::npos;
}

bool asksForSupport(const ViewState& state) {
  const auto inFilter = [](const auto& entry) {
    const auto& ranges = entry.second.ranges;
    return namesSupport(entry.second.expression) ||
           std::any_of(ranges.begin(), ranges.end(),
                       [](const auto& range) { return namesSupport(range.first); });
  };
  const std::optional<ViewState> other = comparedView(state);
  return state.honest.on || (other && asksForSupport(*other)) ||
         std::any_of(state.layers.begin(), state.layers.end(),
                     [](const auto& layer) { return namesSupport(layer.second.colorBy); }) ||
         std::any_of(state.filters.begin(), state.filters.end(), inFilter);
}

}  // namespace adit::viewer
