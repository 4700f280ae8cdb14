#include "geology/planning/plan_totals.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geology/model/parallel_sums.h"

namespace adit::planning {
namespace {

constexpr std::size_t kRowsAtOnce = 65'536;
/// Of one period each, kept at the same time: a plan may have thousands of periods.
constexpr std::size_t kMostSums = 200'000;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

using Totals = std::vector<PeriodTotals>;

void addToMean(float value, double weight, MeanSum& sum) {
  if (!std::isfinite(value)) {
    ++sum.without;
    return;
  }
  sum.sum += weight * static_cast<double>(value);
  sum.weight += weight;
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
  const double weight = question.density.stated() ? tonnes : volume;
  for (std::size_t n = 0; n < question.means.size(); ++n)
    addToMean(question.means[n]->values[row], weight, sum.means[n]);
  if (question.grade == nullptr || !question.cutoff) return;
  if (!graded.hasGrade(row)) {
    ++sum.withoutGrade;
    return;
  }
  const double grade = graded.grade(row);
  if (!(grade >= static_cast<float>(*question.cutoff))) return;
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

double MeanSum::mean() const {
  return weight > 0 ? sum / weight : kNone;
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
  for (std::size_t n = 0; n < means.size(); ++n) {
    means[n].sum += o.means[n].sum;
    means[n].weight += o.means[n].weight;
    means[n].without += o.means[n].without;
  }
  return *this;
}

std::vector<PeriodTotals> planTotals(const PlanQuestion& question, const geology::Progress& progress) {
  const std::size_t rows = std::min(question.blocks.period.size(), question.model.blockCount());
  // GradedBlocks needs a column of grades; without one any serves, since no ore is told then.
  const geology::Column noGrade;
  const geology::Column& grade = question.grade != nullptr ? *question.grade : noGrade;
  const auto graded = analysis::GradedBlocks(question.model, grade, question.density, question.cubicMetres)
                          .with(question.proportion);
  PeriodTotals nothing;
  nothing.means.resize(question.means.size());
  const Totals none(question.periods, nothing);
  const auto totalsOf = [&](geology::ParallelRange range) {
    Totals part = none;
    for (std::size_t row = range.begin; row < range.end; ++row)
      if (const geology::PeriodIndex period = question.blocks.period[row]; period < question.periods)
        addBlock(question, graded, row, part[period]);
    return part;
  };
  const std::size_t grain = std::max(kRowsAtOnce, rows / (kMostSums / (question.periods + 1) + 1) + 1);
  return geology::parallelSums({.count = rows, .grain = grain}, progress, none, totalsOf,
                               [](Totals& totals, const Totals& more) {
                                 for (std::size_t p = 0; p < totals.size(); ++p) totals[p] += more[p];
                               });
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

}  // namespace adit::planning
