#include "viewer/geometry/plan_figures.h"

#include <cmath>

#include "geology/planning/present_value.h"
#include "geology/planning/reconciliation.h"
#include "geology/reporting/category.h"
#include "viewer/geometry/stated_weights.h"
#include "viewer/state/command.h"
#include "viewer/state/plan.h"
#include "viewer/state/plan_ore.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;
using geology::Deposit;
using geology::MinePlan;

void addShares(const std::vector<planning::PeriodTotals>& totals, const MinePlan& plan, PlanFacts& facts) {
  for (std::size_t p = 0; p < totals.size(); ++p) {
    const planning::PeriodTotals& sum = totals[p];
    PlanPeriodFacts period;
    period.label = plan.periods[p].label;
    period.years = plan.periods[p].years;
    period.volume = sum.volume;
    period.oreVolume = sum.oreVolume;
    period.tonnes = sum.tonnes;
    period.oreTonnes = sum.oreTonnes;
    if (sum.oreWeight > 0) {
      period.grade = sum.grade();
      for (std::size_t c = 0; c < period.oreByClass.size(); ++c)
        period.oreByClass[c] = sum.oreByClass[c] / sum.oreWeight;
      for (std::size_t b = 0; b < period.oreBySupport.size(); ++b)
        period.oreBySupport[b] = sum.oreBySupport[b] / sum.oreWeight;
    }
    if (const double ratio = sum.stripRatio(); !std::isnan(ratio)) period.stripRatio = ratio;
    if (p < plan.economics.cashFlow.size()) period.cashFlow = plan.economics.cashFlow[p];
    facts.withoutGrade += sum.withoutGrade;
    facts.withoutDensity += sum.withoutDensity;
    facts.periods.push_back(std::move(period));
  }
}

/// What the plan states beside what its blocks hold.
void addPlanned(const MinePlan& plan, PlanFacts& facts) {
  std::vector<double> tonnes;
  for (const PlanPeriodFacts& period : facts.periods) tonnes.push_back(period.tonnes);
  const auto reconciled = planning::reconciled(plan, tonnes);
  for (std::size_t p = 0; p < reconciled.size(); ++p)
    if (!std::isnan(reconciled[p].planned)) facts.periods[p].planned = reconciled[p].planned;
}

void addValue(const MinePlan& plan, PlanFacts& facts) {
  const geology::PlanEconomics& money = plan.economics;
  facts.mineCapacity = money.mineCapacity;
  facts.millCapacity = money.millCapacity;
  if (money.cashFlow.empty() || !money.discountRate) return;
  std::vector<double> years;
  for (const geology::PlanPeriod& period : plan.periods) years.push_back(period.years);
  for (std::size_t p = 0; p < money.cashFlow.size(); ++p)
    facts.cumulativeValue.push_back(planning::netPresentValue(
        std::span(money.cashFlow).first(p + 1), years, *money.discountRate, money.firstPeriodUndiscounted));
  facts.presentValue = facts.cumulativeValue.back();
  facts.valueText = (money.currency.empty() ? "units of money" : money.currency) + ", " +
                    commandNumber(100 * *money.discountRate) + " % a year, " +
                    (money.firstPeriodUndiscounted ? "first period undiscounted" : "end of period");
}

}  // namespace

std::optional<PlanFiguresQuestion> planFiguresQuestion(std::shared_ptr<const Deposit> deposit,
                                                       const ViewState& state) {
  const MinePlan* plan = shownPlan(*deposit, state);
  const auto model = plan != nullptr ? plannedModel(*deposit, *plan) : nullptr;
  if (model == nullptr) return std::nullopt;
  ViewState view = weighedView(state, model->name);
  // The figures are of the whole plan: neither its moment nor what is cut away changes them.
  view.plan.time = 0;
  view.sections.clear();
  view.box = {};
  view.region = {};
  view.filters.clear();
  view.claim = ClaimLevel::Everything;
  view.honest.reach = state.honest.reach;
  view.cutoffs = state.cutoffs;
  return PlanFiguresQuestion{std::move(deposit), model->name, planOre(state, *model).column, std::move(view)};
}

PlanFacts unansweredPlanFigures(const PlanFiguresQuestion& question) {
  PlanFacts facts;
  facts.object = question.object;
  facts.column = question.column;
  const MinePlan* plan = shownPlan(*question.deposit, question.view);
  if (plan == nullptr) return facts;
  facts.plan = plan->name;
  facts.basis = geology::planBasisText(plan->basis);
  for (const geology::PlanPeriod& period : plan->periods)
    facts.periods.push_back({period.label, period.years, 0, 0, 0, 0, {}, {}, {}, {}, {}, {}});
  return facts;
}

PlanFacts planFigures(const PlanFiguresQuestion& question, SelectionCache&,
                      const geology::Progress& progress) {
  PlanFacts facts = unansweredPlanFigures(question);
  const Deposit& deposit = *question.deposit;
  const MinePlan* plan = shownPlan(deposit, question.view);
  const BlockModel* model = blockModelNamed(deposit, question.object);
  if (plan == nullptr || model == nullptr) return facts;
  facts.periods.clear();
  const StatedWeights weights = statedWeights(deposit, question.view, question.object);
  planning::PlanQuestion asked{*model, *geology::plannedBlocks(*plan, *model), plan->periods.size()};
  const PlanOre ore = planOreBy(question.view, *model, question.column);
  asked.grade = ore.grade;
  asked.cutoff = facts.cutoff = ore.cutoff;
  asked.density = weights.density;
  asked.proportion = weights.proportion;
  asked.cubicMetres = weights.cubicMetres;
  std::vector<std::uint8_t> classes;
  const auto stated = question.view.categories.find(question.object);
  const geology::Column* category = stated != question.view.categories.end()
                                        ? geology::findColumn(model->columns, stated->second.column)
                                        : nullptr;
  if (category != nullptr) classes = reporting::categoryOfBlocks(*category, stated->second.classes);
  asked.classes = classes;
  if (const geology::DataSupport* support = geology::supportOf(deposit, *model)) {
    asked.nearestSample = geology::findColumn(support->columns, geology::kSupportNearest);
    asked.reach = question.view.honest.reach > 0 ? question.view.honest.reach : support->spacing;
  }
  facts.classed = category != nullptr;
  facts.supported = asked.nearestSample != nullptr && asked.reach > 0;
  facts.hasTonnes = weights.density.stated();
  facts.doubts = weights.doubts;
  if (!facts.hasTonnes) facts.doubts.emplace_back("No density is stated: volumes in m3 in place of tonnes.");
  if (!facts.cutoff) facts.doubts.emplace_back("No cut-off is stated: ore is not told from waste.");
  if (asked.grade != nullptr) facts.unit = asked.grade->unit;
  addShares(planning::planTotals(asked, progress), *plan, facts);
  if (facts.hasTonnes) addPlanned(*plan, facts);
  addValue(*plan, facts);
  facts.known = true;
  return facts;
}

}  // namespace adit::viewer
