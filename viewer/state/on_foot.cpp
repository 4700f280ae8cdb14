#include "viewer/state/on_foot.h"

#include <algorithm>
#include <cmath>

#include "geology/planning/mined_ground.h"
#include "geology/planning/natural_ground.h"
#include "viewer/state/camera.h"
#include "viewer/state/plan.h"
#include "viewer/state/walker.h"

namespace adit::viewer {
namespace {

constexpr double kFocusAhead = 10;  ///< metres

/// The highest crossing of a vertical line with a surface; NaN without one.
double heightOf(const geology::TriangleMesh& mesh, double x, double y) {
  double highest = std::nan("");
  for (const auto& [i, j, k] : mesh.triangles) {
    const Vec3 &a = mesh.vertices[i], &b = mesh.vertices[j], &c = mesh.vertices[k];
    const double area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (area == 0) continue;
    const double v = ((x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) / area;
    const double w = ((b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y)) / area;
    if (v < 0 || w < 0 || v + w > 1) continue;
    highest = std::fmax(highest, a.z + v * (b.z - a.z) + w * (c.z - a.z));
  }
  return highest;
}

/// The ground that the shown plan opens, and the terrain that it is cut into.
struct Mined {
  double height = std::nan("");
  const geology::Terrain* terrain = nullptr;
  const geology::TriangleMesh* mesh = nullptr;  ///< in its place
};

/// Pits that are done. Into one that is being dug a person comes down by walking.
Mined amongPits(const geology::Deposit& deposit, const geology::MinePlan& plan, double time, const Vec3& at) {
  Mined mined;
  const planning::NaturalGround natural = planning::groundOverPits(deposit, plan);
  mined.terrain = natural.terrain.get();
  mined.mesh = natural.mesh.get();
  mined.height = natural.heightAt(at.x, at.y);
  for (const geology::PlanSolid& solid : plan.solids)
    for (const auto& mesh : deposit.meshes)
      if (mesh->name == solid.mesh && isPitOf(plan, mesh->name) && time >= solid.last + 1.0)
        mined.height = std::fmin(mined.height, heightOf(*mesh, at.x, at.y));
  return mined;
}

Mined minedHeight(const geology::Deposit& deposit, const ViewState& state, double x, double y) {
  Mined mined;
  const geology::MinePlan* plan = shownPlan(deposit, state);
  if (plan != nullptr && digsSurfaces(*plan))
    return amongPits(deposit, *plan, planTime(*plan, state.plan), {x, y, 0});
  const auto model = plan != nullptr ? plannedModel(deposit, *plan) : nullptr;
  if (model == nullptr) return mined;
  mined.terrain = terrainOver(deposit, *model).get();
  mined.height = planning::minedHeightAt(*model, *geology::plannedBlocks(*plan, *model), mined.terrain,
                                         {x, y, 0}, planTime(*plan, state.plan));
  return mined;
}

}  // namespace

CameraState eyeAt(CameraState camera, const Vec3& eye, const ViewState& state, geology::LengthUnit unit) {
  camera.framed = true;
  camera.orthographic = false;
  camera.distance = kFocusAhead * unitsInMetre(unit);
  Vec3 ahead = axesOf(camera).forward * camera.distance;
  ahead.z /= state.exaggeration;
  camera.focus = eye + ahead;
  return camera;
}

Vec3 feetOf(const geology::Deposit& deposit, const ViewState& state, const CameraState& camera) {
  return eyeOf(camera, state.exaggeration) - Vec3{0, 0, state.walk.eyeHeight * unitsInMetre(deposit.unit)};
}

std::optional<double> groundOnFoot(const geology::Deposit& deposit, const ViewState& state, double x,
                                   double y) {
  const Mined mined = minedHeight(deposit, state, x, y);
  double height = mined.height;
  for (const auto& terrain : deposit.terrains)
    if (terrain.get() != mined.terrain && layerOf(state, terrain->name).visible)
      height = std::fmax(height, terrain->heightAt(x, y));
  const geology::MinePlan* plan = shownPlan(deposit, state);
  for (const auto& mesh : deposit.meshes) {
    const bool dug = plan != nullptr && digsSurfaces(*plan) && isPitOf(*plan, mesh->name);
    if (!mesh->closed && !dug && mesh.get() != mined.mesh && layerOf(state, mesh->name).visible &&
        isThere(deposit, state, mesh->name))
      height = std::fmax(height, heightOf(*mesh, x, y));
  }
  return std::isnan(height) ? std::nullopt : std::optional(height);
}

}  // namespace adit::viewer
