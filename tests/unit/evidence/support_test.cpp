// Distances and counts of data support against hand-made holes and a brute-force count.
#include "geology/evidence/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

#include "geology/evidence/nearest_samples.h"

namespace adit::evidence {
namespace {

using geology::BlockModel;
using geology::Column;
using geology::DataSupport;
using geology::Deposit;
using geology::DrillHoles;
using geology::IntervalTable;
using geology::Vec3;
using testing::ElementsAre;
using testing::IsEmpty;

/// Vertical holes with one sample of the given length from every given depth.
class HoleMaker {
 public:
  explicit HoleMaker(std::string column = "Cu_pct") {
    table_.name = "assay";
    column_ = geology::numericColumn(std::move(column), {}, "%");
  }
  void hole(const Vec3& collar, const std::vector<double>& depths, double sample = 1) {
    geology::DrillHole hole;
    hole.id = "H" + std::to_string(holes_.holes.size());
    hole.collar = collar;
    hole.trace = geology::HoleTrace({{0, collar, {0, 0, -1}}});
    for (const double depth : depths) {
      table_.hole.push_back(static_cast<std::uint32_t>(holes_.holes.size()));
      table_.from.push_back(depth);
      table_.to.push_back(depth + sample);
      column_.values.push_back(1);
    }
    holes_.holes.push_back(hole);
  }
  Column& column() { return column_; }
  std::shared_ptr<const DrillHoles> make() {
    table_.columns = {column_};
    holes_.tables = {table_};
    return std::make_shared<DrillHoles>(holes_);
  }

