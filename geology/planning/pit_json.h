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

/// As pitFromJson, for what is still being stated: metals without a price (0) or a unit of sale, no metals
/// and no slopes are no fault. geology/planning/pit_proposal.h says what is missing then.
PitReading pitDraftFromJson(std::string_view json);

/// A draft with one member changed, under its name in the file: "processingCost", "metals[0].price",
/// "schedule.mineCapacity", "slopes.angle". `value` is JSON, or a text; "none" takes the member away.
PitReading pitWithMember(const PitInputs& inputs, std::string_view member, std::string_view value);

}  // namespace adit::planning
