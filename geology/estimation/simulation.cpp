#include "geology/estimation/simulation.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <stdexcept>

#include "geology/estimation/gaussian_field.h"
#include "geology/estimation/normal_score.h"
#include "geology/estimation/pass_check.h"
#include "geology/model/parallel_for.h"

namespace adit::estimation {
namespace {

using geology::BlockModel;
using geology::Vec3;

constexpr std::size_t kBlocksARange = 512;
constexpr float kMissing = geology::kMissing;

Variogram scaledToOne(Variogram variogram) {
  const double sill = variogram.sill();
  variogram.nugget /= sill;
  for (VariogramStructure& s : variogram.structures) s.sill /= sill;
  return variogram;
}

double longestReach(const SimulationRequest& request) {
  double reach = 0;
  for (const EstimationPass& pass : request.passes) reach = std::max(reach, pass.limits.reach);
  return 2 * reach * *std::max_element(request.search.range.begin(), request.search.range.end());
}

/// One row a block.
struct Products {
  std::vector<float> mean, deviation, p10, p50, p90, above;

  Products(std::size_t blocks, bool cutoff) {
    for (auto* column : {&mean, &deviation, &p10, &p50, &p90}) column->assign(blocks, kMissing);
    if (cutoff) above.assign(blocks, kMissing);
  }
};

/// What all threads share.
struct Job {
  Job(const SimulationSamples& s, const SimulationRequest& r, const BlockModel& m)
      : samples(s),
        request(r),
        model(m),
        variogram(scaledToOne(r.variogram)),
        scores(s.value, s.weight),
        search(s.position, s.hole, r.search),
        covariance(variogram, longestReach(r)),
        krigingSamples(covariance, s.position),
        point(covariance, {Vec3{}}),
        products(m.blockCount(), r.cutoff.has_value()) {
    for (std::size_t l = 0; l < r.realisations; ++l) fields.emplace_back(variogram, FieldSeed{r.seed, l});
    residuals.resize(s.position.size() * r.realisations);
  }

  void findResiduals(geology::Progress& progress) {
    geology::parallelFor({samples.position.size(), 64, request.threads}, progress,
                         [&](geology::ParallelRange range) {
                           for (std::size_t i = range.begin; i < range.end; ++i)
                             for (std::size_t l = 0; l < fields.size(); ++l)
                               residuals[i * fields.size() + l] =
                                   scores.scoreOf(samples.value[i]) - fields[l].at(samples.position[i]);
                         });
  }
  double densityOf(std::size_t block) const {
    const std::vector<double>& density = request.density;
    return density.empty() ? 1 : density.size() == 1 ? density.front() : density[block];
  }

  const SimulationSamples& samples;
  const SimulationRequest& request;
  const BlockModel& model;
  Variogram variogram;
  NormalScores scores;
  SampleSearch search;
  CovarianceModel covariance;
  KrigingSamples krigingSamples;
  BlockSupport point;
  std::vector<GaussianField> fields;  // one a realisation
  std::vector<double> residuals;      // [sample][realisation]: score less unconditional field
  Products products;
};

/// Of a range of blocks.
struct Part {
  std::vector<RealisationTotal> totals;
  std::size_t simulated = 0, singular = 0;
};

/// One thread's.
class Simulator {
 public:
  explicit Simulator(Job& job) : job_(job), solver_(job.covariance, job.krigingSamples, KrigingMean::Known) {
    part_.totals.resize(job.fields.size());
    for (const EstimationPass& pass : job.request.passes) finders_.emplace_back(job.search, pass.limits);
  }

  void simulate(std::size_t block) {
    const Vec3 centre = job_.model.blockCenter(block);
    if (!findSamples(centre)) return;
    values_.assign(job_.fields.size(), 0.0);
    const std::vector<Vec3> nodes =
        pointOffsets(job_.request.points, job_.model.lattice.axis, job_.model.blockSize(block));
    for (const Vec3& offset : nodes) addNode(centre + offset);
    for (double& v : values_) v /= static_cast<double>(nodes.size());
    ++part_.simulated;
    if (singularBlock_) ++part_.singular;
    addToTotals(block);
    keepProducts(block);
  }

  Part take() && { return std::move(part_); }

 private:
  bool findSamples(const Vec3& centre) {
    for (std::size_t p = 0; p < finders_.size(); ++p) {
      const std::vector<Neighbour>& found = finders_[p].near(centre);
      if (!check_.enough(found, job_.request.passes[p])) continue;
      ids_.clear();
      for (const Neighbour& n : found) ids_.push_back(n.sample);
      std::sort(ids_.begin(), ids_.end());
      singularBlock_ = false;
      return true;
    }
    return false;
  }

