#include "geology/estimation/support_columns.h"

#include <algorithm>
#include <cmath>

namespace adit::estimation {

SupportColumns::SupportColumns(std::size_t blocks, bool full, bool kriging) {
  for (auto* column : {&samples_, &holes_, &nearest_, &pass_}) column->assign(blocks, geology::kMissing);
  if (full) meanDistance_.assign(blocks, geology::kMissing);
  if (!kriging) return;
  for (auto* column : {&variance_, &slope_, &efficiency_, &negative_, &singular_})
    column->assign(blocks, geology::kMissing);
}

void SupportColumns::set(std::size_t block, const BlockSupportFacts& facts) {
  const auto put = [block](std::vector<float>& column, auto value) {
    if (!column.empty()) column[block] = static_cast<float>(value);
  };
  put(samples_, facts.samples);
  put(holes_, facts.holes);
  put(nearest_, facts.nearest);
  put(pass_, facts.pass);
  put(meanDistance_, facts.meanDistance);
  if (!facts.kriging) return;
  put(variance_, facts.kriging->variance);
  put(slope_, facts.kriging->slope);
  put(efficiency_, facts.kriging->efficiency);
  put(negative_, facts.negative);
  put(singular_, facts.kriging->singular ? 1 : 0);
}

EstimationCounts SupportColumns::counts(std::size_t wanted, std::size_t passes) const {
  EstimationCounts counts;
  counts.wanted = wanted;
  counts.withoutValue = wanted;
  counts.byPass.resize(passes);
  for (const float pass : pass_) {
    if (std::isnan(pass)) continue;
    ++counts.byPass[static_cast<std::size_t>(pass) - 1];
    --counts.withoutValue;
  }
  const auto above0 = [](float v) { return v > 0; };
  counts.singular = static_cast<std::size_t>(std::count_if(singular_.begin(), singular_.end(), above0));
  counts.negativeWeights =
      static_cast<std::size_t>(std::count_if(negative_.begin(), negative_.end(), above0));
  return counts;
}

void SupportColumns::moveTo(std::vector<geology::Column>& columns, const std::string& prefix) && {
  const auto add = [&](const char* name, std::vector<float>& values, const char* unit) {
    if (!values.empty()) columns.push_back(geology::numericColumn(prefix + name, std::move(values), unit));
  };
  const bool anySingular = std::any_of(singular_.begin(), singular_.end(), [](float v) { return v > 0; });
  add("n_samples", samples_, "");
  add("n_holes", holes_, "");
  add("nearest_m", nearest_, "m");
  add("pass", pass_, "");
  add("mean_distance", meanDistance_, "");
  add("kriging_variance", variance_, "");
  add("slope", slope_, "");
  add("efficiency", efficiency_, "");
  add("n_negative", negative_, "");
  if (anySingular) add("singular", singular_, "");
}

}  // namespace adit::estimation
