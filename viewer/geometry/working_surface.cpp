#include "viewer/geometry/working_surface.h"

#include <algorithm>
#include <cmath>

#include "viewer/geometry/surface_mesh.h"

namespace adit::viewer {
namespace {

using geology::PlanActivity;

/// Between foot and top, where a solid has a level face.
bool isPart(const WorkedSolid& solid, double level) {
  return solid.shape.mesh().closed && level > solid.shape.foot() && level < solid.shape.top();
}

}  // namespace

std::vector<Polygon> levelFace(const geology::TriangleMesh& mesh, double level) {
  std::vector<Polygon> faces;
  // Relative to a corner, so that nothing is lost in the floats of the cut.
  const geology::Vec3 corner = mesh.bounds().min;
  const SceneFrame frame{corner, 1};
  geology::BitMask all(mesh.triangles.size());
  for (std::size_t n = 0; n < mesh.triangles.size(); ++n) all.set(n);
  const auto surface = surfaceMesh(mesh, all, frame);
  const MeshBuffer cut = solidCutFace(*surface, {{{corner.x, corner.y, level}, {0, 0, 1}}}, 0, frame);
  for (std::size_t n = 0; n < cut.polygonCount(); ++n) {
    Polygon face;
    for (std::int64_t c = cut.offsets[n]; c < cut.offsets[n + 1]; ++c) {
      const auto& p = cut.points[static_cast<std::size_t>(cut.corners[static_cast<std::size_t>(c)])];
      face.push_back({corner.x + static_cast<double>(p[0]), corner.y + static_cast<double>(p[1]), level});
    }
    double area = 0;
    for (std::size_t k = 2; k < face.size(); ++k) area += cross(face[k - 1] - face[0], face[k] - face[0]).z;
    if (area < 0) std::reverse(face.begin(), face.end());
    if (face.size() >= 3) faces.push_back(std::move(face));
  }
  return faces;
}

GroundPolygons workingSurface(const Workings& workings, double time, const geology::BlockModel* model) {
  std::vector<Polygon> faces = workingFaces(workings, time);
  for (const auto& solid : workings.solids()) {
    if (solid->solid->activity != PlanActivity::Stope || !solid->begun(time)) continue;
    const double level = solid->levelAt(time);
    if (!isPart(*solid, level)) continue;
    for (Polygon& face : levelFace(solid->shape.mesh(), level)) {
      std::reverse(face.begin(), face.end());  // a roof, seen from below
      faces.push_back(std::move(face));
    }
  }
  GroundPolygons surface;
  for (const Polygon& face : unfilledFaces(workings, std::move(faces), time))
    addWithBlocks(face, model, surface);
  return surface;
}

void addWithBlocks(const Polygon& face, const geology::BlockModel* model, GroundPolygons& surface) {
  if (model == nullptr) return surface.add(face, kNoBlockBehind);
  std::vector<Polygon> pieces;
  cutByCells(face, model->lattice, pieces);
  for (const Polygon& piece : pieces) {
    const auto block = blockBehind(piece, *model);
    surface.add(piece, block ? static_cast<std::uint32_t>(*block) : kNoBlockBehind);
  }
}

GroundPolygons filledSurface(const Workings& workings, double time) {
  GroundPolygons surface;
  for (const auto activity : {PlanActivity::Backfill, PlanActivity::Dump, PlanActivity::Stockpile})
    for (const Polygon& face : filledFaces(workings, activity, time)) surface.add(face, kNoBlockBehind);
  for (const auto& solid : workings.solids()) {
    const PlanActivity activity = solid->solid->activity;
    if (activity == PlanActivity::Stope || !solid->begun(time)) continue;
    const double level = solid->levelAt(time);
    if (!isPart(*solid, level)) continue;
    for (const Polygon& face : levelFace(solid->shape.mesh(), level)) surface.add(face, kNoBlockBehind);
  }
  return surface;
}

}  // namespace adit::viewer
