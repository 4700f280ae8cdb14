#include "geology/estimation/sample_search.h"

#include <algorithm>
#include <cmath>

#include "geology/analysis/point_tree.h"

namespace adit::estimation {
namespace {

using geology::Vec3;

// The tree leaves out what is as far as the reach; the ellipsoid's surface belongs to it.
constexpr double kSurface = 1 + 1e-12;

inline bool nearer(const Neighbour& a, const Neighbour& b) {
  return a.distance != b.distance ? a.distance < b.distance : a.sample < b.sample;
}

/// A result set of nanoflann that hands on every point within a squared distance.
template <class Take>
class Within {
 public:
  using DistanceType = double;

  Within(double squared, Take take) : squared_(squared), take_(take) {}
  std::size_t size() const { return 0; }
  bool full() const { return true; }  // worstDist() is a bound from the beginning
  double worstDist() const { return squared_ * kSurface; }
  bool addPoint(double squared, std::uint32_t point) {
    if (squared <= squared_) take_(squared, point);
    return true;
  }

 private:
  double squared_;
  Take take_;
};

std::size_t octantOf(const Vec3& offset) {
  return (offset.x < 0 ? 1U : 0U) + (offset.y < 0 ? 2U : 0U) + (offset.z < 0 ? 4U : 0U);
}

}  // namespace

/// The samples of a leaf lie side by side: a tree of the points as they came is built first for its order.
struct SampleSearch::Tree {
  Tree(const std::vector<Vec3>& unordered, const std::vector<std::uint32_t>& holes) {
    const analysis::PointTree asTheyCame(unordered, kLeaf);
    for (const std::uint32_t sample : asTheyCame.order()) {
      points.push_back(unordered[sample]);
      number.push_back(sample);
      hole.push_back(holes[sample]);
    }
    index = std::make_unique<analysis::PointTree>(points, kLeaf);
  }

  static constexpr std::size_t kLeaf = 12;
  std::vector<Vec3> points;
  std::vector<std::uint32_t> number, hole;  ///< of each point: the sample that it is, and its hole
  std::unique_ptr<analysis::PointTree> index;

  template <class Take>
  void within(double reach, const Vec3& q, Take take) const {
    Within<Take> result(reach * reach, take);
    index->ask(q, result);
  }
};

SampleSearch::SampleSearch(const std::vector<Vec3>& points, std::vector<std::uint32_t> hole,
                           const Anisotropy& shape)
    : hole_(std::move(hole)), shape_(shape) {
  points_.reserve(points.size());
  for (const Vec3& p : points) points_.push_back(shape.scaled(p));
  for (const std::uint32_t h : hole_) holes_ = std::max(holes_, h + 1);
  tree_ = std::make_unique<Tree>(points_, hole_);
}

SampleSearch::~SampleSearch() = default;

SampleFinder::SampleFinder(const SampleSearch& search, const SearchLimits& limits)
    : search_(search), limits_(limits) {
  const bool byHole = limits.maxPerHole > 0 && limits.maxPerHole < limits.maxSamples;
  slotSize_ = byHole ? limits.maxPerHole : limits.maxSamples;
  slotOfHole_.assign(byHole ? search.holes_ : 1, 0);
}

const std::vector<Neighbour>& SampleFinder::near(const Vec3& point) {
  const Vec3 q = search_.scaled(point);
  if (limits_.maxPerOctant > 0)
    takeByOctant(q);
  else
    takeByHole(q);
  for (Neighbour& n : found_) n.distance = std::sqrt(n.distance);
  return found_;
}

double SampleFinder::reachFrom(const Vec3& q) const {
  if (found_.empty() || found_.size() < limits_.maxSamples) return limits_.reach;
  double farthest = 0;
  for (const Neighbour& n : found_) {
    const Vec3 lag = search_.scaled(n.sample) - q;
    farthest = std::max(farthest, dot(lag, lag));
  }
  return std::min(limits_.reach, std::sqrt(farthest * kSurface));
}

void SampleFinder::offer(const Neighbour& neighbour) {
  const std::uint32_t key = slotOfHole_.size() == 1 ? 0 : neighbour.hole;
  std::uint32_t& slotNumber = slotOfHole_[key];
  if (slotNumber == 0) {
    slots_.push_back({key, 0});
    slotNumber = static_cast<std::uint32_t>(slots_.size());
    if (slotSamples_.size() < slots_.size() * slotSize_) slotSamples_.resize(2 * slots_.size() * slotSize_);
  }
  Slot& slot = slots_[slotNumber - 1];
  Neighbour* const first = &slotSamples_[(slotNumber - 1) * slotSize_];
  if (slot.filled < slotSize_)
    ++slot.filled;
  else if (!nearer(neighbour, first[slotSize_ - 1]))
    return;
  std::size_t gap = slot.filled - 1;
  for (; gap > 0 && nearer(neighbour, first[gap - 1]); --gap) first[gap] = first[gap - 1];
  first[gap] = neighbour;
}

// The nearest of each hole, then the nearest of these: the same as going through all samples by rising
// distance, because whether a hole is full depends on that hole alone. Without a limit all holes are one.
void SampleFinder::takeByHole(const Vec3& q) {
  slots_.clear();
  const SampleSearch::Tree& tree = *search_.tree_;
  tree.within(reachFrom(q), q, [&](double squared, std::uint32_t point) {
    offer({tree.number[point], tree.hole[point], squared});
  });
  collectSlots();
}

void SampleFinder::collectSlots() {
  found_.clear();
  for (std::size_t s = 0; s < slots_.size(); ++s) {
    const auto first = slotSamples_.begin() + static_cast<std::ptrdiff_t>(s * slotSize_);
    found_.insert(found_.end(), first, first + slots_[s].filled);
    slotOfHole_[slots_[s].hole] = 0;
  }
  if (found_.size() > limits_.maxSamples) {
    const auto last = found_.begin() + static_cast<std::ptrdiff_t>(limits_.maxSamples);
    std::nth_element(found_.begin(), last, found_.end(), nearer);
    found_.erase(last, found_.end());
  }
  std::sort(found_.begin(), found_.end(), nearer);
}

// Holes and octants together: here all samples of the ellipsoid are gone through by rising distance.
void SampleFinder::takeByOctant(const Vec3& q) {
  candidates_.clear();
  const SampleSearch::Tree& tree = *search_.tree_;
  tree.within(limits_.reach, q, [&](double squared, std::uint32_t point) {
    candidates_.push_back({tree.number[point], tree.hole[point], squared});
  });
  std::sort(candidates_.begin(), candidates_.end(), nearer);
  std::array<std::size_t, 8> inOctant{};
  found_.clear();
  for (const Neighbour& n : candidates_) {
    if (found_.size() == limits_.maxSamples) return;
    std::size_t& octant = inOctant[octantOf(search_.scaled(n.sample) - q)];
    if (octant >= limits_.maxPerOctant) continue;
    const auto ofHole =
        std::count_if(found_.begin(), found_.end(), [&](const Neighbour& f) { return f.hole == n.hole; });
    if (limits_.maxPerHole > 0 && static_cast<std::size_t>(ofHole) >= limits_.maxPerHole) continue;
    ++octant;
    found_.push_back(n);
  }
}

}  // namespace adit::estimation
