// One value a line and nothing else: economic block values (MineFlow), UBC-GIF models beside their mesh.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

/// 40 when every one of the first lines holds one number (or "nan"), else 0.
int recogniseValueList(const Source& source);

/// One BlockModel with one column. Which blocks the values belong to is stated by
///   "<file>/lattice" = "140x296x68@25,25,20"  X fastest, then Y, then Z upwards; or
///   "<file>/mesh"    = "name.msh"             a UBC-GIF mesh in the same folder; guessed when exactly one
///   there
///                                             has as many cells; or none
/// Without either it is refused with BM-NEEDS-LATTICE.
ImportResult readValueList(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
