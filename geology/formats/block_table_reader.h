// Block models and points as delimited text: Datamine, Vulcan, Surpac, Leapfrog, Micromine, plain tables.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

/// 95 for a header with positions and block sizes, 92 for positions and further columns, 70 when one of these
/// names holes, 60 for block indices only, 40 for bare positions, 25 without heights; 0 without numbers under
/// the header, or when the columns are those of a drillhole table.
int recogniseBlockTable(const Source& source);

/// One BlockModel, or one PointSet where the rows lie on no lattice. Further choices than those of
/// ColumnPlanner:
///   "<file>/kind"           block-model | points
///   "<file>/position"       centroid | corner
///   "<file>/cell-size"      e.g. "25,25,50"
///   "<file>/column-<field>" the header that holds x, y, z, size-x, ..., i, j or k; or none
ImportResult readBlockTable(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
