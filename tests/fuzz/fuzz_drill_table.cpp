#include <cstdint>

#include "tests/support/fuzz_drillholes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  adit::tests::fuzzDrillTable({reinterpret_cast<const char*>(data), size});
  return 0;
}
