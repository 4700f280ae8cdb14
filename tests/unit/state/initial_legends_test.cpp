// The legends with which a deposit opens: one colour means one value in all layers that share a column name.
#include <gtest/gtest.h>

#include "tests/support/sample_deposit.h"
#include "viewer/state/colormap.h"
#include "viewer/state/columns.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

std::shared_ptr<geology::PointSet> pointsOf(const char* column, std::vector<float> values) {
  auto points = std::make_shared<geology::PointSet>();
  points->name = "blastholes";
  points->points.assign(values.size(), tests::kSampleCenter);
  points->columns = {geology::numericColumn(column, std::move(values))};
  return points;
}

TEST(InitialLegends, LayersThatShareAColumnNameShareItsEnds) {
  geology::Deposit deposit = *tests::sampleDeposit();
  deposit.points = {pointsOf("cu_pct", {-0.123F, -0.123F, -0.123F, 47.11F, 47.11F, 47.11F})};
  const ViewState state = initialState(deposit);
  ASSERT_EQ(layerOf(state, "blocks").colorBy, "cu_pct");
  ASSERT_EQ(layerOf(state, "blastholes").colorBy, "cu_pct");
  const auto legend = state.legends.find("cu_pct");
  ASSERT_NE(legend, state.legends.end());
  EXPECT_NEAR(legend->second.lo.value(), -0.2, 1e-9) << "outwards, to round numbers";
  EXPECT_NEAR(legend->second.hi.value(), 47.2, 1e-9);
}

TEST(InitialLegends, AColumnOfItsOwnFindsItsEndsByItself) {
  geology::Deposit deposit = *tests::sampleDeposit();
  deposit.points = {pointsOf("au_ppm", {1, 2, 3})};
  EXPECT_TRUE(initialState(deposit).legends.empty());
}

TEST(InitialLegends, WithoutAValueThereIsNothingToShare) {
  geology::Deposit deposit = *tests::sampleDeposit();
  deposit.blockModels.clear();
  const float none = std::numeric_limits<float>::quiet_NaN();
  deposit.points = {pointsOf("cu_pct", {none, none})};
  auto more = pointsOf("cu_pct", {none});
  more->name = "more";
  deposit.points.push_back(more);
  EXPECT_TRUE(initialState(deposit).legends.empty());
}

}  // namespace
}  // namespace adit::viewer
