#include "geology/estimation/block_estimate.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <stdexcept>

#include "geology/estimation/pass_check.h"
#include "geology/estimation/sample_weights.h"
#include "geology/estimation/support_columns.h"
#include "geology/model/parallel_for.h"

namespace adit::estimation {
namespace {

using geology::BlockModel;
using geology::Column;
using geology::Vec3;

constexpr double kLeastWeight = 0.5;
constexpr std::size_t kBlocksARange = 2048;

double widestReach(const std::vector<EstimationPass>& passes) {
  double reach = 0;
  for (const EstimationPass& pass : passes) reach = std::max(reach, pass.limits.reach);
  return reach;
}

/// What all threads share: the question, the samples as they are searched and weighed, the columns they fill.
struct Job {
  Job(const EstimationSamples& s, const EstimationRequest& r, const BlockModel& m)
      : samples(s),
        request(r),
        model(m),
        search(s.position, s.hole, r.search),
        weighting(r.estimator, search, widestReach(r.passes), s.position, r.search),
        support(m.blockCount(), r.facts == SupportFacts::Full, weighting.covariance() != nullptr) {
    for (const Column& column : s.columns) {
      Column& out = columns.emplace_back();
      out.name = column.name;
      out.unit = column.unit;
      out.kind = column.kind;
      out.names = column.names;
      if (column.isNumeric()) {
        out.values.assign(m.blockCount(), geology::kMissing);
      } else {
        // Several threads set them: they have to be wide enough for all before.
        out.codes.makeWideEnough(static_cast<std::int32_t>(column.names.size()));
        out.codes.assign(m.blockCount(), geology::kNoCategory);
      }
    }
  }

  const EstimationSamples& samples;
  const EstimationRequest& request;
  const BlockModel& model;
  SampleSearch search;
  WeightingModel weighting;
  SupportColumns support;
  std::vector<Column> columns;
};

/// One thread's.
class Worker {
 public:
  explicit Worker(Job& job) : job_(job), weights_(job.weighting, job.request.points, job.model.lattice.axis) {
    for (const EstimationPass& pass : job.request.passes) finders_.emplace_back(job.search, pass.limits);
  }

  void estimate(std::size_t block) {
    const BlockShape shape{job_.model.blockCenter(block), job_.model.blockSize(block)};
    BlockSupportFacts facts;
    facts.pass = findSamples(shape.centre, facts.holes);
    if (facts.pass == 0) return;
    ids_.clear();
    for (const Neighbour& n : found_) ids_.push_back(n.sample);
    std::sort(ids_.begin(), ids_.end());
    facts.kriging = weights_.weigh(shape, found_, ids_);
    for (std::size_t c = 0; c < job_.columns.size(); ++c) {
      const Column& from = job_.samples.columns[c];
      if (from.isNumeric())
        job_.columns[c].values[block] = mean(from);
      else
        job_.columns[c].codes.set(block, from.codes[found_.front().sample]);
    }
    describe(shape.centre, facts);
    job_.support.set(block, facts);
  }

 private:
  /// The pass that has enough samples, from 1; 0 = none.
  std::size_t findSamples(const Vec3& centre, std::size_t& holes) {
    const std::vector<EstimationPass>& passes = job_.request.passes;
    for (std::size_t p = 0; p < passes.size(); ++p) {
      found_ = finders_[p].near(centre);
      if (!check_.enough(found_, passes[p])) continue;
      holes = check_.holes();
      return p + 1;
    }
    return 0;
  }

  void describe(const Vec3& centre, BlockSupportFacts& facts) const {
    double nearest = std::numeric_limits<double>::infinity(), sum = 0;
    for (const Neighbour& n : found_) {
      const Vec3 lag = job_.samples.position[n.sample] - centre;
      nearest = std::min(nearest, dot(lag, lag));
      sum += n.distance;
    }
    facts.samples = found_.size();
    facts.nearest = std::sqrt(nearest);
    facts.meanDistance = sum / static_cast<double>(found_.size());
    for (const double w : weights_.weights()) facts.negative += w < 0 ? 1 : 0;
  }

