#include "geology/project/find_plan_lines.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "geology/formats/import_choice.h"
#include "geology/model/plain_text.h"
#include "geology/planning/plan_lines.h"

namespace adit::project {
namespace {

using geology::MinePlan;
using geology::PlanActivity;
using geology::PlanLine;
using geology::Severity;
using planning::LineRoles;

constexpr const char* kRoles =
    "set plan-lines to none, by name, development, haul route, or a list of layers such as \"DRIVE_1: "
    "development; RD: haul route\"";

/// "5x4.5"; nothing for other text.
std::optional<std::pair<double, double>> profileOf(const std::string& text) {
  double width = 0, height = 0;
  const char* const end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, width);
  if (first.ec != std::errc() || first.ptr == end || (*first.ptr != 'x' && *first.ptr != 'X'))
    return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, height);
  if (second.ec != std::errc() || second.ptr != end || !(width > 0) || !(height > 0)) return std::nullopt;
  return std::pair{width, height};
}

bool hasStopes(const MinePlan& plan) {
  return std::any_of(plan.solids.begin(), plan.solids.end(),
                     [](const auto& solid) { return solid.activity == PlanActivity::Stope; });
}

bool hasPeriodOf(const MinePlan& plan, const std::vector<PlanLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), [&](const PlanLine& line) {
    const auto periods = planning::linePeriods(line.name);
    return periods && std::any_of(plan.periods.begin(), plan.periods.end(), [&](const auto& period) {
             return geology::equalIgnoringCase(period.label, periods->first);
           });
  });
}

MinePlan* planFor(const std::vector<PlanLine>& lines, std::vector<MinePlan>& plans) {
  const auto first = [&](const auto& test) -> MinePlan* {
    const auto found = std::find_if(plans.begin(), plans.end(), [&](const MinePlan& plan) {
      if (plan.blocks.empty() && plan.solids.empty() && plan.lines.empty()) return false;  // a table
      return !plan.periods.empty() && test(plan);
    });
    return found == plans.end() ? nullptr : &*found;
  };
  if (MinePlan* plan = first([&](const MinePlan& p) { return hasPeriodOf(p, lines); })) return plan;
  if (MinePlan* plan = first(hasStopes)) return plan;
  if (MinePlan* plan = first([](const MinePlan& p) { return !p.blocks.empty(); })) return plan;
  return first([](const MinePlan& p) { return !p.solids.empty(); });
}

/// The periods that the names say, or one for all.
MinePlan planOfLines(const geology::TriangleMesh& mesh, const std::vector<PlanLine>& lines) {
  MinePlan plan;
  plan.name = mesh.name;
  plan.basis = geology::PlanBasis::Design;
  plan.source = mesh.source;
  plan.source.choices.clear();
  plan.source.format = "strings by role";
  std::vector<std::string> labels;
  for (const PlanLine& line : lines)
    if (const auto periods = planning::linePeriods(line.name))
      for (const std::string& label : {periods->first, periods->last})
        if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
  // "month 2" goes before "month 10": the shorter number is the smaller one.
  std::sort(labels.begin(), labels.end(), [](const std::string& a, const std::string& b) {
    return std::pair(a.size(), a) < std::pair(b.size(), b);
  });
  if (labels.empty()) labels.emplace_back("development");
  for (std::string& label : labels) plan.periods.push_back({std::move(label), "", 1});
  return plan;
}

class LineFinder {
 public:
  LineFinder(geology::Deposit& deposit, const formats::ImportChoices& choices, std::vector<MinePlan>& plans,
             std::vector<geology::ImportChoice>& asked)
      : deposit_(deposit), choices_(choices), plans_(plans), asked_(asked) {}

  void look(const geology::TriangleMesh& mesh) {
    const bool chosen = formats::personsAnswer(choices_, mesh.source.path, "plan-lines") != nullptr;
    if (mesh.lines.empty() || (!chosen && planning::planLines(mesh, LineRoles()).empty())) return;
    const std::string text = ask(mesh, "plan-lines", "by name", "the names of its layers say what they are");
    const auto roles = planning::lineRoles(text);
    if (!roles)
      return say(mesh, Severity::Error, "PL-LINES-CHOICE", "\"" + text + "\" gives strings no role", kRoles);
    std::vector<PlanLine> lines = planning::planLines(mesh, *roles);
    if (lines.empty()) {
      if (chosen && text != "none")
        say(mesh, Severity::Warning, "PL-LINES-CHOICE", "no open string has the role of \"" + text + "\"",
            kRoles);
      return;
    }
    const std::string profile = ask(mesh, "plan-profile", "5x5", "strings have no width");
    const auto size = profileOf(profile);
    if (!size)
      return say(mesh, Severity::Error, "PL-LINES-CHOICE", "\"" + profile + "\" is no profile",
                 "set plan-profile to width x height, such as 5x4.5");
    for (PlanLine& line : lines) std::tie(line.width, line.height) = *size;
    give(mesh, std::move(lines), profile);
  }

 private:
  std::string ask(const geology::TriangleMesh& mesh, const char* question, const char* guess,
                  const char* reason) {
    geology::Provenance source = mesh.source;
    source.choices.clear();
    std::string answer =
        formats::Decision{choices_, source, deposit_.diagnostics}.take(question, guess, reason);
    asked_.insert(asked_.end(), source.choices.begin(), source.choices.end());
    return answer;
  }

  void say(const geology::TriangleMesh& mesh, Severity severity, const char* code, std::string message,
           std::string remedy, std::size_t count = 1) {
    deposit_.diagnostics.push_back({.severity = severity,
                                    .code = code,
                                    .file = mesh.source.path,
                                    .message = std::move(message),
                                    .remedy = std::move(remedy),
                                    .count = count});
  }

  void give(const geology::TriangleMesh& mesh, std::vector<PlanLine> lines, const std::string& profile) {
    MinePlan* plan = planFor(lines, plans_);
    if (plan == nullptr) plan = &plans_.emplace_back(planOfLines(mesh, lines));
    const auto routes = static_cast<std::size_t>(std::count_if(
        lines.begin(), lines.end(), [](const PlanLine& l) { return l.activity == PlanActivity::HaulRoute; }));
    const auto dated =
        static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const PlanLine& l) {
          return planning::linePeriods(l.name).has_value();
        }));
    const std::size_t count = planning::timeLines(std::move(lines), *plan);
    say(mesh, Severity::Note, "PL-LINES",
        geology::counted(count - routes, "string") + " as development, " + std::to_string(routes) +
            " as haul route, of the plan \"" + plan->name + "\"; " + std::to_string(dated) +
            " of them name a period, others advance evenly over the whole plan, from their first point on; " +
            profile + " is taken as profile",
        "set plan-lines to none to leave them out, plan-profile to another width and height", count);
  }

  geology::Deposit& deposit_;
  const formats::ImportChoices& choices_;
  std::vector<MinePlan>& plans_;
  std::vector<geology::ImportChoice>& asked_;
};

}  // namespace

void findPlanLines(geology::Deposit& deposit, const formats::ImportChoices& choices,
                   std::vector<MinePlan>& plans, std::vector<geology::ImportChoice>& asked) {
  LineFinder finder(deposit, choices, plans, asked);
  for (const auto& mesh : deposit.meshes) finder.look(*mesh);
}

}  // namespace adit::project
