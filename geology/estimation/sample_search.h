// Which samples speak for a point: the nearest ones in an ellipsoid, not too many from one hole or one side.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "geology/estimation/anisotropy.h"

namespace adit::estimation {

/// Samples are taken by rising distance (of two at the same distance the one with the lower number) and left
/// out when their hole or their octant is full, until there are enough.
struct SearchLimits {
  double reach = 1;  ///< in units of the ellipsoid
  std::size_t maxSamples = 16;
  std::size_t maxPerHole = 4;    ///< 0: no limit
  std::size_t maxPerOctant = 0;  ///< of the ellipsoid's axes; 0: no limit

  friend bool operator==(const SearchLimits&, const SearchLimits&) = default;
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
  /// By rising distance, into `found`, whose memory is used again.
  void near(const geology::Vec3& point, const SearchLimits& limits, std::vector<Neighbour>& found) const;

 private:
  struct Tree;
  void nearByOctant(const geology::Vec3& scaledPoint, const SearchLimits& limits,
                    std::vector<Neighbour>& found) const;

  std::vector<geology::Vec3> points_;  // scaled
  std::vector<std::uint32_t> hole_;
  Anisotropy shape_;
  std::unique_ptr<Tree> tree_;
};

}  // namespace adit::estimation
