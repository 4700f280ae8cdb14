#include "geology/planning/pit_inputs.h"

namespace adit::planning {

PitInputs::PitInputs() = default;

}  // namespace adit::planning
