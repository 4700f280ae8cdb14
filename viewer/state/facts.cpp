#include "viewer/state/facts.h"

namespace adit::viewer {

std::string withThousands(std::size_t n) {
  std::string digits = std::to_string(n);
  for (std::size_t end = digits.size(); end > 3; end -= 3) digits.insert(end - 3, ",");
  return digits;
}

}  // namespace adit::viewer
