// Rows that have the indices of their block and no coordinates.
#pragma once
#include "geology/formats/block_assembly.h"
#include "geology/formats/findings.h"
#include "geology/formats/import_choice.h"

namespace adit::formats {

/// Makes the indices of the rows block centres, counted in cells from the corner of the block of the lowest
/// possible index. Axis by axis that index is 1 where the lowest that occurs is 1, 0 where it is less; where
/// it is more, it is 1 unless another axis has indices below 1. The choice "<file>/index-base" = "1,1,0"
/// overrules. BM-INDEX-BASE when the axes differ.
void indicesToPositions(CollectedRows& rows, LatticeHints& hints, const Decision& decision,
                        Findings& findings);

}  // namespace adit::formats
