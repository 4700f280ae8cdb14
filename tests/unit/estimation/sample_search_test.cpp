#include "geology/estimation/sample_search.h"

#include <gtest/gtest.h>

#include "tests/support/plain_kriging.h"
#include "tests/unit/estimation/random_samples.h"

namespace adit::estimation {
namespace {

using geology::Vec3;

std::vector<std::uint32_t> found(SampleFinder& finder, const Vec3& target) {
  std::vector<std::uint32_t> ids;
  for (const Neighbour& n : finder.near(target)) ids.push_back(n.sample);
  return ids;
}
std::vector<std::uint32_t> found(const SampleSearch& search, const Vec3& target, const SearchLimits& limits) {
  SampleFinder finder(search, limits);
  return found(finder, target);
}

TEST(SampleSearch, FindsWhatLookingAtEverySampleFinds) {
  synthetic::Random random(3);
  const EstimationSamples samples = tests::randomSamples(random, 600, 300);
  Anisotropy ellipsoid{axesOf(PlaneAngles{50, 120, 30}), {90, 60, 25}};
  const SampleSearch search(samples.position, samples.hole, ellipsoid);
  const SearchLimits limits[] = {{1, 12, 0, 0},  {2, 16, 3, 0},    {2, 16, 0, 2}, {3, 24, 2, 4},
                                 {0.3, 8, 1, 0}, {50, 1000, 0, 0}, {50, 9, 1, 2}};
  std::size_t most = 0;
  for (const SearchLimits& limit : limits) {
    SampleFinder finder(search, limit);
    for (const Vec3& target : tests::randomPositions(random, 60, {500'000, 4'000'000, 1000}, 320)) {
      const auto expected = tests::plainNeighbours(samples, ellipsoid, limit, target);
      EXPECT_EQ(found(finder, target), expected) << "after the target before";
      EXPECT_EQ(found(search, target, limit), expected);
      most = std::max(most, expected.size());
    }
  }
  EXPECT_EQ(most, 600U);
}

TEST(SampleSearch, AlongALineOfBlocksToo) {
  synthetic::Random random(4);
  const EstimationSamples samples = tests::randomSamples(random, 900, 300);
  const SampleSearch search(samples.position, samples.hole, sphere(60));
  for (const SearchLimits& limit :
       {SearchLimits{2, 20, 2, 0}, SearchLimits{1, 8, 0, 0}, SearchLimits{1, 8, 3, 0}}) {
    SampleFinder finder(search, limit);
    for (double x = -250; x < 250; x += 3) {
      const Vec3 target{500'000 + x, 4'000'000 + x / 7, 1000};
      EXPECT_EQ(found(finder, target), tests::plainNeighbours(samples, sphere(60), limit, target)) << x;
    }
  }
}

TEST(SampleSearch, OfSamplesAtOneDistanceTheLowerNumbersCount) {
  // A cube's corners around the target, in a shuffled order, and one that is farther.
  EstimationSamples samples;
  for (const int corner : {5, 2, 7, 0, 1, 6, 3, 4})
    samples.position.push_back(
        {(corner & 1) ? 1.0 : -1.0, (corner & 2) ? 1.0 : -1.0, (corner & 4) ? 1.0 : -1.0});
  samples.position.push_back({3, 0, 0});
  samples.hole.assign(9, 0);
  const SampleSearch search(samples.position, samples.hole, sphere(1));
  EXPECT_EQ(found(search, {0, 0, 0}, {10, 3, 0, 0}), (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_EQ(found(search, {0, 0, 0}, {10, 9, 0, 0}).back(), 8U);
  EXPECT_EQ(found(search, {0, 0, 0}, {1.8, 9, 2, 0}), (std::vector<std::uint32_t>{0, 1}));
}

TEST(SampleSearch, WithoutSamplesThereIsNothing) {
  const SampleSearch search({}, {}, sphere(1));
  EXPECT_TRUE(found(search, {0, 0, 0}, {10, 3, 0, 0}).empty());
  EXPECT_TRUE(found(search, {0, 0, 0}, {10, 3, 0, 2}).empty());
}

}  // namespace
}  // namespace adit::estimation
