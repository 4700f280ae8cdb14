#include "viewer/geometry/plan_in_time.h"

#include <cmath>

#include "viewer/geometry/plan_figures.h"
#include "viewer/state/command.h"
#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

/// Everything but the moment that decides how much of the rock is waste.
std::string heapKeyOf(const ViewState& state) {
  std::string key = state.plan.dumps ? "on" : "off";
  for (const auto& [column, cutoffs] : state.cutoffs)
    if (!cutoffs.empty()) key += "\t" + column + "=" + commandNumber(cutoffs.front());
  for (const auto& [model, column] : state.proportions) key += "\t" + model + "*" + column;
  for (const auto& [model, layer] : state.layers) key += "\t" + model + ":" + layer.colorBy;
  return key;
}

}  // namespace

std::shared_ptr<const geology::Terrain> terrainOver(const geology::Deposit& deposit,
                                                    const geology::BlockModel& model) {
  const geology::Vec3 middle = model.lattice.bounds().center();
  for (const auto& terrain : deposit.terrains)
    if (!std::isnan(terrain->heightAt(middle.x, middle.y))) return terrain;
  return nullptr;
}

void PlanMaker::forget() {
  *this = {};
}

const PlanInTime* PlanMaker::at(const geology::Deposit& deposit, const ViewState& state) {
  const geology::MinePlan* plan = shownPlan(deposit, state);
  if (plan == nullptr) return nullptr;
  if (made_ != plan) findGround(deposit, *plan);
  now_.time = planTime(*plan, state.plan);
  if (std::string key = heapKeyOf(state); key != heapKey_) {
    heapKey_ = std::move(key);
    findHeap(deposit, state);
  }
  if (now_.heap != nullptr) {
    const planning::MinedSoFar mined = planning::minedSoFar(volumes_, now_.time);
    now_.heapTip = now_.heap->tipOf((mined.volume - mined.oreVolume) * plan->economics.swell);
  }
  return &now_;
}

void PlanMaker::findGround(const geology::Deposit& deposit, const geology::MinePlan& plan) {
  *this = {};
  made_ = now_.plan = &plan;
  if (!plan.lines.empty() || !plan.solids.empty())
    now_.workings = std::make_shared<const Workings>(deposit, plan);
  if (!deposit.blockModels.empty()) now_.behind = deposit.blockModels.front().get();
  for (const auto& model : deposit.blockModels) {
    const geology::PlanBlocks* blocks = geology::plannedBlocks(plan, *model);
    if (blocks == nullptr) continue;
    now_.behind = now_.model = model.get();
    now_.blocks = blocks;
    if (planning::MinedGround::fits(model->lattice))
      now_.ground =
          std::make_shared<const planning::MinedGround>(model, *blocks, terrainOver(deposit, *model));
    return;
  }
}

void PlanMaker::findHeap(const geology::Deposit& deposit, const ViewState& state) {
  now_.heap.reset();
  if (!state.plan.dumps || now_.ground == nullptr || now_.ground->terrain() == nullptr) return;
  volumes_ = planVolumes(deposit, state, *now_.plan, *now_.model);
  const planning::MinedSoFar all = planning::minedSoFar(volumes_, static_cast<double>(volumes_.size()));
  const double largest = (all.volume - all.oreVolume) * now_.plan->economics.swell;
  if (const auto site = planning::proposeHeap(*now_.ground, largest))
    now_.heap = std::make_shared<const planning::SpoilHeap>(*now_.ground->terrain(), *site, largest);
}

}  // namespace adit::viewer
