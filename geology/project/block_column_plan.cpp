#include "geology/project/block_column_plan.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "geology/formats/import_choice.h"
#include "geology/planning/plan_words.h"

namespace adit::project {
namespace {

using geology::BlockModel;
using geology::Column;
using geology::Diagnostics;
using geology::MinePlan;
using geology::PeriodIndex;
using geology::Severity;
using planning::PeriodWord;

constexpr std::size_t kMostPeriods = 2000;

/// The different values of a column, rising; empty when they are too many or no whole numbers.
std::vector<long> wholeValues(const Column& column) {
  std::set<long> values;
  for (const float value : column.values) {
    if (!std::isfinite(value)) continue;
    if (std::abs(value) > 1e7F || value != std::floor(value)) return {};
    values.insert(static_cast<long>(std::floor(value)));
    if (values.size() > kMostPeriods) return {};
  }
  return {values.begin(), values.end()};
}

struct Candidate {
  const Column* column = nullptr;
  PeriodWord word = PeriodWord::Period;
  std::vector<long> values;
};

/// The plainest first. A column of nothing but 0 and 1 is a flag and orders nothing.
std::vector<Candidate> candidates(const BlockModel& model) {
  std::vector<Candidate> found;
  for (const Column& column : model.columns) {
    if (!column.isNumeric()) continue;
    const auto word = planning::periodWord(column.name);
    if (!word) continue;
    std::vector<long> values = wholeValues(column);
    if (values.empty() || (values.front() >= 0 && values.back() <= 1 && values.size() <= 2)) continue;
    found.push_back({&column, *word, std::move(values)});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.word < b.word; });
  return found;
}

class ColumnPlanner {
 public:
  ColumnPlanner(const BlockModel& model, const formats::ImportChoices& choices, Diagnostics& diagnostics)
      : model_(model),
        diagnostics_(diagnostics),
        source_(model.source),
        decision_{choices, source_, diagnostics} {
    source_.choices.clear();
  }

  std::optional<MinePlan> make() {
    const std::vector<Candidate> found = candidates(model_);
    const std::string* answer = formats::personsAnswer(decision_.choices, model_.source.path, "plan-column");
    if (found.empty() && answer == nullptr) return std::nullopt;
    const std::string name =
        decision_.take("plan-column", found.empty() ? "none" : found.front().column->name,
                       "the plainest name of a column that orders the blocks");
    const auto chosen = candidateOf(name, found);
    if (!chosen) return std::nullopt;
    return planOf(*chosen, found.size());
  }

  const std::vector<geology::ImportChoice>& decided() const { return source_.choices; }

 private:
  void say(Severity severity, const char* code, std::string message, std::string remedy,
           std::size_t count = 1) {
    diagnostics_.push_back({.severity = severity,
                            .code = code,
                            .file = model_.source.path,
                            .message = std::move(message),
                            .remedy = std::move(remedy),
                            .count = count});
  }

  std::optional<Candidate> candidateOf(const std::string& name, const std::vector<Candidate>& found) {
    if (name == "none") return std::nullopt;
    for (const Candidate& candidate : found)
      if (candidate.column->name == name) return candidate;
    const Column* column = geology::findColumn(model_.columns, name);
    std::vector<long> values =
        column != nullptr && column->isNumeric() ? wholeValues(*column) : std::vector<long>{};
    if (values.empty()) {
      say(Severity::Error, "PL-NO-COLUMN",
          "\"" + name + "\" is no numeric column of whole numbers that could order the blocks",
          "adit check lists the columns of each model");
      return std::nullopt;
    }
    return Candidate{column, planning::periodWord(name).value_or(PeriodWord::Period), std::move(values)};
  }

  std::optional<MinePlan> planOf(const Candidate& chosen, std::size_t others) {
    std::vector<long> numbers = chosen.values;
    const bool hasZero = std::binary_search(numbers.begin(), numbers.end(), 0L);
    bool zeroMines = hasZero;
    if (hasZero && numbers.back() > 0)
      zeroMines = decision_.take("plan-zero", "not-mined", "most programs count periods from 1",
                                 {"not-mined", "first-period"}) == "first-period";
    std::erase_if(numbers, [&](long number) { return number < 0 || (number == 0 && !zeroMines); });
    if (numbers.empty()) return std::nullopt;
    MinePlan plan;
    plan.name = model_.name + " by " + chosen.column->name;
    for (const long number : numbers) plan.periods.push_back(periodOf(chosen.word, number));
    plan.blocks.push_back({model_.name, chosen.column->name, periods(*chosen.column, numbers)});
    plan.source = source_;
    plan.source.format = "block column";
    sayTaken(plan, chosen, hasZero && !zeroMines, others);
    return plan;
  }

  static geology::PlanPeriod periodOf(PeriodWord word, long number) {
    geology::PlanPeriod period{planning::periodLabel(word, number), "", planning::yearsOf(word)};
    if (word == PeriodWord::Year && number >= 1950 && number <= 2199)
      period.begin = std::to_string(number) + "-01-01";
    return period;
  }

  static std::vector<PeriodIndex> periods(const Column& column, const std::vector<long>& numbers) {
    std::vector<PeriodIndex> periods(column.values.size(), geology::kNeverMined);
    for (std::size_t b = 0; b < periods.size(); ++b) {
      if (!std::isfinite(column.values[b])) continue;
      const auto number = static_cast<long>(std::floor(column.values[b]));
      const auto at = std::lower_bound(numbers.begin(), numbers.end(), number);
      if (at != numbers.end() && *at == number) periods[b] = static_cast<PeriodIndex>(at - numbers.begin());
    }
    return periods;
  }

  void sayTaken(const MinePlan& plan, const Candidate& chosen, bool zeroStays, std::size_t others) {
    const auto& period = plan.blocks.front().period;
    const auto stays =
        static_cast<std::size_t>(std::count(period.begin(), period.end(), geology::kNeverMined));
    std::string message = "the column \"" + chosen.column->name +
                          "\" orders the blocks: " + std::to_string(plan.periods.size()) + " periods, " +
                          plan.periods.front().label + " to " + plan.periods.back().label;
    if (stays > 0) message += "; " + std::to_string(stays) + " blocks stay";
    if (zeroStays) message += ", a 0 means not mined";
    if (others > 1) message += "; " + std::to_string(others - 1) + " other columns would do";
    say(Severity::Note, "PL-COLUMN", message,
        "choose another with the choice plan-column, or none; plan-zero says what a 0 means");
  }

  const BlockModel& model_;
  Diagnostics& diagnostics_;
  geology::Provenance source_;
  formats::Decision decision_;
};

}  // namespace

std::optional<MinePlan> planOfColumn(const BlockModel& model, const formats::ImportChoices& choices,
                                     Diagnostics& diagnostics, std::vector<geology::ImportChoice>& asked) {
  ColumnPlanner planner(model, choices, diagnostics);
  std::optional<MinePlan> plan = planner.make();
  asked.insert(asked.end(), planner.decided().begin(), planner.decided().end());
  return plan;
}

}  // namespace adit::project
