// VTK polydata as both of its file forms give it, on its way to a mesh. For the readers of VTK surfaces only.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "geology/formats/mesh_builder.h"
#include "geology/model/column.h"
#include "geology/model/vec3.h"

namespace adit::formats {

/// Cells of one kind: cell i has the corners offsets[i] .. offsets[i + 1].
struct VtkCells {
  std::vector<std::int64_t> offsets{0};
  std::vector<std::int64_t> corners;

  std::size_t size() const { return offsets.size() - 1; }
  std::span<const std::int64_t> cell(std::size_t i) const;
  /// The offsets begin at 0, do not go back, and end at the last corner.
  bool valid() const;
};

struct VtkPolyData {
  bool floatPoints = false;  ///< the file keeps them as 32-bit floats
  std::vector<geology::Vec3> points;
  VtkCells vertices, lines, polygons, strips;
  std::vector<geology::Column> pointColumns;
  std::vector<geology::Column>
      cellColumns;  ///< one row a cell: vertices, lines, polygons, strips, in this order
};

/// Polygons are cut as fans, strips into their triangles; a text column "part" of the cells names the parts.
/// Cells that are not valid are reported as VTK-CELLS and left out.
void addPolyData(VtkPolyData data, MeshBuilder& builder);

}  // namespace adit::formats
