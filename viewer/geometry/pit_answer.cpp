#include "viewer/geometry/pit_answer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

#include "geology/planning/mine_order.h"
#include "geology/planning/pit_proposal.h"
#include "geology/planning/plan_totals.h"
#include "geology/reporting/category.h"
#include "geology/reporting/doubtful_class.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

using geology::Deposit;
using planning::PitInputs;
using planning::PitOutcome;
using planning::ShellRow;

constexpr const char* kPitFormat = "pit plan";

/// What stands as the format of a designed pit of a view.
std::string designFormat() {
  return std::string(kPitDesignMesh) + ": " + geology::planBasisText(geology::PlanBasis::Design);
}

bool isOwnDesign(const Deposit& deposit, const geology::ObjectEntry& entry) {
  return deposit.meshes[entry.index]->source.format == designFormat();
}

/// No other object has it.
std::string freeMeshName(const Deposit& deposit) {
  std::set<std::string> taken;
  for (const geology::ObjectEntry& entry : geology::objects(deposit))
    if (entry.kind != geology::ObjectKind::Mesh || !isOwnDesign(deposit, entry)) taken.insert(entry.name);
  std::string name(kPitDesignMesh);
  for (int number = 2; taken.contains(name); ++number)
    name = std::string(kPitDesignMesh) + " " + std::to_string(number);
  return name;
}

PitInputs limitOnly(PitInputs inputs) {
  inputs.revenueFactors = {1};
  inputs.pushbacks.count = 1;
  inputs.pushbacks.finalFactor = 1;
  inputs.schedule = {};
  inputs.design.reset();
  return inputs;
}

/// What a person states comes from the person, and its ground from the deposit.
void stampSource(geology::Provenance& source, const PitAsk& ask) {
  source.synthetic = source.synthetic || ask.deposit->synthetic;
  if (source.note.empty()) source.note = ask.deposit->syntheticNote;
}

std::shared_ptr<const geology::TriangleMesh> designOf(const PitOutcome& outcome, const PitAsk& ask) {
  if (!outcome.design || !outcome.design->fault.empty() || outcome.design->mesh.triangles.empty())
    return nullptr;
  auto mesh = std::make_shared<geology::TriangleMesh>(outcome.design->mesh);
  mesh->name = freeMeshName(*ask.deposit);
  mesh->source = outcome.model->source;
  mesh->source.choices.clear();
  mesh->source.format = designFormat();
  stampSource(mesh->source, ask);
  return mesh;
}

std::string firstError(const geology::Diagnostics& diagnostics) {
  for (const auto severity : {geology::Severity::Error, geology::Severity::Warning})
    for (const geology::Diagnostic& d : diagnostics)
      if (d.severity == severity) return d.message + "; " + d.remedy;
  return "no pit was found";
}

PitShellFacts factsOf(const ShellRow& row) {
  return {row.factor, row.ore, row.waste, row.value, row.bestCase, row.worstCase};
}

/// Shares of the ore in the limit that are not well known.
struct DoubtfulShares {
  std::optional<double> byClass, bySupport;
};

class LimitOre {
 public:
  LimitOre(const Deposit& deposit, const ViewState& state, const PitOutcome& outcome)
      : deposit_(deposit), state_(state), outcome_(outcome) {}

  DoubtfulShares shares() const {
    const std::vector<std::uint8_t> classes = classesOfBlocks();
    const geology::DataSupport* support = geology::supportOf(deposit_, *outcome_.model);
    const geology::Column* nearest =
        support != nullptr ? geology::findColumn(support->columns, geology::kSupportNearest) : nullptr;
    const double reach = support == nullptr        ? 0
                         : state_.honest.reach > 0 ? state_.honest.reach
                                                   : support->spacing;
    double ore = 0, doubtful = 0, beyond = 0;
    for (std::size_t b = 0; b < outcome_.model->blockCount(); ++b) {
      if (!inLimit(b) || !outcome_.ground.isOre(b)) continue;
      const auto tonnes = static_cast<double>(outcome_.ground.tonnes[b]);
      ore += tonnes;
      if (!classes.empty() && reporting::isDoubtful(static_cast<reporting::ResourceClass>(classes[b])))
        doubtful += tonnes;
      if (nearest != nullptr &&
          planning::supportBand(nearest->values[b], reach) >= planning::SupportBand::Far)
        beyond += tonnes;
    }
    DoubtfulShares shares;
    if (!(ore > 0)) return shares;
    if (!classes.empty()) shares.byClass = doubtful / ore;
    if (nearest != nullptr && reach > 0) shares.bySupport = beyond / ore;
    return shares;
  }

