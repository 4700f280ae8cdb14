#include "geology/planning/sink_rate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geology/planning/schedule_checks.h"
#include "tests/unit/planning/random_pit.h"

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::Deposit;
using testing::ElementsAre;
using testing::HasSubstr;

/// 9 x 9 blocks of 10 m, 2,000 t each: three full levels, on them a hill of 3 x 3 blocks, and one on top. Its
/// only ore lies below the summit, on the second level from below.
Deposit hill() {
  BlockModel model;
  model.name = "hill";
  model.lattice.size = {10, 10, 10};
  model.lattice.count = {9, 9, 5};
  std::vector<float> worth;
  for (std::int64_t cell = 0; cell < model.lattice.cellCount(); ++cell) {
    const auto [i, j, k] = model.lattice.cellAt(cell);
    const std::int64_t from = k < 3 ? 0 : k == 3 ? 3 : 4;
    if (i < from || j < from || i > 8 - from || j > 8 - from) continue;
    model.cellOfBlock.push_back(static_cast<std::uint32_t>(cell));
    worth.push_back(i == 4 && j == 4 && k == 1 ? 1000 : -1);
  }
  model.columns = {geology::numericColumn("worth", std::move(worth))};
  Deposit deposit;
  deposit.blockModels.push_back(std::make_shared<const BlockModel>(std::move(model)));
  return deposit;
}

PitInputs hillTerms(double mineCapacity) {
  PitInputs inputs;
  inputs.values = "worth";
  inputs.density = 2;
  inputs.revenueFactors = {1};
  inputs.pushbacks = {1, 0, 1};
  inputs.schedule.mineCapacity = mineCapacity;
  inputs.schedule.millCapacity = 1e6;
  inputs.schedule.benchesPerPeriod = 1;
  inputs.schedule.chooseRate = false;
  inputs.schedule.firstYear = 2030;
  return inputs;
}

PitOutcome planned(const Deposit& deposit, const PitInputs& inputs) {
  geology::Progress progress;
  return planPit({deposit, inputs}, progress);
}

std::vector<double> rockOf(const PitOutcome& outcome) {
  std::vector<double> rock;
  for (const PeriodSum& period : outcome.schedule->periods) rock.push_back(period.rock());
  return rock;
}

std::string said(const geology::Diagnostics& diagnostics) {
  std::string all;
  for (const auto& d : diagnostics) all += d.code + ": " + d.message + "\n";
  return all;
}

/// At 45 degrees the pit is 1 block of ore, 5 above it, and all 9 + 1 of the hill. The hill is open on every
/// side and costs no sinking; the two benches below take a year each.
TEST(SinkRate, AHillTopIsMinedAsFastAsTheMineCan) {
  const Deposit deposit = hill();
  const PitOutcome outcome = planned(deposit, hillTerms(1e6));
  ASSERT_TRUE(outcome.schedule) << said(outcome.diagnostics);
  EXPECT_THAT(rockOf(outcome), ElementsAre(15 * 2000., 2000.));
  EXPECT_THAT(said(outcome.diagnostics), HasSubstr("the mill stands still in 2030: 0.03 Mt of rock go"));
  EXPECT_TRUE(outcome.schedule->periods[0].bounds.sink);
  EXPECT_FALSE(outcome.schedule->periods[0].bounds.mine);
}

/// 8 blocks a year: 1 + 7 of the hill; its last 2 and the 5 below it; then the ore waits for its year.
TEST(SinkRate, TonnesAndMetresBothBind) {
  const Deposit deposit = hill();
  const PitOutcome outcome = planned(deposit, hillTerms(8 * 2000));
  ASSERT_TRUE(outcome.schedule) << said(outcome.diagnostics);
  EXPECT_THAT(rockOf(outcome), ElementsAre(8 * 2000., 7 * 2000., 2000.));
  EXPECT_TRUE(outcome.schedule->periods[0].bounds.mine);
  EXPECT_FALSE(outcome.schedule->periods[0].bounds.sink);
  EXPECT_TRUE(outcome.schedule->periods[1].bounds.sink);
}

TEST(SinkRate, InMetresAYearItIsTheSame) {
  const Deposit deposit = hill();
  PitInputs inputs = hillTerms(1e6);
  inputs.schedule.sinkRate = 20;  // two benches of 10 m, though one is stated
  EXPECT_THAT(rockOf(planned(deposit, inputs)), ElementsAre(16 * 2000.));
  inputs.schedule.sinkRate = 5;
  inputs.schedule.periodYears = 2;
  EXPECT_THAT(rockOf(planned(deposit, inputs)), ElementsAre(15 * 2000., 2000.));
}

/// The hill at once; then half a bench a year: each of the two benches below takes the second of two years.
TEST(SinkRate, LessThanABenchAPeriodIsSavedUp) {
  const Deposit deposit = hill();
  PitInputs inputs = hillTerms(1e6);
  inputs.schedule.sinkRate = 5;
  EXPECT_THAT(rockOf(planned(deposit, inputs)), ElementsAre(10 * 2000., 5 * 2000., 0., 2000.));
}

