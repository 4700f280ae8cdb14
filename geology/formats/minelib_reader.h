// MineLib's instances: blocks, and the problem and solution files of the same name beside them.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

/// 96 for a file that states its TYPE, and for .blocks, .prec and .sol files whose lines are what the ending
/// says; else 0.
int recogniseMinelib(const Source& source);

/// Of a .blocks file one BlockModel with the columns "id", "attribute 1" ..., with "value" and "resource r"
/// of a .cpit, .pcpsp or .upit file (the first there is) of its name, and a MinePlan for each .sol file
/// beside it whose name is the same or goes on with "_" (newman1_cpit.sol). The .prec file is checked. Any
/// other file alone is refused with PL-NEEDS-BLOCKS. Further choices as in decideLattice.
ImportResult readMinelib(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
