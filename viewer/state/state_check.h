// Whether the numbers of a ViewState are such that it can be drawn.
#pragma once
#include <string>

#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Empty when all is well, else the member and what it must be: "camera.distance must be within 0.001 and
/// 1e+09". Names of objects and columns are not looked at: a view may speak of what is not open.
std::string faultOf(const ViewState& state);
std::string faultOf(const Legend& legend);

}  // namespace adit::viewer
