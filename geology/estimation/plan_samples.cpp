#include "geology/estimation/plan_samples.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "geology/estimation/sample_filter.h"

namespace adit::estimation {
namespace {

using geology::Diagnostics;
using geology::Severity;
using geology::Vec3;

std::string namesOf(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all.empty() ? "none" : all;
}

/// Nothing, with the reason said, when the columns that the plan names are not there.
struct Columns {
  const geology::IntervalTable* table = nullptr;
  const geology::Column* grade = nullptr;
  CompositeRule rule;
};
std::optional<Columns> columnsOf(const geology::DrillHoles& holes, const EstimationPlan& plan,
                                 Diagnostics& diagnostics) {
  const geology::IntervalColumnRef grade = geology::findIntervalColumn(holes, plan.column);
  if (grade.column == nullptr || !grade.column->isNumeric()) {
    diagnostics.push_back(planError("EST-NO-COLUMN", "there is no numeric column \"" + plan.column + "\"",
                                    "name one of: " + namesOf(geology::intervalColumnNames(holes))));
    return std::nullopt;
  }
  Columns columns{grade.table,
                  grade.column,
                  {.columns = {grade.column->name},
                   .length = plan.composites.length,
                   .residual = plan.composites.residual,
                   .belowDetection = plan.composites.belowDetection,
                   .unsampled = plan.composites.unsampled}};
  if (plan.domain.column.empty()) return columns;
  const geology::IntervalColumnRef domain = geology::findIntervalColumn(holes, plan.domain.column);
  if (domain.column == nullptr || domain.column->isNumeric()) {
    diagnostics.push_back(planError("EST-NO-COLUMN", "there is no category \"" + plan.domain.column + "\"",
                                    "name one of: " + namesOf(geology::intervalColumnNames(holes))));
    return std::nullopt;
  }
  columns.rule.domainLog = domain.table;
  columns.rule.domain = domain.column;
  return columns;
}

/// Nothing, with the reason said, when the filter of the plan cannot be used.
std::optional<geology::BitMask> keptBy(const geology::DrillHoles& holes, const geology::IntervalTable& table,
                                       const EstimationPlan& plan, Diagnostics& diagnostics) {
  auto kept = samplesKept(holes, table, plan.filter);
  if (const auto* fault = std::get_if<analysis::ExpressionFault>(&kept)) {
    diagnostics.push_back(planError("EST-FILTER",
                                    "the filter of the samples cannot be used, " + fault->message,
                                    "correct \"filter\" in the plan, or leave it out"));
    return std::nullopt;
  }
  return std::get<geology::BitMask>(std::move(kept));
}

std::size_t leftOut(const geology::Column& grade, const geology::BitMask& kept) {
  std::size_t count = 0;
  for (std::size_t row = 0; row < grade.size(); ++row)
    count += grade.hasValue(row) && !kept.test(row) ? 1 : 0;
  return count;
}

class Collector {
 public:
  Collector(const EstimationPlan& plan, const Composites& composites) : plan_(plan), composites_(composites) {
    samples_.column = composites.columns.front().name;
    samples_.unit = composites.columns.front().unit;
    samples_.domainNames = composites.domain.names;
    samples_.tally = composites.tally.front();
    samples_.composites = composites.size();
  }

  PlanSamples collect() && {
    for (std::size_t i = 0; i < composites_.size(); ++i) {
      // Both as floats: seven tenths are seven tenths.
      if (composites_.coverage[0][i] < static_cast<float>(plan_.composites.leastCoverage) ||
          !composites_.columns[0].hasValue(i))
        ++samples_.tooLittle;
      else if (!wantedDomain(i))
        ++samples_.otherDomain;
      else
        add(i);
    }
    for (std::size_t s = 0; s < samples_.size(); ++s)
      samples_.value[s] = static_cast<float>(sum_[s] / static_cast<double>(count_[s]));
    if (plan_.topCut) samples_.topCut = cutValues(samples_.value, samples_.length, *plan_.topCut);
    return std::move(samples_);
  }

 private:
  bool wantedDomain(std::size_t i) const {
    const auto& keep = plan_.domain.keep;
    if (keep.empty()) return true;
    return composites_.domain.hasValue(i) &&
           std::find(keep.begin(), keep.end(), composites_.domain.category(i)) != keep.end();
  }

