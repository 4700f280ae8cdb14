#include "geology/analysis/block_estimate.h"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "geology/model/parallel_for.h"

namespace adit::analysis {
namespace {

using geology::BlockModel;
using geology::Column;
using geology::Vec3;

constexpr double kLeastWeight = 0.5;

struct Support {
  std::vector<Neighbour> neighbours;
  std::size_t holes = 0;
  std::size_t pass = 0;  // from 1; 0 = no pass reaches the block
};

/// What is kept of a block while the model is being made.
struct Estimate {
  std::uint8_t pass = 0;
  std::uint16_t samples = 0, holes = 0;
  float nearest = 0;
};

class Estimator {
 public:
  Estimator(const EstimationSamples& samples, const EstimationRequest& request)
      : samples_(samples), request_(request), search_(samples.position, samples.hole, request.shape) {
    const auto cells = static_cast<std::size_t>(request.lattice.cellCount());
    estimates_.resize(cells);
    for (const Column& column : samples.columns) {
      Column& out = columns_.emplace_back();
      out.name = column.name;
      out.unit = column.unit;
      out.kind = column.kind;
      out.names = column.names;
      if (column.isNumeric())
        out.values.assign(cells, geology::kMissing);
      else
        out.codes.assign(cells, geology::kNoCategory);
    }
  }

  void estimate(std::size_t cell) {
    const Vec3 centre = request_.lattice.center(static_cast<std::int64_t>(cell));
    if (request_.wanted && !request_.wanted(centre)) return;
    const Support support = supportOf(centre);
    if (support.pass == 0) return;
    const Weights weights = weightsOf(support, centre);
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c].isNumeric())
        columns_[c].values[cell] = mean(samples_.columns[c], support, weights);
      else
        columns_[c].codes[cell] = samples_.columns[c].codes[support.neighbours.front().sample];
    }
    double nearest = std::numeric_limits<double>::infinity();
    for (const Neighbour& n : support.neighbours)
      nearest = std::min(nearest, length(samples_.position[n.sample] - centre));
    estimates_[cell] = {static_cast<std::uint8_t>(support.pass),
                        static_cast<std::uint16_t>(support.neighbours.size()),
                        static_cast<std::uint16_t>(support.holes), static_cast<float>(nearest)};
  }

  // Only the cells with an estimate.
  BlockModel model() && {
    BlockModel model;
    model.lattice = request_.lattice;
    for (std::size_t cell = 0; cell < estimates_.size(); ++cell)
      if (estimates_[cell].pass > 0) model.cellOfBlock.push_back(static_cast<std::uint32_t>(cell));
    if (model.cellOfBlock.empty()) model.lattice.count = {0, 0, 0};  // else it would read as a full model
    for (Column& column : columns_) model.columns.push_back(compacted(std::move(column), model.cellOfBlock));
    const auto add = [&](const char* name, const char* unit, auto field) {
      std::vector<float> values;
      values.reserve(model.cellOfBlock.size());
      for (const std::uint32_t cell : model.cellOfBlock)
        values.push_back(static_cast<float>(estimates_[cell].*field));
      model.columns.push_back(geology::numericColumn(name, std::move(values), unit));
    };
    add("n_samples", "", &Estimate::samples);
    add("n_holes", "", &Estimate::holes);
    add("nearest_m", "m", &Estimate::nearest);
    add("pass", "", &Estimate::pass);
    return model;
  }

 private:
  Support supportOf(const Vec3& centre) const {
    for (std::size_t p = 0; p < request_.passes.size(); ++p) {
      const EstimationPass& pass = request_.passes[p];
      Support support{search_.near(centre, pass.limits), 0, p + 1};
      support.holes = holeCount(support.neighbours);
      if (!support.neighbours.empty() && support.neighbours.size() >= pass.minSamples &&
          support.holes >= pass.minHoles)
        return support;
    }
    return {};
  }

  std::size_t holeCount(const std::vector<Neighbour>& neighbours) const {
    std::vector<std::uint32_t> holes;
    for (const Neighbour& n : neighbours) holes.push_back(samples_.hole[n.sample]);
    std::sort(holes.begin(), holes.end());
    return static_cast<std::size_t>(std::unique(holes.begin(), holes.end()) - holes.begin());
  }

  Weights weightsOf(const Support& support, const Vec3& centre) const {
    std::vector<Vec3> positions;
    positions.reserve(support.neighbours.size());
    for (const Neighbour& n : support.neighbours) positions.push_back(search_.scaled(n.sample));
    return weigh(request_.weighting, positions, search_.scaled(centre));
  }

  static float mean(const Column& column, const Support& support, const Weights& weights) {
    double sum = 0;
    double weight = 0;
    for (std::size_t i = 0; i < support.neighbours.size(); ++i) {
      const std::uint32_t sample = support.neighbours[i].sample;
      if (!column.hasValue(sample)) continue;
      sum += weights.weight[i] * static_cast<double>(column.values[sample]);
      weight += weights.weight[i];
    }
    return weight >= kLeastWeight ? static_cast<float>(sum / weight) : geology::kMissing;
  }

  static Column compacted(Column column, const std::vector<std::uint32_t>& cells) {
    const auto keep = [&](auto& array) {
      if (array.empty()) return;
      for (std::size_t b = 0; b < cells.size(); ++b)
        array[b] = array[cells[b]];  // cells rise: never too late
      array.resize(cells.size());
      array.shrink_to_fit();
    };
    keep(column.values);
    keep(column.codes);
    return column;
  }

  const EstimationSamples& samples_;
  const EstimationRequest& request_;
  SampleSearch search_;
  std::vector<Estimate> estimates_;  // one a cell
  std::vector<Column> columns_;      // one row a cell
};

}  // namespace

BlockModel estimateBlocks(const EstimationSamples& samples, const EstimationRequest& request,
                          geology::Progress& progress) {
  Estimator estimator(samples, request);
  const auto cells = static_cast<std::size_t>(request.lattice.cellCount());
  std::atomic<std::size_t> done{0};
  geology::parallelFor({cells, 4096, request.threads}, progress, [&](geology::ParallelRange range) {
    for (std::size_t cell = range.begin; cell < range.end; ++cell) estimator.estimate(cell);
    done += range.end - range.begin;
    progress.report(static_cast<double>(done) / static_cast<double>(cells), "estimating blocks");
  });
  return std::move(estimator).model();
}

}  // namespace adit::analysis
