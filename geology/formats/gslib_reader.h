// GSLIB and GeoEAS tables, SGeMS grids (docs/formats.md): text with a title, a number of columns, their
// names.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

/// 80 for a head that states a grid, 60 for the head of a table; else 0.
int recogniseGslib(const Source& source);

/// A BlockModel for a grid, or for rows whose coordinates lie on a lattice; a PointSet for other rows with
/// coordinates. Rows without coordinates need the choice "<file>/lattice" = "50x50x1@1,1,1". Further choices
/// as in readBlockTable.
ImportResult readGslib(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
