// Blocks draped over a surface: who may be draped over what, and that what is draped counts as shown.
#include "viewer/state/draped.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_deposit.h"
#include "viewer/state/command.h"
#include "viewer/state/shown_estimate.h"

namespace adit::viewer {
namespace {

using testing::AllOf;
using testing::HasSubstr;

geology::Deposit deposit() {
  geology::Deposit deposit = *tests::sampleDeposit();
  auto image = std::make_shared<geology::DrapeImage>();
  image->name = "aerial";
  deposit.images.push_back(image);
  return deposit;
}

OrError<ViewState> applied(const std::string& script) {
  return applyScript(ViewState{}, script, deposit());
}
ViewState after(const std::string& script) {
  return std::get<ViewState>(applied(script));
}
std::string faultOf(const std::string& script) {
  return std::get<CommandError>(applied(script)).message;
}

TEST(Draped, BlocksLieOverSurfacesAndImagesOverTerrains) {
  EXPECT_EQ(layerOf(after("drape solid blocks"), "solid").drape, "blocks");
  EXPECT_EQ(layerOf(after("drape solid blocks\ndrape solid none"), "solid").drape, "");
  EXPECT_EQ(layerOf(after("drape topography aerial"), "topography").drape, "aerial");
  EXPECT_THAT(faultOf("drape topography blocks"), AllOf(HasSubstr("topography"), HasSubstr("image")));
  EXPECT_THAT(faultOf("drape solid aerial"), AllOf(HasSubstr("solid"), HasSubstr("blocks")));
}

TEST(Draped, WhatIsDrapedIsShown) {
  const geology::Deposit all = deposit();
  const geology::BlockModel& model = *all.blockModels.front();
  const std::string draped = "hide blocks\ndrape solid blocks\n";
  EXPECT_TRUE(showsBlocks(all, after(draped), model));
  EXPECT_TRUE(showsBlocks(all, after("show blocks"), model));
  EXPECT_FALSE(showsBlocks(all, after(draped + "hide solid"), model));
  EXPECT_FALSE(showsBlocks(all, after("hide blocks"), model));
}

TEST(Draped, ItSaysItsCutOff) {
  const std::string cut = "hide blocks\ncolorby blocks cu_pct\nrange blocks cu_pct 0.4 inf\n";
  EXPECT_TRUE(shownEstimates(deposit(), after(cut)).empty());
  const auto estimates = shownEstimates(deposit(), after(cut + "drape solid blocks"));
  ASSERT_EQ(estimates.size(), 1U);
  ASSERT_EQ(estimates[0].cutOffs.size(), 1U);
  EXPECT_EQ(estimates[0].cutOffs[0].value, 0.4);
}

}  // namespace
}  // namespace adit::viewer