 private:
  bool inLimit(std::size_t block) const {
    return outcome_.shells.shellOfCell[static_cast<std::size_t>(outcome_.model->cellOf(block))] <=
           *outcome_.limit;
  }
  std::vector<std::uint8_t> classesOfBlocks() const {
    const auto stated = state_.categories.find(outcome_.model->name);
    if (stated == state_.categories.end() || stated->second.classes.empty()) return {};
    const geology::Column* column = geology::findColumn(outcome_.model->columns, stated->second.column);
    if (column == nullptr) return {};
    return reporting::categoryOfBlocks(*column, stated->second.classes);
  }

  const Deposit& deposit_;
  const ViewState& state_;
  const PitOutcome& outcome_;
};

void tellGrades(const PitOutcome& outcome, const PitInputs& inputs, PitFacts& facts) {
  const ShellRow& row = outcome.shells.rows[*outcome.limit];
  for (std::size_t m = 0; m < row.grade.size() && m < inputs.metals.size(); ++m) {
    const std::string& own = inputs.metals[m].unit;
    const std::string unit = own.empty() ? outcome.ground.grades[m]->unit : own;
    if (std::isfinite(row.grade[m]))
      facts.grades.push_back(commandNumber(std::round(row.grade[m] * 1000) / 1000) + " " + unit + " " +
                             inputs.metals[m].grade);
  }
}

void tellDesign(const PitOutcome& outcome, PitFacts& facts) {
  if (!outcome.design) return;
  const planning::PitDesign& design = *outcome.design;
  if (!design.fault.empty()) {
    facts.doubts.push_back("No design: " + design.fault);
    return;
  }
  const double larger = design.shellVolume > 0 ? 100 * (design.designVolume / design.shellVolume - 1) : 0;
  facts.design = std::string(geology::planBasisText(geology::PlanBasis::Design)) + ": " +
                 std::to_string(design.benches.size()) + " benches, volume " +
                 commandNumber(std::round(std::abs(larger))) + (larger < 0 ? " % smaller" : " % larger") +
                 " than the shell, " + commandNumber(std::round(100 * design.shellInside)) +
                 " % of which lies in it";
}

}  // namespace

bool operator==(const PitAsk& a, const PitAsk& b) {
  if (a.inputs != b.inputs) return false;
  return a.deposit == b.deposit ||
         (a.deposit != nullptr && b.deposit != nullptr && a.deposit->blockModels == b.deposit->blockModels &&
          a.deposit->terrains == b.deposit->terrains && a.deposit->unit == b.deposit->unit);
}

std::optional<PitAsk> pitAsk(std::shared_ptr<const Deposit> deposit, const ViewState& state) {
  if (!state.pit.on || deposit == nullptr || !planning::missingFrom(state.pit.inputs).empty())
    return std::nullopt;
  return PitAsk{std::move(deposit), state.pit.inputs};
}

PitAnswer answerPit(const PitAsk& ask, PitDetail detail, geology::Progress& progress) {
  const auto start = std::chrono::steady_clock::now();
  const PitInputs inputs = detail == PitDetail::Limit ? limitOnly(ask.inputs) : ask.inputs;
  PitOutcome outcome = planning::planPit({*ask.deposit, inputs}, progress);
  PitAnswer answer{ask, detail, nullptr, nullptr, nullptr, {}, 0};
  if (outcome.plan) {
    geology::MinePlan plan = std::move(*outcome.plan);
    outcome.plan.reset();
    plan.name = std::string(kPitPlan);
    plan.source.format = kPitFormat;
    stampSource(plan.source, ask);
    planning::timePlan(plan, ask.deposit->blockModels);
    answer.plan = std::make_shared<const geology::MinePlan>(std::move(plan));
    answer.design = designOf(outcome, ask);
  } else {
    answer.fault = firstError(outcome.diagnostics);
  }
  answer.outcome = std::make_shared<const PitOutcome>(std::move(outcome));
  answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return answer;
}

