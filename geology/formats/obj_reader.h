// Wavefront OBJ: surfaces, solids and lines as text. Read here, in double: VTK and Assimp read OBJ into
// 32-bit floats, which moves a vertex at UTM coordinates by up to half a metre.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

int recogniseObj(const Source& source);
/// One mesh (points, when there are no faces and no lines). `o` and `g` name its parts; in files without them
/// `usemtl` does.
ImportResult readObj(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
