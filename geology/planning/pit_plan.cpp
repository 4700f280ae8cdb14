#include "geology/planning/pit_plan.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "geology/model/length_scale.h"
#include "geology/planning/pit_checks.h"
#include "geology/planning/plan_of_schedule.h"
#include "geology/planning/schedule_checks.h"
#include "geology/planning/slope_grid.h"

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::Deposit;
using geology::Diagnostic;
using geology::Severity;

class PitMaker {
 public:
  PitMaker(const PitQuestion& question, geology::Progress& progress)
      : deposit_(question.deposit),
        inputs_(question.inputs),
        list_(question.precedence),
        progress_(progress) {}

  PitOutcome make() {
    if (!findModel() || !findTerrain() || !makeGround() || !makePrecedence()) return std::move(outcome_);
    outcome_.shells = nestedShells({outcome_.ground, precedence_, inputs_}, progress_);
    if (!usable(outcome_.shells.fault, "PL-NO-OPTIMUM")) return std::move(outcome_);
    findLimit();
    append(checkPit({*outcome_.model, terrain_, outcome_.shells, inputs_.pushbacks.finalFactor}));
    outcome_.pushbacks = pushbacks({outcome_.ground, precedence_, inputs_, outcome_.shells, metres()});
    if (!outcome_.pushbacks.fault.empty()) {
      say(Severity::Warning, "PL-EMPTY-PIT", outcome_.pushbacks.fault,
          "no ground pays at these prices, costs and slopes: check units and signs");
      return std::move(outcome_);
    }
    sayFewerPhases();
    makeSchedule();
    makeDesign();
    if (geology::countSeverity(outcome_.diagnostics, Severity::Error) == 0)
      outcome_.plan = planOf(inputs_, outcome_);
    return std::move(outcome_);
  }

 private:
  double metres() const { return geology::metresIn(deposit_.unit); }

  void say(Severity severity, const char* code, std::string message, std::string remedy) {
    outcome_.diagnostics.push_back({.severity = severity,
                                    .code = code,
                                    .file = {},
                                    .message = std::move(message),
                                    .remedy = std::move(remedy)});
  }
  void append(geology::Diagnostics more) {
    outcome_.diagnostics.insert(outcome_.diagnostics.end(), std::make_move_iterator(more.begin()),
                                std::make_move_iterator(more.end()));
  }
  bool usable(const std::string& fault, const char* code) {
    if (fault.empty()) return true;
    say(Severity::Error, code, fault, "this is a fault of Adit worth reporting, with the files");
    return false;
  }

  bool findModel() {
    for (const auto& model : deposit_.blockModels)
      if (model->name == inputs_.model || (inputs_.model.empty() && deposit_.blockModels.size() == 1))
        outcome_.model = model.get();
    if (outcome_.model != nullptr) return true;
    std::string names;
    for (const auto& model : deposit_.blockModels) names += (names.empty() ? "" : ", ") + model->name;
    say(Severity::Error, "PL-NO-MODEL",
        inputs_.model.empty() ? "the plan names no block model, and there is not exactly one"
                              : "there is no block model \"" + inputs_.model + "\"",
        names.empty() ? "open a block model" : "name one of: " + names);
    return false;
  }

  bool findTerrain() {
    if (inputs_.terrain == "none") return true;
    for (const auto& terrain : deposit_.terrains)
      if (terrain->name == inputs_.terrain) terrain_ = terrain.get();
    if (!inputs_.terrain.empty() && terrain_ == nullptr) {
      say(Severity::Error, "PL-NO-TERRAIN", "there is no terrain \"" + inputs_.terrain + "\"",
          "adit check lists the terrains; \"none\" takes every block as ground");
      return false;
    }
    if (inputs_.terrain.empty() && deposit_.terrains.size() == 1) {
      terrain_ = deposit_.terrains.front().get();
      say(Severity::Note, "PL-TERRAIN-TAKEN", "blocks above the terrain \"" + terrain_->name + "\" are air",
          "state terrain in the plan: its name, or \"none\"");
    }
    return true;
  }

  bool makeGround() {
    PitGroundAnswer answer = pitGround({*outcome_.model, terrain_, inputs_, metres()});
    outcome_.ground = std::move(answer.ground);
    append(std::move(answer.diagnostics));
    if (geology::countSeverity(outcome_.diagnostics, Severity::Error) > 0) return false;
    if (inputs_.metals.size() != 1) return true;
    const MetalFactorAnswer factor = metalFactor(inputs_.metals[0], outcome_.ground.grades[0]->unit);
    outcome_.cutOffs = cutOffs(inputs_, factor.factor);
    return true;
  }

  bool makePrecedence() {
    const std::string fault = list_ != nullptr ? listFault() : faultOf(outcome_.model->lattice);
    if (!fault.empty()) {
      say(Severity::Error, list_ != nullptr ? "PL-CYCLE" : "PL-NO-SLOPE", fault,
          list_ != nullptr ? "correct the file of precedence" : "give a model with level benches");
      return false;
    }
    if (list_ != nullptr)
      precedence_ = ofCells(*outcome_.model, *list_);
    else
      return makeSlopes();
    return true;
  }

