#include "benchmarks/surface_measure.h"

#include <vtkCellArray.h>
#include <vtkCellArrayIterator.h>
#include <vtkCellData.h>
#include <vtkDataArray.h>

#include <cmath>

#include "geology/model/vec3.h"

namespace adit::benchmarks {
namespace {

using geology::Vec3;

Vec3 pointOf(vtkPolyData& mesh, vtkIdType id) {
  const double* p = mesh.GetPoint(id);
  return {p[0], p[1], p[2]};
}

double triangleArea(const Vec3& a, const Vec3& b, const Vec3& c) {
  return geology::length(geology::cross(b - a, c - a)) / 2;
}

/// Of a convex polygon as a fan of triangles.
double polygonArea(vtkPolyData& mesh, vtkIdType count, const vtkIdType* corners) {
  double area = 0;
  for (vtkIdType i = 1; i + 1 < count; ++i)
    area += triangleArea(pointOf(mesh, corners[0]), pointOf(mesh, corners[i]), pointOf(mesh, corners[i + 1]));
  return area;
}

/// visit(cell's place among the cells of its kind, number of corners, corners)
template <typename Visit>
void forEachCell(vtkCellArray* cells, const Visit& visit) {
  const auto it = vtk::TakeSmartPointer(cells->NewIterator());
  for (it->GoToFirstCell(); !it->IsDoneWithTraversal(); it->GoToNextCell()) {
    vtkIdType count = 0;
    const vtkIdType* corners = nullptr;
    it->GetCurrentCell(count, corners);
    visit(it->GetCurrentCellId(), count, corners);
  }
}

}  // namespace

AreaSums areaSums(vtkPolyData& mesh, const char* cellArray) {
  vtkDataArray* values = cellArray != nullptr ? mesh.GetCellData()->GetArray(cellArray) : nullptr;
  AreaSums sums;
  const auto add = [&](vtkIdType cell, double area) {
    sums.area += area;
    if (values != nullptr) sums.valueArea += area * values->GetComponent(cell, 0);
  };
  const vtkIdType before = mesh.GetNumberOfVerts() + mesh.GetNumberOfLines();
  forEachCell(mesh.GetPolys(), [&](vtkIdType cell, vtkIdType count, const vtkIdType* corners) {
    add(before + cell, polygonArea(mesh, count, corners));
  });
  forEachCell(mesh.GetStrips(), [&](vtkIdType cell, vtkIdType count, const vtkIdType* corners) {
    double area = 0;
    for (vtkIdType i = 0; i + 2 < count; ++i)
      area += triangleArea(pointOf(mesh, corners[i]), pointOf(mesh, corners[i + 1]),
                           pointOf(mesh, corners[i + 2]));
    add(before + mesh.GetNumberOfPolys() + cell, area);
  });
  return sums;
}

double quadArea(vtkPolyData& mesh) {
  double area = 0;
  forEachCell(mesh.GetPolys(), [&](vtkIdType, vtkIdType count, const vtkIdType* corners) {
    if (count == 4) area += polygonArea(mesh, count, corners);
  });
  return area;
}

double enclosedVolume(vtkPolyData& mesh) {
  double six = 0;
  forEachCell(mesh.GetPolys(), [&](vtkIdType, vtkIdType count, const vtkIdType* corners) {
    for (vtkIdType i = 1; i + 1 < count; ++i)
      six += geology::dot(pointOf(mesh, corners[0]),
                          geology::cross(pointOf(mesh, corners[i]), pointOf(mesh, corners[i + 1])));
  });
  return std::abs(six) / 6;
}

}  // namespace adit::benchmarks
