// Scripts of commands: no crash; a state that they make can be written and read again; a line that is
// understood is written as one that means the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "tests/support/sample_deposit.h"
#include "viewer/state/command.h"
#include "viewer/state/state_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace adit::viewer;
  static const auto kDeposit = adit::tests::sampleDeposit();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto result = applyScript({}, text, *kDeposit);
  if (const auto* state = std::get_if<ViewState>(&result))
    if (!std::holds_alternative<ViewState>(stateFromJson(toJson(*state)))) std::abort();
  const auto command = parseCommand(text);
  if (const auto* read = std::get_if<Command>(&command); read != nullptr && !read->arguments.empty()) {
    const Command rest{"name", read->arguments};
    const auto again = parseCommand(formatCommand(rest));
    if (!std::holds_alternative<Command>(again) || std::get<Command>(again) != rest) std::abort();
  }
  return 0;
}
