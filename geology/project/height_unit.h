// Heights of terrains whose files state a unit for them, and none for the coordinates.
#pragma once
#include "geology/project/draft.h"

namespace adit::project {

/// Brings such heights into the unit of the coordinates, once that of the deposit is decided (decideUnit),
/// and says so: DEM-UNIT-CONVERTED.
void bringHeights(Draft& draft);

}  // namespace adit::project
