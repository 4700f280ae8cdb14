// Which questions of a view can only be answered with the data support of its block models.
#pragma once
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Honest View, or a colour, a filter or an expression by a column of the support.
bool asksForSupport(const ViewState& state);
/// A text that names such a column: an expression, a command.
bool namesSupport(const std::string& text);

}  // namespace adit::viewer
