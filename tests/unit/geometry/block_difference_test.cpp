// The difference of two views against one block at a time.
#include "viewer/geometry/block_difference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/support/random_blocks.h"
#include "viewer/geometry/selection.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;
using geology::Deposit;
using testing::HasSubstr;
using tests::BlockShape;
using tests::RandomBlocks;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::shared_ptr<BlockModel> gradedModel(RandomBlocks& random, BlockShape shape, const std::string& name) {
  auto model = std::make_shared<BlockModel>(random.model(shape, {9, 7, 5}));
  model->name = name;
  std::vector<float> cu;
  for (std::size_t b = 0; b < model->blockCount(); ++b)
    cu.push_back(random.oneIn(6) ? geology::kMissing : static_cast<float>(random.within(0, 2)));
  model->columns = {geology::numericColumn("cu", cu, "%")};
  return model;
}

ViewState showing(const Deposit& deposit, const std::string& name, double cutOff) {
  ViewState view;
  for (const auto& model : deposit.blockModels) view.layers[model->name].visible = model->name == name;
  view.layers[name].colorBy = "cu";
  view.filters[name].ranges["cu"] = {cutOff, kInfinity};
  view.activeLayer = name;
  return view;
}

struct Counts {
  std::size_t both = 0, onlyA = 0, onlyB = 0, beyond = 0;
};

TEST(BlockDifference, AgreesWithOneBlockAtATime) {
  Counts all;
  for (unsigned seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomBlocks random(seed);
    auto deposit = std::make_shared<Deposit>();
    deposit->blockModels = {gradedModel(random, static_cast<BlockShape>(seed % 3), "a"),
                            gradedModel(random, static_cast<BlockShape>(seed / 3 % 3), "b")};
    const std::string other = random.oneIn(3) ? "a" : "b";
    const ViewState a = showing(*deposit, "a", random.within(0, 1));
    const ViewState b = showing(*deposit, other, random.within(0, 1));
    const BlockDifference found = blockDifference(differenceQuestion(deposit, a, b));
    ASSERT_TRUE(found.fault.empty()) << found.fault;
    const BlockModel& modelA = *deposit->blockModels[0];
    const BlockModel& modelB = *deposit->blockModels[other == "a" ? 0 : 1];
    const auto has = [](const BlockModel& model, std::size_t block, const ViewState& view) {
      const float value = model.columns[0].values[block];
      return !std::isnan(value) &&
             value >= static_cast<float>(view.filters.at(model.name).ranges.at("cu").lo);
    };
    const geology::Column* column = geology::findBlockColumn(*found.deposit, modelA, found.column);
    ASSERT_NE(column, nullptr);
    EXPECT_EQ(column->unit, "%");
    Counts expected;
    const Selection drawn = selectBlocks(modelA, found.view, *found.deposit);
    for (std::size_t block = 0; block < modelA.blockCount(); ++block) {
      const auto at = modelB.blockAt(modelA.blockCenter(block));
      const bool inA = has(modelA, block, a), inB = at && has(modelB, *at, b);
      expected.both += inA && inB ? 1 : 0;
      expected.onlyA += inA && !inB ? 1 : 0;
      expected.onlyB += inB && !inA ? 1 : 0;
      EXPECT_EQ(drawn.shown->test(block), inA || inB) << block;
      const float value = column->values[block];
      if (inA && inB)
        EXPECT_FLOAT_EQ(value, modelB.columns[0].values[*at] - modelA.columns[0].values[block]);
      else
        EXPECT_TRUE(std::isnan(value));
    }
    for (std::size_t block = 0; block < modelB.blockCount(); ++block)
      expected.beyond += has(modelB, block, b) && !modelA.blockAt(modelB.blockCenter(block)) ? 1 : 0;
    EXPECT_EQ(found.both, expected.both);
    EXPECT_EQ(found.onlyA, expected.onlyA);
    EXPECT_EQ(found.onlyB, expected.onlyB);
    EXPECT_EQ(found.beyond, expected.beyond);
    all.both += expected.both;
    all.onlyA += expected.onlyA;
    all.onlyB += expected.onlyB;
    all.beyond += expected.beyond;
  }
  EXPECT_GT(std::min({all.both, all.onlyA, all.onlyB, all.beyond}), 100U) << "not about nothing";
}

std::shared_ptr<Deposit> twoColumns(const char* unitA, const char* unitB) {
  auto model = std::make_shared<BlockModel>();
  model->name = "blocks";
  model->lattice.count = {3, 1, 1};
  model->lattice.size = {10, 10, 10};
  model->columns = {geology::numericColumn("cu", {1, 2, geology::kMissing}, unitA),
                    geology::numericColumn("cu_new", {15'000, 10'000, 5}, unitB)};
  auto deposit = std::make_shared<Deposit>();
  deposit->blockModels = {model};
  return deposit;
}

ViewState coloredBy(const char* column) {
  ViewState view;
  view.layers["blocks"].colorBy = column;
  return view;
}

TEST(BlockDifference, UnitsAreBroughtTogether) {
  const auto deposit = twoColumns("%", "ppm");
  const auto found = blockDifference(differenceQuestion(deposit, coloredBy("cu"), coloredBy("cu_new")));
  ASSERT_TRUE(found.fault.empty()) << found.fault;
  EXPECT_EQ(found.column, "B - A: cu_new - cu");
  const auto* column = geology::findBlockColumn(*found.deposit, *deposit->blockModels[0], found.column);
  ASSERT_NE(column, nullptr);
  EXPECT_NEAR(column->values[0], 0.5, 1e-6);   // 15,000 ppm are 1.5 %
  EXPECT_NEAR(column->values[1], -1.0, 1e-6);  // 10,000 ppm are 1 %
  EXPECT_TRUE(std::isnan(column->values[2]));
  EXPECT_EQ(found.text(), "B - A: 2 blocks in both; only in A 0, only in B 1 (grey)");
  const Legend& legend = found.view.legends.at(found.column);
  EXPECT_EQ(*legend.lo, -*legend.hi) << "0 is in the middle";
}

TEST(BlockDifference, WhatCannotBeComparedSaysWhy) {
  const auto deposit = twoColumns("%", "t/m3");
  EXPECT_THAT(blockDifference(differenceQuestion(deposit, coloredBy("cu"), coloredBy("cu_new"))).text(),
              HasSubstr("cu is in '%', cu_new in 't/m3'"));
  EXPECT_THAT(blockDifference(differenceQuestion(deposit, coloredBy("cu"), coloredBy(""))).text(),
              HasSubstr("no block model is coloured by a column of numbers in B"));
}

TEST(BlockDifference, WhatOnlyMovesThePictureAsksNothingNew) {
  const auto deposit = twoColumns("%", "ppm");
  ViewState moved = coloredBy("cu");
  moved.camera.bearing = 77;
  moved.pick = PickState{"blocks", "", 1, {}};
  EXPECT_EQ(differenceQuestion(deposit, moved, coloredBy("cu_new")),
            differenceQuestion(deposit, coloredBy("cu"), coloredBy("cu_new")));
  EXPECT_NE(differenceQuestion(deposit, coloredBy("cu_new"), coloredBy("cu_new")),
            differenceQuestion(deposit, coloredBy("cu"), coloredBy("cu_new")));
}

}  // namespace
}  // namespace adit::viewer
