// Arrays of a mesh that are made of the memory of the mesh before it.
#pragma once
#include <vtkCellArray.h>
#include <vtkDataArray.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include <cstddef>

namespace adit::viewer {

/// Those of a mesh of polygons; null where it has none.
struct OldArrays {
  vtkDataArray* points = nullptr;
  vtkDataArray* normals = nullptr;
  vtkDataArray* corners = nullptr;
  vtkDataArray* offsets = nullptr;
};
inline OldArrays oldArrays(vtkPolyData* old) {
  if (old == nullptr || old->GetPoints() == nullptr) return {};
  return {old->GetPoints()->GetData(), old->GetPointData()->GetNormals(),
          old->GetPolys()->GetConnectivityArray(), old->GetPolys()->GetOffsetsArray()};
}

/// An array of the mesh before, if it has this type, else a new one; `count` tuples of undefined values.
/// Grows by more than is asked for, so that a mesh that grows at every step of a slider seldom needs fresh
/// memory, and gives none back.
template <typename Array>
vtkSmartPointer<Array> takenArray(vtkDataArray* old, std::size_t count, int components = 1) {
  vtkSmartPointer<Array> array = Array::SafeDownCast(old);
  if (array == nullptr) array = vtkSmartPointer<Array>::New();
  array->SetNumberOfComponents(components);
  const auto tuples = static_cast<vtkIdType>(count);
  if (array->GetSize() < tuples * components) array->Allocate((tuples + tuples / 8) * components);
  array->SetNumberOfTuples(tuples);
  array->Modified();
  return array;
}

}  // namespace adit::viewer
