// Tables for the disclosure guard: whatever is accepted gets a verdict on every rule.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "viewer/guard/checks.h"
#include "viewer/guard/rules.h"
#include "viewer/guard/table_facts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace adit::viewer;
  const auto read = factsOfTable({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (const auto* facts = std::get_if<DisclosureFacts>(&read))
    if (guard(*facts).size() != ruleBook().rules.size()) std::abort();
  return 0;
}
