#include "geology/evidence/nearest_samples.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geology/analysis/point_tree.h"

namespace adit::evidence {
namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();
/// The tree leaves out what is as far as the bound; the surface of a sphere belongs to it.
constexpr double kSurface = 1 + 1e-12;

/// A result set of nanoflann that keeps the nearest point of each group, for so many groups.
template <typename GroupOf>
class NearestOfGroups {
 public:
  using DistanceType = double;

  NearestOfGroups(std::size_t most, double reach, GroupOf groupOf)
      : most_(most), reach_(reach), groupOf_(std::move(groupOf)) {
    kept_.reserve(most + 1);
  }

  std::size_t size() const { return kept_.size(); }
  bool full() const { return true; }  // worstDist() is a bound from the beginning
  double worstDist() const { return kept_.size() < most_ ? reach_ * kSurface : kept_.back().squared; }
  bool addPoint(double squared, std::uint32_t point) {
    const std::uint32_t group = groupOf_(point);
    if (squared > reach_ || group == SampleIndex::kNone) return true;
    const auto own =
        std::find_if(kept_.begin(), kept_.end(), [&](const Kept& k) { return k.group == group; });
    if (own != kept_.end()) {
      if (own->squared <= squared) return true;
      kept_.erase(own);
    }
    const auto after = std::upper_bound(kept_.begin(), kept_.end(), squared,
                                        [](double d, const Kept& k) { return d < k.squared; });
    kept_.insert(after, {squared, point, group});
    if (kept_.size() > most_) kept_.pop_back();
    return true;
  }
  std::vector<NearSample> samples(const SampleSet& set) const {
    std::vector<NearSample> found;
    found.reserve(kept_.size());
    for (const Kept& k : kept_) found.push_back({set.sampleOfPoint[k.point], std::sqrt(k.squared)});
    return found;
  }

 private:
  struct Kept {
    double squared;
    std::uint32_t point, group;
  };
  std::size_t most_;
  double reach_;
  GroupOf groupOf_;
  std::vector<Kept> kept_;  // by rising distance
};

/// Counts what lies within a radius. The points of one sample follow one another in number, but not in the
/// tree: each is remembered.
class Within {
 public:
  using DistanceType = double;

  Within(const SampleSet& set, double range) : set_(set), squared_(range * range) {}

  bool full() const { return true; }
  double worstDist() const { return squared_ * kSurface; }
  bool addPoint(double squared, std::uint32_t point) {
    if (squared <= squared_) found_.push_back(set_.sampleOfPoint[point]);
    return true;
  }
  SamplesWithin count() {
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    std::vector<std::uint32_t> holes;
    for (const std::uint32_t sample : found_) holes.push_back(set_.samples[sample].hole);
    std::sort(holes.begin(), holes.end());
    const auto end = std::unique(holes.begin(), holes.end());
    return {found_.size(), static_cast<std::size_t>(end - holes.begin())};
  }

 private:
  const SampleSet& set_;
  double squared_;
  std::vector<std::uint32_t> found_;
};

}  // namespace

struct SampleIndex::Tree : analysis::PointTree {
  using PointTree::PointTree;
};

SampleIndex::SampleIndex(const SampleSet& samples)
    : samples_(samples), tree_(std::make_unique<Tree>(samples.points)) {}
SampleIndex::~SampleIndex() = default;

std::vector<NearSample> SampleIndex::nearestOfHoles(const geology::Vec3& place, std::size_t holes,
                                                    std::uint32_t without) const {
  NearestOfGroups result(holes, kFar, [&](std::uint32_t point) {
    const std::uint32_t hole = samples_.holeOfPoint(point);
    return hole == without ? kNone : hole;
  });
  tree_->ask(place, result);
  return result.samples(samples_);
}

std::vector<NearSample> SampleIndex::nearest(const geology::Vec3& place, std::size_t count,
                                             double reach) const {
  NearestOfGroups result(count, reach * reach,
                         [&](std::uint32_t point) { return samples_.sampleOfPoint[point]; });
  tree_->ask(place, result);
  return result.samples(samples_);
}

SamplesWithin SampleIndex::within(const geology::Vec3& place, double range) const {
  Within result(samples_, range);
  tree_->ask(place, result);
  return result.count();
}

}  // namespace adit::evidence
