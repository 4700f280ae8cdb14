// The statements about a pit as a file that a person reads and writes; docs/planning.md lists its members.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "geology/planning/pit_inputs.h"

namespace adit::planning {

std::string pitToJson(const PitInputs& inputs);

struct PitReading {
  std::optional<PitInputs> inputs;
  std::string fault;  ///< where and what, e.g. "metals[0].recovery: a number from 0 to 1 is wanted"
};
/// Members that are not there keep their defaults; members that nobody knows are a fault, since most likely
/// they are mistyped.
PitReading pitFromJson(std::string_view json);

}  // namespace adit::planning
