#include "viewer/geometry/walk_ground.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "viewer/geometry/ground_facets.h"
#include "viewer/geometry/pit_pieces.h"
#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

constexpr double kShoulder = 0.3;  ///< metres from the walls of tunnels
constexpr double kBench = 15;      ///< metres of a climb, where no model says more

std::shared_ptr<const analysis::PointInMesh> surfaceOf(const geology::TriangleMesh& mesh,
                                                       WalkGround::Surfaces& surfaces) {
  for (const auto& [known, surface] : surfaces)
    if (known == &mesh) return surface;
  surfaces.emplace_back(&mesh, std::make_shared<const analysis::PointInMesh>(mesh));
  return surfaces.back().second;
}

}  // namespace

WalkMeasures walkMeasures(const geology::Deposit& deposit, const ViewState& state, const PlanInTime* plan) {
  WalkMeasures measures;
  measures.metre = unitsInMetre(deposit.unit);
  measures.eyeHeight = state.walk.eyeHeight;
  measures.bench = kBench;
  if (plan != nullptr && plan->blocks != nullptr)
    measures.bench = std::max(kBench, plan->model->lattice.size[2] / measures.metre);
  return measures;
}

WalkGround::WalkGround(const geology::Deposit& deposit, const ViewState& state, const PlanInTime* plan,
                       Surfaces& surfaces)
    : margin_(kShoulder * unitsInMetre(deposit.unit)) {
  if (plan != nullptr) plan_ = *plan;
  for (const auto& terrain : deposit.terrains)
    if (!cutInto(*terrain, plan) && layerOf(state, terrain->name).visible) terrains_.push_back(terrain);
  for (const auto& mesh : deposit.meshes) {
    const bool ofPlan = plan_ && ((plan_->workings != nullptr && plan_->workings->has(mesh->name)) ||
                                  (plan_->pits != nullptr && plan_->pits->sourceOf(mesh->name)));
    const bool seen = layerOf(state, mesh->name).visible && isThere(deposit, state, mesh->name);
    if (!mesh->closed && !ofPlan && !mesh->triangles.empty() && seen)
      surfaces_.push_back(surfaceOf(*mesh, surfaces));
  }
}

double WalkGround::terrainAt(double x, double y) const {
  double height = std::nan("");
  for (const auto& terrain : terrains_) height = std::fmax(height, facetHeight(*terrain, x, y));
  if (plan_ && plan_->pits != nullptr) return std::fmax(height, amongPits(x, y));
  if (!plan_ || plan_->ground == nullptr) return height;
  const planning::MinedGround& ground = *plan_->ground;
  double mined = ground.heightAt(x, y, plan_->time);
  // As it is drawn: the terrain in facets, what is open by the layers.
  if (ground.terrain() != nullptr) {
    const double natural = facetHeight(*ground.terrain(), x, y);
    const planning::PlanPlace place = ground.placeOf(x, y);
    const std::int64_t layer = ground.openLayer(static_cast<std::int64_t>(std::floor(place.i)),
                                                static_cast<std::int64_t>(std::floor(place.j)), plan_->time);
    const bool open = layer < ground.model().lattice.count[2];
    mined = open ? std::fmin(natural, ground.heightOfLayer(layer)) : natural;
  }
  return std::isnan(mined) ? height : mined;
}

double WalkGround::amongPits(double x, double y) const {
  const planning::PitStages& pits = *plan_->pits;
  // As it is drawn: in facets.
  const auto& terrain = pits.natural().terrain;
  const double natural = terrain != nullptr ? facetHeight(*terrain, x, y) : pits.natural().heightAt(x, y);
  const auto pit = pits.pitHeight(x, y, plan_->time);
  return pit ? std::fmin(natural, *pit) : natural;
}

double WalkGround::groundAt(double x, double y) const {
  double height = terrainAt(x, y);
  for (const auto& surface : surfaces_)
    if (const auto heights = surface->heightsAt(x, y)) height = std::fmax(height, heights->highest);
  if (!plan_) return height;
  if (plan_->heap != nullptr) height = std::fmax(height, heapOver(height, x, y));
  if (plan_->workings != nullptr) height = std::fmax(height, plan_->workings->dumpHeight(x, y, plan_->time));
  return height;
}

double WalkGround::heapOver(double ground, double x, double y) const {
  const planning::SpoilHeap& heap = *plan_->heap;
  if (std::isnan(ground) || std::hypot(x - heap.site().x, y - heap.site().y) > heap.radius()) return ground;
  return heap.heightAt(x, y, plan_->heapTip);
}

void WalkGround::spansAt(double x, double y, std::vector<RoomSpan>& spans) const {
  if (plan_ && plan_->workings != nullptr) plan_->workings->addSpans(x, y, plan_->time, margin_, spans);
  const double ground = groundAt(x, y);
  if (!std::isnan(ground)) spans.push_back({ground, std::numeric_limits<double>::infinity(), false});
  joinSpans(spans);
}

}  // namespace adit::viewer
