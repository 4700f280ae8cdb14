// Views and legends as JSON: whatever is accepted has to come back as it was when written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "viewer/state/state_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace adit::viewer;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto state = stateFromJson(text);
  if (const auto* read = std::get_if<ViewState>(&state)) {
    const auto again = stateFromJson(toJson(*read));
    if (!std::holds_alternative<ViewState>(again) || std::get<ViewState>(again) != *read) std::abort();
  }
  legendFromJson(text);
  return 0;
}
