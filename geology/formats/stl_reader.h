// STL, text and binary: triangles without shared corners. Corners at exactly the same place are joined.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

/// A binary file is known by its size (84 + 50 bytes a triangle), not by what its header says: many binary
/// files begin with "solid" like the text form.
int recogniseStl(const Source& source);
/// One mesh; the solids of a text file are its parts.
ImportResult readStl(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
