// In words, which blocks of a model a view shows.
#pragma once
#include <string>

#include "viewer/state/view_state.h"

namespace adit::viewer {

/// "cu_pct >= 0.3; without rock OX; section"; empty when everything is shown.
std::string filterText(const ViewState& state, const std::string& object);

}  // namespace adit::viewer
