#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/panels/panel_rig.h"

namespace adit::viewer {
namespace {

using tests::PanelRig;
using enum reporting::ResourceClass;

/// The sample with a column of classes 1, 2, 3.
class ResourcePanel : public testing::Test {
 protected:
  ResourcePanel() {
    auto model = std::make_shared<geology::BlockModel>(*rig.deposit->blockModels.front());
    std::vector<float> codes(model->blockCount());
    for (std::size_t b = 0; b < codes.size(); ++b) codes[b] = static_cast<float>(1 + b % 3);
    model->columns.push_back(geology::numericColumn("CLASS", codes));
    rig.deposit->blockModels = {model};
  }
  const CategoryState* category() const {
    const auto found = rig.state().categories.find("Block model");
    return found == rig.state().categories.end() ? nullptr : &found->second;
  }
  void TearDown() override { EXPECT_TRUE(rig.faults.empty()) << rig.faults.front(); }

  PanelRig rig{drawResources, 322};
};

TEST_F(ResourcePanel, ASuggestionIsTakenOnlyWhenSomebodySaysYes) {
  rig.run("resource class 'Block model' CLASS");
  rig.driver.frames(5);
  ASSERT_NE(category(), nullptr);
  EXPECT_TRUE(category()->classes.empty()) << "looking at it is no answer";
  rig.click({"Yes, so it is##suggested"});
  EXPECT_EQ(category()->classes,
            (reporting::CategoryMapping{{"1", Measured}, {"2", Indicated}, {"3", Inferred}}));
  rig.history.undo();
  EXPECT_TRUE(category()->classes.empty());
}

TEST_F(ResourcePanel, CutOffsAreTypedAsAList) {
  rig.driver.typeInto(rig.find({"##cutoffs"}), "0.5; 0.2, 0.3");
  EXPECT_EQ(rig.state().cutoffs.at("cu_pct"), (std::vector<double>{0.2, 0.3, 0.5}));
  rig.driver.typeInto(rig.find({"##cutoffs"}), "abc");
  ASSERT_EQ(rig.faults.size(), 1U);
  EXPECT_THAT(rig.faults[0], testing::HasSubstr("'abc'"));
  rig.faults.clear();
  EXPECT_EQ(rig.state().cutoffs.at("cu_pct").size(), 3U);
}

}  // namespace
}  // namespace adit::viewer
