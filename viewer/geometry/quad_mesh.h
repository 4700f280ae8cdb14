// Many separate quads as vtkPolyData, made at their exact size and filled on all cores.
#pragma once
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include <array>
#include <cstdint>

namespace adit::viewer {

/// Arrays of a mesh that is being filled: four points and one row a quad.
struct QuadArrays {
  std::array<float, 3>* points;  ///< quad n has points 4n .. 4n + 3, counter-clockwise from outside
  std::uint32_t* rows;           ///< see kRowArray
};

/// A mesh of `quads` quads whose arrays are to be filled. Their corners are the points in order.
struct QuadMesh {
  vtkSmartPointer<vtkPolyData> polyData;
  QuadArrays arrays;
};
QuadMesh quadMesh(std::size_t quads);

}  // namespace adit::viewer
