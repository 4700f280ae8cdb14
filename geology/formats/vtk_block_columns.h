// Cell arrays of a VTK data set as columns of blocks. For the sources of geology/formats that use VTK.
#pragma once
#include <vtkDataSet.h>

#include "geology/formats/findings.h"
#include "geology/formats/import_choice.h"

namespace adit::formats {

/// One column an array (one a component, "velocity 1", "velocity 2", ...), in the order of `tuples`. Codes
/// whose names are the text array "<name>/names" of the field data, as Adit writes them, become categories;
/// so do whole numbers whose name says that they are codes.
std::vector<geology::Column> columnsOf(vtkFieldData* arrays, vtkFieldData* names,
                                       const std::vector<std::uint32_t>& tuples, const Decision& decision);

/// Cells that vtkGhostType does not hide.
std::vector<std::uint32_t> visibleCells(vtkDataSet* data);

}  // namespace adit::formats
