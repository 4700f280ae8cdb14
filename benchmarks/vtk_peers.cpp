#include "benchmarks/vtk_peers.h"

#include <vtkCellData.h>
#include <vtkCellType.h>
#include <vtkDataSetSurfaceFilter.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>

#include <array>
#include <cmath>
#include <map>

namespace adit::benchmarks {
namespace {

using geology::BlockModel;
using geology::Vec3;

/// VTK does not write to it and does not free it.
vtkSmartPointer<vtkFloatArray> sharedGrades(const BlockModel& model) {
  auto array = vtkSmartPointer<vtkFloatArray>::New();
  const auto& values = model.columns.front().values;
  array->SetName(kGradeArray);
  array->SetArray(const_cast<float*>(values.data()), static_cast<vtkIdType>(values.size()), 1);
  return array;
}

vtkSmartPointer<vtkImageData> image(const BlockModel& model, const Vec3& origin, int extraPoints) {
  auto data = vtkSmartPointer<vtkImageData>::New();
  const auto& lattice = model.lattice;
  data->SetOrigin(origin.x, origin.y, origin.z);
  data->SetSpacing(lattice.size.data());
  data->SetDimensions(static_cast<int>(lattice.count[0]) + extraPoints,
                      static_cast<int>(lattice.count[1]) + extraPoints,
                      static_cast<int>(lattice.count[2]) + extraPoints);
  return data;
}

}  // namespace

vtkSmartPointer<vtkImageData> cellImage(const BlockModel& model, const Vec3& corner) {
  auto data = image(model, corner, 1);
  data->GetCellData()->SetScalars(sharedGrades(model));
  return data;
}

vtkSmartPointer<vtkImageData> centerImage(const BlockModel& model) {
  const auto& size = model.lattice.size;
  auto data = image(model, {size[0] / 2, size[1] / 2, size[2] / 2}, 0);
  data->GetPointData()->SetScalars(sharedGrades(model));
  return data;
}

vtkSmartPointer<vtkUnstructuredGrid> hexahedra(const BlockModel& model) {
  // Corners in thousandths of a block: equal corners of neighbours are one point.
  std::map<std::array<std::int64_t, 3>, vtkIdType> known;
  vtkNew<vtkPoints> points;
  auto grid = vtkSmartPointer<vtkUnstructuredGrid>::New();
  grid->Allocate(static_cast<vtkIdType>(model.blockCount()));
  constexpr std::array<std::array<unsigned, 3>, 8> kCorners{
      {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 1}, {1, 1, 1}, {0, 1, 1}}};
  for (std::size_t block = 0; block < model.blockCount(); ++block) {
    const auto cell = model.lattice.cellAt(model.cellOf(block));
    const geology::SubBox& box = model.boxes[block];
    std::array<vtkIdType, 8> ids{};
    for (std::size_t c = 0; c < 8; ++c) {
      std::array<std::int64_t, 3> place{};
      for (std::size_t a = 0; a < 3; ++a)
        place[a] = cell[a] * 1000 + std::lround((kCorners[c][a] != 0 ? box.max[a] : box.min[a]) * 1000);
      const auto [it, isNew] = known.try_emplace(place, points->GetNumberOfPoints());
      if (isNew)
        points->InsertNextPoint(static_cast<double>(place[0]) / 1000 * model.lattice.size[0],
                                static_cast<double>(place[1]) / 1000 * model.lattice.size[1],
                                static_cast<double>(place[2]) / 1000 * model.lattice.size[2]);
      ids[c] = it->second;
    }
    grid->InsertNextCell(VTK_HEXAHEDRON, 8, ids.data());
  }
  grid->SetPoints(points);
  grid->GetCellData()->SetScalars(sharedGrades(model));
  return grid;
}

void setThreshold(vtkThreshold& threshold, float cutoff) {
  threshold.SetInputArrayToProcess(0, 0, 0, vtkDataObject::FIELD_ASSOCIATION_CELLS, kGradeArray);
  threshold.SetThresholdFunction(vtkThreshold::THRESHOLD_UPPER);
  threshold.SetUpperThreshold(static_cast<double>(cutoff));
}

vtkSmartPointer<vtkPolyData> thresholdSurface(vtkDataSet* data, float cutoff) {
  vtkNew<vtkThreshold> threshold;
  setThreshold(*threshold, cutoff);
  threshold->SetInputData(data);
  vtkNew<vtkDataSetSurfaceFilter> surface;
  surface->SetInputConnection(threshold->GetOutputPort());
  surface->Update();
  return surface->GetOutput();
}

}  // namespace adit::benchmarks
