#include "viewer/state/color_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace adit::viewer {

std::string hexOf(const Color& color) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text = "#";
  for (const float channel : color) {
    const auto byte = static_cast<std::size_t>(std::lround(std::clamp(channel, 0.0F, 1.0F) * 255.0F));
    text += {kDigits[byte / 16], kDigits[byte % 16]};
  }
  return text;
}

std::optional<Color> colorFromHex(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  Color color{};
  for (std::size_t channel = 0; channel < 3; ++channel) {
    const char* first = text.data() + 1 + 2 * channel;
    unsigned int byte = 0;
    const auto [end, code] = std::from_chars(first, first + 2, byte, 16);
    if (code != std::errc{} || end != first + 2) return std::nullopt;
    color[channel] = static_cast<float>(byte) / 255.0F;
  }
  return color;
}

}  // namespace adit::viewer
