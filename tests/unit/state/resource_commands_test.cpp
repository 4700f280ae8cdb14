#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_deposit.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;
using enum reporting::ResourceClass;

/// The sample with a column of classes (code 3, but 1 and 7 once each) and one of proportions.
const geology::Deposit& classedDeposit() {
  static const geology::Deposit kDeposit = [] {
    auto model = tests::sampleBlocks();
    std::vector<float> codes(model->blockCount(), 3);
    codes[0] = 1;
    codes[1] = 7;
    model->columns.push_back(geology::numericColumn("CLASS", codes));
    model->columns.push_back(geology::numericColumn("part", std::vector<float>(model->blockCount(), 0.5F)));
    geology::Deposit deposit;
    deposit.blockModels = {model};
    return deposit;
  }();
  return kDeposit;
}

ViewState after(const std::string& script) {
  auto result = applyScript({}, script, classedDeposit());
  if (const auto* error = std::get_if<CommandError>(&result)) {
    ADD_FAILURE() << error->message;
    return {};
  }
  return std::get<ViewState>(result);
}

std::string faultOf(const std::string& script) {
  const auto result = applyScript({}, script, classedDeposit());
  const auto* error = std::get_if<CommandError>(&result);
  return error != nullptr ? error->message : std::string();
}

TEST(ResourceCommands, AColumnSaysNothingOfWhatItsCodesMean) {
  EXPECT_EQ(after("resource class blocks class").categories.at("blocks"), (CategoryState{"CLASS", {}}));
  EXPECT_EQ(after("resource class blocks CLASS\nresource class blocks none"), ViewState{});
  EXPECT_THAT(faultOf("resource class blocks cu_pct"), HasSubstr("more than 64"));
  EXPECT_THAT(faultOf("resource class blocks klass"), HasSubstr("did you mean 'CLASS'"));
}

TEST(ResourceCommands, CodesAreMappedByAPerson) {
  EXPECT_EQ(
      after("resource class blocks CLASS\nresource map blocks 1=measured 3=inferred").categories.at("blocks"),
      (CategoryState{"CLASS", {{"1", Measured}, {"3", Inferred}}}));
  EXPECT_EQ(
      after("resource class blocks CLASS\nresource suggested blocks\nresource map blocks 1=none 3=none"),
      after("resource class blocks CLASS"));
  EXPECT_THAT(faultOf("resource map blocks 1=measured"), HasSubstr("resource class blocks COLUMN"));
  EXPECT_THAT(faultOf("resource class blocks CLASS\nresource map blocks 1=mesured"), HasSubstr("'measured'"));
  EXPECT_THAT(faultOf("resource class blocks CLASS\nresource map blocks 2=measured"),
              HasSubstr("'1', '3', '7'"));
  EXPECT_THAT(faultOf("resource class blocks CLASS\nresource map blocks measured"), HasSubstr("CODE=CLASS"));
}

TEST(ResourceCommands, SuggestionsLeaveWhatAPersonSaid) {
  EXPECT_EQ(
      after("resource class blocks CLASS\nresource map blocks 1=inferred 7=mined\nresource suggested blocks")
          .categories.at("blocks"),
      (CategoryState{"CLASS", {{"1", Inferred}, {"3", Inferred}, {"7", Mined}}}));
}

TEST(ResourceCommands, CutoffsRise) {
  EXPECT_EQ(after("resource cutoffs cu_pct 0.5 0.2 0.5").cutoffs.at("cu_pct"),
            (std::vector<double>{0.2, 0.5}));
  EXPECT_EQ(after("resource cutoffs cu_pct 0.5\nresource cutoffs cu_pct none"), ViewState{});
  EXPECT_THAT(faultOf("resource cutoffs cu_pct"), HasSubstr("VALUE is missing"));
  EXPECT_THAT(faultOf("resource cutoffs cu_pct 1 2 3 4 5 6 7 8 9 10 11 12 13"), HasSubstr("more than 12"));
}

TEST(ResourceCommands, Proportions) {
  EXPECT_EQ(after("proportion blocks part").proportions.at("blocks"), "part");
  EXPECT_EQ(after("proportion blocks part\nproportion blocks none"), ViewState{});
  EXPECT_THAT(faultOf("proportion blocks rock"), HasSubstr("category"));
}

}  // namespace
}  // namespace adit::viewer
