#include "geology/estimation/block_estimate.h"

#include <gtest/gtest.h>

#include <cmath>

namespace adit::estimation {
namespace {

using geology::BlockModel;
using geology::Column;
using geology::Progress;
using geology::Vec3;

// A row of samples on the x axis from three holes.
EstimationSamples rowOfSamples() {
  EstimationSamples samples;
  samples.position = {{5, 5, 5}, {15, 5, 5}, {25, 5, 5}, {35, 5, 5}};
  samples.hole = {0, 0, 1, 2};
  samples.columns = {geology::numericColumn("cu", {1, 2, 3, geology::kMissing}, "%"),
                     geology::categoryColumn("rock", {"A", "A", "B", "C"})};
  return samples;
}

EstimationRequest request() {
  EstimationRequest r;
  r.estimator = InverseDistance{2};
  r.passes = {{{.reach = 12, .maxSamples = 4, .maxPerHole = 4}, 2, 2},
              {{.reach = 25, .maxSamples = 4, .maxPerHole = 4}, 1, 1}};
  return r;
}

geology::Lattice cubes(double size, std::array<std::int64_t, 3> count) {
  geology::Lattice lattice;
  lattice.size = {size, size, size};
  lattice.count = count;
  return lattice;
}

BlockModel estimated(const EstimationSamples& samples, const EstimationRequest& r,
                     std::array<std::int64_t, 3> count, double size = 10) {
  Progress progress;
  return estimateLattice(samples, r, cubes(size, count), progress);
}

float value(const BlockModel& model, const char* column, std::size_t block) {
  return geology::findColumn(model.columns, column)->values[block];
}

TEST(BlockEstimate, PassesFillFromNearToFarAndTheRestIsAbsent) {
  const BlockModel model = estimated(rowOfSamples(), request(), {10, 1, 1});
  // Centres 5 .. 95; the last sample is at 35, the second pass reaches 25 m: 65 and beyond are absent.
  EXPECT_EQ(model.cellOfBlock, (std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(value(model, "pass", 0), 2) << "both samples within 12 m are from one hole";
  EXPECT_EQ(value(model, "pass", 1), 1);
  EXPECT_EQ(value(model, "n_holes", 1), 2);
  EXPECT_EQ(value(model, "n_samples", 1), 3);
  EXPECT_FLOAT_EQ(value(model, "nearest_m", 1), 0);
  EXPECT_FLOAT_EQ(value(model, "nearest_m", 4), 10);
  EXPECT_FLOAT_EQ(value(model, "cu", 1), 2) << "exact at a sample";
  EXPECT_EQ(geology::findColumn(model.columns, "rock")->category(3), "C");
}

TEST(BlockEstimate, MissingValuesAreLeftOutNotZero) {
  const BlockModel model = estimated(rowOfSamples(), request(), {10, 1, 1});
  EXPECT_TRUE(std::isnan(value(model, "cu", 3))) << "all the weight is on the sample without a value";
  // At 45 the samples are 35 (missing, d = 10) and 25 (d = 20): 4/5 of the weight has no value.
  EXPECT_TRUE(std::isnan(value(model, "cu", 4)));
}

TEST(BlockEstimate, UnwantedBlocksAreAbsent) {
  EstimationRequest r = request();
  r.wanted = [](std::size_t block) { return block >= 2; };
  EXPECT_EQ(estimated(rowOfSamples(), r, {10, 1, 1}).cellOfBlock, (std::vector<std::uint32_t>{2, 3, 4, 5}));
}

TEST(BlockEstimate, NotMoreThanAllowedFromOneHole) {
  EstimationSamples samples;
  for (int i = 0; i < 40; ++i) {
    samples.position.push_back({5, 5, 5 + 0.1 * i});
    samples.hole.push_back(0);
  }
  samples.position.push_back({45, 5, 5});
  samples.hole.push_back(1);
  samples.columns = {geology::numericColumn("cu", std::vector<float>(41, 1.0F))};
  EstimationRequest r = request();
  r.passes = {{{.reach = 100, .maxSamples = 6, .maxPerHole = 3}, 1, 1}};
  const BlockModel model = estimated(samples, r, {1, 1, 1});
  EXPECT_EQ(value(model, "n_samples", 0), 4);
  EXPECT_EQ(value(model, "n_holes", 0), 2);
}

TEST(BlockEstimate, AnisotropyTurnsTheSearch) {
  EstimationSamples samples;
  samples.position = {{5, 65, 5}};
  samples.hole = {0};
  samples.columns = {geology::numericColumn("cu", {1})};
  EstimationRequest r = request();
  r.passes = {{{.reach = 1, .maxSamples = 6, .maxPerHole = 3}, 1, 1}};
  r.search.range = {100, 50, 100};
  EXPECT_EQ(estimated(samples, r, {1, 1, 1}).blockCount(), 0U)
      << "an empty list of cells would be a full model";
}

TEST(BlockEstimate, SameForAnyNumberOfThreads) {
  EstimationRequest r = request();
  r.estimator = OrdinaryKriging{{0.1, {{VariogramModel::Spherical, 0.9, sphere(30)}}}};
  r.points = {{2, 2, 2}};
  EstimationSamples samples = rowOfSamples();
  samples.columns[0].values[3] = 4;
  r.threads = 1;
  const BlockModel one = estimated(samples, r, {60, 30, 20}, 1);
  r.threads = 4;
  const BlockModel four = estimated(samples, r, {60, 30, 20}, 1);
  EXPECT_GT(one.blockCount(), 1000U);
  EXPECT_EQ(one.cellOfBlock, four.cellOfBlock);
  for (std::size_t c = 0; c < one.columns.size(); ++c)
    EXPECT_EQ(one.columns[c].values, four.columns[c].values) << one.columns[c].name;
}

TEST(BlockEstimate, IntoTheSubBlocksOfAModelAndOnlyTheWantedOnes) {
  BlockModel model;
  model.lattice = cubes(10, {4, 1, 1});
  model.cellOfBlock = {0, 0, 1, 3};
  model.boxes = {{{0, 0, 0}, {0.5F, 1, 1}}, {{0.5F, 0, 0}, {1, 1, 1}}, {}, {}};
  EstimationRequest r = request();
  r.estimator = InverseDistance{1};
  r.passes = {{{.reach = 1000, .maxSamples = 2, .maxPerHole = 0}, 1, 1}};
  r.wanted = [](std::size_t block) { return block != 3; };
  r.prefix = "cu_";
  Progress progress;
  const BlockEstimates got = estimateBlocks(rowOfSamples(), r, model, progress);
  const auto& cu = geology::findColumn(got.columns, "cu")->values;
  ASSERT_EQ(cu.size(), 4U);
  EXPECT_FLOAT_EQ(cu[0], 1 * 12.5F / 15 + 2 * 2.5F / 15) << "at x = 2.5, between samples at 5 and 15";
  EXPECT_FLOAT_EQ(cu[1], 1 * 7.5F / 10 + 2 * 2.5F / 10) << "at x = 7.5";
  EXPECT_FLOAT_EQ(cu[2], 2);
  EXPECT_TRUE(std::isnan(cu[3]));
  EXPECT_EQ(got.counts.wanted, 3U);
  EXPECT_EQ(got.counts.estimated(), 3U);
  EXPECT_EQ(got.counts.byPass, (std::vector<std::size_t>{3}));
  EXPECT_TRUE(geology::findColumn(got.columns, "cu_mean_distance"));
}

TEST(BlockEstimate, SimpleKrigingWithoutASillIsRefused) {
  EstimationRequest r = request();
  r.estimator = SimpleKriging{{0, {{VariogramModel::Linear, 1, sphere(1)}}}, 2};
  Progress progress;
  EXPECT_THROW(estimateLattice(rowOfSamples(), r, cubes(10, {2, 1, 1}), progress), std::invalid_argument);
}

TEST(BlockEstimate, Cancel) {
  Progress progress;
  progress.cancel();
  EXPECT_THROW(estimateLattice(rowOfSamples(), request(), cubes(10, {2, 1, 1}), progress),
               geology::Cancelled);
}

}  // namespace
}  // namespace adit::estimation
