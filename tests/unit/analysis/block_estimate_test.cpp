#include "geology/analysis/block_estimate.h"

#include <gtest/gtest.h>

#include <cmath>

namespace adit::analysis {
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
  r.lattice.size = {10, 10, 10};
  r.lattice.count = {10, 1, 1};
  r.weighting = InverseDistance{2};
  r.passes = {{{.reach = 12, .maxSamples = 4, .maxPerHole = 4}, 2, 2},
              {{.reach = 25, .maxSamples = 4, .maxPerHole = 4}, 1, 1}};
  return r;
}

float value(const BlockModel& model, const char* column, std::size_t block) {
  return geology::findColumn(model.columns, column)->values[block];
}

TEST(BlockEstimate, PassesFillFromNearToFarAndTheRestIsAbsent) {
  Progress progress;
  const BlockModel model = estimateBlocks(rowOfSamples(), request(), progress);
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
  Progress progress;
  const BlockModel model = estimateBlocks(rowOfSamples(), request(), progress);
  EXPECT_TRUE(std::isnan(value(model, "cu", 3))) << "all the weight is on the sample without a value";
  // At 45 the samples are 35 (missing, d = 10) and 25 (d = 20): 4/5 of the weight has no value.
  EXPECT_TRUE(std::isnan(value(model, "cu", 4)));
}

TEST(BlockEstimate, UnwantedBlocksAreAbsent) {
  Progress progress;
  EstimationRequest r = request();
  r.wanted = [](const Vec3& centre) { return centre.x > 20; };
  EXPECT_EQ(estimateBlocks(rowOfSamples(), r, progress).cellOfBlock,
            (std::vector<std::uint32_t>{2, 3, 4, 5}));
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
  r.lattice.count = {1, 1, 1};
  r.passes = {{{.reach = 100, .maxSamples = 6, .maxPerHole = 3}, 1, 1}};
  Progress progress;
  const BlockModel model = estimateBlocks(samples, r, progress);
  EXPECT_EQ(value(model, "n_samples", 0), 4);
  EXPECT_EQ(value(model, "n_holes", 0), 2);
}

TEST(BlockEstimate, AnisotropyTurnsTheSearch) {
  EstimationSamples samples;
  samples.position = {{5, 65, 5}};
  samples.hole = {0};
  samples.columns = {geology::numericColumn("cu", {1})};
  EstimationRequest r = request();
  r.lattice.count = {1, 1, 1};
  r.passes = {{{.reach = 1, .maxSamples = 6, .maxPerHole = 3}, 1, 1}};
  r.shape.range = {100, 50, 100};
  Progress progress;
  EXPECT_EQ(estimateBlocks(samples, r, progress).blockCount(), 0U)
      << "an empty list of cells would be a full model";
}

TEST(BlockEstimate, SameForAnyNumberOfThreads) {
  Progress progress;
  EstimationRequest r = request();
  r.lattice.count = {60, 30, 20};
  r.lattice.size = {1, 1, 1};
  r.weighting = OrdinaryKriging{{0.1, {{VariogramModel::Spherical, 0.9, 30}}}};
  EstimationSamples samples = rowOfSamples();
  samples.columns[0].values[3] = 4;
  r.threads = 1;
  const BlockModel one = estimateBlocks(samples, r, progress);
  r.threads = 4;
  const BlockModel four = estimateBlocks(samples, r, progress);
  EXPECT_GT(one.blockCount(), 1000U);
  EXPECT_EQ(one.cellOfBlock, four.cellOfBlock);
  EXPECT_EQ(one.columns[0].values, four.columns[0].values);
}

TEST(BlockEstimate, Cancel) {
  Progress progress;
  progress.cancel();
  EXPECT_THROW(estimateBlocks(rowOfSamples(), request(), progress), geology::Cancelled);
}

}  // namespace
}  // namespace adit::analysis
