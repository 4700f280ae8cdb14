// Ordinary kriging against the textbook's way with the same neighbours: a tree to find them, the variogram by
// calling it, a dense matrix and Gaussian elimination for each block, on one thread.
#include <cmath>
#include <map>
#include <memory>
#include <nanoflann.hpp>
#include <numeric>

#include "benchmarks/row.h"
#include "geology/estimation/block_estimate.h"
#include "geology/synthetic/random.h"
#include "tests/support/plain_kriging.h"

namespace adit::benchmarks {
namespace {

using geology::Vec3;

constexpr std::size_t kCompositesAHole = 80;
constexpr double kCompositeLength = 5;  // m
constexpr double kHoleSpacing = 50;     // m
constexpr Vec3 kCorner{318'000, 3'218'000, 900};

/// Vertical holes on a square grid, slightly off it.
estimation::EstimationSamples drilledSamples(std::size_t holes) {
  estimation::EstimationSamples samples;
  synthetic::Random random(7);
  std::vector<float> grades;
  const auto across = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(holes))));
  for (std::size_t h = 0; h < holes; ++h) {
    const Vec3 collar =
        kCorner + Vec3{kHoleSpacing * (static_cast<double>(h % across) + random.uniform(0, 0.2)),
                       kHoleSpacing * (static_cast<double>(h / across) + random.uniform(0, 0.2)), 0};
    for (std::size_t i = 0; i < kCompositesAHole; ++i) {
      samples.position.push_back(collar - Vec3{0, 0, kCompositeLength * (static_cast<double>(i) + 0.5)});
      samples.hole.push_back(static_cast<std::uint32_t>(h));
      grades.push_back(static_cast<float>(std::exp(0.6 * random.normal())));
    }
  }
  samples.columns = {geology::numericColumn("cu", std::move(grades), "%")};
  return samples;
}

estimation::Variogram twoStructures() {
  const estimation::Axes axes = estimation::axesOf(estimation::PlaneAngles{50, 120, 30});
  using enum estimation::VariogramModel;
  return {0.1, {{Spherical, 0.4, {axes, {40, 40, 25}}}, {Spherical, 0.5, {axes, {150, 120, 60}}}}};
}

estimation::EstimationRequest kriging(const estimation::BlockPoints& points) {
  estimation::EstimationRequest request;
  request.estimator = estimation::OrdinaryKriging{twoStructures()};
  request.search = {estimation::axesOf(estimation::PlaneAngles{50, 120, 30}), {150, 120, 60}};
  request.passes = {{{.reach = 1, .maxSamples = 24, .maxPerHole = 6}, 4, 1},
                    {{.reach = 3, .maxSamples = 24, .maxPerHole = 6}, 1, 1}};
  request.points = points;
  return request;
}

geology::BlockModel cubeOfBlocks(std::int64_t side) {
  geology::BlockModel model;
  model.lattice.origin = kCorner + Vec3{80, 80, -330};
  model.lattice.size = {10, 10, 10};
  model.lattice.count = {side, side, side};
  return model;
}

struct Sums {
  double estimates = 0, variances = 0;
};

struct Work {
  estimation::EstimationSamples samples;
  geology::BlockModel model;
  estimation::EstimationRequest request;
};

Sums ours(const Work& work) {
  geology::Progress progress;
  const auto result = estimation::estimateBlocks(work.samples, work.request, work.model, progress);
  const auto sum = [&](const char* name) {
    const auto& values = geology::findColumn(result.columns, name)->values;
    return std::accumulate(values.begin(), values.end(), 0.0);
  };
  return {sum("cu"), sum("kriging_variance")};
}

/// Samples in the ellipsoid's space for nanoflann.
struct Cloud {
  std::vector<Vec3> points;

  // NOLINTBEGIN(readability-identifier-naming): the names that nanoflann asks of a cloud of points
  std::size_t kdtree_get_point_count() const { return points.size(); }
  double kdtree_get_pt(std::size_t i, std::size_t axis) const {
    return axis == 0 ? points[i].x : axis == 1 ? points[i].y : points[i].z;
  }
  template <class Box>
  bool kdtree_get_bbox(Box&) const {
    return false;
  }
  // NOLINTEND(readability-identifier-naming)
};
using KdTree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<double, Cloud>, Cloud, 3>;

