// Bringing everything into one coordinate reference system.
#pragma once
#include <string>

#include "geology/project/draft.h"

namespace adit::project {

/// Decides draft.crs and reprojects what states another one; before the tables are joined.
/// The target is `targetCrs`, else the first projected system that a file states (block models first, because
/// a lattice cannot be reprojected; then collars, terrains, surfaces, points), else the UTM zone of what is
/// in degrees, else none. Choices: "<file>/crs" states the CRS of a file. What states no CRS is taken to be
/// in the target. PRJ-CRS-*, and the codes of geology/formats/crs.h.
void bringIntoOneCrs(Draft& draft, const std::string& targetCrs, const formats::ImportChoices& choices);

}  // namespace adit::project
