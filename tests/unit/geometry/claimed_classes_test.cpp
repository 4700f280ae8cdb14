// Classes apart and the share that is drilled, against sums made by hand.
#include "viewer/geometry/claimed_classes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace adit::viewer {
namespace {

using reporting::ResourceClass;
using testing::DoubleNear;
using testing::ElementsAre;

/// Six blocks of 1000 m3 and 2, 3 t/m3 in turn; samples 5, 20, 30, 40, ... m away; holes 50 m apart.
std::shared_ptr<geology::Deposit> sixBlocks() {
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "ore";
  model->lattice.size = {10, 10, 10};
  model->lattice.count = {6, 1, 1};
  model->columns = {geology::numericColumn("cu", {1, 2, 3, 4, 5, geology::kMissing}, "%"),
                    geology::numericColumn("sg", {2, 3, 2, 3, 2, 3}, "t/m3"),
                    geology::categoryColumn("class", {"M", "M", "I", "I", "F", "F"})};
  auto support = std::make_shared<geology::DataSupport>();
  support->spacing = 50;
  support->columns = {geology::numericColumn(std::string(geology::kSupportNearest), {5, 30, 20, 25, 40, 5})};
  auto deposit = std::make_shared<geology::Deposit>();
  deposit->unitStated = true;
  deposit->blockModels = {model};
  deposit->support = {support};
  return deposit;
}

ViewState classified() {
  ViewState state;
  state.categories["ore"] = {
      "class",
      {{"M", ResourceClass::Measured}, {"I", ResourceClass::Indicated}, {"F", ResourceClass::Inferred}}};
  state.densities["ore"] = {"sg", 0};
  return state;
}

ClaimFacts claimed(const std::shared_ptr<geology::Deposit>& deposit, const ViewState& state) {
  SelectionCache cache;
  return claimedClasses(claimQuestion(deposit, state, "ore", "cu").value(), cache, {});
}

const reporting::ResourceLine* lineOf(const ClaimFacts& facts, ResourceClass wanted, double& drilled) {
  for (std::size_t i = 0; i < facts.table.lines.size(); ++i)
    if (facts.table.lines[i].kind == reporting::ResourceLineKind::Class &&
        facts.table.lines[i].resourceClass == wanted) {
      drilled = facts.drilled[i];
      return &facts.table.lines[i];
    }
  return nullptr;
}

TEST(ClaimedClasses, ByHand) {
  ViewState state = classified();
  state.claim = ClaimLevel::Measured;  // hides nothing here
  const ClaimFacts facts = claimed(sixBlocks(), state);
  ASSERT_TRUE(facts.known && facts.classed && facts.densityStated);
  EXPECT_EQ(facts.reach, 25);
  double drilled = 0;
  const auto* measured = lineOf(facts, ResourceClass::Measured, drilled);
  ASSERT_NE(measured, nullptr);
  EXPECT_NEAR(measured->sum.tonnes, 5000, 1e-6);  // 2000 + 3000
  EXPECT_NEAR(measured->sum.grades[0].mean(), 1.6, 1e-9);
  EXPECT_NEAR(drilled, 0.4, 1e-9) << "2000 t of 5000: the second block is 30 m from a sample";
  const auto* indicated = lineOf(facts, ResourceClass::Indicated, drilled);
  ASSERT_NE(indicated, nullptr);
  EXPECT_NEAR(drilled, 1, 1e-9) << "25 m is within the reach";
  const auto* inferred = lineOf(facts, ResourceClass::Inferred, drilled);
  ASSERT_NE(inferred, nullptr);
  EXPECT_EQ(inferred->sum.blocks, 1U) << "the block without a grade is in no line";
  EXPECT_EQ(drilled, 0);
}

TEST(ClaimedClasses, FollowTheFilterButNotTheSlider) {
  const auto deposit = sixBlocks();
  ViewState state = classified();
  const auto everything = claimQuestion(deposit, state, "ore", "cu");
  state.claim = ClaimLevel::Reserve;
  EXPECT_EQ(claimQuestion(deposit, state, "ore", "cu"), everything);
  state.filters["ore"].ranges["cu"] = {1.5, std::numeric_limits<double>::infinity()};
  double drilled = 1;
  const ClaimFacts facts = claimed(deposit, state);
  const auto* measured = lineOf(facts, ResourceClass::Measured, drilled);
  ASSERT_NE(measured, nullptr);
  EXPECT_NEAR(measured->sum.tonnes, 3000, 1e-6);
  EXPECT_EQ(drilled, 0);
}

TEST(ClaimedClasses, AreOfWhatIsRevealed) {
  const auto deposit = sixBlocks();
  ViewState state = classified();
  state.filters["ore"].ranges["cu"] = {1.5, std::numeric_limits<double>::infinity()};
  state.reveal = RevealState{"ore", "below range cu"};
  double drilled = 0;
  const ClaimFacts facts = claimed(deposit, state);
  ASSERT_EQ(facts.table.lines.size(), 1U);
  ASSERT_NE(lineOf(facts, ResourceClass::Measured, drilled), nullptr);
  EXPECT_NEAR(facts.table.lines[0].sum.tonnes, 2000, 1e-6) << "the first block alone";
  EXPECT_EQ(drilled, 1);
}

TEST(ClaimedClasses, WithoutDensityByVolumeWithoutHolesNotAtAll) {
  auto deposit = sixBlocks();
  ViewState state = classified();
  state.densities.clear();
  double drilled = 0;
  ClaimFacts facts = claimed(deposit, state);
  EXPECT_FALSE(facts.densityStated);
  ASSERT_NE(lineOf(facts, ResourceClass::Measured, drilled), nullptr);
  EXPECT_NEAR(drilled, 0.5, 1e-9);
  deposit->support.clear();
  facts = claimed(deposit, state);
  ASSERT_NE(lineOf(facts, ResourceClass::Measured, drilled), nullptr);
  EXPECT_TRUE(std::isnan(drilled));
  EXPECT_EQ(facts.reach, 0);
  EXPECT_FALSE(claimQuestion(deposit, state, "ore", "class"));
  EXPECT_FALSE(claimQuestion(deposit, state, "nothing", "cu"));
}

}  // namespace
}  // namespace adit::viewer
