#include "viewer/geometry/honest_array.h"

#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>

#include <array>

#include "geology/model/parallel_for.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/state/solidity.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;
using geology::Vec3;

constexpr std::size_t kPointsAtOnce = 16'384;
using Entry = std::array<float, 4>;

vtkSmartPointer<vtkFloatArray> newArray(vtkPolyData& mesh) {
  auto array = vtkSmartPointer<vtkFloatArray>::New();
  array->SetName(kHonestArray);
  array->SetNumberOfComponents(4);
  array->SetNumberOfTuples(mesh.GetNumberOfPoints());
  return array;
}

Vec3 placeOf(vtkPolyData& mesh, std::size_t point, const SceneFrame& frame) {
  std::array<double, 3> p{};
  mesh.GetPoints()->GetPoint(static_cast<vtkIdType>(point), p.data());
  return frame.toWorld({p[0], p[1], p[2]});
}

/// 0..1 along each axis of the block's own box.
std::array<float, 3> placeInBlock(const HonestPlaces& places, std::size_t block, const Vec3& world) {
  const BlockModel& model = places.model;
  const Vec3 local = model.lattice.local(world);
  const auto cell = model.lattice.cellAt(model.cellOf(block));
  const std::array<double, 3> at{local.x, local.y, local.z};
  std::array<float, 3> place{};
  for (std::size_t a = 0; a < 3; ++a) {
    double inside = at[a] - static_cast<double>(cell[a]);
    if (model.subBlocked()) {
      const geology::SubBox& box = model.boxes[block];
      const double lo = static_cast<double>(box.min[a]);
      inside = (inside - lo) / (static_cast<double>(box.max[a]) - lo);
    }
    place[a] = static_cast<float>((inside - 0.5) / places.share + 0.5);
  }
  return place;
}

}  // namespace

void addHonestArray(vtkPolyData& mesh, const HonestPlaces& places) {
  const auto array = newArray(mesh);
  auto* entries = reinterpret_cast<Entry*>(array->GetPointer(0));
  const std::span<const std::uint32_t> rows = rowsOf(mesh);
  vtkCellArray* polygons = mesh.GetPolys();
  for (std::size_t cell = 0; cell < rows.size(); ++cell) {
    vtkIdType count = 0;
    const vtkIdType* corners = nullptr;
    polygons->GetCellAtId(static_cast<vtkIdType>(cell), count, corners);
    for (vtkIdType c = 0; c < count; ++c) {
      const auto point = static_cast<std::size_t>(corners[c]);
      const auto place = placeInBlock(places, rows[cell], placeOf(mesh, point, places.frame));
      entries[point] = {place[0], place[1], place[2], static_cast<float>(places.codes[rows[cell]])};
    }
  }
  mesh.GetPointData()->AddArray(array);
}

void addHonestArrayOfShell(vtkPolyData& shell, const HonestPlaces& places, const BlockIndex& index) {
  const auto array = newArray(shell);
  auto* entries = reinterpret_cast<Entry*>(array->GetPointer(0));
  const geology::Lattice& lattice = places.model.lattice;
  const auto unknown = static_cast<float>(honestCode(Knowledge::DrillingOnly, kNearSteps - 1));
  const geology::Progress neverCancelled;
  const geology::ParallelPlan plan{.count = static_cast<std::size_t>(shell.GetNumberOfPoints()),
                                   .grain = kPointsAtOnce};
  geology::parallelFor(plan, neverCancelled, [&](geology::ParallelRange range) {
    for (std::size_t p = range.begin; p < range.end; ++p) {
      const Vec3 world = placeOf(shell, p, places.frame);
      entries[p] = {0.5F, 0.5F, 0.5F, unknown};
      const auto number = lattice.locate(world);
      if (!number) continue;
      const auto cell = lattice.cellAt(*number);
      const Vec3 local = lattice.local(world);
      const auto block = index.blockHolding(
          cell, {local.x - static_cast<double>(cell[0]), local.y - static_cast<double>(cell[1]),
                 local.z - static_cast<double>(cell[2])});
      if (block) entries[p][3] = static_cast<float>(places.codes[*block]);
    }
  });
  shell.GetPointData()->AddArray(array);
}

}  // namespace adit::viewer
