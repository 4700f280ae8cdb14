// Places in degrees under the headers X and Y, as GIS programs export them.
#pragma once
#include "geology/project/draft.h"

namespace adit::project {

/// Finds what can hardly be lengths: all places within 180 and 90, not whole numbers, and
///   - collars: the deepest hole several hundred times as long as they lie apart (DH-LOOKS-GEOGRAPHIC);
///   - blocks: several hundred times as high as wide; points: as far apart in height as not in plan
///     (PRJ-LOOKS-GEOGRAPHIC). Points without heights that lie less than a degree apart are doubted only.
/// They are taken for degrees, WGS 84 where nothing states another system. Each is a warning, and the choice
/// "<file>/coordinates" = degrees | lengths overrules it. What has a CRS is left as it is.
void recogniseDegrees(Draft& draft, const formats::ImportChoices& choices);

}  // namespace adit::project
