#include "viewer/geometry/plan_in_time.h"

#include <algorithm>
#include <utility>

#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

/// Nothing is known of an answer before it is there.
template <typename Question, typename Facts>
AnswerWays<Question, Facts> waysOf(Facts (*answer)(const Question&, SelectionCache&,
                                                   const geology::Progress&)) {
  return {[](const Question&) { return Facts{}; }, answer,
          [](Facts& facts, const std::string& fault) { facts.fault = fault; }};
}

std::shared_ptr<const geology::MinePlan> sharedPlan(const geology::Deposit& deposit,
                                                    const geology::MinePlan* plan) {
  const auto found = std::find_if(deposit.plans.begin(), deposit.plans.end(),
                                  [plan](const auto& one) { return one.get() == plan; });
  return found != deposit.plans.end() ? *found : nullptr;
}

/// A plan that says where its waste lies needs no sketch of it.
bool hasDumps(const geology::MinePlan& plan) {
  return std::any_of(plan.solids.begin(), plan.solids.end(), [](const geology::PlanSolid& solid) {
    return solid.activity == geology::PlanActivity::Dump;
  });
}

}  // namespace

PlanMaker::PlanMaker() : groundWork_(waysOf(groundFacts), {}), heapWork_(waysOf(heapFacts), {}) {}

PlanMaker::~PlanMaker() = default;

void PlanMaker::forget() {
  now_ = {};
  blocksGround_.reset();
  asked_.reset();
  heap_ = {};
  tipped_ = {};
  unfinished_ = false;
  groundWork_.follow(std::nullopt);
  heapWork_.follow(std::nullopt);
}

const PlanInTime* PlanMaker::at(const std::shared_ptr<const geology::Deposit>& deposit,
                                const ViewState& state, const PlanPatience& patience) {
  unfinished_ = false;
  const auto plan = sharedPlan(*deposit, shownPlan(*deposit, state));
  if (plan == nullptr) return nullptr;
  if (now_.plan != plan) choose(deposit, plan);
  now_.time = planTime(*plan, state.plan);
  now_.fault.clear();
  groundWork_.setWhenDone(patience.whenReady);
  heapWork_.setWhenDone(patience.whenReady);
  findGround(patience.waits || state.tool == ToolKind::Walk);
  findHeap(state, patience.waits);
  return &now_;
}

void PlanMaker::choose(const std::shared_ptr<const geology::Deposit>& deposit,
                       std::shared_ptr<const geology::MinePlan> plan) {
  const geology::BlockModel* before = now_.blocks != nullptr ? now_.model : nullptr;
  now_.plan = std::move(plan);
  now_.workings.reset();
  now_.pits.reset();
  now_.model = nullptr;
  now_.blocks = nullptr;
  asked_.reset();
  if (!now_.plan->lines.empty() || !now_.plan->solids.empty())
    now_.workings = std::make_shared<const Workings>(*deposit, *now_.plan);
  if (!deposit->blockModels.empty()) now_.model = deposit->blockModels.front().get();
  if (const auto model = plannedModel(*deposit, *now_.plan)) {
    now_.model = model.get();
    now_.blocks = geology::plannedBlocks(*now_.plan, *model);
    asked_ = GroundQuestion{deposit,   model->name, now_.plan->name,
                            now_.plan, model,       terrainOver(*deposit, *model)};
  }
  if (digsSurfaces(*now_.plan)) {
    if (!asked_) asked_ = GroundQuestion{deposit, "", now_.plan->name, now_.plan};
    asked_->surfaces = true;
  } else if (asked_ && before == now_.model) {
    return;  // the ground of before stands in for a while
  }
  now_.ground.reset();
  blocksGround_.reset();
  heap_ = {};
}

void PlanMaker::findGround(bool waits) {
  if (waits)
    groundWork_.settle(asked_);
  else
    groundWork_.follow(asked_);
  const GroundFacts& facts = groundWork_.facts();
  if (groundWork_.busy()) {
    unfinished_ = true;
    return;
  }
  blocksGround_ = facts.ground;
  now_.ground = facts.pits == nullptr ? facts.ground : nullptr;
  now_.pits = facts.pits;
  now_.fault = facts.fault;
}

void PlanMaker::findHeap(const ViewState& state, bool waits) {
  const bool wanted = state.plan.dumps && blocksGround_ != nullptr && blocksGround_->terrain() != nullptr &&
                      !hasDumps(*now_.plan);
  std::optional<HeapQuestion> question;
  if (wanted && !groundWork_.busy()) question = heapQuestion(*asked_, blocksGround_, state);
  if (waits)
    heapWork_.settle(question);
  else
    heapWork_.follow(question);
  if (heapWork_.busy())
    unfinished_ = true;
  else if (question && std::exchange(heapAnswers_, heapWork_.answers()) != heapWork_.answers())
    heap_ = heapWork_.facts();
  if (!heap_.fault.empty()) now_.fault = heap_.fault;
  now_.heap = wanted ? heap_.heap : nullptr;
  now_.heapTerrain = wanted ? blocksGround_->terrain() : nullptr;
  if (now_.heap == nullptr || tipped_ == std::pair{now_.heap, now_.time}) return;
  tipped_ = {now_.heap, now_.time};
  now_.heapTip = heap_.tipAt(now_.time);
}

}  // namespace adit::viewer
