// PLY, text and binary in both byte orders: surfaces, and points when there are no faces.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

int recognisePly(const Source& source);
/// One mesh. Further properties of vertices and faces become columns, except normals, which follow from the
/// faces.
ImportResult readPly(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