namespace {

/// Of an earlier answer, and not of a file that somebody named so.
bool isAnswer(const geology::MinePlan& plan) {
  return plan.name == kPitPlan && plan.source.format == kPitFormat;
}
bool isAnswer(const geology::TriangleMesh& mesh) {
  return mesh.source.format == designFormat();
}

/// Whether the list holds the wanted answer and no other one.
template <typename T>
bool holdsOnly(const std::vector<std::shared_ptr<const T>>& list, const std::shared_ptr<const T>& wanted) {
  bool there = wanted == nullptr;
  for (const auto& one : list) {
    if (one == wanted)
      there = true;
    else if (isAnswer(*one))
      return false;
  }
  return there;
}

template <typename T>
void replaceAnswer(std::vector<std::shared_ptr<const T>>& list, const std::shared_ptr<const T>& wanted) {
  std::erase_if(list, [](const auto& one) { return isAnswer(*one); });
  if (wanted != nullptr) list.push_back(wanted);
}

}  // namespace

std::shared_ptr<const Deposit> withPit(std::shared_ptr<const Deposit> deposit, const PitAnswer* answer) {
  const auto plan = answer != nullptr ? answer->plan : nullptr;
  const auto design = answer != nullptr ? answer->design : nullptr;
  if (holdsOnly(deposit->plans, plan) && holdsOnly(deposit->meshes, design)) return deposit;
  auto known = std::make_shared<Deposit>(*deposit);
  replaceAnswer(known->plans, plan);
  replaceAnswer(known->meshes, design);
  return known;
}

std::string conventionOf(const planning::Discounting& discounting) {
  return commandNumber(100 * discounting.rate) + " % a year, " +
         (discounting.firstPeriodUndiscounted ? "the first period is not discounted"
                                              : "cash comes at the end of each period");
}

PitFacts pitFacts(const Deposit& deposit, const ViewState& state, const PitAnswer& answer) {
  PitFacts facts;
  const PitOutcome& outcome = *answer.outcome;
  const PitInputs& inputs = answer.ask.inputs;
  facts.asked = facts.known = true;
  facts.whole = answer.detail == PitDetail::Whole;
  facts.fault = answer.fault;
  facts.currency = inputs.currency;
  facts.convention = conventionOf(inputs.discounting);
  facts.seconds = answer.seconds;
  if (outcome.model != nullptr) facts.model = outcome.model->name;
  facts.basis = geology::planBasisText(geology::PlanBasis::Shell);
  for (const geology::Diagnostic& d : outcome.diagnostics) facts.doubts.push_back(d.message);
  if (answer.plan == nullptr) return facts;
  for (const ShellRow& row : outcome.shells.rows) facts.shells.push_back(factsOf(row));
  facts.phases = outcome.pushbacks.phases.size();
  if (outcome.schedule) {
    facts.periods = outcome.schedule->periods.size();
    facts.presentValue = outcome.schedule->presentValue;
  }
  tellDesign(outcome, facts);
  if (!outcome.limit) {
    facts.doubts.emplace_back(
        "No shell has a revenue factor of 1: the limit at today's prices is not known.");
    return facts;
  }
  const ShellRow& row = outcome.shells.rows[*outcome.limit];
  facts.limit = factsOf(row);
  facts.blocks = row.blocks;
  facts.stripRatio = row.stripRatio();
  tellGrades(outcome, inputs, facts);
  const DoubtfulShares shares = LimitOre(deposit, state, outcome).shares();
  facts.doubtfulClass = shares.byClass;
  facts.beyondDrilling = shares.bySupport;
  return facts;
}

}  // namespace adit::viewer
