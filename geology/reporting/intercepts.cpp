#include "geology/reporting/intercepts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace adit::reporting {
namespace {

/// A stretch of one hole with one grade; gaps between samples are stretches too.
struct Stretch {
  double from = 0, to = 0;
  double grade = 0;
  bool sampled = true;
};

std::vector<Stretch> stretchesOf(const geology::IntervalTable& table, const geology::Column& grade,
                                 std::size_t first, std::size_t last) {
  std::vector<Stretch> stretches;
  for (std::size_t row = first; row < last; ++row) {
    double from = table.from[row];
    if (!stretches.empty()) {
      const double end = stretches.back().to;
      if (from > end) stretches.push_back({end, from, 0, false});
      from = std::max(from, end);
    }
    if (!(table.to[row] > from)) continue;
    const auto value = static_cast<double>(grade.values[row]);
    const bool sampled = std::isfinite(value);
    stretches.push_back({from, table.to[row], sampled ? value : 0, sampled});
  }
  return stretches;
}

/// Sums over stretches first .. last - 1.
struct Run {
  std::size_t first = 0, last = 0;
  double length = 0, metal = 0, notSampled = 0;

  void add(const Stretch& s) {
    const double l = s.to - s.from;
    length += l;
    metal += l * s.grade;
    notSampled += s.sampled ? 0 : l;
    ++last;
  }
  double grade() const { return metal / length; }
};

/// The longest run from `first`, which is at or above the cut-off, that ends at or above it and is so as a
/// whole.
Run runFrom(const std::vector<Stretch>& stretches, std::size_t first, double cutoff, double mostDilution) {
  Run open{first, first, 0, 0, 0};
  Run kept = open;
  double dilution = 0;
  for (std::size_t i = first; i < stretches.size(); ++i) {
    const bool rich = stretches[i].sampled && stretches[i].grade >= cutoff;
    dilution = rich ? 0 : dilution + stretches[i].to - stretches[i].from;
    if (dilution > mostDilution) break;
    open.add(stretches[i]);
    if (!rich) continue;
    if (open.grade() < cutoff) break;
    kept = open;
  }
  return kept;
}

std::vector<Run> runsOf(const std::vector<Stretch>& stretches, const Run& within, const InterceptRule& rule,
                        double cutoff) {
  std::vector<Run> runs;
  const std::vector<Stretch> part(stretches.begin(),
                                  stretches.begin() + static_cast<std::ptrdiff_t>(within.last));
  for (std::size_t i = within.first; i < part.size();) {
    if (!part[i].sampled || part[i].grade < cutoff) {
      ++i;
      continue;
    }
    const Run run = runFrom(part, i, cutoff, rule.mostDilution);
    if (run.length >= rule.shortest - 1e-9) runs.push_back(run);
    i = run.last;
  }
  return runs;
}

Intercept interceptOf(const std::vector<Stretch>& stretches, const Run& run, std::uint32_t hole) {
  return {hole, stretches[run.first].from, stretches[run.last - 1].to, run.grade(), run.notSampled, false};
}

std::string shortText(double value) {
  std::array<char, 32> buffer{};
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr};
}

}  // namespace

std::string ruleText(const InterceptRule& rule, const std::string& gradeUnit, const std::string& lengthUnit) {
  const std::string unit = gradeUnit.empty() ? "" : " " + gradeUnit;
  std::string text = "at or above " + shortText(rule.cutoff) + unit + ", at least " +
                     shortText(rule.shortest) + " " + lengthUnit + ", at most " +
                     shortText(rule.mostDilution) + " " + lengthUnit + " below it inside";
  if (rule.richCutoff > 0) text += ", including parts at or above " + shortText(rule.richCutoff) + unit;
  return text + "; not sampled counted as 0; grades not cut; down-hole length, true width not known";
}

std::vector<Intercept> significantIntercepts(const geology::IntervalTable& table,
                                             const geology::Column& grade, const InterceptRule& rule) {
  std::vector<Intercept> intercepts;
  for (std::size_t first = 0; first < table.size();) {
    std::size_t last = first;
    while (last < table.size() && table.hole[last] == table.hole[first]) ++last;
    const std::vector<Stretch> stretches = stretchesOf(table, grade, first, last);
    for (const Run& run : runsOf(stretches, {0, stretches.size(), 0, 0, 0}, rule, rule.cutoff)) {
      intercepts.push_back(interceptOf(stretches, run, table.hole[first]));
      if (!(rule.richCutoff > rule.cutoff)) continue;
      for (const Run& rich : runsOf(stretches, run, rule, rule.richCutoff)) {
        intercepts.push_back(interceptOf(stretches, rich, table.hole[first]));
        intercepts.back().including = true;
      }
    }
    first = last;
  }
  return intercepts;
}

}  // namespace adit::reporting
