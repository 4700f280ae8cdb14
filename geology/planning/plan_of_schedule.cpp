#include "geology/planning/plan_of_schedule.h"

#include <cmath>
#include <cstdio>

namespace adit::planning {
namespace {

using geology::MinePlan;
using geology::PeriodIndex;
using geology::PlanFigure;

/// The day on which a period of a whole number of years, or of months, begins; "" where it is neither.
std::string beginOf(const ScheduleInputs& rates, std::size_t period) {
  if (!rates.firstYear) return {};
  const double months = rates.periodYears * 12 * static_cast<double>(period);
  const auto whole = static_cast<long>(std::llround(months));
  if (std::abs(months - static_cast<double>(whole)) > 1e-6) return {};
  char text[32];
  std::snprintf(text, sizeof text, "%04ld-%02ld-01", *rates.firstYear + whole / 12, whole % 12 + 1);
  return text;
}

std::string labelOf(const ScheduleInputs& rates, std::size_t period) {
  if (rates.firstYear && rates.periodYears == 1)
    return std::to_string(*rates.firstYear + static_cast<int>(period));
  return (rates.periodYears == 1 ? "year " : "period ") + std::to_string(period + 1);
}

void addFigures(MinePlan& plan, const PitInputs& inputs, const Schedule& schedule) {
  for (std::size_t p = 0; p < schedule.periods.size(); ++p) {
    const PeriodSum& sum = schedule.periods[p];
    const auto period = static_cast<PeriodIndex>(p);
    const auto add = [&](const char* activity, double tonnes, const std::vector<double>& grades) {
      if (grades.empty()) plan.figures.push_back({period, activity, tonnes, "", 0});
      for (std::size_t m = 0; m < grades.size(); ++m)
        plan.figures.push_back(
            {period, activity, tonnes, inputs.metals[m].grade, std::isfinite(grades[m]) ? grades[m] : 0});
    };
    add("ore", sum.ore, sum.minedGrade);
    add("waste", sum.waste, {});
    add("mill", sum.milled, sum.milledGrade);
    if (!inputs.schedule.stockpile) continue;
    add("to stockpile", sum.toStockpile, {});
    add("from stockpile", sum.fromStockpile, {});
    add("stockpile", sum.stockpile, {});
  }
}

void addEconomics(MinePlan& plan, const PitInputs& inputs, const Schedule& schedule) {
  plan.economics.discountRate = inputs.discounting.rate;
  plan.economics.firstPeriodUndiscounted = inputs.discounting.firstPeriodUndiscounted;
  plan.economics.mineCapacity = inputs.schedule.mineCapacity;
  plan.economics.millCapacity = inputs.schedule.millCapacity;
  for (const PeriodSum& sum : schedule.periods) plan.economics.cashFlow.push_back(sum.cashFlow);
}

std::vector<PeriodIndex> periodOfBlocks(const PitOutcome& outcome) {
  std::vector<PeriodIndex> periods(outcome.model->blockCount(), geology::kNeverMined);
  for (std::size_t b = 0; b < periods.size(); ++b) {
    const auto cell = static_cast<std::size_t>(outcome.model->cellOf(b));
    if (outcome.schedule)
      periods[b] = outcome.schedule->periodOfCell[cell];
    else if (outcome.pushbacks.phaseOfCell[cell] != kNoPhase)
      periods[b] = outcome.pushbacks.phaseOfCell[cell];
  }
  return periods;
}

}  // namespace

std::vector<std::string> scheduleLabels(const ScheduleInputs& rates, std::size_t count) {
  std::vector<std::string> labels;
  for (std::size_t p = 0; p < count; ++p) labels.push_back(labelOf(rates, p));
  return labels;
}

MinePlan planOf(const PitInputs& inputs, const PitOutcome& outcome) {
  MinePlan plan;
  plan.name = "pit limit";
  plan.basis = outcome.schedule ? geology::PlanBasis::Schedule : geology::PlanBasis::Shell;
  plan.economics.currency = inputs.currency;
  plan.source = outcome.model->source;
  plan.source.format = "pit plan";
  const std::size_t count =
      outcome.schedule ? outcome.schedule->periods.size() : outcome.pushbacks.phases.size();
  for (std::size_t p = 0; p < count; ++p) {
    if (outcome.schedule)
      plan.periods.push_back(
          {labelOf(inputs.schedule, p), beginOf(inputs.schedule, p), inputs.schedule.periodYears});
    else
      plan.periods.push_back({"phase " + std::to_string(p + 1), "", 1});
  }
  plan.blocks.push_back({outcome.model->name, "", periodOfBlocks(outcome), geology::PlanActivity::Pit, {}});
  if (outcome.schedule) {
    addFigures(plan, inputs, *outcome.schedule);
    addEconomics(plan, inputs, *outcome.schedule);
  }
  return plan;
}

}  // namespace adit::planning
