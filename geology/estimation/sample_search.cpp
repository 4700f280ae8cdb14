#include "geology/estimation/sample_search.h"

#include <algorithm>
#include <cmath>
#include <nanoflann.hpp>

namespace adit::estimation {
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

// The tree leaves out what is as far as the worst that is kept; of equals the lower number wins, so it has to
// see them.
constexpr double kSeeEquals = 1 + 1e-12;

bool nearer(const Neighbour& a, const Neighbour& b) {
  return a.distance != b.distance ? a.distance < b.distance : a.sample < b.sample;
}

/// A result set of nanoflann that keeps the nearest samples under both limits while the tree is walked. A
/// nearer sample of a full hole takes the place of that hole's farthest; the limits form a matroid, so that
/// this exchange ends with the same samples as taking them by rising distance would.
class NearestByHole {
 public:
  using DistanceType = double;

  /// maxPerHole 0: no limit.
  NearestByHole(const std::vector<std::uint32_t>& hole, const SearchLimits& limits,
                std::vector<Neighbour>& kept)
      : hole_(hole), limits_(limits), reach_(limits.reach * limits.reach), kept_(kept) {
    kept_.clear();
  }

  std::size_t size() const { return kept_.size(); }
  bool full() const { return true; }  // worstDist() is a bound from the beginning
  double worstDist() const {
    return (kept_.size() < limits_.maxSamples ? reach_ : kept_.back().distance) * kSeeEquals;
  }
  bool addPoint(double squared, std::uint32_t sample) {
    if (squared > reach_) return true;
    const Neighbour neighbour{sample, squared};
    if (kept_.size() >= limits_.maxSamples && !nearer(neighbour, kept_.back())) return true;
    kept_.insert(std::upper_bound(kept_.begin(), kept_.end(), neighbour, nearer), neighbour);
    if (limits_.maxPerHole > 0) dropOneOfHole(hole_[sample]);
    if (kept_.size() > limits_.maxSamples) kept_.pop_back();
    return true;
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
  std::vector<Neighbour>& kept_;  // by rising squared distance
};

std::size_t octantOf(const Vec3& offset) {
  return (offset.x < 0 ? 1U : 0U) + (offset.y < 0 ? 2U : 0U) + (offset.z < 0 ? 4U : 0U);
}

}  // namespace

struct SampleSearch::Tree {
  explicit Tree(const std::vector<Vec3>& points) : cloud{points}, index(3, cloud, {12}) {}
  Cloud cloud;
  KdTree index;

  void find(NearestByHole& nearest, const Vec3& q) const {
    const std::array<double, 3> query{q.x, q.y, q.z};
    index.findNeighbors(nearest, query.data(), {});
  }
};

SampleSearch::SampleSearch(const std::vector<Vec3>& points, std::vector<std::uint32_t> hole,
                           const Anisotropy& shape)
    : hole_(std::move(hole)), shape_(shape) {
  points_.reserve(points.size());
  for (const Vec3& p : points) points_.push_back(shape.scaled(p));
  tree_ = std::make_unique<Tree>(points_);
}

SampleSearch::~SampleSearch() = default;

void SampleSearch::near(const Vec3& point, const SearchLimits& limits, std::vector<Neighbour>& found) const {
  const Vec3 q = shape_.scaled(point);
  if (limits.maxPerOctant > 0) {
    nearByOctant(q, limits, found);
  } else {
    NearestByHole nearest(hole_, limits, found);
    tree_->find(nearest, q);
  }
  for (Neighbour& n : found) n.distance = std::sqrt(n.distance);
}

// Holes and octants together are no matroid. The nearest samples are asked for without these limits, more and
// more of them, until going through them by rising distance fills the neighbourhood.
void SampleSearch::nearByOctant(const Vec3& q, const SearchLimits& limits,
                                std::vector<Neighbour>& found) const {
  std::vector<Neighbour> candidates;
  for (SearchLimits wide{limits.reach, 4 * limits.maxSamples, 0, 0};; wide.maxSamples *= 4) {
    NearestByHole nearest(hole_, wide, candidates);
    tree_->find(nearest, q);
    std::array<std::size_t, 8> inOctant{};
    found.clear();
    for (const Neighbour& n : candidates) {
      const auto ofHole = std::count_if(
          found.begin(), found.end(), [&](const Neighbour& f) { return hole_[f.sample] == hole_[n.sample]; });
      std::size_t& octant = inOctant[octantOf(points_[n.sample] - q)];
      if (octant >= limits.maxPerOctant) continue;
      if (limits.maxPerHole > 0 && static_cast<std::size_t>(ofHole) >= limits.maxPerHole) continue;
      ++octant;
      found.push_back(n);
      if (found.size() == limits.maxSamples) return;
    }
    if (candidates.size() < wide.maxSamples) return;  // there are no more in the ellipsoid
  }
}

}  // namespace adit::estimation
