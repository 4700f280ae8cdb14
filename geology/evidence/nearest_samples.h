// The samples nearest to a place, of as many different holes as are asked.
#pragma once
#include <memory>
#include <vector>

#include "geology/evidence/samples.h"

namespace adit::evidence {

struct NearSample {
  std::uint32_t sample = 0;  ///< index into SampleSet::samples
  double distance = 0;       ///< to its nearest point, deposit units
};

struct SamplesWithin {
  std::size_t samples = 0, holes = 0;
};

/// Refers to the samples: they outlive it. Safe to ask from several threads.
class SampleIndex {
 public:
  explicit SampleIndex(const SampleSet& samples);
  ~SampleIndex();
  SampleIndex(const SampleIndex&) = delete;
  SampleIndex& operator=(const SampleIndex&) = delete;

  const SampleSet& samples() const { return samples_; }
  /// One sample a hole, by rising distance: at most `holes` of them. `without`: the hole that is not asked.
  static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);
  std::vector<NearSample> nearestOfHoles(const geology::Vec3& place, std::size_t holes,
                                         std::uint32_t without = kNone) const;
  /// By rising distance, whatever their holes: at most `count` of them, none farther than `reach`.
  std::vector<NearSample> nearest(const geology::Vec3& place, std::size_t count, double reach) const;
  SamplesWithin within(const geology::Vec3& place, double range) const;

 private:
  struct Tree;
  const SampleSet& samples_;
  std::unique_ptr<Tree> tree_;
};

}  // namespace adit::evidence
