#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "geology/formats/minelib.h"
#include "geology/formats/minelib_lines.h"

namespace adit::formats {
namespace {

using geology::Severity;

constexpr FindingKind kBadRow{
    Severity::Error, "PL-BAD-LINE",
    "a line is neither \"block\", nor \"block period\", nor \"block destination period fraction\"",
    "correct the line"};
constexpr std::int32_t kMostPeriods = 10'000;
/// Fractions and tonnes are printed with some six digits.
constexpr double kPrinted = 1e-6;

class SolutionReader {
 public:
  SolutionReader(const Source& source, Findings& findings, geology::Progress& progress)
      : source_(source), findings_(findings), pace_(progress, source) {}

  MinelibSolution read() {
    MinelibLines lines(source_.bytes);
    for (std::string_view line; lines.next(line);) {
      pace_.at(lines.offset());
      if (line == "EOF") break;
      std::string_view rest = line;
      if (const std::string_view key = takeKey(rest); !key.empty()) {
        if (key.find("OBJECTIVE") != std::string_view::npos) solution_.statedObjective = takeNumber(rest);
        continue;
      }
      std::array<std::string_view, 5> words;
      const std::size_t count = takeWords(line, words.data(), words.size());
      if (!readRow(line, count, lines.line())) findings_.add(kBadRow, {lines.line(), 1});
    }
    return std::move(solution_);
  }

 private:
  bool readRow(std::string_view line, std::size_t count, std::size_t at) {
    if (solution_.block.empty()) solution_.isLimit = count == 1;
    if (solution_.isLimit != (count == 1)) return false;
    const auto block = takeIndex(line);
    const auto destination = count >= 3 ? takeIndex(line) : std::optional(0U);
    const auto period = count >= 2 ? takeIndex(line) : std::optional(0U);
    const auto fraction = count >= 4 ? takeNumber(line) : std::optional(1.0);
    if (count > 4 || !block || !destination || !period || !fraction || *period > kMostPeriods) return false;
    solution_.block.push_back(*block);
    solution_.destination.push_back(*destination);
    solution_.period.push_back(static_cast<std::int32_t>(*period));
    solution_.fraction.push_back(*fraction);
    solution_.line.push_back(static_cast<std::uint32_t>(at));
    solution_.periods = std::max<std::size_t>(solution_.periods, *period + std::size_t{1});
    return true;
  }

  const Source& source_;
  Findings& findings_;
  ReadingPace pace_;
  MinelibSolution solution_;
};

double valueAt(const MinelibColumn* column, std::uint32_t block) {
  return column != nullptr && block < column->values.size() ? column->values[block] : std::nan("");
}

}  // namespace

MinelibSolution readMinelibSolution(const Source& source, Findings& findings, geology::Progress& progress) {
  return SolutionReader(source, findings, progress).read();
}

std::vector<double> minelibCashFlow(const MinelibProblem& problem, const MinelibSolution& solution) {
  std::vector<double> flow(std::max(solution.periods, std::min<std::size_t>(problem.periods, kMostPeriods)));
  for (std::size_t r = 0; r < solution.block.size(); ++r) {
    const double value = valueAt(problem.value(solution.destination[r]), solution.block[r]);
    if (std::isnan(value)) return {};
    flow[static_cast<std::size_t>(solution.period[r])] += value * solution.fraction[r];
  }
  return flow;
}

std::vector<MinelibLimit> brokenLimits(const MinelibProblem& problem, const MinelibSolution& solution) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> used;  // of a resource in a period
  for (const MinelibLimit& limit : problem.limits) used[{limit.resource, limit.period}] = 0;
  for (std::size_t r = 0; r < solution.block.size(); ++r)
    for (auto& [key, sum] : used) {
      if (key.second != static_cast<std::uint32_t>(solution.period[r])) continue;
      const double amount = valueAt(problem.resource(key.first, solution.destination[r]), solution.block[r]);
      if (std::isfinite(amount)) sum += amount * solution.fraction[r];
    }
  std::vector<MinelibLimit> broken;
  for (const MinelibLimit& limit : problem.limits) {
    const double sum = used[{limit.resource, limit.period}];
    const double slack = kPrinted * std::max(1.0, std::abs(sum));
    if (sum < limit.least - slack || sum > limit.most + slack) broken.push_back(limit);
  }
  return broken;
}

}  // namespace adit::formats
