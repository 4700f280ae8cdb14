// Against GSLIB's own kriging program: its output on the clustered data set that it comes with.
#include <gtest/gtest.h>

#include <algorithm>

#include "geology/estimation/block_estimate.h"
#include "tests/support/real_data.h"
#include "tests/unit/estimation/geoeas_rows.h"

namespace adit::estimation {
namespace {

using geology::Vec3;

EstimationSamples clusteredSamples() {
  EstimationSamples samples;
  std::vector<float> primary;
  for (const auto& row : tests::geoEasRows(tests::realData("gslib_geoeas/cluster.dat"))) {
    samples.position.push_back({row[0], row[1], 0.5});
    samples.hole.push_back(static_cast<std::uint32_t>(samples.hole.size()));
    primary.push_back(static_cast<float>(row[2]));
  }
  samples.columns = {geology::numericColumn("primary", std::move(primary))};
  return samples;
}

/// The eighth and the ninth sample are at one distance: which of them GSLIB takes depends on its search.
bool tiedAtTheEighth(const EstimationSamples& samples, const Vec3& node) {
  std::vector<double> distances;
  for (const Vec3& p : samples.position) distances.push_back(length(p - node));
  std::sort(distances.begin(), distances.end());
  return distances[8] - distances[7] < 1e-9 && distances[7] <= 20;
}

TEST(GslibKt3d, SimpleKrigingOfTheClusteredData) {
  ADIT_NEEDS_REAL_DATA("gslib_geoeas");
  const auto theirs = tests::geoEasRows(tests::realData("gslib_geoeas/kt3d.out"));
  ASSERT_EQ(theirs.size(), 2500U);
  const EstimationSamples samples = clusteredSamples();
  ASSERT_EQ(samples.position.size(), 140U);

  EstimationRequest request;
  request.estimator = SimpleKriging{{0.2, {{VariogramModel::Spherical, 0.8, sphere(10)}}}, 2.302};
  request.search = sphere(20);
  request.passes = {{{.reach = 1, .maxSamples = 8, .maxPerHole = 0}, 4, 1}};
  geology::BlockModel grid;
  grid.lattice.count = {50, 50, 1};
  geology::Progress progress;
  const BlockEstimates ours = estimateBlocks(samples, request, grid, progress);
  const auto& estimate = geology::findColumn(ours.columns, "primary")->values;
  const auto& variance = geology::findColumn(ours.columns, "kriging_variance")->values;

  std::size_t compared = 0;
  for (std::size_t node = 0; node < 2500; ++node) {
    if (tiedAtTheEighth(samples, grid.blockCenter(node))) continue;
    ++compared;
    EXPECT_NEAR(static_cast<double>(estimate[node]), theirs[node][0], 1e-5) << node;
    EXPECT_NEAR(static_cast<double>(variance[node]), theirs[node][1], 1e-6) << node;
  }
  EXPECT_EQ(compared, 2050U);
  EXPECT_EQ(ours.counts.singular, 0U);
}

}  // namespace
}  // namespace adit::estimation
