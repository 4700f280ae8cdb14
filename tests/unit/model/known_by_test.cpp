// The holes of a date keep their own intervals, and nothing of others.
#include "geology/model/known_by.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace adit::geology {
namespace {

using testing::ElementsAre;

Deposit drilledOverYears() {
  auto holes = std::make_shared<DrillHoles>();
  holes->name = "holes";
  IntervalTable assay;
  assay.name = "assay";
  std::vector<float> values;
  for (std::uint32_t h = 0; h < 4; ++h) {
    DrillHole hole;
    hole.id = "H" + std::to_string(h);
    hole.collar = {100.0 * h, 0, 0};
    hole.trace = HoleTrace({{0, hole.collar, {0, 0, -1}}});
    holes->holes.push_back(hole);
    for (int m = 0; m < 2; ++m) {
      assay.hole.push_back(h);
      assay.from.push_back(10 * m);
      assay.to.push_back(10 * m + 10);
      assay.line.push_back(2 * h + static_cast<std::uint32_t>(m) + 2);
      values.push_back(static_cast<float>(h) + 0.1F * static_cast<float>(m));
    }
  }
  assay.columns = {numericColumn("cu", values, "%"),
                   categoryColumn("rock", {"A", "B", "A", "B", "", "B", "A", "A"})};
  assay.columns[0].states.assign(8, ValueState::Measured);
  assay.columns[0].states[5] = ValueState::BelowDetection;
  assay.columns[0].limits.assign(8, kMissing);
  assay.columns[0].limits[5] = 4.2F;
  holes->tables = {assay};
  holes->collarColumns = {categoryColumn("year", {"2001", "2008", "2003", ""})};
  Deposit deposit;
  deposit.drillholes = {holes};
  deposit.support = {nullptr};
  return deposit;
}

TEST(KnownBy, HolesOfTheDateWithTheirRows) {
  const KnownBy known = depositKnownBy(drilledOverYears(), *dateOf("2005"));
  EXPECT_TRUE(known.dated);
  EXPECT_EQ(known.holes, 4U);
  EXPECT_EQ(known.known, 2U);
  EXPECT_EQ(known.undated, 1U);
  EXPECT_TRUE(known.deposit.support.empty());
  const DrillHoles& holes = *known.deposit.drillholes[0];
  ASSERT_EQ(holes.holes.size(), 2U);
  EXPECT_EQ(holes.holes[1].id, "H2");
  const IntervalTable& table = holes.tables[0];
  EXPECT_THAT(table.hole, ElementsAre(0, 0, 1, 1));
  EXPECT_THAT(table.line, ElementsAre(2, 3, 6, 7));
  EXPECT_THAT(table.columns[0].values, ElementsAre(0.0F, 0.1F, 2.0F, 2.1F));
  EXPECT_EQ(table.columns[0].state(3), ValueState::BelowDetection);
  EXPECT_EQ(table.columns[0].limits[3], 4.2F);
  EXPECT_EQ(table.columns[1].category(1), "B");
  EXPECT_EQ(table.columns[1].category(2), "");
  EXPECT_EQ(holes.collarColumns[0].category(1), "2003");
}

TEST(KnownBy, BeforeTheFirstHoleThereIsNothing) {
  const KnownBy known = depositKnownBy(drilledOverYears(), *dateOf("1990"));
  EXPECT_EQ(known.known, 0U);
  EXPECT_EQ(known.deposit.drillholes[0]->tables[0].size(), 0U);
  Deposit undated = drilledOverYears();
  auto holes = std::make_shared<DrillHoles>(*undated.drillholes[0]);
  holes->collarColumns.clear();
  undated.drillholes = {holes};
  EXPECT_FALSE(depositKnownBy(undated, *dateOf("2005")).dated);
}

}  // namespace
}  // namespace adit::geology
