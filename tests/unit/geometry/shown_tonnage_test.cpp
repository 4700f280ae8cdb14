// Tonnes of what a view shows, against a plain sum over the blocks that the selection shows.
#include "viewer/geometry/shown_tonnage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/sample_deposit.h"
#include "viewer/geometry/selection.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr double kBlockVolume = 25 * 25 * 20;

/// The sample deposit with a density column that has holes.
class ShownTonnage : public testing::Test {
 protected:
  ShownTonnage() {
    deposit_ = tests::sampleDeposit();
    auto model = std::make_shared<geology::BlockModel>(*deposit_->blockModels.front());
    std::vector<float> kilograms(model->blockCount());
    for (std::size_t b = 0; b < kilograms.size(); ++b)
      kilograms[b] = b % 7 == 0    ? geology::kMissing
                     : b % 11 == 0 ? 0.0F
                                   : 2400.0F + static_cast<float>(b % 5) * 100;
    model->columns.push_back(geology::numericColumn("sg", kilograms, "kg/m3"));
    deposit_->blockModels = {model};
    deposit_->unitStated = true;
  }
  const geology::BlockModel& model() const { return *deposit_->blockModels.front(); }
  void run(const std::string& script) {
    auto next = applyScript(state_, script, *deposit_);
    ASSERT_TRUE(std::holds_alternative<ViewState>(next)) << std::get<CommandError>(next).message;
    state_ = std::get<ViewState>(std::move(next));
  }
  TonnageFacts facts(const std::string& column = "cu_pct") {
    const auto question = tonnageQuestion(deposit_, state_, "blocks", column);
    EXPECT_TRUE(question.has_value());
    return question ? shownTonnage(*question, cache_, {}) : TonnageFacts{};
  }
  /// Fails unless the facts are the plain sums of what is shown; `density(b)` in t/m3, or 0.
  template <typename DensityOf>
  void expectPlainSums(const TonnageFacts& facts, const DensityOf& density) {
    const Selection selection = selectBlocks(model(), state_, *deposit_);
    const auto& grade = model().columns[0].values;
    std::size_t blocks = 0, withoutGrade = 0, withoutDensity = 0;
    double tonnes = 0, metal = 0;
    for (std::size_t b = 0; b < model().blockCount(); ++b) {
      if (!selection.shown->test(b)) continue;
      if (std::isnan(grade[b])) {
        ++withoutGrade;
        continue;
      }
      ++blocks;
      withoutDensity += density(b) > 0 ? 0 : 1;
      tonnes += kBlockVolume * density(b);
      metal += kBlockVolume * density(b) * static_cast<double>(grade[b]) / 100;
    }
    EXPECT_TRUE(facts.known);
    EXPECT_GT(blocks, 0U);
    EXPECT_EQ(facts.blocks, blocks);
    EXPECT_EQ(facts.withoutGrade, withoutGrade);
    EXPECT_EQ(facts.withoutDensity, withoutDensity);
    EXPECT_NEAR(facts.volume, static_cast<double>(blocks) * kBlockVolume, 1e-3);
    EXPECT_NEAR(*facts.tonnes, tonnes, 1e-9 * tonnes);
    EXPECT_NEAR(*facts.metal, metal, 1e-9 * metal);
    EXPECT_NEAR(*facts.grade, 100 * metal / tonnes, 1e-9);
  }

  std::shared_ptr<geology::Deposit> deposit_;
  ViewState state_;
  SelectionCache cache_;
};

TEST_F(ShownTonnage, FollowsEveryFilter) {
  run("density blocks 2.7");
  const auto density = [](std::size_t) { return 2.7; };
  for (const char* script :
       {"", "range blocks cu_pct 0.3 *", "category blocks rock OX off", "missing blocks on",
        "section add 90 90 318400 3218200 1000", "inside solid", "nofilter blocks"}) {
    SCOPED_TRACE(script);
    run(script);
    expectPlainSums(facts(), density);
  }
  EXPECT_THAT(facts().doubt, IsEmpty());
  EXPECT_EQ(facts().density, "density 2.7 t/m3 stated");
}

