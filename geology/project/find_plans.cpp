#include "geology/project/find_plans.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "geology/formats/import_choice.h"
#include "geology/planning/mine_order.h"
#include "geology/planning/pit_blocks.h"
#include "geology/planning/plan_checks.h"
#include "geology/planning/plan_from_column.h"
#include "geology/planning/plan_words.h"
#include "geology/planning/reconciliation.h"
#include "geology/project/find_plan_lines.h"

namespace adit::project {
namespace {

using geology::Deposit;
using geology::Diagnostics;
using geology::MinePlan;
using geology::PeriodIndex;
using geology::Severity;
using planning::NamedPeriod;
using planning::PeriodWord;

struct NamedMesh {
  const geology::TriangleMesh* mesh;
  NamedPeriod named;
};

/// What the plan's surfaces are: shells or a design only where all of them say so.
geology::PlanBasis basisOf(const std::vector<NamedMesh>& meshes) {
  const auto& first = meshes.front().named.basis;
  const bool same =
      std::all_of(meshes.begin(), meshes.end(), [&](const NamedMesh& m) { return m.named.basis == first; });
  return same && first ? *first : geology::PlanBasis::Schedule;
}

MinePlan planOfMeshes(PeriodWord word, const std::vector<NamedMesh>& meshes, Diagnostics& diagnostics) {
  MinePlan plan;
  plan.name = std::string("surfaces by ") + planning::periodWordName(word);
  plan.basis = basisOf(meshes);
  plan.source = meshes.front().mesh->source;
  plan.source.choices.clear();
  plan.source.format = "surfaces named by period";
  std::set<long> numbers;
  for (const NamedMesh& m : meshes) numbers.insert(m.named.number);
  for (const long number : numbers) {
    const std::string label = planning::periodLabel(word, number);
    const bool year = label == std::to_string(number);
    plan.periods.push_back({label, year ? label + "-01-01" : "", planning::yearsOf(word)});
  }
  for (const NamedMesh& m : meshes) {
    const auto at = static_cast<PeriodIndex>(std::distance(numbers.begin(), numbers.find(m.named.number)));
    plan.solids.push_back({m.mesh->name, m.named.activity, at, at});
  }
  diagnostics.push_back({.severity = Severity::Note,
                         .code = "PL-SURFACES",
                         .file = plan.source.path,
                         .message = "the names of " + std::to_string(meshes.size()) +
                                    " surfaces say their period, from " + plan.periods.front().label +
                                    " to " + plan.periods.back().label + ": a plan (" +
                                    geology::planBasisText(plan.basis) + ")",
                         .remedy = "rename a file to leave its surface out of the plan",
                         .count = meshes.size()});
  return plan;
}

/// One plan for each word that counts.
std::vector<MinePlan> plansOfMeshes(const Deposit& deposit, Diagnostics& diagnostics) {
  std::map<PeriodWord, std::vector<NamedMesh>> groups;
  for (const auto& mesh : deposit.meshes) {
    if (mesh->triangles.empty()) continue;
    if (const auto named = planning::namedPeriod(mesh->name))
      groups[named->word].push_back({mesh.get(), *named});
  }
  std::vector<MinePlan> plans;
  for (const auto& [word, meshes] : groups) {
    // A single "2027" may be anything; two of them are a row of years.
    if (meshes.size() == 1 && meshes.front().named.bare) continue;
    plans.push_back(planOfMeshes(word, meshes, diagnostics));
  }
  return plans;
}

geology::Diagnostic columnNote(const geology::BlockModel& model, const MinePlan& plan) {
  const auto& period = plan.blocks.front().period;
  const auto stays = std::count(period.begin(), period.end(), geology::kNeverMined);
  const std::size_t periods = plan.periods.size();
  return {.severity = Severity::Note,
          .code = "PL-COLUMN",
          .file = model.source.path,
          .message = "column " + plan.blocks.front().column + " of " + model.name +
                     " is taken for the order of mining: " + std::to_string(periods) +
                     (periods == 1 ? " period, " : " periods, ") + plan.periods.front().label +
                     (periods == 1 ? "" : " to " + plan.periods.back().label) + "; " + std::to_string(stays) +
                     " of " + std::to_string(period.size()) + " blocks stay",
          .remedy = "take another column with the choice plan-column, or none"};
}

/// The plan of the likeliest column, or of the one that a person chose.
std::optional<MinePlan> planOfBlocks(const geology::BlockModel& model, const formats::ImportChoices& choices,
                                     Diagnostics& diagnostics, std::vector<geology::ImportChoice>& asked) {
  const geology::Column* likely = planning::likelyPeriodColumn(model);
  if (likely == nullptr && formats::personsAnswer(choices, model.source.path, "plan-column") == nullptr)
    return std::nullopt;
  geology::Provenance source = model.source;
  source.choices.clear();
  const std::string name = formats::Decision{choices, source, diagnostics}.take(
      "plan-column", likely != nullptr ? likely->name : "none", "its name speaks of the order of mining");
  asked.insert(asked.end(), source.choices.begin(), source.choices.end());
  if (name == "none") return std::nullopt;
  const geology::Column* column = geology::findColumn(model.columns, name);
  auto made = column != nullptr ? planning::planFromColumn(model, *column)
                                : planning::NoPlan{"there is no such column"};
  if (const auto* no = std::get_if<planning::NoPlan>(&made)) {
    diagnostics.push_back({.severity = Severity::Error,
                           .code = "PL-NO-COLUMN",
                           .file = model.source.path,
                           .message = "\"" + name + "\" does not order the blocks: " + no->reason,
                           .remedy = "adit check lists the columns of each model"});
    return std::nullopt;
  }
  MinePlan plan = std::get<MinePlan>(std::move(made));
  plan.source = source;
  diagnostics.push_back(columnNote(model, plan));
  return plan;
}

std::string freeName(const std::string& wish, std::set<std::string>& taken) {
  const std::string base = wish.empty() ? "plan" : wish;
  std::string name = base;
  for (int number = 2; !taken.insert(name).second; ++number) name = base + " " + std::to_string(number);
  return name;
}

}  // namespace

std::vector<geology::ImportChoice> findPlans(Deposit& deposit, const formats::ImportChoices& choices) {
  std::vector<geology::ImportChoice> asked;
  std::vector<MinePlan> plans;
  std::set<std::string> planned;  // models whose order a file gives
  for (const auto& read : deposit.plans) {
    plans.push_back(*read);
    for (auto& blocks : plans.back().blocks) {
      // The model may have been renamed since, to tell it from another one.
      for (const auto& model : deposit.blockModels)
        if (model->source.path == read->source.path && !read->source.synthetic) blocks.model = model->name;
      planned.insert(blocks.model);
    }
  }
  for (const auto& model : deposit.blockModels) {
    if (planned.contains(model->name)) continue;
    if (auto plan = planOfBlocks(*model, choices, deposit.diagnostics, asked))
      plans.push_back(std::move(*plan));
  }
  for (MinePlan& plan : plansOfMeshes(deposit, deposit.diagnostics)) {
    planning::orderByPits(plan, deposit, deposit.diagnostics);
    plans.push_back(std::move(plan));
  }
  findPlanLines(deposit, choices, plans, asked);
  planning::joinFigures(plans, deposit.diagnostics);
  deposit.plans.clear();
  std::set<std::string> taken;
  for (MinePlan& plan : plans) {
    plan.name = freeName(plan.name, taken);
    const Diagnostics faults = planning::checkPlan(plan, deposit);
    deposit.diagnostics.insert(deposit.diagnostics.end(), faults.begin(), faults.end());
    planning::dropUnusable(plan, deposit);
    const Diagnostics apart = planning::checkReconciliation(plan, deposit);
    deposit.diagnostics.insert(deposit.diagnostics.end(), apart.begin(), apart.end());
    planning::timePlan(plan, deposit.blockModels);
    deposit.plans.push_back(std::make_shared<const MinePlan>(std::move(plan)));
  }
  return asked;
}

}  // namespace adit::project
