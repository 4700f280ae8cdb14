// Filter expressions: a reason or a mask, never a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "geology/analysis/expression.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace adit;
  static const std::vector<geology::Column> kColumns{
      geology::numericColumn("cu", {0.2F, geology::kMissing, 2.0F}),
      geology::numericColumn("mo ppm", {10, 20, geology::kMissing}),
      geology::categoryColumn("rock", {"POR", "", "OX"}), geology::categoryColumn("zone", {"POR", "OX", ""})};
  static const auto kNamed = geology::namedColumns(kColumns);
  const auto parsed = analysis::Expression::parse({reinterpret_cast<const char*>(data), size}, kNamed);
  if (const auto* expression = std::get_if<analysis::Expression>(&parsed)) {
    const geology::BitMask mask = expression->evaluate(kNamed, 3);
    if (mask.words().at(0) >> 3 != 0) std::abort();
  }
  return 0;
}
