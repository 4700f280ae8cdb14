// Feet or metres: stated, hinted at, or assumed.
#pragma once
#include "geology/project/draft.h"

namespace adit::project {

/// Sets draft.unit and draft.unitStated, in this order of trust: the choice "unit" (m or ft); the CRS; the
/// headers of the drillhole tables; coordinates that only feet have (a hint, PRJ-UNIT-HINT); metres
/// (PRJ-UNIT-ASSUMED). PRJ-UNIT-MIXED where a table's header says otherwise. Before the tables are joined.
void decideUnit(Draft& draft, const formats::ImportChoices& choices);

}  // namespace adit::project