  std::string listFault() const {
    if (list_->size() != outcome_.model->blockCount())
      return "the precedence is of " + std::to_string(list_->size()) + " blocks, and the model has " +
             std::to_string(outcome_.model->blockCount());
    if (const auto block = list_->findCycle())
      return "block " + std::to_string(*block) + " has to be mined before itself: the precedence is a circle";
    return {};
  }

  bool makeSlopes() {
    SlopeGridAnswer slopes = slopeGrid(*outcome_.model, inputs_.slopes);
    append(std::move(slopes.diagnostics));
    if (!slopes.grid) return false;
    precedence_ = std::move(*slopes.grid);
    return true;
  }

  void findLimit() {
    for (std::size_t s = 0; s < outcome_.shells.rows.size(); ++s)
      if (outcome_.shells.rows[s].factor == 1) outcome_.limit = s;
  }

  void sayFewerPhases() {
    const std::size_t made = outcome_.pushbacks.phases.size(), wanted = inputs_.pushbacks.count;
    if (made < wanted)
      say(Severity::Note, "PL-FEWER-PHASES",
          std::to_string(made) + (made == 1 ? " phase is" : " phases are") + " made and not " +
              std::to_string(wanted) + ": more would be too narrow, or there are too few shells between them",
          "take a smaller minimumWidth, or revenue factors in smaller steps");
  }

  /// Value of the largest shell at a factor of 1; without that shell the best bound at hand is the highest of
  /// all shells.
  double pitValue() const {
    double best = 0;
    for (const ShellRow& row : outcome_.shells.rows) best = std::max(best, row.value);
    return outcome_.limit ? outcome_.shells.rows[*outcome_.limit].value : best;
  }

  void makeSchedule() {
    const ScheduleInputs& rates = inputs_.schedule;
    if (!(rates.mineCapacity > 0) || !(rates.millCapacity > 0)) return;
    if (!outcome_.ground.given.empty() && !inputs_.density && inputs_.densityColumn.empty()) {
      say(Severity::Warning, "PL-NO-SCHEDULE",
          "without a density there are no tonnes to fill capacities with", "state a density");
      return;
    }
    Schedule made = schedule(
        {outcome_.ground, precedence_, inputs_, outcome_.pushbacks, pitValue(), metres()}, progress_);
    if (!made.fault.empty()) {
      say(Severity::Error, "PL-CAPACITY", "there is no schedule: " + made.fault,
          "raise the capacities of mine, mill or stockpile, or make blocks smaller");
      return;
    }
    append(checkSchedule(made, rates, scheduleLabels(rates, made.periods.size())));
    outcome_.schedule = std::move(made);
  }

  void makeDesign() {
    if (!inputs_.design) return;
    PitDesignTerms terms = *inputs_.design;
    for (double* length :
         {&terms.slope.benchHeight, &terms.slope.berm, &terms.slope.rampWidth, &terms.floorWidth})
      *length /= metres();
    PitDesign made =
        designPit({outcome_.model->lattice, outcome_.shells.shellOfCell,
                   static_cast<ShellIndex>(outcome_.pushbacks.phases.back().shell), terms, terrain_});
    if (!made.fault.empty())
      say(Severity::Warning, "PL-NO-DESIGN", "there is no pit design: " + made.fault,
          "take a narrower floor, or another terrain");
    else
      outcome_.design = std::move(made);
  }

  const Deposit& deposit_;
  const PitInputs& inputs_;
  const ListPrecedence* list_;
  geology::Progress& progress_;
  const geology::Terrain* terrain_ = nullptr;
  Precedence precedence_ = ListPrecedence();
  PitOutcome outcome_;
};

}  // namespace

PitOutcome planPit(const PitQuestion& question, geology::Progress& progress) {
  return PitMaker(question, progress).make();
}

std::vector<geology::Column> PitOutcome::columns() const {
  const std::size_t count = model->blockCount();
  std::vector<float> value(count), shell(count, geology::kMissing), phase(count, geology::kMissing),
      period(count, geology::kMissing);
  for (std::size_t b = 0; b < count; ++b) {
    const auto cell = static_cast<std::size_t>(model->cellOf(b));
    value[b] = static_cast<float>(ground.value(b));
    if (const ShellIndex s = shells.shellOfCell[cell]; s != kNoShell)
      shell[b] = static_cast<float>(shells.rows[s].factor);
    if (!pushbacks.phaseOfCell.empty() && pushbacks.phaseOfCell[cell] != kNoPhase)
      phase[b] = static_cast<float>(pushbacks.phaseOfCell[cell] + 1);
    if (schedule && schedule->periodOfCell[cell] != geology::kNeverMined)
      period[b] = static_cast<float>(schedule->periodOfCell[cell] + 1);
  }
  std::vector<geology::Column> columns{geology::numericColumn("pit value", std::move(value)),
                                       geology::numericColumn("pit shell", std::move(shell)),
                                       geology::numericColumn("pit phase", std::move(phase))};
  if (schedule) columns.push_back(geology::numericColumn("pit period", std::move(period)));
  return columns;
}

}  // namespace adit::planning
