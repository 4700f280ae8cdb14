// Points in a KD-tree: who is near a place.
#pragma once
#include <array>
#include <cstdint>
#include <nanoflann.hpp>
#include <vector>

#include "geology/model/vec3.h"

namespace adit::analysis {

// NOLINTBEGIN(readability-identifier-naming): the names that nanoflann asks of a cloud of points
struct PointCloud {
  const std::vector<geology::Vec3>& points;

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

/// The points outlive it. Safe to ask from several threads.
class PointTree {
 public:
  /// `leaf`: points that lie together without a further division.
  explicit PointTree(const std::vector<geology::Vec3>& points, std::size_t leaf = 16)
      : cloud_{points}, index_(3, cloud_, nanoflann::KDTreeSingleIndexAdaptorParams(leaf)) {}

  /// Numbers of the points, those of a leaf side by side.
  const std::vector<std::uint32_t>& order() const { return index_.vAcc; }

  /// Hands the points near `place` to a result set of nanoflann: squared distance and number of a point.
  template <typename ResultSet>
  void ask(const geology::Vec3& place, ResultSet& result) const {
    if (cloud_.points.empty()) return;
    const std::array<double, 3> query{place.x, place.y, place.z};
    index_.findNeighbors(result, query.data(), {});
  }

 private:
  using Index = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<double, PointCloud>,
                                                    PointCloud, 3, std::uint32_t>;
  PointCloud cloud_;
  Index index_;
};

}  // namespace adit::analysis