  // The kriged residual at the node, for all realisations at once, on top of each field.
  void addNode(const Vec3& node) {
    singularBlock_ |= solver_.solve(ids_, node, job_.point).singular;
    const std::size_t count = job_.fields.size();
    kriged_.assign(count, 0.0);
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      const double weight = solver_.weights()[i];
      const double* residual = &job_.residuals[ids_[i] * count];
      for (std::size_t l = 0; l < count; ++l) kriged_[l] += weight * residual[l];
    }
    for (std::size_t l = 0; l < count; ++l)
      values_[l] += job_.scores.valueOf(job_.fields[l].at(node) + kriged_[l]);
  }

  void addToTotals(std::size_t block) {
    const double tonnes = job_.model.blockVolume(block) * job_.densityOf(block);
    for (std::size_t l = 0; l < values_.size(); ++l) {
      RealisationTotal& total = part_.totals[l];
      total.tonnes += tonnes;
      total.metal += tonnes * values_[l];
      if (!job_.request.cutoff || values_[l] < *job_.request.cutoff) continue;
      total.tonnesAbove += tonnes;
      total.metalAbove += tonnes * values_[l];
    }
  }

  void keepProducts(std::size_t block) {
    std::sort(values_.begin(), values_.end());
    const auto n = static_cast<double>(values_.size());
    double sum = 0, squares = 0;
    for (const double v : values_) sum += v;
    for (const double v : values_) squares += (v - sum / n) * (v - sum / n);
    const auto quantile = [&](double part) {
      const double at = part * (n - 1);
      const auto below = static_cast<std::size_t>(at);
      const std::size_t above = std::min(below + 1, values_.size() - 1);
      return static_cast<float>(values_[below] +
                                (at - static_cast<double>(below)) * (values_[above] - values_[below]));
    };
    Products& products = job_.products;
    products.mean[block] = static_cast<float>(sum / n);
    products.deviation[block] = static_cast<float>(std::sqrt(squares / n));
    products.p10[block] = quantile(0.1);
    products.p50[block] = quantile(0.5);
    products.p90[block] = quantile(0.9);
    if (!job_.request.cutoff) return;
    const auto first = std::lower_bound(values_.begin(), values_.end(), *job_.request.cutoff);
    products.above[block] = static_cast<float>(static_cast<double>(values_.end() - first) / n);
  }

  Job& job_;
  KrigingSolver solver_;
  std::vector<SampleFinder> finders_;
  PassCheck check_;
  std::vector<std::uint32_t> ids_;
  std::vector<double> values_, kriged_;  // one a realisation
  Part part_;
  bool singularBlock_ = false;
};

void addPart(const Part& part, Simulation& whole) {
  for (std::size_t l = 0; l < part.totals.size(); ++l) {
    whole.totals[l].tonnes += part.totals[l].tonnes;
    whole.totals[l].metal += part.totals[l].metal;
    whole.totals[l].tonnesAbove += part.totals[l].tonnesAbove;
    whole.totals[l].metalAbove += part.totals[l].metalAbove;
  }
  whole.simulated += part.simulated;
  whole.singular += part.singular;
}

void moveProducts(Products& products, const std::string& prefix, std::vector<geology::Column>& columns) {
  const auto add = [&](const char* name, std::vector<float>& values) {
    if (!values.empty()) columns.push_back(geology::numericColumn(prefix + name, std::move(values)));
  };
  add("sim_mean", products.mean);
  add("sim_sd", products.deviation);
  add("sim_p10", products.p10);
  add("sim_p50", products.p50);
  add("sim_p90", products.p90);
  add("p_above", products.above);
}

}  // namespace

Simulation simulateBlocks(const SimulationSamples& samples, const SimulationRequest& request,
                          const BlockModel& model, geology::Progress& progress) {
  if (samples.value.empty()) throw std::invalid_argument("a simulation needs samples");
  if (!request.variogram.bounded() || !(request.variogram.sill() > 0))
    throw std::invalid_argument("a simulation needs a variogram with a sill");
  Job job(samples, request, model);
  job.findResiduals(progress);
  const std::size_t blocks = model.blockCount();
  // Each range of blocks has totals of its own, added in order: the same for any number of threads.
  std::vector<Part> parts((blocks + kBlocksARange - 1) / kBlocksARange);
  std::atomic<std::size_t> done{0};
  geology::parallelFor({blocks, kBlocksARange, request.threads}, progress, [&](geology::ParallelRange range) {
    Simulator simulator(job);
    for (std::size_t block = range.begin; block < range.end; ++block)
      if (!request.wanted || request.wanted(block)) simulator.simulate(block);
    parts[range.begin / kBlocksARange] = std::move(simulator).take();
    done += range.end - range.begin;
    progress.report(static_cast<double>(done) / static_cast<double>(blocks), "simulating blocks");
  });
  Simulation simulation;
  simulation.totals.resize(request.realisations);
  for (const Part& part : parts) addPart(part, simulation);
  moveProducts(job.products, request.prefix, simulation.columns);
  return simulation;
}

}  // namespace adit::estimation
