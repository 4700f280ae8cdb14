// Conditions on where a row lies: sections, box, inside a solid, above and below a surface.
#include <cmath>
#include <limits>

#include "geology/analysis/point_in_mesh.h"
#include "viewer/geometry/selection_conditions.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

using geology::Deposit;
using geology::Vec3;
using PlacesPtr = std::shared_ptr<const RowPlaces>;

std::string keyOf(const CutPlanes& planes) {
  std::string key;
  for (const HalfSpace& plane : planes)
    for (const Vec3& v : {plane.point, plane.normal})
      key += commandNumber(v.x) + " " + commandNumber(v.y) + " " + commandNumber(v.z) + " ";
  return key;
}

void addPlanes(const std::string& reason, const CutPlanes& planes, const PlacesPtr& places,
               Conditions& conditions) {
  if (planes.empty()) return;
  conditions.list.push_back({reason, keyOf(planes), [places, planes] { return places->beyond(planes); }, {}});
}

const geology::TriangleMesh* meshNamed(const Deposit& deposit, const std::string& name) {
  for (const auto& mesh : deposit.meshes)
    if (mesh->name == name) return mesh.get();
  return nullptr;
}
const geology::Terrain* terrainNamed(const Deposit& deposit, const std::string& name) {
  for (const auto& terrain : deposit.terrains)
    if (terrain->name == name) return terrain.get();
  return nullptr;
}

/// The heights of a surface at a place in plan; nothing where it does not reach.
using HeightsAt = std::function<std::optional<analysis::SurfaceHeights>(const Vec3&)>;

HeightsAt heightsOf(const geology::TriangleMesh& mesh) {
  const auto index = std::make_shared<const analysis::PointInMesh>(mesh);
  return [index](const Vec3& p) { return index->heightsAt(p.x, p.y); };
}
HeightsAt heightsOf(const geology::Terrain& terrain) {
  return [&terrain](const Vec3& p) -> std::optional<analysis::SurfaceHeights> {
    const double height = terrain.heightAt(p.x, p.y);
    if (std::isnan(height)) return std::nullopt;
    return analysis::SurfaceHeights{height, height};
  };
}
/// Made when a mask is computed, not before: it takes an index of the surface. Empty for unknown names.
std::function<HeightsAt()> surfaceNamed(const Deposit& deposit, const std::string& name) {
  if (const auto* mesh = meshNamed(deposit, name)) return [mesh] { return heightsOf(*mesh); };
  if (const auto* terrain = terrainNamed(deposit, name)) return [terrain] { return heightsOf(*terrain); };
  return {};
}

void addSolid(const std::string& name, const Deposit& deposit, const PlacesPtr& places,
              Conditions& conditions) {
  const geology::TriangleMesh* mesh = meshNamed(deposit, name);
  if (mesh == nullptr || !mesh->closed) {
    conditions.notApplied.push_back("inside solid " + name +
                                    (mesh == nullptr ? ": not open" : ": it has no inside"));
    return;
  }
  conditions.list.push_back({"outside solid " + name,
                             {},
                             [mesh, places] {
                               const analysis::PointInMesh index(*mesh);
                               if (places->outside) return places->outside(index);
                               return places->where([&](const Vec3& p) { return !index.contains(p); });
                             },
                             {}});
}

/// What a surface hides: what is not above it, what is not below it, what it does not reach.
enum class Hides { Below, Above, Beside };

HeightRule ruleOf(const HeightsAt& heightsAt, Hides hides) {
  constexpr double kEverything = std::numeric_limits<double>::infinity();
  const auto limit = [heightsAt, hides](double x, double y) {
    const auto heights = heightsAt({x, y, 0});
    if (hides == Hides::Beside) return heights ? -kEverything : kEverything;
    if (!heights) return -kEverything;  // hidden as beside
    return hides == Hides::Below ? heights->highest : -heights->lowest;
  };
  return {hides == Hides::Above ? -1.0 : 1.0, limit};
}

void addSurfaceCondition(const std::string& name, Hides hides, const std::function<HeightsAt()>& surface,
                         const PlacesPtr& places, Conditions& conditions) {
  const std::string word = hides == Hides::Below ? "below" : hides == Hides::Above ? "above" : "beside";
  conditions.list.push_back({word + " surface " + name,
                             {},
                             [surface, places, hides] {
                               const HeightRule rule = ruleOf(surface(), hides);
                               if (places->byHeight) return places->byHeight(rule);
                               return places->where([&rule](const Vec3& p) { return rule.hides(p); });
                             },
                             {}});
}

void addSurface(const std::string& name, Hides hides, const Deposit& deposit, const PlacesPtr& places,
                Conditions& conditions) {
  const auto surface = surfaceNamed(deposit, name);
  if (!surface) {
    const std::string kept = hides == Hides::Below ? "above" : "below";
    conditions.notApplied.push_back(kept + " surface " + name + ": not open");
    return;
  }
  addSurfaceCondition(name, hides, surface, places, conditions);
  addSurfaceCondition(name, Hides::Beside, surface, places, conditions);
}

}  // namespace

void addGroundConditions(const ViewState& state, const Deposit& deposit, const std::string& self,
                         const PlacesPtr& places, Conditions& conditions) {
  ViewState sections;
  sections.sections = state.sections;
  addPlanes("section", cutPlanesOf(sections), places, conditions);
  ViewState box;
  box.box = state.box;
  addPlanes("box", cutPlanesOf(box), places, conditions);
  const RegionState& region = state.region;
  const auto concerns = [&](const std::string& name) { return !name.empty() && name != self; };
  if (concerns(region.insideSolid)) addSolid(region.insideSolid, deposit, places, conditions);
  if (concerns(region.aboveSurface))
    addSurface(region.aboveSurface, Hides::Below, deposit, places, conditions);
  if (concerns(region.belowSurface))
    addSurface(region.belowSurface, Hides::Above, deposit, places, conditions);
}

}  // namespace adit::viewer
