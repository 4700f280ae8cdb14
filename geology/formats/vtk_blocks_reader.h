// Block models as VTK files: image data, rectilinear and unstructured grids, XML or legacy.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

/// 100 for the three kinds of data set, else 0.
int recogniseVtkBlocks(const Source& source);

/// One BlockModel whose columns are the cell arrays; the boxes of an unstructured grid that lie on no lattice
/// become one PointSet of their centres. Cells hidden by vtkGhostType are absent. Image data that has point
/// arrays only becomes blocks around the points, and a finding says so. Choice "<file>/<column>/type" =
/// numeric | category for whole numbers whose name says that they are codes.
ImportResult readVtkBlocks(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
