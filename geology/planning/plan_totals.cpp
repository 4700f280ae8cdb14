#include "geology/planning/plan_totals.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geology/model/parallel_for.h"

namespace adit::planning {
namespace {

constexpr std::size_t kRowsAtOnce = 65'536;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

using Totals = std::vector<PeriodTotals>;

/// GradedBlocks needs a column of grades; without one any serves, since no ore is told then.
const geology::Column& gradeOr(const PlanQuestion& question, const geology::Column& none) {
  return question.grade != nullptr ? *question.grade : none;
}

void addBlock(const PlanQuestion& question, const analysis::GradedBlocks& graded, std::size_t row,
              PeriodTotals& sum) {
  const double volume = graded.volume(row);
  const double density = graded.density(row);
  const double tonnes = volume * density;
  ++sum.blocks;
  sum.volume += volume;
  sum.tonnes += tonnes;
  if (question.density.stated() && density == 0) ++sum.withoutDensity;
  if (question.grade == nullptr || !question.cutoff) return;
  if (!graded.hasGrade(row)) {
    ++sum.withoutGrade;
    return;
  }
  const double grade = graded.grade(row);
  if (!(grade >= static_cast<float>(*question.cutoff))) return;
  const double weight = question.density.stated() ? tonnes : volume;
  sum.oreVolume += volume;
  sum.oreTonnes += tonnes;
  sum.metal += grade * weight;
  sum.oreWeight += weight;
  const std::size_t known = question.classes.empty() ? 0 : question.classes[row];
  sum.oreByClass[known] += weight;
  const SupportBand band = question.nearestSample != nullptr
                               ? supportBand(question.nearestSample->values[row], question.reach)
                               : SupportBand::Unknown;
  sum.oreBySupport[static_cast<std::size_t>(band)] += weight;
}

}  // namespace

SupportBand supportBand(float distance, double reach) {
  if (std::isnan(distance) || !(reach > 0)) return SupportBand::Unknown;
  if (distance <= reach / 2) return SupportBand::Near;
  if (distance <= reach) return SupportBand::Within;
  return distance <= 2 * reach ? SupportBand::Far : SupportBand::Beyond;
}

double PeriodTotals::grade() const {
  return oreWeight > 0 ? metal / oreWeight : kNone;
}

double PeriodTotals::stripRatio() const {
  if (oreTonnes > 0) return wasteTonnes() / oreTonnes;
  return oreVolume > 0 ? wasteVolume() / oreVolume : kNone;
}

PeriodTotals& PeriodTotals::operator+=(const PeriodTotals& o) {
  blocks += o.blocks;
  withoutGrade += o.withoutGrade;
  withoutDensity += o.withoutDensity;
  volume += o.volume;
  oreVolume += o.oreVolume;
  tonnes += o.tonnes;
  oreTonnes += o.oreTonnes;
  metal += o.metal;
  oreWeight += o.oreWeight;
  for (std::size_t c = 0; c < oreByClass.size(); ++c) oreByClass[c] += o.oreByClass[c];
  for (std::size_t b = 0; b < oreBySupport.size(); ++b) oreBySupport[b] += o.oreBySupport[b];
  return *this;
}

std::vector<PeriodTotals> planTotals(const PlanQuestion& question, const geology::Progress& progress) {
  const std::size_t rows = std::min(question.blocks.period.size(), question.model.blockCount());
  const geology::Column none;
  const auto graded =
      analysis::GradedBlocks(question.model, gradeOr(question, none), question.density, question.cubicMetres)
          .with(question.proportion);
  // Sums of the same stretches in the same order, however many threads there are.
  const std::size_t stretches = (rows + kRowsAtOnce - 1) / kRowsAtOnce;
  std::vector<Totals> parts(stretches);
  geology::parallelForEach(stretches, progress, [&](std::size_t stretch) {
    Totals& part = parts[stretch];
    part.resize(question.periods);
    const std::size_t end = std::min(rows, (stretch + 1) * kRowsAtOnce);
    for (std::size_t row = stretch * kRowsAtOnce; row < end; ++row)
      if (const geology::PeriodIndex period = question.blocks.period[row]; period < question.periods)
        addBlock(question, graded, row, part[period]);
  });
  Totals totals(question.periods);
  for (const Totals& part : parts)
    for (std::size_t p = 0; p < totals.size(); ++p) totals[p] += part[p];
  return totals;
}

MinedSoFar minedSoFar(std::span<const PeriodTotals> totals, double time) {
  MinedSoFar mined;
  for (std::size_t p = 0; p < totals.size(); ++p) {
    const double share = std::clamp(time - static_cast<double>(p), 0.0, 1.0);
    mined.volume += share * totals[p].volume;
    mined.oreVolume += share * totals[p].oreVolume;
    mined.tonnes += share * totals[p].tonnes;
    mined.oreTonnes += share * totals[p].oreTonnes;
    mined.metal += share * totals[p].metal;
    mined.oreWeight += share * totals[p].oreWeight;
  }
  return mined;
}

double netPresentValue(std::span<const double> cashFlow, std::span<const double> years, double rate,
                       bool firstUndiscounted) {
  double value = 0;
  double elapsed = 0;  // at the begin of the period
  for (std::size_t p = 0; p < cashFlow.size(); ++p) {
    const double length = p < years.size() ? years[p] : 1;
    value += cashFlow[p] / std::pow(1 + rate, firstUndiscounted ? elapsed : elapsed + length);
    elapsed += length;
  }
  return value;
}

}  // namespace adit::planning
