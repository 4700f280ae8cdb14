// Which samples speak for a point: the nearest ones in an ellipsoid, not too many from one hole.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "geology/model/vec3.h"

namespace adit::analysis {

/// An ellipsoid as the unit of distance: a point at `range[a]` metres along `axis[a]` is at distance 1.
struct Anisotropy {
  std::array<geology::Vec3, 3> axis{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};  ///< unit, perpendicular
  std::array<double, 3> range{1, 1, 1};                                  ///< metres, > 0

  geology::Vec3 scaled(const geology::Vec3& p) const {
    return {dot(p, axis[0]) / range[0], dot(p, axis[1]) / range[1], dot(p, axis[2]) / range[2]};
  }
};

struct SearchLimits {
  double reach = 1;  ///< in units of the ellipsoid
  std::size_t maxSamples = 16;
  std::size_t maxPerHole = 4;
};

struct Neighbour {
  std::uint32_t sample = 0;
  double distance = 0;  ///< in units of the ellipsoid
};

/// Samples in the ellipsoid's space, in a tree. Safe to ask from several threads.
class SampleSearch {
 public:
  /// `hole[i]`: the hole of sample i.
  SampleSearch(const std::vector<geology::Vec3>& points, std::vector<std::uint32_t> hole,
               const Anisotropy& shape);
  ~SampleSearch();
  SampleSearch(const SampleSearch&) = delete;
  SampleSearch& operator=(const SampleSearch&) = delete;

  const geology::Vec3& scaled(std::uint32_t sample) const { return points_[sample]; }
  geology::Vec3 scaled(const geology::Vec3& point) const { return shape_.scaled(point); }
  /// By rising distance.
  std::vector<Neighbour> near(const geology::Vec3& point, const SearchLimits& limits) const;

 private:
  struct Tree;
  std::vector<geology::Vec3> points_;  // scaled
  std::vector<std::uint32_t> hole_;
  Anisotropy shape_;
  std::unique_ptr<Tree> tree_;
};

}  // namespace adit::analysis