 private:
  DrillHoles holes_;
  IntervalTable table_;
  Column column_;
};

std::shared_ptr<const BlockModel> oneRow(std::int32_t blocks, double side) {
  auto model = std::make_shared<BlockModel>();
  model->name = "blocks";
  model->lattice.size = {side, side, side};
  model->lattice.origin = {-side / 2, -side / 2, -side / 2};
  model->lattice.count = {blocks, 1, 1};
  model->columns = {geology::numericColumn("cu", std::vector<float>(static_cast<std::size_t>(blocks), 1))};
  return model;
}

Deposit depositOf(std::shared_ptr<const DrillHoles> holes, std::shared_ptr<const BlockModel> model) {
  Deposit deposit;
  deposit.drillholes = {std::move(holes)};
  deposit.blockModels = {std::move(model)};
  return deposit;
}

const std::vector<float>& valuesOf(const DataSupport& support, std::string_view name) {
  return geology::findColumn(support.columns, name)->values;
}

TEST(DataSupport, DistancesByHand) {
  // Three holes with one sample each at the height of the blocks: 3, 4 and 12 from the first block.
  HoleMaker maker;
  maker.hole({3, 0, 10}, {9.5});
  maker.hole({0, 4, 10}, {9.5});
  maker.hole({0, -12, 10}, {9.5});
  const Deposit deposit = depositOf(maker.make(), oneRow(2, 4));
  geology::Progress progress;
  const auto support = dataSupport(deposit, *deposit.blockModels[0], {.range = 4.5, .wanted = {}}, progress);
  ASSERT_NE(support, nullptr);
  EXPECT_FLOAT_EQ(valuesOf(*support, geology::kSupportNearest)[0], 3);
  EXPECT_FLOAT_EQ(valuesOf(*support, geology::kSupportThirdHole)[0], 12);
  EXPECT_FLOAT_EQ(valuesOf(*support, geology::kSupportSpacing)[0], 19.0F / 3);
  EXPECT_EQ(valuesOf(*support, geology::kSupportHoles)[0], 2);
  EXPECT_EQ(valuesOf(*support, geology::kSupportSamples)[0], 2);
  EXPECT_FLOAT_EQ(valuesOf(*support, geology::kSupportNearest)[1], 1) << "the second block is at x = 4";
  EXPECT_EQ(support->basis, "3 samples of 3 holes with Cu_pct");
  EXPECT_EQ(support->columns[0].unit, "m");
}

TEST(DataSupport, SpacingIsTheMedianOfTheWaysToTheNextHole) {
  HoleMaker maker;
  for (const double x : {0.0, 10.0, 25.0}) maker.hole({x, 0, 10}, {0, 4, 8});
  const Deposit deposit = depositOf(maker.make(), oneRow(1, 2));
  // To the next hole: 10, 10, 15.
  EXPECT_NEAR(drillSpacing(samplesOf(deposit, {{}, 5, {}})), 10, 1e-9);
}

TEST(DataSupport, ASampleAsFarAsTheRangeIsWithinIt) {
  HoleMaker maker;
  for (const double x : {-50.0, 50.0, 0.0}) maker.hole({x, 0, 0.5}, {0});
  const auto model = oneRow(1, 10);
  geology::Progress progress;
  const Deposit deposit = depositOf(maker.make(), model);
  const auto support = dataSupport(deposit, *model, {.range = 50, .wanted = {}}, progress);
  EXPECT_THAT(valuesOf(*support, geology::kSupportHoles), ElementsAre(3));
  const auto nearer = dataSupport(deposit, *model, {.range = 49.999, .wanted = {}}, progress);
  EXPECT_THAT(valuesOf(*nearer, geology::kSupportHoles), ElementsAre(1));
}

TEST(DataSupport, FewHolesHaveNoThird) {
  HoleMaker maker;
  maker.hole({3, 0, 10}, {9.5, 11.5});
  const Deposit deposit = depositOf(maker.make(), oneRow(1, 4));
  geology::Progress progress;
  const auto support = dataSupport(deposit, *deposit.blockModels[0], {}, progress);
  ASSERT_NE(support, nullptr);
  EXPECT_TRUE(std::isnan(valuesOf(*support, geology::kSupportThirdHole)[0])) << "there is no third hole";
  EXPECT_EQ(support->spacing, 0);
}

TEST(DataSupport, WithoutSamplesThereIsNone) {
  HoleMaker maker;
  maker.hole({3, 0, 10}, {});
  const Deposit deposit = depositOf(maker.make(), oneRow(1, 4));
  geology::Progress progress;
  EXPECT_EQ(dataSupport(deposit, *deposit.blockModels[0], {}, progress), nullptr);
  EXPECT_EQ(dataSupport(Deposit{}, *deposit.blockModels[0], {}, progress), nullptr);
}

TEST(DataSupport, LongSamplesReachAsFarAsTheyAre) {
  // One sample of 40 m beside the block: its middle is 20 m away, its end 1 m.
  HoleMaker maker;
  maker.hole({1, 0, 0}, {0}, 40);
  const Deposit deposit = depositOf(maker.make(), oneRow(1, 4));
  geology::Progress progress;
  const auto support = dataSupport(deposit, *deposit.blockModels[0], {.range = 5, .wanted = {}}, progress);
  EXPECT_NEAR(valuesOf(*support, geology::kSupportNearest)[0], 1, 1.0) << "exact to a quarter of a block";
  EXPECT_EQ(valuesOf(*support, geology::kSupportSamples)[0], 1) << "one sample, however many points it has";
}

TEST(DataSupport, OnlyWantedHolesCount) {
  HoleMaker maker;
  maker.hole({3, 0, 10}, {9.5});
  maker.hole({0, 4, 10}, {9.5});
  const Deposit deposit = depositOf(maker.make(), oneRow(1, 4));
  geology::Progress progress;
  SupportRequest request;
  request.wanted = [](const HoleRef& hole) { return hole.hole == 1; };
  const auto support = dataSupport(deposit, *deposit.blockModels[0], request, progress);
  EXPECT_FLOAT_EQ(valuesOf(*support, geology::kSupportNearest)[0], 4);
  EXPECT_EQ(support->holes, 1U);
  EXPECT_DOUBLE_EQ(support->spacing, 5) << "the yardstick is that of all holes";
}

TEST(Samples, BelowDetectionIsASampleAndNotSampledIsNone) {
  HoleMaker maker;
  maker.hole({0, 0, 10}, {0, 1, 2, 3});
  Column& column = maker.column();
  column.values = {1, 0.005F, geology::kMissing, geology::kMissing};
  column.states = {geology::ValueState::Measured, geology::ValueState::BelowDetection,
                   geology::ValueState::NotSampled, geology::ValueState::NotRepresentable};
  column.limits = {geology::kMissing, 0.01F, geology::kMissing, geology::kMissing};
  const Deposit deposit = depositOf(maker.make(), oneRow(1, 4));
  const SampleSet samples = samplesOf(deposit, {{}, 5, {}});
  ASSERT_EQ(samples.samples.size(), 2U);
  EXPECT_EQ(samples.samples[0].row, 0U);
  EXPECT_EQ(samples.samples[1].row, 1U);
}

TEST(Samples, ColumnsOfTheModelAreFoundWhateverTheirUnit) {
  HoleMaker maker("CU_PPM");
  maker.hole({0, 0, 10}, {0});
  const Deposit deposit = depositOf(maker.make(), oneRow(1, 4));
  EXPECT_THAT(sampledColumns(deposit, *deposit.blockModels[0]), ElementsAre("CU_PPM"));
  HoleMaker other("Au_gpt");
  other.hole({0, 0, 10}, {0});
  EXPECT_THAT(sampledColumns(depositOf(other.make(), oneRow(1, 4)), *oneRow(1, 4)), IsEmpty());
}

/// Random holes and blocks: the tree against all pairs.
TEST(DataSupport, AgreesWithAllPairs) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> place(-60, 60);
  HoleMaker maker;
  for (int h = 0; h < 12; ++h) {
    std::vector<double> depths;
    for (int s = 0; s < 9; ++s) depths.push_back(s * 7);
    maker.hole({place(random), place(random), 30}, depths, 2);
  }
  const Deposit deposit = depositOf(maker.make(), oneRow(40, 5));
  const BlockModel& model = *deposit.blockModels[0];
  constexpr double kRange = 35;
  geology::Progress progress;
  const auto support = dataSupport(deposit, model, {.range = kRange, .wanted = {}}, progress);
  const SampleSet samples = samplesOf(deposit, {{"Cu_pct"}, 2.5, {}});
  for (std::size_t b = 0; b < model.blockCount(); ++b) {
    std::map<std::uint32_t, double> ofSample, ofHole;
    for (std::size_t p = 0; p < samples.points.size(); ++p) {
      const double d = length(samples.points[p] - model.blockCenter(b));
      const auto nearer = [d](std::map<std::uint32_t, double>& of, std::uint32_t key) {
        const auto [at, isNew] = of.try_emplace(key, d);
        if (!isNew) at->second = std::min(at->second, d);
      };
      nearer(ofSample, samples.sampleOfPoint[p]);
      nearer(ofHole, samples.holeOfPoint(p));
    }
    std::vector<double> holes;
    for (const auto& [hole, d] : ofHole) holes.push_back(d);
    std::sort(holes.begin(), holes.end());
    const auto within = [](const std::map<std::uint32_t, double>& of) {
      return std::count_if(of.begin(), of.end(), [](const auto& entry) { return entry.second <= kRange; });
    };
    EXPECT_NEAR(valuesOf(*support, geology::kSupportNearest)[b], holes[0], 1e-4);
    EXPECT_NEAR(valuesOf(*support, geology::kSupportThirdHole)[b], holes[2], 1e-4);
    EXPECT_NEAR(valuesOf(*support, geology::kSupportSpacing)[b], (holes[0] + holes[1] + holes[2]) / 3, 1e-4);
    EXPECT_EQ(valuesOf(*support, geology::kSupportHoles)[b], within(ofHole));
    EXPECT_EQ(valuesOf(*support, geology::kSupportSamples)[b], within(ofSample));
  }
}

TEST(DataSupport, CancelIsHeard) {
  HoleMaker maker;
  maker.hole({3, 0, 10}, {9.5});
  const Deposit deposit = depositOf(maker.make(), oneRow(1, 4));
  geology::Progress progress;
  progress.cancel();
  EXPECT_THROW(dataSupport(deposit, *deposit.blockModels[0], {}, progress), geology::Cancelled);
}

TEST(DataSupport, OneSampleIndexAnswersForOnePlace) {
  HoleMaker maker;
  maker.hole({3, 0, 10}, {9.5, 11.5, 40});
  maker.hole({0, 4, 10}, {9.5});
  const Deposit deposit = depositOf(maker.make(), oneRow(1, 4));
  const SampleSet samples = samplesOf(deposit, {{}, 5, {}});
  const SampleIndex index(samples);
  const auto near = index.nearest({0, 0, 0}, 3, 20);
  ASSERT_EQ(near.size(), 3U);
  EXPECT_EQ(near[0].sample, 0U);
  EXPECT_DOUBLE_EQ(near[0].distance, 3);
  EXPECT_NEAR(near[1].distance, std::hypot(3, 2), 1e-12);
  EXPECT_EQ(near[2].sample, 3U);
  EXPECT_THAT(index.nearest({0, 0, 0}, 3, 1), IsEmpty());
}

}  // namespace
}  // namespace adit::evidence
