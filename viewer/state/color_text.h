// Colours as text: "#rrggbb".
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Rounded to 8 bits a channel.
std::string hexOf(const Color& color);
std::optional<Color> colorFromHex(std::string_view text);

}  // namespace adit::viewer
