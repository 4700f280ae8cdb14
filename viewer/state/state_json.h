// ViewState to and from JSON. Only what differs from the defaults is written. Reading: unknown members are
// ignored (a later Adit wrote them), absent ones have their default, and a member of the wrong kind is an
// error that names it.
#pragma once
#include <string>
#include <string_view>

#include "viewer/state/command.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

std::string toJson(const ViewState& state);
OrError<ViewState> stateFromJson(std::string_view json);
std::string toJson(const Legend& legend);
OrError<Legend> legendFromJson(std::string_view json);
/// A tour as a file: {"format": "adit-tour", "version": 1, "stops": [...]}, each stop with its view as an
/// object. A stop whose view is none is an error that names the stop.
std::string toJson(const std::vector<TourStop>& tour);
OrError<std::vector<TourStop>> tourFromJson(std::string_view json);

}  // namespace adit::viewer
