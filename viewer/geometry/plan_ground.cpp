#include "viewer/geometry/plan_ground.h"

#include "viewer/geometry/stated_weights.h"
#include "viewer/geometry/terrain_mesh.h"
#include "viewer/state/plan_ore.h"

namespace adit::viewer {
namespace {

/// Of what is waste, as it lies on a heap.
double looseWaste(const HeapFacts& facts, double time) {
  const planning::MinedSoFar mined = planning::minedSoFar(facts.volumes, time);
  return (mined.volume - mined.oreVolume) * facts.swell;
}

}  // namespace

GroundFacts groundFacts(const GroundQuestion& question, SelectionCache&, const geology::Progress& progress) {
  GroundFacts facts;
  facts.known = true;
  if (question.surfaces) {
    const auto terrain = planning::groundOverPits(*question.deposit, *question.plan).terrain;
    auto pits = std::make_shared<const planning::PitStages>(
        *question.deposit, *question.plan, terrain != nullptr ? drawnStride(*terrain) : 1, progress);
    if (!pits->empty()) facts.pits = std::move(pits);
  }
  if (question.model == nullptr || !planning::MinedGround::fits(question.model->lattice)) return facts;
  if (const geology::PlanBlocks* blocks = geology::plannedBlocks(*question.plan, *question.model))
    facts.ground =
        std::make_shared<const planning::MinedGround>(question.model, *blocks, question.terrain, progress);
  return facts;
}

double HeapFacts::tipAt(double time) const {
  return heap->tipOf(looseWaste(*this, time));
}

HeapQuestion heapQuestion(const GroundQuestion& of, std::shared_ptr<const planning::MinedGround> ground,
                          const ViewState& state) {
  HeapQuestion question;
  question.deposit = of.deposit;
  question.object = of.object;
  const PlanOre ore = planOre(state, *of.model);
  question.cutoff = ore.cutoff;
  if (ore.cutoff) question.column = ore.column;  // without a cut-off no grade tells ore
  if (const auto stated = state.proportions.find(of.object); stated != state.proportions.end())
    question.proportion = stated->second;
  question.plan = of.plan;
  question.ground = std::move(ground);
  return question;
}

HeapFacts heapFacts(const HeapQuestion& question, SelectionCache&, const geology::Progress& progress) {
  const geology::MinePlan& plan = *question.plan;
  const geology::BlockModel& model = question.ground->model();
  HeapFacts facts;
  facts.swell = plan.economics.swell;
  facts.known = true;
  const geology::PlanBlocks* blocks = geology::plannedBlocks(plan, model);
  if (blocks == nullptr) return facts;
  planning::PlanQuestion asked{model, *blocks, plan.periods.size()};
  asked.grade = geology::findColumn(model.columns, question.column);
  asked.cutoff = question.cutoff;
  if (!question.proportion.empty()) {
    ViewState view;
    view.proportions[question.object] = question.proportion;
    asked.proportion = statedWeights(*question.deposit, view, question.object).proportion;
  }
  facts.volumes = planning::planTotals(asked, progress);
  const double largest = looseWaste(facts, static_cast<double>(facts.volumes.size()));
  if (const auto site = planning::proposeHeap(*question.ground, largest))
    facts.heap = std::make_shared<const planning::SpoilHeap>(*question.ground->terrain(), *site, largest);
  return facts;
}

}  // namespace adit::viewer
