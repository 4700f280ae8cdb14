// DXF as text: faces, meshes, polylines, lines and points, with their layers as parts. Read here and not by
// GDAL: its driver refuses the files of mine planning systems (group values with trailing blanks as in
// "SECTION ", no header), drops the heights of polylines that are flagged as flat, and copies every face
// through a geometry object.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

/// Text only; a binary DXF is known to unknown_content.h, which says what to export instead.
int recogniseDxf(const Source& source);
/// One mesh with everything that has faces or lines, and one point set of the POINT entities. Blocks
/// (INSERT), texts, curves and solids are counted as not drawn.
ImportResult readDxf(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