  float mean(const Column& column) const {
    const std::span<const double> weights = weights_.weights();
    const auto* simple = std::get_if<SimpleKriging>(&job_.request.estimator);
    const double reference = simple != nullptr ? simple->mean : 0;
    double sum = 0, weight = 0;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      if (!column.hasValue(ids_[i])) continue;
      sum += weights[i] * (static_cast<double>(column.values[ids_[i]]) - reference);
      weight += weights[i];
    }
    if (simple != nullptr) return static_cast<float>(reference + sum);
    return weight >= kLeastWeight ? static_cast<float>(sum / weight) : geology::kMissing;
  }

  Job& job_;
  SampleWeights weights_;
  std::vector<SampleFinder> finders_;  // one a pass
  std::span<const Neighbour> found_;
  PassCheck check_;
  std::vector<std::uint32_t> ids_;
};

void checkRequest(const EstimationRequest& request) {
  const auto* simple = std::get_if<SimpleKriging>(&request.estimator);
  if (simple != nullptr && !simple->variogram.bounded())
    throw std::invalid_argument("simple kriging needs a variogram with a sill");
}

}  // namespace

BlockEstimates estimateBlocks(const EstimationSamples& samples, const EstimationRequest& request,
                              const BlockModel& model, geology::Progress& progress) {
  checkRequest(request);
  Job job(samples, request, model);
  const std::size_t blocks = model.blockCount();
  std::atomic<std::size_t> done{0}, wanted{0};
  geology::parallelFor({blocks, kBlocksARange, request.threads}, progress, [&](geology::ParallelRange range) {
    Worker worker(job);
    std::size_t asked = 0;
    for (std::size_t block = range.begin; block < range.end; ++block) {
      if (request.wanted && !request.wanted(block)) continue;
      ++asked;
      worker.estimate(block);
    }
    wanted += asked;
    done += range.end - range.begin;
    progress.report(static_cast<double>(done) / static_cast<double>(blocks), "estimating blocks");
  });
  BlockEstimates estimates;
  estimates.columns = std::move(job.columns);
  estimates.counts = job.support.counts(wanted, request.passes.size());
  std::move(job.support).moveTo(estimates.columns, request.prefix);
  return estimates;
}

BlockModel reachedBlocks(const BlockModel& model, BlockEstimates estimates, const std::string& prefix) {
  BlockModel sparse;
  sparse.name = model.name;
  sparse.source = model.source;
  sparse.lattice = model.lattice;
  const Column* pass = geology::findColumn(estimates.columns, prefix + "pass");
  for (std::size_t cell = 0; cell < pass->size(); ++cell)
    if (pass->hasValue(cell)) sparse.cellOfBlock.push_back(static_cast<std::uint32_t>(cell));
  if (sparse.cellOfBlock.empty()) sparse.lattice.count = {0, 0, 0};  // else it would read as a full model
  const auto keep = [&](auto& array) {
    if (array.empty()) return;
    for (std::size_t b = 0; b < sparse.cellOfBlock.size(); ++b)
      array[b] = array[sparse.cellOfBlock[b]];  // cells rise: never too late
    array.resize(sparse.cellOfBlock.size());
    array.shrink_to_fit();
  };
  for (Column& column : estimates.columns) {
    keep(column.values);
    column.codes = column.codes.rows(sparse.cellOfBlock);
    sparse.columns.push_back(std::move(column));
  }
  return sparse;
}

BlockModel estimateLattice(const EstimationSamples& samples, const EstimationRequest& request,
                           const geology::Lattice& lattice, geology::Progress& progress) {
  BlockModel model;
  model.lattice = lattice;
  return reachedBlocks(model, estimateBlocks(samples, request, model, progress), request.prefix);
}

}  // namespace adit::estimation
