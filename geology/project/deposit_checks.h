// What only the whole deposit shows: objects that do not hold together, and objects far from each other.
#pragma once
#include <optional>
#include <string>

#include "geology/project/draft.h"

namespace adit::project {

/// Takes out objects whose arrays do not belong together (a fault of a reader; PRJ-INVALID) so that nothing
/// behind this point has to check an index again.
void removeInvalid(Draft& draft);

/// What is wrong with the model's arrays, or nothing.
std::optional<std::string> faultOf(const geology::BlockModel& model);

/// PRJ-FAR-APART: groups of objects so far from each other that no picture can hold them both; mostly a local
/// mine grid beside UTM coordinates.
geology::Diagnostics checkFarApart(const geology::Deposit& deposit);

}  // namespace adit::project
