// Which arrays of a VTK grid are categories, and which of its cells are there.
#pragma once
#include "geology/formats/import_choice.h"
#include "geology/formats/vtk_grid.h"

namespace adit::formats {

/// Codes whose names are the field texts "<name>/names", as Adit writes them, become categories; so do whole
/// numbers whose name says that they are codes, if the person does not say otherwise: choice
/// "<file>/<column>/type" = numeric | category.
void decideCategories(std::vector<geology::Column>& columns, const VtkGrid& grid, const Decision& decision);

/// Cells that the array vtkGhostType does not hide; the array is taken away.
std::vector<std::uint32_t> takeVisibleCells(VtkGrid& grid);

}  // namespace adit::formats