  // Two samples at one place would make the equations singular: they become their mean.
  void add(std::size_t i) {
    const Vec3& p = composites_.middle[i];
    const auto value = static_cast<double>(composites_.columns[0].values[i]);
    const auto [it, isNew] = known_.try_emplace({p.x, p.y, p.z}, samples_.size());
    if (!isNew) {
      sum_[it->second] += value;
      ++count_[it->second];
      ++samples_.duplicates;
      return;
    }
    sum_.push_back(value);
    count_.push_back(1);
    samples_.position.push_back(p);
    samples_.hole.push_back(composites_.hole[i]);
    samples_.value.push_back(0);
    samples_.length.push_back(composites_.to[i] - composites_.from[i]);
    samples_.domain.push_back(composites_.domain.codes.empty() ? geology::kNoCategory
                                                               : composites_.domain.codes[i]);
  }

  const EstimationPlan& plan_;
  const Composites& composites_;
  PlanSamples samples_;
  std::map<std::tuple<double, double, double>, std::size_t> known_;
  std::vector<double> sum_;
  std::vector<std::size_t> count_;
};

void sayWhatHappened(const PlanSamples& samples, Diagnostics& diagnostics) {
  if (samples.duplicates > 0)
    diagnostics.push_back({.severity = Severity::Warning,
                           .code = "EST-DUPLICATE",
                           .file = {},
                           .message =
                               "composites lie at the same place as another; each such group counts once, "
                               "with its mean",
                           .remedy = "look for holes that are there twice",
                           .count = samples.duplicates});
  const double below =
      samples.tally.withValue > 0 ? samples.tally.belowDetection / samples.tally.withValue : 0;
  if (below > 0.2)
    diagnostics.push_back(
        {.severity = Severity::Warning,
         .code = "EST-BELOW-DETECTION",
         .file = {},
         .message = std::to_string(static_cast<int>(100 * below + 0.5)) +
                    " % of the assayed length is below detection; what it counts with decides "
                    "much",
         .remedy = "compare composites.belowDetection of zero and limit"});
  if (samples.size() == 0)
    diagnostics.push_back(
        planError("EST-NO-SAMPLES", "no composite is left to estimate from",
                  "lower composites.leastCoverage, widen the filter, or name other domains and "
                  "columns"));
  else if (samples.size() == 1)
    diagnostics.push_back({.severity = Severity::Warning,
                           .code = "EST-ONE-SAMPLE",
                           .file = {},
                           .message =
                               "there is a single sample: every block gets its value, and no variogram can "
                               "be computed",
                           .remedy = "add drilling, or more domains"});
}

}  // namespace

geology::Diagnostic planError(const char* code, std::string message, std::string remedy) {
  return {.severity = Severity::Error,
          .code = code,
          .file = {},
          .message = std::move(message),
          .remedy = std::move(remedy)};
}

EstimationSamples PlanSamples::forDomain(std::optional<std::int32_t> wanted) const {
  EstimationSamples samples;
  std::vector<float> values;
  for (std::size_t i = 0; i < size(); ++i) {
    if (wanted && domain[i] != *wanted) continue;
    samples.position.push_back(position[i]);
    samples.hole.push_back(hole[i]);
    values.push_back(value[i]);
  }
  samples.columns = {geology::numericColumn(column, std::move(values), unit)};
  return samples;
}

const geology::DrillHoles* holesOf(const geology::Deposit& deposit, const std::string& name) {
  if (name.empty()) return deposit.drillholes.size() == 1 ? deposit.drillholes.front().get() : nullptr;
  for (const auto& holes : deposit.drillholes)
    if (holes->name == name) return holes.get();
  return nullptr;
}

PlanSamples samplesOf(const geology::Deposit& deposit, const EstimationPlan& plan, Diagnostics& diagnostics) {
  const geology::DrillHoles* holes = holesOf(deposit, plan.holes);
  if (holes == nullptr) {
    std::vector<std::string> names;
    for (const auto& h : deposit.drillholes) names.push_back(h->name);
    diagnostics.push_back(planError("EST-NO-HOLES",
                                    "the plan's drillholes are not here, or it has to name them",
                                    "set \"holes\" to one of: " + namesOf(names)));
    return {};
  }
  const auto columns = columnsOf(*holes, plan, diagnostics);
  if (!columns) return {};
  CompositeRule rule = columns->rule;
  std::optional<geology::BitMask> kept;
  if (!plan.filter.empty() && !(kept = keptBy(*holes, *columns->table, plan, diagnostics))) return {};
  if (kept) rule.kept = &*kept;
  const Composites composites = compositeTable(*holes, *columns->table, rule);
  PlanSamples samples = Collector(plan, composites).collect();
  if (kept) samples.filtered = leftOut(*columns->grade, *kept);
  sayWhatHappened(samples, diagnostics);
  return samples;
}

}  // namespace adit::estimation
