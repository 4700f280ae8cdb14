#include "geology/project/find_plans.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "geology/planning/plan_checks.h"
#include "geology/planning/plan_words.h"
#include "geology/project/block_column_plan.h"

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
        if (model->source.path == read->source.path) blocks.model = model->name;
      planned.insert(blocks.model);
    }
  }
  for (const auto& model : deposit.blockModels) {
    if (planned.contains(model->name)) continue;
    if (auto plan = planOfColumn(*model, choices, deposit.diagnostics, asked))
      plans.push_back(std::move(*plan));
  }
  for (MinePlan& plan : plansOfMeshes(deposit, deposit.diagnostics)) plans.push_back(std::move(plan));
  deposit.plans.clear();
  std::set<std::string> taken;
  for (MinePlan& plan : plans) {
    plan.name = freeName(plan.name, taken);
    const Diagnostics faults = planning::checkPlan(plan, deposit);
    deposit.diagnostics.insert(deposit.diagnostics.end(), faults.begin(), faults.end());
    planning::dropUnusable(plan, deposit);
    deposit.plans.push_back(std::make_shared<const MinePlan>(std::move(plan)));
  }
  return asked;
}

}  // namespace adit::project
