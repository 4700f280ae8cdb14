#include "geology/estimation/hole_runs.h"

#include <algorithm>
#include <cmath>

namespace adit::estimation {
namespace {

constexpr double kSlack = 1e-9;  // of a length: what sums of decimal depths are off by

void addRun(std::vector<Run>& runs, const Piece& piece, std::int32_t domain) {
  if (piece.to <= piece.from) return;
  if (!runs.empty() && runs.back().domain == domain)
    runs.back().piece.to = piece.to;
  else
    runs.push_back({piece, domain});
}

}  // namespace

Rows rowsOf(const geology::IntervalTable& table, std::uint32_t hole) {
  const auto [first, last] = std::equal_range(table.hole.begin(), table.hole.end(), hole);
  return {static_cast<std::size_t>(first - table.hole.begin()),
          static_cast<std::size_t>(last - table.hole.begin())};
}

std::vector<Run> runsOf(const CompositeRule& rule, std::uint32_t hole, double end) {
  std::vector<Run> runs;
  double at = 0;
  if (rule.domainLog != nullptr && rule.domain != nullptr) {
    const Rows rows = rowsOf(*rule.domainLog, hole);
    for (std::size_t row = rows.begin; row < rows.end && at < end; ++row) {
      const double from = std::clamp(rule.domainLog->from[row], at, end);
      double to = std::min(rule.domainLog->to[row], end);
      if (row + 1 < rows.end) to = std::min(to, rule.domainLog->from[row + 1]);
      if (to <= from) continue;
      addRun(runs, {at, from}, geology::kNoCategory);
      addRun(runs, {from, to}, rule.domain->codes[row]);
      at = to;
    }
  }
  addRun(runs, {at, end}, geology::kNoCategory);
  return runs;
}

CutRun cutRun(const Piece& run, const CompositeRule& rule) {
  CutRun cut;
  const double lengths = run.length() / rule.length;
  if (rule.residual == Residual::Distribute) {
    const double count = std::max(1.0, std::round(lengths));
    for (double i = 0; i < count; ++i)
      cut.pieces.push_back({run.from + run.length() * i / count, run.from + run.length() * (i + 1) / count});
    return cut;
  }
  const double whole = std::floor(lengths + kSlack);
  for (double i = 0; i < whole; ++i)
    cut.pieces.push_back({run.from + rule.length * i, run.from + rule.length * (i + 1)});
  const Piece rest{cut.pieces.empty() ? run.from : cut.pieces.back().to, run.to};
  if (rest.length() <= kSlack * rule.length) {
    if (!cut.pieces.empty()) cut.pieces.back().to = run.to;
    return cut;
  }
  const bool tooShort = rest.length() < rule.length * (0.5 - kSlack);
  if (tooShort && rule.residual == Residual::Discard)
    cut.discarded = rest;
  else if (tooShort && rule.residual == Residual::Merge && !cut.pieces.empty())
    cut.pieces.back().to = run.to;
  else
    cut.pieces.push_back(rest);
  return cut;
}

}  // namespace adit::estimation