TEST_F(ShownTonnage, ADensityColumnMayHaveHoles) {
  run("density blocks sg");
  const auto& kilograms = model().columns.back().values;
  expectPlainSums(facts(), [&](std::size_t b) {
    return kilograms[b] > 0 ? static_cast<double>(kilograms[b]) * 1e-3 : 0;
  });
  EXPECT_GT(facts().withoutDensity, 0U);
}

TEST_F(ShownTonnage, WithoutADensityThereAreNoTonnes) {
  const TonnageFacts facts = this->facts();
  EXPECT_GT(facts.volume, 0);
  EXPECT_EQ(facts.tonnes, std::nullopt);
  EXPECT_EQ(facts.grade, std::nullopt);
  EXPECT_EQ(facts.metal, std::nullopt);
  EXPECT_EQ(facts.withoutDensity, 0U);
  EXPECT_EQ(facts.density, "density not stated");
}

TEST_F(ShownTonnage, WhatIsAssumedIsSaid) {
  deposit_->unitStated = false;
  auto bare = std::make_shared<geology::BlockModel>(model());
  bare->columns.back().unit.clear();
  deposit_->blockModels = {bare};
  run("density blocks sg");
  EXPECT_THAT(facts().doubt, HasSubstr("unit of sg is not stated"));
  EXPECT_THAT(facts().doubt, HasSubstr("taken as metres"));
  EXPECT_THAT(facts().doubt, HasSubstr("kg/m3?")) << "2,400 t/m3 is no ground";
}

TEST_F(ShownTonnage, FeetAreCubed) {
  run("density blocks 2.7");
  const double metric = facts().volume;
  deposit_->unit = geology::LengthUnit::Foot;
  EXPECT_NEAR(facts().volume, metric * 0.028316846592, 1e-6 * metric);
}

TEST_F(ShownTonnage, MetalNeedsAUnitThatIsAShare) {
  run("density blocks 2.7");
  const TonnageFacts facts = this->facts("sg");
  EXPECT_TRUE(facts.grade.has_value());
  EXPECT_EQ(facts.metal, std::nullopt);
}

TEST_F(ShownTonnage, AHiddenLayerShowsNothing) {
  run("density blocks 2.7\nhide blocks");
  const TonnageFacts facts = this->facts();
  EXPECT_TRUE(facts.known);
  EXPECT_EQ(facts.blocks, 0U);
  EXPECT_EQ(facts.tonnes, 0.0);
  EXPECT_EQ(facts.grade, std::nullopt);
}

TEST_F(ShownTonnage, OnlyWhatMattersIsANewQuestion) {
  const auto question = [&] { return tonnageQuestion(deposit_, state_, "blocks", "cu_pct"); };
  const auto first = question();
  run("look NE\nrange drillholes assay.Cu_pct 0.1 *\ngrid off");
  EXPECT_EQ(question(), first);
  run("range blocks cu_pct 0.1 *");
  EXPECT_NE(question(), first);
  EXPECT_EQ(unansweredTonnage(*question()).lo, 0.1);
}

TEST_F(ShownTonnage, OtherObjectsAndColumnsAreNoQuestion) {
  EXPECT_EQ(tonnageQuestion(deposit_, state_, "drillholes", "Cu_pct"), std::nullopt);
  EXPECT_EQ(tonnageQuestion(deposit_, state_, "blocks", "rock"), std::nullopt);
  EXPECT_EQ(tonnageQuestion(deposit_, state_, "blocks", "nothing"), std::nullopt);
}

TEST_F(ShownTonnage, CanBeCancelled) {
  geology::Progress progress;
  progress.cancel();
  EXPECT_THROW(shownTonnage(*tonnageQuestion(deposit_, state_, "blocks", "cu_pct"), cache_, progress),
               geology::Cancelled);
}

}  // namespace
}  // namespace adit::viewer
