// Collar, survey and interval tables as delimited text (reference: docs/formats.md). Recognised by the
// header.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

/// 90 for a header with the columns of a collar, survey or interval table; 60 for a collar table without
/// elevations; 20 for hole ids with positions and grades but neither depth nor direction (blast holes); else
/// 0.
int recogniseDrillTable(const Source& source);

/// One DrillTable. Further choices than those of ColumnPlanner:
///   "<file>/role"          collar | survey | interval
///   "<file>/column-<field>" the header that holds hole-id, x, y, z, longitude, latitude, end-of-hole, depth,
///                          azimuth, dip, from or to
///   "<file>/unit"          m | ft
ImportResult readDrillTable(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
