// Feet or metres: stated, hinted at, or assumed.
#pragma once
#include <string>

#include "geology/project/draft.h"

namespace adit::project {

struct UnitRequest {
  const formats::ImportChoices& choices;
  std::string saved;  ///< "m" or "ft" as the project was saved; empty without one
};

/// Sets draft.unit and draft.unitStated, in this order of trust: the choice "unit" (m or ft); the CRS; the
/// unit that the project was saved with; the headers of the drillhole tables; coordinates that only feet have
/// (a hint, PRJ-UNIT-HINT); metres (PRJ-UNIT-ASSUMED). PRJ-UNIT-CRS where the choice or the project
/// contradicts the CRS. PRJ-UNIT-MIXED where a table's header says otherwise. Before the tables are joined.
void decideUnit(Draft& draft, const UnitRequest& request);

}  // namespace adit::project
