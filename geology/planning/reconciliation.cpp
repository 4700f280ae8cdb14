#include "geology/planning/reconciliation.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>

#include "geology/model/length_scale.h"
#include "geology/model/plain_text.h"
#include "geology/model/unit_scale.h"
#include "geology/planning/plan_totals.h"
#include "geology/planning/plan_words.h"

namespace adit::planning {
namespace {

using geology::Deposit;
using geology::Diagnostics;
using geology::MinePlan;
using geology::PeriodIndex;
using geology::PlanFigure;
using geology::Severity;

/// Surveys of a month and its blocks agree within some per cent; more is worth a question.
constexpr double kAgreed = .05;

bool hasWord(const std::string& activity, std::initializer_list<const char*> words) {
  const std::vector<std::string> own = wordsOf(activity);
  return std::any_of(own.begin(), own.end(), [&](const std::string& word) {
    return std::any_of(words.begin(), words.end(), [&](const char* w) { return word == w; });
  });
}
bool isWhole(const std::string& activity) {
  return hasWord(activity, {"total", "rock", "mined", "mining"});
}
bool isOre(const std::string& activity) {
  return hasWord(activity, {"ore"});
}
bool isWaste(const std::string& activity) {
  return hasWord(activity, {"waste", "overburden", "strip", "stripping"});
}
bool isStock(const std::string& activity) {
  return hasWord(activity, {"from", "rehandle", "rehandled", "reclaim", "reclaimed", "balance"}) ||
         geology::equalIgnoringCase(activity, "stockpile");
}

double rockOf(const std::vector<const PlanFigure*>& figures) {
  // A row with several grades is a figure for each; the grade that most rows have stands for the rows.
  const auto sum = [&](const auto& counts) {
    std::map<std::string, std::map<std::string, double>> byGrade;
    for (const PlanFigure* figure : figures)
      if (counts(figure->activity)) byGrade[figure->activity][figure->grade] += figure->tonnes;
    double tonnes = byGrade.empty() ? std::nan("") : 0;
    for (const auto& [activity, grades] : byGrade) {
      double most = 0;
      for (const auto& [grade, mass] : grades) most = std::max(most, grade.empty() ? 0 : mass);
      const auto bare = grades.find("");
      tonnes += most + (bare == grades.end() ? 0 : bare->second);
    }
    return tonnes;
  };
  const bool ore =
      std::any_of(figures.begin(), figures.end(), [](const auto* f) { return isOre(f->activity); });
  if (const double whole = sum(isWhole); !std::isnan(whole)) return whole;
  if (ore)
    return sum([](const std::string& a) {
      return (isOre(a) || isWaste(a)) && !isStock(a) && !hasWord(a, {"to", "mill", "milled", "processed"});
    });
  return sum([](const std::string& a) { return !isStock(a); });
}

bool sameLabel(const std::string& a, const std::string& b) {
  if (geology::equalIgnoringCase(a, b)) return true;
  const auto p = namedPeriod(a), q = namedPeriod(b);
  return p && q && p->word == q->word && p->number == q->number;
}

bool isTable(const MinePlan& plan) {
  return !plan.figures.empty() && plan.blocks.empty() && plan.solids.empty() && plan.lines.empty();
}

std::string countText(std::size_t part, std::size_t whole) {
  return std::to_string(part) + " of " + geology::counted(whole, "period");
}

/// The plan that has most of the table's periods; nullptr when none has half of them.
MinePlan* planFor(const MinePlan& table, std::vector<MinePlan>& plans) {
  MinePlan* best = nullptr;
  std::size_t most = 0;
  for (MinePlan& plan : plans) {
    if (isTable(plan) || !plan.figures.empty()) continue;
    const auto match = matchingPeriods(table, plan);
    const auto found = static_cast<std::size_t>(
        std::count_if(match.begin(), match.end(), [](const auto& m) { return m.has_value(); }));
    // Blocks have tonnes to compare with; of equal ones they go first.
    const bool better = found > most || (found == most && found > 0 && best->blocks.empty());
    if (found * 2 < table.periods.size() || !better) continue;
    best = &plan;
    most = found;
  }
  return best;
}

void join(const MinePlan& table, MinePlan& plan, Diagnostics& diagnostics) {
  const auto match = matchingPeriods(table, plan);
  std::string left;
  std::size_t without = 0;
  for (std::size_t p = 0; p < match.size(); ++p)
    if (!match[p]) {
      ++without;
      left += (left.empty() ? "" : ", ") + table.periods[p].label;
    }
  for (PlanFigure figure : table.figures)
    if (match[figure.period]) {
      figure.period = *match[figure.period];
      plan.figures.push_back(std::move(figure));
    }
  std::stable_sort(plan.figures.begin(), plan.figures.end(),
                   [](const auto& a, const auto& b) { return a.period < b.period; });
  diagnostics.push_back({.severity = Severity::Note,
                         .code = "PL-FIGURES-JOINED",
                         .file = table.source.path,
                         .message = "its figures are of the plan \"" + plan.name + "\", of which it has " +
                                    countText(match.size() - without, match.size()),
                         .remedy = "name its periods differently to keep it a plan of its own"});
  if (without > 0)
    diagnostics.push_back({.severity = Severity::Warning,
                           .code = "PL-FIGURES-LEFT",
                           .file = table.source.path,
                           .message = "the plan \"" + plan.name + "\" has no ground in the periods " + left +
                                      "; their figures are left out",
                           .remedy = "check whether blocks of these periods were left out of the model",
                           .count = without});
}

std::string percent(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%+.0f %%", 100 * share);
  return text;
}

/// Tonnes of every period, where the models of all blocks have a density in a unit.
std::optional<std::vector<double>> tonnesOf(const MinePlan& plan, const Deposit& deposit) {
  std::vector<double> tonnes(plan.periods.size());
  const double cubicMetres = geology::cubicMetresIn(deposit.unit);
  for (const auto& model : deposit.blockModels)
    for (const geology::PlanBlocks& blocks : plan.blocks) {
      if (blocks.model != model->name || blocks.period.size() != model->blockCount()) continue;
      const auto density = std::find_if(model->columns.begin(), model->columns.end(), [](const auto& column) {
        return column.isNumeric() && geology::densityScale(column.unit).has_value();
      });
      if (density == model->columns.end()) return std::nullopt;
      PlanQuestion question{*model, blocks, plan.periods.size()};
      question.density = {&*density, *geology::densityScale(density->unit), std::nullopt};
      question.cubicMetres = cubicMetres;
      const std::vector<PeriodTotals> totals = planTotals(question, geology::Progress());
      for (std::size_t p = 0; p < totals.size(); ++p) tonnes[p] += totals[p].tonnes;
    }
  return tonnes;
}

}  // namespace

double ReconciledPeriod::relative() const {
  return blocks > 0 ? difference() / blocks : std::nan("");
}

std::vector<double> statedRock(const MinePlan& plan) {
  std::vector<std::vector<const PlanFigure*>> of(plan.periods.size());
  for (const PlanFigure& figure : plan.figures)
    if (figure.period < of.size()) of[figure.period].push_back(&figure);
  std::vector<double> rock;
  for (const auto& figures : of) rock.push_back(figures.empty() ? std::nan("") : rockOf(figures));
  return rock;
}

std::vector<std::optional<PeriodIndex>> matchingPeriods(const MinePlan& table, const MinePlan& plan) {
  std::vector<std::optional<PeriodIndex>> match(table.periods.size());
  for (std::size_t t = 0; t < match.size(); ++t)
    for (std::size_t p = 0; p < plan.periods.size() && !match[t]; ++p)
      if (sameLabel(table.periods[t].label, plan.periods[p].label)) match[t] = static_cast<PeriodIndex>(p);
  return match;
}

void joinFigures(std::vector<MinePlan>& plans, Diagnostics& diagnostics) {
  for (std::size_t t = 0; t < plans.size();) {
    MinePlan* plan = isTable(plans[t]) ? planFor(plans[t], plans) : nullptr;
    if (plan == nullptr) {
      ++t;
      continue;
    }
    join(plans[t], *plan, diagnostics);
    plans.erase(plans.begin() + static_cast<std::ptrdiff_t>(t));
  }
}

std::vector<ReconciledPeriod> reconciled(const MinePlan& plan, const std::vector<double>& blocks) {
  const std::vector<double> stated = statedRock(plan);
  if (std::all_of(stated.begin(), stated.end(), [](double t) { return std::isnan(t); })) return {};
  std::vector<ReconciledPeriod> periods;
  for (std::size_t p = 0; p < stated.size(); ++p)
    periods.push_back({stated[p], p < blocks.size() ? blocks[p] : std::nan("")});
  return periods;
}

Diagnostics checkReconciliation(const MinePlan& plan, const Deposit& deposit) {
  if (plan.figures.empty() || plan.blocks.empty()) return {};
  const auto tonnes = tonnesOf(plan, deposit);
  geology::Diagnostic found{
      .severity = Severity::Note,
      .code = "PL-NO-TONNES",
      .file = plan.source.path,
      .message = "plan \"" + plan.name + "\": it states tonnes, and no density column says " +
                 "what its blocks weigh",
      .remedy = "adit plan --density, or a density in the window, shows the difference"};
  if (!tonnes) return {found};
  std::size_t apart = 0;
  std::string first;
  ReconciledPeriod all;
  const auto periods = reconciled(plan, *tonnes);
  for (std::size_t p = 0; p < periods.size(); ++p) {
    if (std::isnan(periods[p].planned)) continue;
    all.planned += periods[p].planned;
    all.blocks += periods[p].blocks;
    if (std::abs(periods[p].difference()) <= kAgreed * std::max(periods[p].blocks, 1.0)) continue;
    if (++apart == 1)
      first = plan.periods[p].label + " (" +
              (periods[p].blocks > 0 ? percent(periods[p].relative()) : std::string("no blocks")) + ")";
  }
  if (apart == 0) return {};
  found.severity = Severity::Warning;
  found.code = "PL-RECONCILIATION";
  found.message = "plan \"" + plan.name +
                  "\": planned tonnes are more than 5 % from what its blocks hold, first " + "in " + first +
                  "; in all " + (all.blocks > 0 ? percent(all.relative()) : "no blocks");
  found.remedy = "adit plan lists both for every period; check densities, and the date of model and table";
  found.count = apart;
  return {found};
}

}  // namespace adit::planning
