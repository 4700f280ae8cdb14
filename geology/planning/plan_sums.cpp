#include "geology/planning/plan_sums.h"

#include <cmath>

namespace adit::planning {

std::vector<PlanSum> planSums(const PlanSumQuestion& question) {
  const std::size_t grades = question.grades.size();
  PlanSum none;
  none.grade.resize(grades);
  none.without.resize(grades);
  std::vector<PlanSum> sums(question.periods, none);
  std::vector<std::vector<double>> weights(question.periods, std::vector<double>(grades));
  const geology::Column empty;
  const analysis::GradedBlocks blocks(question.model, empty, question.density, question.cubicMetres);
  for (std::size_t b = 0; b < blocks.count(); ++b) {
    const geology::PeriodIndex period = question.blocks.period[b];
    if (period == geology::kNeverMined) continue;
    PlanSum& sum = sums[period];
    const double volume = blocks.volume(b), density = blocks.density(b);
    ++sum.blocks;
    sum.volume += volume;
    sum.tonnes += volume * density;
    if (density <= 0) ++sum.withoutDensity;
    const double weight = question.density.stated() ? volume * density : volume;
    for (std::size_t g = 0; g < grades; ++g) {
      const float grade = question.grades[g]->values[b];
      if (!std::isfinite(grade)) {
        ++sum.without[g];
        continue;
      }
      sum.grade[g] += weight * static_cast<double>(grade);
      weights[period][g] += weight;
    }
  }
  for (std::size_t p = 0; p < sums.size(); ++p)
    for (std::size_t g = 0; g < grades; ++g) sums[p].grade[g] /= weights[p][g];  // NaN where there is none
  return sums;
}

}  // namespace adit::planning
