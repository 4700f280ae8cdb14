#include "geology/analysis/sample_search.h"

#include <algorithm>
#include <cmath>
#include <nanoflann.hpp>

namespace adit::analysis {
namespace {

using geology::Vec3;

/// What nanoflann asks of a cloud of points.
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

using KdTree =
    nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<double, Cloud>, Cloud, 3, std::uint32_t>;

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
  std::vector<Neighbour> chosen;
  std::vector<std::uint32_t> found;
  std::vector<double> squared;
  // One hole may fill the list of the nearest: then more are asked for, until enough pass or the reach is
  // exhausted.
  for (std::size_t asked = 2 * limits.maxSamples;; asked *= 2) {
    found.resize(asked);
    squared.resize(asked);
    const std::size_t count = tree_->index.knnSearch(query.data(), asked, found.data(), squared.data());
    chosen.clear();
    bool exhausted = count < asked;
    for (std::size_t i = 0; i < count && chosen.size() < limits.maxSamples; ++i) {
      const double distance = std::sqrt(squared[i]);
      if (distance > limits.reach) {
        exhausted = true;
        break;
      }
      const auto sameHole = std::count_if(chosen.begin(), chosen.end(), [&](const Neighbour& n) {
        return hole_[n.sample] == hole_[found[i]];
      });
      if (static_cast<std::size_t>(sameHole) < limits.maxPerHole) chosen.push_back({found[i], distance});
    }
    if (exhausted || chosen.size() == limits.maxSamples) return chosen;
  }
}

}  // namespace adit::analysis
