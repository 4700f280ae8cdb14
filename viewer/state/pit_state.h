// The question for a pit: what a person states about prices, costs and slopes, and whether the pit is wanted.
#pragma once
#include <string_view>

#include "geology/planning/pit_inputs.h"

namespace adit::viewer {

/// The name of the mine plan that answers it, and of the surface of the designed pit around its last shell.
inline constexpr std::string_view kPitPlan = "pit limit";
inline constexpr std::string_view kPitDesignMesh = "pit limit design";

struct PitState {
  bool on = false;             ///< the pit is found, and is a plan of the deposit under the name kPitPlan
  planning::PitInputs inputs;  ///< may be a draft: planning::missingFrom says what is still to be stated
  friend bool operator==(const PitState&, const PitState&) = default;
};

}  // namespace adit::viewer
