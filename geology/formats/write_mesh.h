// Surfaces and solids for other programs. Coordinates leave as they are: in text with every digit that a
// double has, in VTK files as doubles. A writer only writes; whoever opened the stream asks it whether all
// went well.
#pragma once
#include <cstdint>
#include <ostream>

#include "geology/model/triangle_mesh.h"

namespace adit::formats {

/// Vertices, parts as groups, triangles and lines. OBJ has no place for columns. Synthetic data says so at
/// the head.
void writeObj(const geology::TriangleMesh& mesh, std::ostream& out);

/// Binary STL has 32-bit floats. Automatic: binary where these are exact to centimetres (no coordinate beyond
/// 1e5), else text.
enum class StlForm : std::uint8_t { Automatic, Binary, Text };
/// Triangles only; that is all that STL has. A text file has one solid a part.
void writeStl(const geology::TriangleMesh& mesh, std::ostream& out, StlForm form = StlForm::Automatic);

/// VTK XML polydata: triangles, lines, columns, and the parts as a text array "part" of the cells.
void writeVtp(const geology::TriangleMesh& mesh, std::ostream& out);

}  // namespace adit::formats
