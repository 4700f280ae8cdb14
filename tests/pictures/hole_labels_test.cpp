// Names at collars, and how often the dates of the holes are read for them.
#include "viewer/scene/hole_labels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_deposit.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

std::shared_ptr<geology::Deposit> datedDeposit() {
  auto deposit = tests::sampleDeposit();
  auto holes = std::make_shared<geology::DrillHoles>(*deposit->drillholes.front());
  std::vector<std::string> dates;
  for (std::size_t h = 0; h < holes->holes.size(); ++h) dates.push_back(h < 4 ? "2001-05-01" : "2010-05-01");
  holes->collarColumns.push_back(geology::categoryColumn("date", dates));
  deposit->drillholes.front() = holes;
  return deposit;
}

TEST(HoleLabels, AreThoseOfTheDateAndItsHolesAreReadOnce) {
  const auto deposit = datedDeposit();
  ViewState state = initialState(*deposit);
  HoleLabels labels;
  EXPECT_EQ(labels.labels(*deposit, state, {}).size(), 9U);
  EXPECT_EQ(labels.readings(), 0U);
  state.asOf = "2005";
  for (int frame = 0; frame < 100; ++frame) EXPECT_EQ(labels.labels(*deposit, state, {}).size(), 4U);
  EXPECT_EQ(labels.readings(), 1U);
  state.asOf = "2011";
  EXPECT_EQ(labels.labels(*deposit, state, {}).size(), 9U);
  EXPECT_EQ(labels.readings(), 2U);
}

TEST(HoleLabels, AnotherDepositIsReadAnew) {
  ViewState state;
  state.asOf = "2005";
  HoleLabels labels;
  EXPECT_EQ(labels.labels(*datedDeposit(), state, {}).size(), 4U);
  const auto later = datedDeposit();
  auto holes = std::make_shared<geology::DrillHoles>(*later->drillholes.front());
  holes->collarColumns.clear();
  later->drillholes.front() = holes;
  EXPECT_EQ(labels.labels(*later, state, {}).size(), 0U) << "nobody knows when they were drilled";
}

}  // namespace
}  // namespace adit::viewer
