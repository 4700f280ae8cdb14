// Block models for other programs. Coordinates leave as they are: in text with every digit that a double has,
// in VTK files as doubles. Whoever opened the stream asks it whether all went well.
#pragma once
#include <iosfwd>

#include "geology/model/block_model.h"

namespace adit::formats {

/// x, y, z of the centroid, dx, dy, dz along the lattice axes, then the columns; one row a block, absent
/// cells have none. A value that was not sampled is empty, one below detection is "<limit". readBlockTable
/// reads it back.
void writeBlocksCsv(const geology::BlockModel& model, std::ostream& out);

// In VTK files numbers are float cell arrays (NaN = no value), categories are int cell arrays of codes (-1 =
// none) whose names are the text array "<column>/names" of the field data. The states of values are not kept.

/// VTK image data: every cell of the lattice. Absent cells are hidden by the array vtkGhostType, as ParaView
/// and readVtkBlocks know it. For models without sub-blocks; a sub-blocked one would lose its boxes and is
/// refused (returns false, writes nothing).
bool writeBlocksVti(const geology::BlockModel& model, std::ostream& out);

/// VTK unstructured grid: one hexahedron a block, blocks with common corners share them.
void writeBlocksVtu(const geology::BlockModel& model, std::ostream& out);

}  // namespace adit::formats
