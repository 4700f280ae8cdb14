#include "geology/planning/pit_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "tests/unit/planning/random_pit.h"

namespace adit::planning {
namespace {

using geology::kNeverMined;
using geology::Progress;
using tests::pitDeposit;
using tests::pitTerms;

PitOutcome planned(const geology::Deposit& deposit, const PitInputs& inputs) {
  Progress progress;
  return planPit({deposit, inputs}, progress);
}

std::string codes(const PitOutcome& outcome) {
  std::string all;
  for (const auto& d : outcome.diagnostics) all += d.code + ": " + d.message + "\n";
  return all;
}

GridPrecedence precedenceOf(const PitOutcome& outcome, const PitInputs& inputs) {
  return {outcome.model->lattice.count,
          {slopeOffsets(outcome.model->lattice, inputs.slopes.regions[0].sectors, inputs.slopes.levels)}};
}

/// Values and tonnes of every shell by adding up single blocks.
TEST(Shells, NestAndAddUp) {
  const geology::Deposit deposit = pitDeposit(3);
  const PitInputs inputs = pitTerms();
  const PitOutcome outcome = planned(deposit, inputs);
  ASSERT_TRUE(outcome.plan) << codes(outcome);
  const NestedShells& shells = outcome.shells;
  ASSERT_EQ(shells.rows.size(), inputs.revenueFactors.size());
  for (std::size_t s = 0; s < shells.rows.size(); ++s) {
    double ore = 0, waste = 0, value = 0, copper = 0;
    std::size_t blocks = 0;
    for (std::size_t b = 0; b < outcome.model->blockCount(); ++b) {
      if (shells.shellOfCell[b] > s) continue;
      ++blocks;
      const auto tonnes = static_cast<double>(outcome.ground.tonnes[b]);
      value += outcome.ground.value(b);
      if (outcome.ground.isOre(b)) {
        ore += tonnes;
        copper += tonnes * static_cast<double>(outcome.model->columns[0].values[b]);
      } else {
        waste += tonnes;
      }
    }
    const ShellRow& row = shells.rows[s];
    EXPECT_EQ(row.blocks, blocks);
    EXPECT_NEAR(row.ore, ore, 1);
    EXPECT_NEAR(row.waste, waste, 1);
    EXPECT_NEAR(row.value, value, 1);
    if (ore > 0) {
      EXPECT_NEAR(row.grade[0], copper / ore, 1e-9);
      EXPECT_NEAR(*row.stripRatio(), waste / ore, 1e-9);
    }
    if (s > 0) {
      EXPECT_GE(row.blocks, shells.rows[s - 1].blocks);
    }
    ASSERT_TRUE(row.bestCase && row.worstCase);
    EXPECT_GE(*row.bestCase, *row.worstCase - 1);
  }
  ASSERT_TRUE(outcome.limit);
  EXPECT_EQ(shells.rows[*outcome.limit].factor, 1);
  for (const ShellRow& row : shells.rows) EXPECT_LE(row.value, shells.rows[*outcome.limit].value + 1);
  EXPECT_GT(shells.rows[1].blocks, 0U);
  EXPECT_GT(shells.rows.back().blocks, 2 * shells.rows[1].blocks);
}

TEST(Shells, OfOneFactorAreTheLimitOfTheClosure) {
  const geology::Deposit deposit = pitDeposit(4);
  PitInputs inputs = pitTerms();
  inputs.revenueFactors = {1};
  const PitOutcome outcome = planned(deposit, inputs);
  Progress progress;
  const auto values = cellValues(outcome.ground, 1, outcome.shells.scale);
  const Closure closure =
      largestClosure(precedenceOf(outcome, inputs), values, progress, ClosureSolver::BoykovKolmogorov);
  for (std::size_t b = 0; b < values.size(); ++b)
    EXPECT_EQ(closure.nodes.test(b), outcome.shells.shellOfCell[b] == 0);
  EXPECT_NEAR(outcome.shells.rows[0].value, static_cast<double>(closure.value) / outcome.shells.scale, 200);
}

TEST(Pushbacks, OpenedBenchKeepsWhatADiscCovers) {
  // A 6 x 5 field with an arm that is two cells wide, of 10 m cells.
  const std::vector<std::uint8_t> inside{1, 1, 1, 1, 0, 0,  //
                                         1, 1, 1, 1, 1, 1,  //
                                         1, 1, 1, 1, 1, 1,  //
                                         1, 1, 1, 1, 0, 0,  //
                                         0, 0, 0, 0, 0, 1};
  const BenchPlan plan{6, 5, 10, 10};
  EXPECT_EQ(openedBench(inside, plan, 10), inside);
  const auto twenty = openedBench(inside, plan, 20);
  EXPECT_EQ(twenty[5 + 6 * 1], 1);
  EXPECT_EQ(twenty[5 + 6 * 4], 0);  // the single cell
  const auto thirty = openedBench(inside, plan, 30);
  EXPECT_EQ(thirty[5 + 6 * 1], 0);  // the arm
  EXPECT_EQ(thirty[1 + 6 * 1], 1);
  const auto fifty = openedBench(inside, plan, 50);
  EXPECT_EQ(std::accumulate(fifty.begin(), fifty.end(), 0), 0);
}

TEST(Pushbacks, NeedNoGroundOfALaterPhaseAndAreWide) {
  for (const double width : {0.0, 60.0, 100.0}) {
    const geology::Deposit deposit = pitDeposit(5);
    PitInputs inputs = pitTerms();
    inputs.pushbacks.minimumWidth = width;
    const PitOutcome outcome = planned(deposit, inputs);
    ASSERT_TRUE(outcome.plan) << codes(outcome);
    const auto precedence = precedenceOf(outcome, inputs);
    const auto& phase = outcome.pushbacks.phaseOfCell;
    std::size_t held = 0;
    for (NodeIndex cell = 0; cell < phase.size(); ++cell) {
      if (phase[cell] == kNoPhase) continue;
      ++held;
      precedence.visit(cell, 0, [&](NodeIndex p, std::size_t) {
        EXPECT_LE(phase[p], phase[cell]);
        return false;
      });
    }
    EXPECT_EQ(held, outcome.shells.rows[*outcome.limit].blocks);  // nothing is lost, nothing added
    ASSERT_GE(outcome.pushbacks.phases.size(), width == 0 ? 2U : 1U);
    double rock = 0, narrow = 0;
    for (const Pushback& p : outcome.pushbacks.phases) {
      rock += p.rock;
      narrow += p.narrow;
      EXPECT_GT(p.rock, 0);
    }
    const ShellRow& limit = outcome.shells.rows[*outcome.limit];
    EXPECT_NEAR(rock, limit.ore + limit.waste, 1);
    if (width == 0) {
      EXPECT_EQ(narrow, 0);
    }
    EXPECT_LT(narrow, .35 * rock);
  }
}

/// Everything that a schedule promises, block by block.
void expectFeasible(const PitOutcome& outcome, const PitInputs& inputs) {
  ASSERT_TRUE(outcome.schedule) << codes(outcome);
  const Schedule& made = *outcome.schedule;
  const auto precedence = precedenceOf(outcome, inputs);
  for (NodeIndex cell = 0; cell < made.periodOfCell.size(); ++cell) {
    EXPECT_EQ(made.periodOfCell[cell] == kNeverMined, outcome.pushbacks.phaseOfCell[cell] == kNoPhase);
    if (made.periodOfCell[cell] == kNeverMined) continue;
    precedence.visit(cell, 0, [&](NodeIndex p, std::size_t) {
      EXPECT_LE(made.periodOfCell[p], made.periodOfCell[cell]);
      return false;
    });
  }
  std::vector<double> rock(made.periods.size()), ore(made.periods.size());
  for (std::size_t b = 0; b < outcome.model->blockCount(); ++b) {
    const auto period = made.periodOfCell[static_cast<std::size_t>(outcome.model->cellOf(b))];
    if (period == kNeverMined) continue;
    rock[period] += static_cast<double>(outcome.ground.tonnes[b]);
    if (outcome.ground.isOre(b)) ore[period] += static_cast<double>(outcome.ground.tonnes[b]);
  }
  const double capacity = inputs.schedule.stockpile ? inputs.schedule.stockpile->capacity : 0;
  double milled = 0, stock = 0, mined = 0;
  for (std::size_t p = 0; p < made.periods.size(); ++p) {
    const PeriodSum& sum = made.periods[p];
    EXPECT_LE(rock[p], inputs.schedule.mineCapacity + 1e-3);
    EXPECT_LE(sum.milled, inputs.schedule.millCapacity + 1e-3);
    EXPECT_LE(sum.stockpile, capacity + 1e-3);
    EXPECT_NEAR(sum.ore, ore[p], 1);
    EXPECT_NEAR(sum.ore + sum.waste, rock[p], 1);
    EXPECT_NEAR(stock + sum.toStockpile - sum.fromStockpile, sum.stockpile, 1);
    EXPECT_NEAR(sum.milled, sum.ore - sum.toStockpile + sum.fromStockpile, 1 + made.lostOre);
    stock = sum.stockpile;
    milled += sum.milled;
    mined += sum.ore;
  }
  EXPECT_NEAR(milled + made.lostOre + stock, mined, 1);
  EXPECT_LE(made.presentValue, outcome.shells.rows[*outcome.limit].value);
}

TEST(Schedule, KeepsPrecedenceAndCapacities) {
  for (const std::uint64_t seed : {6U, 7U, 8U}) {
    for (const bool stockpile : {true, false}) {
      const geology::Deposit deposit = pitDeposit(seed, seed == 7);
      PitInputs inputs = pitTerms();
      if (!stockpile) inputs.schedule.stockpile.reset();
      const PitOutcome outcome = planned(deposit, inputs);
      expectFeasible(outcome, inputs);
      ASSERT_GT(outcome.schedule->periods.size(), 3U);
    }
  }
}

TEST(Shells, ASlipInACapacityHasNoPresentValue) {
  const geology::Deposit deposit = pitDeposit(9);
  PitInputs inputs = pitTerms();
  inputs.schedule.mineCapacity = 1e-6;
  const PitOutcome outcome = planned(deposit, inputs);
  ASSERT_FALSE(outcome.shells.rows.empty());
  const ShellRow& last = outcome.shells.rows.back();
  EXPECT_GT(last.periods.value_or(0), 1e9);
  EXPECT_FALSE(last.bestCase || last.worstCase);
  EXPECT_THAT(codes(outcome), testing::HasSubstr("PL-CAPACITY"));
}

TEST(Schedule, IsWorthTheSumOfItsBlocksWithoutInterest) {
  const geology::Deposit deposit = pitDeposit(9);
  PitInputs inputs = pitTerms();
  inputs.discounting.rate = 0;
  inputs.schedule.stockpile = {1e9, 0};
  const PitOutcome outcome = planned(deposit, inputs);
  ASSERT_TRUE(outcome.schedule) << codes(outcome);
  EXPECT_NEAR(outcome.schedule->presentValue, outcome.shells.rows[*outcome.limit].value, 10);
}

TEST(Schedule, NoEarlierBenchThanTheSinkRateAllows) {
  const geology::Deposit deposit = pitDeposit(10);
  PitInputs inputs = pitTerms();
  inputs.schedule.benchesPerPeriod = 2;
  inputs.schedule.mineCapacity = inputs.schedule.millCapacity = 1e9;
  const PitOutcome outcome = planned(deposit, inputs);
  ASSERT_TRUE(outcome.schedule) << codes(outcome);
  const auto& phases = outcome.pushbacks.phaseOfCell;
  std::map<std::pair<int, int>, std::set<std::int64_t>> levels;
  for (std::size_t c = 0; c < phases.size(); ++c)
    if (phases[c] != kNoPhase)
      levels[{phases[c], outcome.schedule->periodOfCell[c]}].insert(
          outcome.model->lattice.cellAt(static_cast<std::int64_t>(c))[2]);
  for (const auto& [key, touched] : levels) EXPECT_LE(touched.size(), 2U);
}

TEST(Schedule, SaysWhenNoCapacityIsEnough) {
  const geology::Deposit deposit = pitDeposit(11);
  PitInputs inputs = pitTerms();
  inputs.schedule.mineCapacity = 1000;  // a block weighs 10,800 t
  const PitOutcome outcome = planned(deposit, inputs);
  EXPECT_FALSE(outcome.schedule);
  EXPECT_FALSE(outcome.plan);
  EXPECT_THAT(codes(outcome), testing::HasSubstr("PL-CAPACITY"));
}

TEST(PitPlan, IsAPlanOfTheModelWithItsFiguresAndMoney) {
  const geology::Deposit deposit = pitDeposit(12);
  PitInputs inputs = pitTerms();
  inputs.schedule.firstYear = 2027;
  const PitOutcome outcome = planned(deposit, inputs);
  ASSERT_TRUE(outcome.plan) << codes(outcome);
  const geology::MinePlan& plan = *outcome.plan;
  EXPECT_EQ(plan.basis, geology::PlanBasis::Schedule);
  ASSERT_EQ(plan.periods.size(), outcome.schedule->periods.size());
  EXPECT_EQ(plan.periods[1].label, "2028");
  EXPECT_EQ(plan.periods[1].begin, "2028-01-01");
  EXPECT_EQ(plan.economics.cashFlow.size(), plan.periods.size());
  EXPECT_NEAR(presentValue(plan.economics.cashFlow, inputs.discounting), outcome.schedule->presentValue,
              1e-3);
  ASSERT_EQ(plan.blocks.size(), 1U);
  EXPECT_EQ(plan.blocks[0].model, "blocks");
  double figures = 0;
  for (const auto& f : plan.figures)
    if (f.activity == "ore" || f.activity == "waste") figures += f.tonnes;
  const ShellRow& limit = outcome.shells.rows[*outcome.limit];
  EXPECT_NEAR(figures, limit.ore + limit.waste, 10);
  const auto columns = outcome.columns();
  ASSERT_EQ(columns.size(), 4U);
  for (std::size_t b = 0; b < columns[3].values.size(); ++b) {
    const auto period = plan.blocks[0].period[b];
    if (period == kNeverMined)
      EXPECT_TRUE(std::isnan(columns[3].values[b]));
    else
      EXPECT_EQ(columns[3].values[b], static_cast<float>(period + 1));
  }
}

TEST(PitPlan, WithoutCapacitiesIsShellsAndSaysSo) {
  const geology::Deposit deposit = pitDeposit(12);
  PitInputs inputs = pitTerms();
  inputs.schedule = {};
  const PitOutcome outcome = planned(deposit, inputs);
  ASSERT_TRUE(outcome.plan);
  EXPECT_EQ(outcome.plan->basis, geology::PlanBasis::Shell);
  EXPECT_EQ(outcome.plan->periods[0].label, "phase 1");
  EXPECT_TRUE(outcome.plan->economics.cashFlow.empty());
  EXPECT_FALSE(outcome.shells.rows[0].bestCase);
}

TEST(PitPlan, AListOfBlocksGivesThePitOfTheSlopeThatItStandsFor) {
  for (const bool sparse : {false, true}) {
    const geology::Deposit deposit = pitDeposit(13, sparse);
    PitInputs inputs = pitTerms();
    const PitOutcome grid = planned(deposit, inputs);
    const geology::BlockModel& model = *deposit.blockModels[0];
    std::vector<std::uint32_t> blockOf(static_cast<std::size_t>(model.lattice.cellCount()), ~0U);
    for (std::size_t b = 0; b < model.blockCount(); ++b)
      blockOf[static_cast<std::size_t>(model.cellOf(b))] = static_cast<std::uint32_t>(b);
    std::vector<std::vector<NodeIndex>> predecessors(model.blockCount());
    const auto slope = precedenceOf(grid, inputs);
    for (std::size_t b = 0; b < model.blockCount(); ++b) {
      // The whole cone, so that absent cells break no chain.
      std::vector<char> seen(blockOf.size());
      std::vector<NodeIndex> open{static_cast<NodeIndex>(model.cellOf(b))};
      while (!open.empty()) {
        const NodeIndex at = open.back();
        open.pop_back();
        slope.visit(at, 0, [&](NodeIndex p, std::size_t) {
          if (seen[p] == 0) open.push_back(p);
          if (seen[p] == 0 && blockOf[p] != ~0U) predecessors[b].push_back(blockOf[p]);
          seen[p] = 1;
          return false;
        });
      }
    }
    const auto list = ListPrecedence::of(predecessors);
    Progress progress;
    const PitOutcome other = planPit({deposit, inputs, &list}, progress);
    ASSERT_TRUE(other.plan) << codes(other);
    for (std::size_t s = 0; s < grid.shells.rows.size(); ++s) {
      EXPECT_EQ(other.shells.rows[s].blocks, grid.shells.rows[s].blocks);
      EXPECT_NEAR(other.shells.rows[s].value, grid.shells.rows[s].value, 1e-3);
    }
  }
}

TEST(PitPlan, SaysWhatItCannotUse) {
  const geology::Deposit deposit = pitDeposit(14);
  PitInputs inputs = pitTerms();
  inputs.model = "nobody";
  EXPECT_THAT(codes(planned(deposit, inputs)), testing::HasSubstr("PL-NO-MODEL"));
  inputs = pitTerms();
  inputs.metals[0].grade = "zn";
  EXPECT_THAT(codes(planned(deposit, inputs)), testing::HasSubstr("PL-NO-COLUMN"));
  inputs = pitTerms();
  inputs.metals[0].price = 901;
  EXPECT_THAT(codes(planned(deposit, inputs)), testing::HasSubstr("PL-EMPTY-PIT"));
  inputs = pitTerms();
  inputs.slopes.regionColumn = "domain";
  EXPECT_THAT(codes(planned(deposit, inputs)), testing::HasSubstr("PL-NO-SLOPE"));
  inputs = pitTerms();
  inputs.terrain = "hill";
  EXPECT_THAT(codes(planned(deposit, inputs)), testing::HasSubstr("PL-NO-TERRAIN"));
  const auto circle = ListPrecedence::of(
      std::vector<std::vector<NodeIndex>>(deposit.blockModels[0]->blockCount(), std::vector<NodeIndex>{0}));
  Progress progress;
  EXPECT_THAT(codes(planPit({deposit, pitTerms(), &circle}, progress)), testing::HasSubstr("PL-CYCLE"));
}

TEST(PitPlan, FlatSlopesAtTheEdgeAreSaid) {
  const geology::Deposit deposit = pitDeposit(15);
  PitInputs inputs = pitTerms();
  inputs.slopes.regions[0].sectors = {{0, 18}};
  EXPECT_THAT(codes(planned(deposit, inputs)), testing::HasSubstr("PL-PIT-AT-EDGE"));
}

}  // namespace
}  // namespace adit::planning
