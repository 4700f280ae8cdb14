// A pit that comes as a surface, cut into its terrain: against the clip that a VTK user would take, which
// gives the terrain that is left and knows neither the walls nor the volume.
#include <vtkClipPolyData.h>
#include <vtkImplicitPolyDataDistance.h>
#include <vtkNew.h>

#include <cmath>
#include <memory>
#include <numbers>
#include <utility>

#include "benchmarks/row.h"
#include "benchmarks/surface_measure.h"
#include "geology/planning/pit_stages.h"
#include "viewer/geometry/surface_mesh.h"
#include "viewer/geometry/terrain_mesh.h"

namespace adit::benchmarks {
namespace {

using geology::Vec3;

struct PitSite {
  std::shared_ptr<geology::Terrain> terrain;
  std::shared_ptr<geology::TriangleMesh> pit;
};

/// Rolling ground around 1,000 m, 2 km wide.
std::shared_ptr<geology::Terrain> rollingGround(std::int32_t nodes) {
  auto terrain = std::make_shared<geology::Terrain>();
  terrain->name = "topography";
  terrain->columns = terrain->rows = nodes;
  const double step = 2000.0 / (nodes - 1);
  terrain->origin = {-1000, -1000};
  terrain->stepColumn = {step, 0};
  terrain->stepRow = {0, step};
  for (std::int32_t r = 0; r < nodes; ++r)
    for (std::int32_t c = 0; c < nodes; ++c)
      terrain->heights.push_back(
          static_cast<float>(1000 + 20 * std::sin(c * step / 170) + 15 * std::cos(r * step / 230)));
  return terrain;
}

/// Walls of 45 degrees from a floor 200 m wide up to well above the ground, in rings of triangles.
std::shared_ptr<geology::TriangleMesh> cone(std::uint32_t sides) {
  auto mesh = std::make_shared<geology::TriangleMesh>();
  mesh->name = "pit_2027";
  mesh->vertices = {{0, 0, 700}};
  const std::uint32_t rings = sides / 4;
  for (std::uint32_t ring = 0; ring < rings; ++ring)
    for (std::uint32_t n = 0; n < sides; ++n) {
      const double out = 400.0 * ring / (rings - 1), turn = 2 * std::numbers::pi * n / sides;
      mesh->vertices.push_back({(100 + out) * std::cos(turn), (100 + out) * std::sin(turn), 700 + out});
      const std::uint32_t own = 1 + ring * sides + n, next = 1 + ring * sides + (n + 1) % sides;
      if (ring == 0) {
        mesh->triangles.push_back({0, own, next});
        continue;
      }
      mesh->triangles.push_back({own - sides, own, next});
      mesh->triangles.push_back({own - sides, next, next - sides});
    }
  return mesh;
}

/// A little deeper every round.
std::shared_ptr<geology::TriangleMesh> sunk(const PitSite& site, int round) {
  auto mesh = std::make_shared<geology::TriangleMesh>(*site.pit);
  for (Vec3& v : mesh->vertices) v.z -= round;
  return mesh;
}

std::unique_ptr<planning::PitStages> cutByUs(const PitSite& site, int round) {
  geology::Deposit deposit;
  deposit.terrains = {site.terrain};
  deposit.meshes = {sunk(site, round)};
  geology::MinePlan plan;
  plan.periods = {{"2027", "", 1}};
  plan.solids = {{"pit_2027", geology::PlanActivity::Pit, 0, 0}};
  return std::make_unique<planning::PitStages>(deposit, plan);
}

/// The terrain that is gone.
Answer areaTaken(const std::unique_ptr<planning::PitStages>& stages) {
  const geology::Terrain& terrain = *stages->natural().terrain;
  double area =
      static_cast<double>(stages->cutNatural().count()) * terrain.stepColumn[0] * terrain.stepRow[1];
  stages->forEachPiece(1, planning::PitStages::kNatural, [&](const analysis::Polygon& piece, std::uint32_t) {
    area -= analysis::planArea(piece);
  });
  return {{"area in plan", area, 2e-3}};
}

vtkSmartPointer<vtkPolyData> cutByVtk(const PitSite& site, int round) {
  const viewer::SceneFrame frame;
  const auto pit = sunk(site, round);
  const auto surface = viewer::surfaceMesh(*pit, geology::BitMask(pit->triangles.size(), true), frame);
  const auto ground = viewer::toPolyData(
      viewer::terrainGrid(*site.terrain, geology::BitMask(site.terrain->heights.size(), true), 1, frame));
  vtkNew<vtkImplicitPolyDataDistance> distance;
  distance->SetInput(surface);
  vtkNew<vtkClipPolyData> clip;
  clip->SetInputData(ground);
  clip->SetClipFunction(distance);
  clip->InsideOutOff();  // above the pit is the side to which its normals point
  clip->Update();
  return clip->GetOutput();
}

/// The ground is nowhere steep: its area in plan is that of its polygons without their heights.
Answer areaClipped(const vtkSmartPointer<vtkPolyData>& taken) {
  vtkPoints& points = *taken->GetPoints();
  for (vtkIdType p = 0; p < points.GetNumberOfPoints(); ++p) {
    double place[3];
    points.GetPoint(p, place);
    points.SetPoint(p, place[0], place[1], 0);
  }
  return {{"area in plan", areaSums(*taken, nullptr).area, 2e-3}};
}

}  // namespace

std::vector<Row> pitSurfaceRows(const Sizes& sizes) {
  const bool tiny = sizes.blocks.front() < 100'000;
  const auto site =
      std::make_shared<const PitSite>(PitSite{rollingGround(tiny ? 101 : 401), cone(tiny ? 48 : 200)});
  const std::size_t quads = static_cast<std::size_t>(site->terrain->columns - 1) *
                            static_cast<std::size_t>(site->terrain->rows - 1);
  Row row{"pit surface cut into its terrain",
          sizeText(site->pit->triangles.size()) + " triangles, " + sizeText(quads) + " quads",
          contender(
              "flat pieces, with walls and volume", [site](int round) { return cutByUs(*site, round); },
              areaTaken)};
  row.peers = {{contender(
      "vtkImplicitPolyDataDistance + vtkClipPolyData", [site](int round) { return cutByVtk(*site, round); },
      areaClipped)}};
  row.slow = !tiny;
  return {row};
}

}  // namespace adit::benchmarks
