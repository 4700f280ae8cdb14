// Collars in degrees under the headers X and Y, as GIS programs export them.
#pragma once
#include "geology/project/draft.h"

namespace adit::project {

/// Marks collar tables as geographic whose positions can hardly be lengths: all within 180 and 90, not whole
/// numbers, and the deepest hole several hundred times as long as they lie apart. Warning
/// DH-LOOKS-GEOGRAPHIC; the choice "<file>/coordinates" is degrees or lengths. A table whose CRS a person
/// states is left as it is.
void recogniseDegrees(Draft& draft, const formats::ImportChoices& choices);

}  // namespace adit::project
