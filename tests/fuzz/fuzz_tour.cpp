// Tours as JSON: whatever is accepted has to come back as it was when written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "viewer/state/state_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace adit::viewer;
  using Tour = std::vector<TourStop>;
  const auto tour = tourFromJson({reinterpret_cast<const char*>(data), size});
  if (const auto* read = std::get_if<Tour>(&tour)) {
    const auto again = tourFromJson(toJson(*read));
    if (!std::holds_alternative<Tour>(again) || std::get<Tour>(again) != *read) std::abort();
  }
  return 0;
}
