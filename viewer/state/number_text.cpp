#include "viewer/state/number_text.h"

#include <array>
#include <charconv>

namespace adit::viewer {

std::string fixedText(double value, int decimals) {
  std::array<char, 400> buffer;  // the largest double has 309 digits before the point
  const auto [end, code] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
  return code == std::errc{} ? std::string(buffer.data(), end) : std::string();
}

}  // namespace adit::viewer
