#include "geology/estimation/declustering.h"

#include <gtest/gtest.h>

#include <numeric>

#include "geology/estimation/top_cut.h"
#include "tests/support/real_data.h"
#include "tests/unit/estimation/geoeas_rows.h"
#include "tests/unit/estimation/random_samples.h"

namespace adit::estimation {
namespace {

using geology::Vec3;

TEST(Declustering, ByCellsGivesTheWeightsThatGslibPublished) {
  ADIT_NEEDS_REAL_DATA("gslib_geoeas");
  std::vector<Vec3> positions;
  std::vector<double> values, theirs;
  for (const auto& row : tests::geoEasRows(tests::realData("gslib_geoeas/cluster.dat"))) {
    positions.push_back({row[0], row[1], 0});
    values.push_back(row[2]);
    theirs.push_back(row[4]);
  }
  ASSERT_EQ(values.size(), 140U);
  const Declustered ours = declusterByCells(positions, values, {.smallest = 5.5, .largest = 5.5});
  for (std::size_t i = 0; i < 140; ++i) EXPECT_NEAR(ours.weight[i], theirs[i], 1e-3) << i;
  EXPECT_NEAR(std::accumulate(values.begin(), values.end(), 0.0) / 140, 4.35, 0.005) << "without weights";
  EXPECT_NEAR(ours.mean, 2.53, 0.005);
}

TEST(Declustering, ACrowdCountsAsOneAndTheLowestMeanIsTaken) {
  // Four high samples in one spot, four low ones far apart.
  const std::vector<Vec3> positions{{50, 50, 0}, {50.5, 50, 0}, {50, 50.5, 0}, {50.5, 50.5, 0},
                                    {10, 10, 0}, {90, 10, 0},   {10, 90, 0},   {90, 90, 0}};
  const std::vector<double> values{9, 9, 9, 9, 1, 1, 1, 1};
  const CellDeclustering plan{.smallest = 0.1, .largest = 20.1, .steps = 10, .origins = 8};
  const Declustered d = declusterByCells(positions, values, plan);
  EXPECT_EQ(d.trials.size(), 11U);
  EXPECT_NEAR(d.trials.front().mean, 5, 1e-9) << "every sample has a cell of its own";
  EXPECT_LT(d.mean, 3.3);
  EXPECT_GT(d.cellSize, 2);
  EXPECT_NEAR(std::accumulate(d.weight.begin(), d.weight.end(), 0.0), 8, 1e-9);
  const Declustered highest = declusterByCells(
      positions, values, {.smallest = 0.1, .largest = 20.1, .steps = 10, .lowestMean = false});
  EXPECT_EQ(highest.cellSize, 0) << "no size raises the mean: the weights stay equal";
}

TEST(Declustering, ByTheGroundThatIsNearest) {
  geology::BlockModel model;
  model.lattice.count = {100, 1, 1};
  const std::vector<Vec3> positions{{10, 0.5, 0.5}, {30, 0.5, 0.5}, {90, 0.5, 0.5}};
  const std::vector<double> values{1, 2, 3};
  // Polygons: 0-20, 20-60, 60-100.
  const Declustered d = declusterByNearest(positions, values, {model, sphere(1000)});
  EXPECT_NEAR(d.weight[0], 3 * 0.2, 1e-9);
  EXPECT_NEAR(d.weight[1], 3 * 0.4, 1e-9);
  EXPECT_NEAR(d.weight[2], 3 * 0.4, 1e-9);
  EXPECT_NEAR(d.mean, 0.2 * 1 + 0.4 * 2 + 0.4 * 3, 1e-9);
}

TEST(Declustering, WithoutSamplesThereIsNothing) {
  EXPECT_TRUE(declusterByCells({}, {}, {}).weight.empty());
}

TEST(TopCut, SaysWhatItCosts) {
  std::vector<float> values{1, 2, geology::kMissing, 3, 50};
  const std::vector<double> lengths{1, 1, 1, 1, 2};
  const TopCutReport report = cutValues(values, lengths, 10);
  EXPECT_EQ(values[4], 10);
  EXPECT_EQ(report.samples, 4U);
  EXPECT_EQ(report.samplesCut, 1U);
  EXPECT_EQ(report.highest, 50);
  EXPECT_NEAR(report.meanBefore, 106.0 / 5, 1e-9);
  EXPECT_NEAR(report.meanAfter, 26.0 / 5, 1e-9);
  EXPECT_NEAR(report.metalLost(), 80.0 / 106, 1e-9);
  EXPECT_GT(report.cvBefore, report.cvAfter);
}

TEST(TopCut, Quantile) {
  EXPECT_EQ(quantile({3, 1, 2}, 0.5), 2);
  EXPECT_EQ(quantile({1, 2}, 0.25), 1.25);
  EXPECT_EQ(quantile({7}, 1), 7);
  EXPECT_TRUE(std::isnan(quantile({}, 0.5)));
}

}  // namespace
}  // namespace adit::estimation