/// All samples in the ellipsoid by rising distance, then those whose hole is not full.
class TreeSearch {
 public:
  explicit TreeSearch(const Work& work) : work_(work), cloud_{}, tree_(3, withPoints(work), {10}) {}

  std::vector<std::uint32_t> near(const Vec3& target, const estimation::SearchLimits& limits) const {
    const Vec3 q = work_.request.search.scaled(target);
    const double query[] = {q.x, q.y, q.z};
    std::vector<std::pair<std::uint32_t, double>> all;
    tree_.radiusSearch(query, limits.reach * limits.reach, all, {});
    std::map<std::uint32_t, std::size_t> ofHole;
    std::vector<std::uint32_t> found;
    for (const auto& [sample, squared] : all) {
      if (found.size() == limits.maxSamples) break;
      if (ofHole[work_.samples.hole[sample]]++ < limits.maxPerHole) found.push_back(sample);
    }
    return found;
  }

 private:
  const Cloud& withPoints(const Work& work) {
    for (const Vec3& p : work.samples.position) cloud_.points.push_back(work.request.search.scaled(p));
    return cloud_;
  }
  const Work& work_;
  Cloud cloud_;
  KdTree tree_;
};

Sums textbook(const Work& work) {
  const estimation::Variogram& variogram =
      std::get<estimation::OrdinaryKriging>(work.request.estimator).variogram;
  const TreeSearch search(work);
  const std::vector<Vec3> offsets = estimation::pointOffsets(
      work.request.points, work.model.lattice.axis,
      {work.model.lattice.size[0], work.model.lattice.size[1], work.model.lattice.size[2]});
  const double within = tests::plainWithinBlock(variogram, offsets);
  Sums sums;
  for (std::size_t block = 0; block < work.model.blockCount(); ++block) {
    const Vec3 centre = work.model.blockCenter(block);
    std::vector<std::uint32_t> found;
    for (const estimation::EstimationPass& pass : work.request.passes) {
      found = search.near(centre, pass.limits);
      if (found.size() >= pass.minSamples) break;
    }
    std::vector<Vec3> positions, points;
    for (const std::uint32_t sample : found) positions.push_back(work.samples.position[sample]);
    for (const Vec3& offset : offsets) points.push_back(centre + offset);
    const tests::PlainAnswer answer = tests::plainOrdinaryKriging(variogram, positions, points, within);
    for (std::size_t i = 0; i < found.size(); ++i)
      sums.estimates +=
          answer.weights[i] * static_cast<double>(work.samples.columns.front().values[found[i]]);
    sums.variances += answer.variance;
  }
  return sums;
}

Answer figures(const Sums& sums) {
  return {{"sum of the estimates", sums.estimates, 1e-6}, {"sum of the variances", sums.variances, 1e-6}};
}

Row krigingRow(const char* operation, const estimation::BlockPoints& points, bool tiny) {
  const auto work = std::make_shared<const Work>(
      Work{drilledSamples(tiny ? 100 : 225), cubeOfBlocks(tiny ? 8 : 30), kriging(points)});
  Row row{operation,
          sizeText(work->model.blockCount()) + " blocks, " + sizeText(work->samples.position.size()) +
              " composites",
          contender(
              "two threads", [work](int) { return ours(*work); }, figures)};
  row.peers = {{contender(
                    "textbook, one thread", [work](int) { return textbook(*work); }, figures),
                5, 10}};
  return row;
}

}  // namespace

std::vector<Row> krigingRows(const Sizes& sizes) {
  const bool tiny = sizes.blocks.front() < 100'000;
  return {krigingRow("kriging, points", {}, tiny),
          krigingRow("kriging, blocks of 4 x 4 x 4 points", {{4, 4, 4}}, tiny)};
}

}  // namespace adit::benchmarks
