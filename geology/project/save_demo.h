// A deposit that was made, not read, as the open files that a mine would have: to be opened again like
// anyone's.
#pragma once
#include <string>

#include "geology/model/deposit.h"
#include "geology/model/progress.h"

namespace adit::project {

/// Writes into `folder`, which is made when it is not there: collar.csv, survey.csv, a CSV for each interval
/// table, blocks.csv, pit.obj, topography.tif, ground.tif, as far as the deposit has such objects, and
/// README.txt, which says what is what and that it is SYNTHETIC. Files of these names are overwritten.
/// Everything that could not be written is an error (DEMO-NOT-WRITTEN, DEM-NOT-WRITTEN). Throws
/// geology::Cancelled only.
geology::Diagnostics saveDemo(const geology::Deposit& deposit, const std::string& folder,
                              geology::Progress& progress);

}  // namespace adit::project
