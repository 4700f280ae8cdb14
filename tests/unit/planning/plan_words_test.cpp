#include "geology/planning/plan_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace adit::planning {
namespace {

using geology::PlanActivity;
using geology::PlanBasis;
using testing::ElementsAre;

TEST(PlanWords, SplitNamesWhereTheirKindChanges) {
  EXPECT_THAT(wordsOf("EndOfYear_2027"), ElementsAre("end", "of", "year", "2027"));
  EXPECT_THAT(wordsOf("pit2027-v2"), ElementsAre("pit", "2027", "v", "2"));
  EXPECT_THAT(wordsOf("MINED"), ElementsAre("mined"));
  EXPECT_TRUE(wordsOf("__").empty());
}

TEST(PlanWords, OfSurfacesNamedByTheirPeriod) {
  const auto pit = namedPeriod("pit_2027");
  ASSERT_TRUE(pit);
  EXPECT_EQ(pit->word, PeriodWord::Year);
  EXPECT_EQ(pit->number, 2027);
  EXPECT_FALSE(pit->bare);
  const auto phase = namedPeriod("Phase 3 design");
  ASSERT_TRUE(phase);
  EXPECT_EQ(phase->word, PeriodWord::Phase);
  EXPECT_EQ(phase->number, 3);
  EXPECT_EQ(phase->basis, PlanBasis::Design);
  const auto stope = namedPeriod("stope_12_month_4");
  ASSERT_TRUE(stope);
  EXPECT_EQ(stope->number, 4);
  EXPECT_EQ(stope->activity, PlanActivity::Stope);
  EXPECT_TRUE(namedPeriod("2027")->bare);
  EXPECT_EQ(namedPeriod("shell year 5")->basis, PlanBasis::Shell);
  EXPECT_FALSE(namedPeriod("PITSHELL-KIRRA"));
  EXPECT_FALSE(namedPeriod("S5_346_514"));
  EXPECT_FALSE(namedPeriod("ore 2"));
  EXPECT_FALSE(namedPeriod("survey_2027"));
}

TEST(PlanWords, LabelsOfPeriods) {
  EXPECT_EQ(periodLabel(PeriodWord::Year, 2027), "2027");
  EXPECT_EQ(periodLabel(PeriodWord::Year, 3), "year 3");
  EXPECT_EQ(periodLabel(PeriodWord::Mined, 3), "period 3");
  EXPECT_EQ(periodLabel(PeriodWord::Month, 12), "month 12");
}

}  // namespace
}  // namespace adit::planning
