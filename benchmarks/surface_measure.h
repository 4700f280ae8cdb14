// Measures of meshes by which different ways to make one surface are compared.
#pragma once
#include <vtkPolyData.h>

namespace adit::benchmarks {

struct AreaSums {
  double area = 0;
  double valueArea = 0;  ///< sum of a polygon's area times its value
};
/// Over polygons and triangle strips, with the values of a cell array; nullptr: the area only.
AreaSums areaSums(vtkPolyData& mesh, const char* cellArray);
/// Only of polygons with four corners: the walls of tubes without their caps.
double quadArea(vtkPolyData& mesh);
/// Of a closed surface of triangles, whichever way round it is (Gauss's theorem).
double enclosedVolume(vtkPolyData& mesh);

}  // namespace adit::benchmarks
