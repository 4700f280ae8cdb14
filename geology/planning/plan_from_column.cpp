#include "geology/planning/plan_from_column.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "geology/model/hole_dates.h"
#include "geology/planning/plan_words.h"

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::Column;
using geology::kNeverMined;
using geology::MinePlan;
using geology::PeriodIndex;

bool speaksOf(const Column& column, std::string_view word) {
  const std::vector<std::string> words = wordsOf(column.name);
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "2027" of 2027.0, "0.5" of 0.5.
std::string numberName(float value) {
  std::string text = std::to_string(value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

/// "year 2027", "month 3", "period 3": by the word that the column's name has.
std::string periodLabel(const Column& column, float value) {
  if (value >= 1900 && value < 2200) return numberName(value);
  for (const char* word : {"year", "quarter", "month", "week", "day", "phase", "pushback"})
    if (speaksOf(column, word)) return word + (" " + numberName(value));
  return "period " + numberName(value);
}

double lengthInYears(const Column& column) {
  if (speaksOf(column, "quarter")) return yearsOf(PeriodWord::Quarter);
  if (speaksOf(column, "month")) return yearsOf(PeriodWord::Month);
  if (speaksOf(column, "week")) return 7 / 365.25;
  if (speaksOf(column, "day")) return 1 / 365.25;
  return 1;
}

MinePlan emptyPlan(const BlockModel& model, const Column& column) {
  MinePlan plan;
  plan.name = model.name + " by " + column.name;
  plan.source = model.source;
  plan.blocks.push_back({model.name,
                         column.name,
                         std::vector<PeriodIndex>(model.blockCount(), kNeverMined),
                         geology::PlanActivity::Pit,
                         {}});
  return plan;
}

std::variant<MinePlan, NoPlan> planFromNumbers(const BlockModel& model, const Column& column) {
  std::set<float> values;
  bool whole = true;
  float last = -1;
  for (const float value : column.values) {
    if (!(value >= 0) || std::isinf(value) || value == last) continue;  // neighbours mostly go together
    values.insert(last = value);
    whole = whole && value == std::floor(value);
    if (values.size() > kMostPeriods)
      return NoPlan{"it has more than " + std::to_string(kMostPeriods) +
                    " different values: that is a measurement and no order of periods"};
  }
  // A 0 before 1 or before years is how schedules write "not mined"; before 5, 10, ... it is the first of
  // them.
  if (values.size() > 1 && *values.begin() == 0 && whole &&
      (*std::next(values.begin()) == 1 || *std::next(values.begin()) >= 1900))
    values.erase(0);
  if (values.empty()) return NoPlan{"no block has a value in it"};
  MinePlan plan = emptyPlan(model, column);
  std::map<float, PeriodIndex> number;
  for (const float value : values) {
    number.emplace(value, static_cast<PeriodIndex>(plan.periods.size()));
    plan.periods.push_back({periodLabel(column, value), {}, lengthInYears(column)});
  }
  auto found = number.begin();
  for (std::size_t row = 0; row < column.values.size(); ++row) {
    const float value = column.values[row];
    if (!(value >= 0)) continue;  // NaN would be found anywhere
    if (found == number.end() || found->first != value) found = number.find(value);
    if (found != number.end()) plan.blocks[0].period[row] = found->second;
  }
  return plan;
}

std::variant<MinePlan, NoPlan> planFromDates(const BlockModel& model, const Column& column) {
  std::map<geology::DrillDate, std::string> days;
  std::vector<std::optional<geology::DrillDate>> dayOfCode;
  for (const std::string& name : column.names) {
    dayOfCode.push_back(geology::dateOf(name));
    if (dayOfCode.back()) days.emplace(*dayOfCode.back(), name);
  }
  const auto isDate = [](const auto& day) { return day.has_value(); };
  if (days.empty() || !std::all_of(dayOfCode.begin(), dayOfCode.end(), isDate))
    return NoPlan{"it holds neither numbers nor dates"};
  if (days.size() > kMostPeriods) return NoPlan{"it has too many different dates"};
  MinePlan plan = emptyPlan(model, column);
  std::map<geology::DrillDate, PeriodIndex> number;
  for (auto day = days.begin(); day != days.end(); ++day) {
    number.emplace(day->first, static_cast<PeriodIndex>(plan.periods.size()));
    const auto next = std::next(day);
    plan.periods.push_back({day->second, day->second, next != days.end() ? next->first - day->first : 1});
  }
  if (plan.periods.size() > 1) plan.periods.back().years = plan.periods[plan.periods.size() - 2].years;
  for (std::size_t row = 0; row < column.codes.size(); ++row)
    if (const std::int32_t code = column.codes[row]; code >= 0)
      plan.blocks[0].period[row] = number.at(*dayOfCode[static_cast<std::size_t>(code)]);
  return plan;
}

}  // namespace

std::variant<MinePlan, NoPlan> planFromColumn(const BlockModel& model, const Column& column) {
  return column.isNumeric() ? planFromNumbers(model, column) : planFromDates(model, column);
}

const Column* likelyPeriodColumn(const BlockModel& model) {
  for (const char* wanted : {"period", "mined", "schedule", "year", "month", "quarter", "pushback", "phase"})
    for (const Column& column : model.columns)
      if (speaksOf(column, wanted) && std::holds_alternative<MinePlan>(planFromColumn(model, column)))
        return &column;
  return nullptr;
}

}  // namespace adit::planning
