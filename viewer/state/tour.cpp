#include "viewer/state/tour.h"

#include <algorithm>

#include "viewer/state/columns.h"
#include "viewer/state/evidence.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

using geology::Deposit;

class Missing {
 public:
  explicit Missing(const Deposit& deposit) : deposit_(deposit) {}

  /// False when there is no such object, which is noted.
  bool object(const std::string& name) {
    if (name.empty() || findObject(deposit_, name)) return !name.empty();
    note("'" + name + "' is not there");
    return false;
  }
  void column(const std::string& name, const std::string& address) {
    if (address.empty() || address == kElevation || namesSupport(address)) return;
    if (columnOf(deposit_, name, address) == nullptr) note(name + " has no column '" + address + "'");
  }
  std::vector<std::string> found() && { return std::move(found_); }

 private:
  void note(const std::string& what) {
    if (std::find(found_.begin(), found_.end(), what) == found_.end()) found_.push_back(what);
  }
  const Deposit& deposit_;
  std::vector<std::string> found_;
};

}  // namespace

std::string stopViewOf(ViewState state, bool withPath) {
  state.tour.clear();
  state.savedViews.clear();
  state.tool = ToolKind::Orbit;
  state.theme = ViewState{}.theme;
  if (!withPath) state.path = {};
  return toJson(state);
}

OrError<ViewState> viewOfStop(const TourStop& stop) {
  return stateFromJson(stop.view);
}

ViewState enteredStop(const ViewState& state, ViewState stop) {
  stop.tour = state.tour;
  stop.savedViews = state.savedViews;
  stop.theme = state.theme;
  if (!isFlight(stop)) stop.path = state.path;
  return stop;
}

bool isFlight(const ViewState& stop) {
  return !stop.path.keys.empty();
}

std::vector<std::string> missingIn(const ViewState& view, const Deposit& deposit) {
  Missing missing(deposit);
  for (const auto& [name, layer] : view.layers)
    if (layer.visible && missing.object(name)) {
      missing.column(name, layer.colorBy);
      missing.column(name, layer.sizeBy);
    }
  for (const auto& [name, filter] : view.filters) {
    if (!layerOf(view, name).visible || !missing.object(name)) continue;
    for (const auto& [address, range] : filter.ranges) missing.column(name, address);
    for (const auto& [address, names] : filter.hiddenCategories) missing.column(name, address);
  }
  for (const std::string* ground :
       {&view.region.insideSolid, &view.region.aboveSurface, &view.region.belowSurface})
    missing.object(*ground);
  return std::move(missing).found();
}

std::string stopName(const std::vector<TourStop>& tour, std::size_t index) {
  const std::string number = std::to_string(index + 1);
  return index < tour.size() && !tour[index].title.empty() ? number + " (" + tour[index].title + ")" : number;
}

}  // namespace adit::viewer
