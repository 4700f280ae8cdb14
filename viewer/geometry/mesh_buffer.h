// Growing arrays of a mesh, handed over to vtkPolyData without a copy of a copy.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

namespace adit::viewer {

using Rgba = std::array<std::uint8_t, 4>;

/// Name of the cell array that says which row of the object (block, interval, triangle, point) a cell draws.
constexpr const char* kRowArray = "adit:row";

/// Vertices with normals, polygons of 3 or 4 corners, one row number and one colour a polygon.
struct MeshBuffer {
  std::vector<std::array<float, 3>> points;
  std::vector<std::array<float, 3>> normals;  ///< one a point, or empty
  std::vector<std::int64_t> corners;          ///< polygons back to back
  std::vector<std::int64_t> offsets{0};       ///< offsets[i] .. offsets[i+1] are polygon i's corners
  std::vector<std::uint32_t> rows;            ///< one a polygon, or empty

  std::size_t polygonCount() const { return offsets.size() - 1; }
  void addPolygon(std::initializer_list<std::int64_t> polygon, std::uint32_t row) {
    corners.insert(corners.end(), polygon);
    offsets.push_back(static_cast<std::int64_t>(corners.size()));
    rows.push_back(row);
  }
};

/// `asLines`: the polygons are polylines.
vtkSmartPointer<vtkPolyData> toPolyData(const MeshBuffer& mesh, bool asLines = false);

/// One colour a cell (polygons and lines in order) as the active scalars; VTK draws them as they are.
void setCellColors(vtkPolyData& mesh, const std::vector<Rgba>& colors);
/// The rows of all cells, empty where the mesh has none; they live as long as the mesh.
std::span<const std::uint32_t> rowsOf(vtkPolyData& mesh);
/// The row of a cell, or -1 where the mesh has no rows.
std::int64_t rowOfCell(vtkPolyData& mesh, std::int64_t cell);

}  // namespace adit::viewer
