#include "geology/evidence/support.h"

#include <algorithm>
#include <atomic>

#include "geology/evidence/nearest_samples.h"
#include "geology/model/parallel_for.h"

namespace adit::evidence {
namespace {

using geology::BlockModel;
using geology::Column;
using geology::DataSupport;
using geology::Deposit;
using geology::Vec3;

constexpr std::size_t kHoles = 3;
constexpr std::size_t kBlocksAtOnce = 4096;

/// Points so close along the samples that a distance is exact to a quarter of a block's smallest side.
double stepFor(const BlockModel& model) {
  const auto& size = model.lattice.size;
  return std::max(0.5 * std::min({size[0], size[1], size[2]}), 1e-3);
}

Column distances(std::string_view name, std::size_t blocks, const Deposit& deposit) {
  return geology::numericColumn(std::string(name), std::vector<float>(blocks, geology::kMissing),
                                geology::unitSymbol(deposit.unit));
}
Column counts(std::string_view name, std::size_t blocks) {
  return geology::numericColumn(std::string(name), std::vector<float>(blocks, 0));
}

/// Writes the columns of a support block by block, in the order of data_support.h.
class BlockSupport {
 public:
  BlockSupport(const SampleIndex& index, DataSupport& support) : index_(index), support_(support) {}

  void find(std::size_t block, const Vec3& place) const {
    const std::vector<NearSample> near = index_.nearestOfHoles(place, kHoles);
    double sum = 0;
    for (const NearSample& sample : near) sum += sample.distance;
    set(0, block, near.front().distance);
    if (near.size() == kHoles) {
      set(1, block, near.back().distance);
      set(2, block, sum / kHoles);
    }
    const SamplesWithin within = index_.within(place, support_.range);
    set(3, block, static_cast<double>(within.holes));
    set(4, block, static_cast<double>(within.samples));
  }

 private:
  void set(std::size_t column, std::size_t block, double value) const {
    support_.columns[column].values[block] = static_cast<float>(value);
  }
  const SampleIndex& index_;
  DataSupport& support_;
};

}  // namespace

double drillSpacing(const SampleSet& samples) {
  if (samples.holes.size() < 2) return 0;
  std::vector<Vec3> sum(samples.holes.size());
  std::vector<double> count(samples.holes.size(), 0);
  for (std::size_t p = 0; p < samples.points.size(); ++p) {
    sum[samples.holeOfPoint(p)] += samples.points[p];
    ++count[samples.holeOfPoint(p)];
  }
  const SampleIndex index(samples);
  std::vector<double> nearest;
  for (std::uint32_t hole = 0; hole < sum.size(); ++hole)
    nearest.push_back(index.nearestOfHoles(sum[hole] * (1 / count[hole]), 1, hole).front().distance);
  const auto middle = nearest.begin() + static_cast<std::ptrdiff_t>(nearest.size() / 2);
  std::nth_element(nearest.begin(), middle, nearest.end());
  return *middle;
}

std::shared_ptr<const DataSupport> dataSupport(const Deposit& deposit, const BlockModel& model,
                                               const SupportRequest& request, geology::Progress& progress) {
  const std::vector<std::string> columns = sampledColumns(deposit, model);
  const SampleSet samples = samplesOf(deposit, {columns, stepFor(model), request.wanted});
  if (samples.samples.empty()) return nullptr;
  auto support = std::make_shared<DataSupport>();
  // Of all holes, also where only some are asked: a yardstick that grew with fewer holes would make less look
  // like as much.
  support->spacing =
      drillSpacing(request.wanted ? samplesOf(deposit, {columns, stepFor(model), {}}) : samples);
  support->range = request.range > 0 ? request.range : support->spacing;
  support->samples = samples.samples.size();
  support->holes = samples.holes.size();
  support->basis = samples.basis;
  const std::size_t blocks = model.blockCount();
  support->columns = {distances(geology::kSupportNearest, blocks, deposit),
                      distances(geology::kSupportThirdHole, blocks, deposit),
                      distances(geology::kSupportSpacing, blocks, deposit),
                      counts(geology::kSupportHoles, blocks), counts(geology::kSupportSamples, blocks)};
  const SampleIndex index(samples);
  const BlockSupport each(index, *support);
  std::atomic<std::size_t> done{0};
  geology::parallelFor({.count = blocks, .grain = kBlocksAtOnce}, progress,
                       [&](geology::ParallelRange range) {
                         for (std::size_t b = range.begin; b < range.end; ++b)
                           each.find(b, model.blockCenter(b));
                         done += range.end - range.begin;
                         progress.report(static_cast<double>(done) / static_cast<double>(blocks),
                                         "data support of " + model.name);
                       });
  return support;
}

std::shared_ptr<const Deposit> withSupport(const std::shared_ptr<const Deposit>& deposit,
                                           const SupportRequest& request, geology::Progress& progress) {
  auto known = std::make_shared<Deposit>(*deposit);
  known->support.clear();
  for (const auto& model : deposit->blockModels)
    known->support.push_back(dataSupport(*deposit, *model, request, progress));
  return known;
}

}  // namespace adit::evidence
