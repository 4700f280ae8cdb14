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
  std::uint32_t hole = 0;
  double distance = 0;  ///< in units of the ellipsoid
};

/// Samples in the ellipsoid's space, in a tree. Safe to use from several threads, each with a finder of its
/// own.
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

 private:
  friend class SampleFinder;
  struct Tree;

  std::vector<geology::Vec3> points_;  // scaled
  std::vector<std::uint32_t> hole_;
  std::uint32_t holes_ = 0;  // their numbers are below this
  Anisotropy shape_;
  std::unique_ptr<Tree> tree_;
};

/// One thread's search for one point after the other. What was found for the last point is a neighbourhood of
/// this one too, if not the nearest: the nearest is no wider, and so little of the tree is looked at.
class SampleFinder {
 public:
  /// Keeps the reference.
  SampleFinder(const SampleSearch& search, const SearchLimits& limits);

  /// By rising distance; until the next call.
  const std::vector<Neighbour>& near(const geology::Vec3& point);

 private:
  double reachFrom(const geology::Vec3& scaledPoint) const;
  void offer(const Neighbour& neighbour);
  void takeByHole(const geology::Vec3& scaledPoint);
  void takeByOctant(const geology::Vec3& scaledPoint);
  void collectSlots();

  const SampleSearch& search_;
  SearchLimits limits_;
  std::vector<Neighbour> found_;
  /// The nearest samples of each hole that was met: `slotSize_` places a hole, by rising distance.
  struct Slot {
    std::uint32_t hole = 0, filled = 0;
  };
  std::size_t slotSize_ = 0;
  std::vector<Slot> slots_;
  std::vector<Neighbour> slotSamples_;
  std::vector<std::uint32_t> slotOfHole_;  // + 1; 0: not met
  std::vector<Neighbour> candidates_;
};

}  // namespace adit::estimation
