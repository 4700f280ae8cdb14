#include "geology/planning/mine_order.h"

#include <algorithm>
#include <cmath>

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::kNeverMined;
using geology::PeriodIndex;

/// The rows in the order of their buckets, rows of one bucket in the order that they had.
template <typename BucketOf>
std::vector<std::uint32_t> byBucket(const std::vector<std::uint32_t>& rows, std::size_t buckets,
                                    const BucketOf& bucketOf) {
  std::vector<std::size_t> next(buckets + 1, 0);
  for (const std::uint32_t row : rows) ++next[bucketOf(row) + 1];
  for (std::size_t b = 1; b <= buckets; ++b) next[b] += next[b - 1];
  std::vector<std::uint32_t> ordered(rows.size());
  for (const std::uint32_t row : rows) ordered[next[bucketOf(row)]++] = row;
  return ordered;
}

/// Scheduled rows by period, within it by bench from the top: sorted by the lesser key first, then stably by
/// the greater one, both by counting, so that ten million rows take a tenth of a second.
std::vector<std::uint32_t> workingOrder(const BlockModel& model, const std::vector<PeriodIndex>& period) {
  std::vector<std::uint32_t> rows;
  std::size_t periods = 0;
  for (std::size_t row = 0; row < period.size(); ++row) {
    if (period[row] == kNeverMined) continue;
    rows.push_back(static_cast<std::uint32_t>(row));
    periods = std::max<std::size_t>(periods, period[row] + std::size_t{1});
  }
  const auto benches = static_cast<std::size_t>(model.lattice.count[2]);
  const std::int64_t layer = model.lattice.count[0] * model.lattice.count[1];
  rows = byBucket(rows, benches, [&](std::uint32_t row) {
    return benches - 1 - static_cast<std::size_t>(model.cellOf(row) / layer);
  });
  return byBucket(rows, periods, [&](std::uint32_t row) { return std::size_t{period[row]}; });
}

}  // namespace

std::vector<float> mineOrder(const BlockModel& model, const std::vector<PeriodIndex>& period) {
  std::vector<float> moment(period.size(), std::numeric_limits<float>::infinity());
  const std::vector<std::uint32_t> rows = workingOrder(model, period);
  const auto volume = [&](std::uint32_t row) { return model.subBlocked() ? model.blockVolume(row) : 1.0; };
  for (std::size_t first = 0; first < rows.size();) {
    const PeriodIndex p = period[rows[first]];
    std::size_t last = first;
    double whole = 0;
    while (last < rows.size() && period[rows[last]] == p) whole += volume(rows[last++]);
    double gone = 0;
    for (std::size_t at = first; at < last; ++at) {
      gone += volume(rows[at]);
      moment[rows[at]] = static_cast<float>(p + std::min(1.0, gone / whole));
    }
    moment[rows[last - 1]] = static_cast<float>(p + 1);  // not a rounding error before it
    first = last;
  }
  return moment;
}

void timePlan(geology::MinePlan& plan, const std::vector<std::shared_ptr<const BlockModel>>& models) {
  for (geology::PlanBlocks& blocks : plan.blocks) {
    const auto model = std::find_if(models.begin(), models.end(),
                                    [&](const auto& one) { return one->name == blocks.model; });
    if (model == models.end() || (*model)->blockCount() != blocks.period.size()) continue;
    if (blocks.bySurfaces && blocks.minedAt.size() == blocks.period.size()) continue;
    blocks.minedAt =
        geology::numericColumn(std::string(geology::kMinedAt), mineOrder(**model, blocks.period), "period");
  }
}

std::optional<PeriodIndex> periodAt(const geology::MinePlan& plan, double time) {
  if (!(time > 0) || plan.periods.empty()) return std::nullopt;
  // At exactly 3.0 the third period has just been done, and the third is what one sees.
  const double period = std::ceil(time) - 1;
  if (period >= static_cast<double>(plan.periods.size())) return std::nullopt;
  return static_cast<PeriodIndex>(period);
}

}  // namespace adit::planning
