#include "viewer/state/filter_text.h"

#include <algorithm>
#include <cmath>

#include "viewer/state/command.h"
#include "viewer/state/reveal.h"

namespace adit::viewer {
namespace {

std::string rangeText(const std::string& column, const FilterState::Range& range) {
  if (std::isinf(range.hi)) return column + " >= " + commandNumber(range.lo);
  if (std::isinf(range.lo)) return column + " <= " + commandNumber(range.hi);
  return column + " " + commandNumber(range.lo) + " to " + commandNumber(range.hi);
}

class Conditions {
 public:
  void add(const std::string& condition) { text_ += (text_.empty() ? "" : "; ") + condition; }
  void addNamed(const char* what, const std::string& name) {
    if (!name.empty()) add(what + name);
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace

std::string filterText(const ViewState& state, const std::string& object) {
  Conditions conditions;
  const FilterState& filter = filterOf(state, object);
  for (const auto& [column, range] : filter.ranges) conditions.add(rangeText(column, range));
  for (const auto& [column, hidden] : filter.hiddenCategories)
    for (const std::string& name : hidden)
      conditions.add("without " + column + " " + (name.empty() ? "(none)" : name));
  conditions.addNamed("", filter.expression);
  const auto sections = std::count_if(state.sections.begin(), state.sections.end(),
                                      [](const SectionState& section) { return section.on; });
  if (sections > 0) conditions.add(sections == 1 ? "one section" : std::to_string(sections) + " sections");
  if (state.box.on) conditions.add("box");
  conditions.addNamed("inside ", state.region.insideSolid);
  conditions.addNamed("above ", state.region.aboveSurface);
  conditions.addNamed("below ", state.region.belowSurface);
  if (!layerOf(state, object).visible) conditions.add("layer off");
  if (reveals(state, object)) conditions.add("only what is hidden by: " + state.reveal->reason);
  return conditions.text();
}

}  // namespace adit::viewer
