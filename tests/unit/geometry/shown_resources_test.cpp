// The resource table of what a view shows: the view decides the blocks, the classes, the cut-offs and the
// weight.
#include "viewer/geometry/shown_resources.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/sample_deposit.h"
#include "viewer/geometry/shown_tonnage.h"
#include "viewer/state/command.h"
#include "viewer/state/filter_text.h"

namespace adit::viewer {
namespace {

using testing::Contains;
using testing::HasSubstr;

class ShownResources : public testing::Test {
 protected:
  ShownResources() {
    deposit_->unitStated = true;
    auto model = std::make_shared<geology::BlockModel>(*deposit_->blockModels.front());
    std::vector<float> codes(model->blockCount()), part(model->blockCount());
    for (std::size_t b = 0; b < codes.size(); ++b) {
      codes[b] = static_cast<float>(1 + b % 4);
      part[b] = b % 50 == 0 ? 7.0F : static_cast<float>(b % 3) * 50;
    }
    model->columns.push_back(geology::numericColumn("CLASS", codes));
    model->columns.push_back(geology::numericColumn("part", part, "%"));
    deposit_->blockModels = {model};
  }
  void run(const std::string& script) {
    auto next = applyScript(state_, script, *deposit_);
    ASSERT_TRUE(std::holds_alternative<ViewState>(next)) << std::get<CommandError>(next).message;
    state_ = std::get<ViewState>(std::move(next));
  }
  ResourceFacts facts() {
    const auto question = resourceQuestion(deposit_, state_, "blocks", "cu_pct");
    EXPECT_TRUE(question.has_value());
    return question ? shownResources(*question, cache_, {}) : ResourceFacts{};
  }
  const geology::BlockModel& model() const { return *deposit_->blockModels.front(); }

  std::shared_ptr<geology::Deposit> deposit_ = tests::sampleDeposit();
  ViewState state_;
  SelectionCache cache_;
};

TEST_F(ShownResources, EqualPlainSumsOfTheShownBlocks) {
  run("density blocks 2.6\nproportion blocks part\nresource class blocks CLASS\nresource suggested blocks\n"
      "resource cutoffs cu_pct 0.4\nfilter blocks 'rock != \"OX\"'");
  const ResourceFacts table = facts();
  double tonnes = 0, metal = 0;
  for (std::size_t b = 0; b < model().blockCount(); ++b) {
    const float grade = model().columns[0].values[b];
    if (model().columns[2].values[b] != 1 || model().columns[1].category(b) == "OX" || !(grade >= 0.4F))
      continue;
    const double mass = 25 * 25 * 20 * 2.6 * static_cast<double>(model().columns[3].values[b]) / 100;
    tonnes += mass;
    metal += mass * static_cast<double>(grade);
  }
  ASSERT_FALSE(table.table.lines.empty());
  const reporting::ResourceLine& measured = table.table.lines.front();
  EXPECT_EQ(titleOf(measured), "Measured");
  EXPECT_NEAR(measured.sum.tonnes, tonnes, 1e-9 * tonnes);
  EXPECT_NEAR(measured.sum.grades[0].metal, metal, 1e-9 * metal);
  EXPECT_THAT(table.cautions, Contains(HasSubstr("the code '4'")));
  EXPECT_EQ(filterText(state_, "blocks"), "rock != \"OX\"");
}

TEST_F(ShownResources, ProportionsWeighTheSumsOfTheThresholdToo) {
  run("density blocks 2.6\nproportion blocks part");
  const auto question = tonnageQuestion(deposit_, state_, "blocks", "cu_pct");
  const TonnageFacts sums = shownTonnage(*question, cache_, {});
  const ResourceFacts table = facts();
  ASSERT_EQ(table.table.lines.size(), 1U);
  EXPECT_NEAR(*sums.tonnes, table.table.lines[0].sum.tonnes, 1e-9 * *sums.tonnes);
  EXPECT_EQ(sums.blocks, table.table.lines[0].sum.blocks);
}

TEST_F(ShownResources, ATurnedCameraAsksNothingNew) {
  run("density blocks 2.6\nresource class blocks CLASS");
  const auto before = resourceQuestion(deposit_, state_, "blocks", "cu_pct");
  run("orbit 30 10\nopacity blocks 0.5\nlegend map cu_pct viridis");
  EXPECT_EQ(before, resourceQuestion(deposit_, state_, "blocks", "cu_pct"));
  run("resource map blocks 1=measured");
  EXPECT_NE(before, resourceQuestion(deposit_, state_, "blocks", "cu_pct"));
}

TEST_F(ShownResources, SaysWhatItRestsOn) {
  EXPECT_THAT(facts().cautions, Contains(HasSubstr("No density is stated")));
  EXPECT_THAT(facts().cautions, Contains(HasSubstr("no resource statement")));
  run("density blocks 2.6\nresource cutoffs cu_pct 0.2\nrange blocks cu_pct 0.4 *");
  EXPECT_THAT(facts().cautions, Contains(HasSubstr("The range on cu_pct hides blocks")));
  EXPECT_FALSE(resourceQuestion(deposit_, state_, "blocks", "rock").has_value());
  EXPECT_FALSE(resourceQuestion(deposit_, state_, "drillholes", "Cu_pct").has_value());
}

}  // namespace
}  // namespace adit::viewer
