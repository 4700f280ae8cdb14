#include "geology/analysis/sample_search.h"

#include <algorithm>
#include <cmath>
#include <nanoflann.hpp>

namespace adit::analysis {
namespace {

using geology::Vec3;

// NOLINTBEGIN(readability-identifier-naming): the names that nanoflann asks of a cloud of points
struct Cloud {
  const std::vector<Vec3>& points;

  std::size_t kdtree_get_point_count() const { return points.size(); }
  double kdtree_get_pt(std::size_t i, std::size_t axis) const {
    return axis == 0 ? points[i].x : axis == 1 ? points[i].y : points[i].z;
  }
  template <class Box>
  bool kdtree_get_bbox(Box&) const {
    return false;
  }
};
// NOLINTEND(readability-identifier-naming)

using KdTree =
    nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<double, Cloud>, Cloud, 3, std::uint32_t>;

}  // namespace

namespace {

/// A result set of nanoflann that keeps the nearest samples under both limits while the tree is walked. A
/// nearer sample of a full hole takes the place of that hole's farthest; the limits form a matroid, so that
/// this exchange ends with the same samples as taking them by rising distance would.
class NearestByHole {
 public:
  using DistanceType = double;

  NearestByHole(const std::vector<std::uint32_t>& hole, const SearchLimits& limits)
      : hole_(hole), limits_(limits), reach_(limits.reach * limits.reach) {
    kept_.reserve(limits.maxSamples + 1);
  }

  std::size_t size() const { return kept_.size(); }
  bool full() const { return true; }  // worstDist() is a bound from the beginning
  double worstDist() const { return kept_.size() < limits_.maxSamples ? reach_ : kept_.back().distance; }
  bool addPoint(double squared, std::uint32_t sample) {
    if (squared > reach_) return true;
    const auto after = std::upper_bound(kept_.begin(), kept_.end(), squared,
                                        [](double d, const Neighbour& n) { return d < n.distance; });
    kept_.insert(after, {sample, squared});
    dropOneOfHole(hole_[sample]);
    if (kept_.size() > limits_.maxSamples) kept_.pop_back();
    return true;
  }
  std::vector<Neighbour> take() {
    for (Neighbour& n : kept_) n.distance = std::sqrt(n.distance);
    return std::move(kept_);
  }

 private:
  void dropOneOfHole(std::uint32_t hole) {
    const auto ofHole = [&](const Neighbour& n) { return hole_[n.sample] == hole; };
    if (static_cast<std::size_t>(std::count_if(kept_.begin(), kept_.end(), ofHole)) <= limits_.maxPerHole)
      return;
    kept_.erase(std::prev(std::find_if(kept_.rbegin(), kept_.rend(), ofHole).base()));
  }

  const std::vector<std::uint32_t>& hole_;
  const SearchLimits& limits_;
  double reach_;
  std::vector<Neighbour> kept_;  // by rising squared distance
};

}  // namespace

struct SampleSearch::Tree {
  explicit Tree(const std::vector<Vec3>& points) : cloud{points}, index(3, cloud, {12}) {}
  Cloud cloud;
  KdTree index;
};

SampleSearch::SampleSearch(const std::vector<Vec3>& points, std::vector<std::uint32_t> hole,
                           const Anisotropy& shape)
    : hole_(std::move(hole)), shape_(shape) {
  points_.reserve(points.size());
  for (const Vec3& p : points) points_.push_back(shape.scaled(p));
  tree_ = std::make_unique<Tree>(points_);
}

SampleSearch::~SampleSearch() = default;

std::vector<Neighbour> SampleSearch::near(const Vec3& point, const SearchLimits& limits) const {
  const Vec3 q = shape_.scaled(point);
  const std::array<double, 3> query{q.x, q.y, q.z};
  NearestByHole nearest(hole_, limits);
  tree_->index.findNeighbors(nearest, query.data(), {});
  return nearest.take();
}

}  // namespace adit::analysis
