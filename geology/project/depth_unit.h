// Depths follow the collars of their holes when these are brought into a system of another unit.
#pragma once
#include "geology/formats/drill_table.h"
#include "geology/model/diagnostic.h"

namespace adit::project {

/// What depths of a table are multiplied with when the heights of its collars were multiplied with `factor`:
/// `factor`, or 1 where the table states that it is in the new unit already ("Depth_m", the choice
/// "<file>/unit"). Between feet and metres only; 1 for units that a table cannot state.
double depthFactor(const formats::DrillTable& table, double factor);

/// Multiplies end of hole, FROM, TO and the depths of stations, and says so (PRJ-UNIT-DEPTHS).
void bringDepths(formats::DrillTable& table, double factor, geology::Diagnostics& diagnostics);

}  // namespace adit::project