TEST(SinkRate, OfAModelInFeetItIsStillInMetres) {
  Deposit deposit = hill();
  deposit.unit = geology::LengthUnit::Foot;
  PitInputs inputs = hillTerms(1e6);
  inputs.schedule.sinkRate = 3.048;  // one bench of 10 ft
  const auto rock = rockOf(planned(deposit, inputs));
  ASSERT_EQ(rock.size(), 2U);
  EXPECT_NEAR(rock[0] / rock[1], 15, 1e-6);
}

TEST(SinkRate, ABenchCountsByTheSidesThatStandInTheGround) {
  const Deposit deposit = hill();
  const PitInputs inputs = hillTerms(1e6);
  const BlockModel& model = *deposit.blockModels[0];
  const PitGround ground = pitGround({model, nullptr, inputs}).ground;
  Pushbacks pushbacks;
  pushbacks.phases.resize(2);
  pushbacks.phaseOfCell.assign(static_cast<std::size_t>(model.lattice.cellCount()), kNoPhase);
  const auto give = [&](PhaseIndex phase, std::int64_t i, std::int64_t j, std::int64_t k) {
    pushbacks.phaseOfCell[static_cast<std::size_t>(model.lattice.cellIndex(i, j, k))] = phase;
  };
  // Of the hill two columns of three: ten sides, three of them against the third column.
  for (std::int64_t j = 3; j < 6; ++j)
    for (std::int64_t i = 3; i < 5; ++i) give(0, i, j, 3);
  give(0, 0, 4, 2);                                       // at the side of the model: four sides, all closed
  for (std::int64_t j = 3; j < 6; ++j) give(1, 5, j, 3);  // eight sides, three against the other phase
  give(1, 0, 0, 4);                                       // air
  BenchOrder order;
  order.phases.resize(2);
  const auto bench = [&](PhaseIndex phase, std::size_t level) {
    PhaseBench made;
    made.level = level;
    for (NodeIndex cell = 0; cell < pushbacks.phaseOfCell.size(); ++cell)
      if (pushbacks.phaseOfCell[cell] == phase && cell / 81 == level) made.cells.push_back(cell);
    order.phases[phase].push_back(std::move(made));
  };
  bench(0, 3);
  bench(0, 2);
  bench(1, 4);
  bench(1, 3);
  findSinking(ground, pushbacks, order);
  EXPECT_DOUBLE_EQ(order.phases[0][0].sinking, .3);
  EXPECT_DOUBLE_EQ(order.phases[0][1].sinking, 1);
  EXPECT_DOUBLE_EQ(order.phases[1][0].sinking, 0);
  EXPECT_DOUBLE_EQ(order.phases[1][1].sinking, 3 / 8.);
}

PeriodSum year(double waste, double ore, double milled, MiningBounds bounds = {}) {
  PeriodSum sum;
  sum.waste = waste;
  sum.ore = ore;
  sum.milled = milled;
  sum.bounds = bounds;
  return sum;
}

TEST(ScheduleChecks, SaysWhenTheMineStandsStillAndWhenTheMillStarves) {
  Schedule schedule;
  const MiningBounds sink{false, true, false}, mine{true, false, false};
  schedule.periods = {year(9e6, 0, 0, mine), year(0, 0, 0, sink),   year(5e6, 10, 10),
                      year(5e6, 7, 7, mine), year(5e6, 8, 8, mine), year(0, 1, 1)};
  ScheduleInputs rates;
  rates.millCapacity = 10;
  const std::vector<std::string> labels{"2030", "2031", "2032", "2033", "2034", "2035"};
  const auto found = checkSchedule(schedule, rates, labels);
  ASSERT_EQ(found.size(), 3U) << said(found);
  EXPECT_EQ(found[0].code, "PL-PRE-STRIP");
  EXPECT_THAT(found[0].message, HasSubstr("stands still in 2030, 2031: 9 Mt of rock"));
  EXPECT_EQ(found[1].code, "PL-IDLE-MINE");
  EXPECT_THAT(found[1].message, HasSubstr("nothing is mined in 2031, though ground is left; a phase is at"));
  EXPECT_EQ(found[2].code, "PL-MILL-STARVES");  // 8 of 10 is fed, and the last year is what is left
  EXPECT_THAT(found[2].message, HasSubstr("in 2033; the mine takes no more rock in 1"));
  // A stockpile that feeds the mill after the mine's end is no idle mine.
  schedule.periods = {year(5e6, 20, 10), year(0, 0, 10), year(0, 0, 0)};
  EXPECT_TRUE(checkSchedule(schedule, rates, labels).empty());
}

}  // namespace
}  // namespace adit::planning
