// Places where a stern reviewer looks: what is left out, what is at the edge of a rule, what has no answer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "geology/estimation/declustering.h"
#include "geology/estimation/plan_json.h"
#include "geology/estimation/run_plan.h"

namespace adit::estimation {
namespace {

using geology::Deposit;
using geology::Vec3;
using testing::HasSubstr;

/// Vertical holes on a line, 40 m apart; samples of 1 m of value 1, every rock of one kind.
Deposit lineOfHoles(std::uint32_t count, int samples = 10) {
  auto holes = std::make_shared<geology::DrillHoles>();
  holes->name = "holes";
  geology::IntervalTable table;
  table.name = "assay";
  for (std::uint32_t h = 0; h < count; ++h) {
    geology::DrillHole hole;
    hole.id = "H" + std::to_string(h);
    hole.collar = {40.0 * h, 0, 0};
    hole.length = samples;
    hole.trace = geology::HoleTrace({{0, hole.collar, {0, 0, -1}}});
    holes->holes.push_back(hole);
    for (int i = 0; i < samples; ++i) {
      table.hole.push_back(h);
      table.from.push_back(i);
      table.to.push_back(i + 1);
    }
  }
  std::vector<float> values;
  for (std::size_t row = 0; row < table.size(); ++row)
    values.push_back(1 + 0.1F * static_cast<float>(row % 7));
  table.columns = {geology::numericColumn("cu", values, "%"),
                   geology::categoryColumn("rock", std::vector<std::string>(table.size(), "ore"))};
  holes->tables = {table};
  Deposit deposit;
  deposit.drillholes = {holes};
  return deposit;
}

EstimationPlan planOf(std::vector<EstimationPass> passes) {
  EstimationPlan plan;
  plan.column = "cu";
  plan.composites.length = 1;
  plan.estimator = OrdinaryKriging{{0.1, {{VariogramModel::Spherical, 1, sphere(60)}}}};
  plan.search = sphere(30);
  plan.passes = std::move(passes);
  plan.target.lattice.origin = {-20, -5, -10};
  plan.target.lattice.size = {10, 10, 10};
  plan.target.lattice.count = {12, 1, 1};
  return plan;
}

PlanOutcome outcomeOf(const Deposit& deposit, const EstimationPlan& plan) {
  geology::Progress progress;
  return runPlan(deposit, plan, progress);
}

std::vector<std::string> codesOf(const PlanOutcome& outcome) {
  std::vector<std::string> codes;
  for (const auto& diagnostic : outcome.diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

std::shared_ptr<geology::BlockModel> modelWithRocks(const std::vector<std::string>& rocks) {
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice = planOf({{}}).target.lattice;
  model->columns = {geology::categoryColumn("rock", rocks)};
  return model;
}

TEST(EdgeCases, ASimulationTakesTheBlocksThatTheEstimateTakes) {
  EstimationPlan plan = planOf({{{.reach = 1, .maxSamples = 12, .maxPerHole = 4}, 1, 2}});
  plan.simulation = SimulationPlan{.realisations = 3, .seed = 1, .cutoff = {}, .points = {}, .variogram = {}};
  const PlanOutcome outcome = outcomeOf(lineOfHoles(3), plan);
  ASSERT_GT(outcome.counts.withoutValue, 0U) << "only between two holes are there two";
  const double volume = 1000.0 * static_cast<double>(outcome.counts.estimated());
  for (const RealisationTotal& total : outcome.totals) EXPECT_DOUBLE_EQ(total.tonnes, volume);
}

TEST(EdgeCases, BlocksOfOtherDomainsAreCounted) {
  Deposit deposit = lineOfHoles(3);
  std::vector<std::string> rocks(12, "ore");
  rocks[0] = rocks[1] = "waste";
  rocks[2] = "";
  deposit.blockModels = {modelWithRocks(rocks)};
  EstimationPlan plan = planOf({{}});
  plan.target = {.model = "blocks", .lattice = {}, .below = ""};
  plan.domain = {"rock", {}, "rock"};
  const PlanOutcome outcome = outcomeOf(deposit, plan);
  ASSERT_THAT(codesOf(outcome), testing::ElementsAre("EST-NO-DOMAIN"));
  EXPECT_EQ(outcome.diagnostics[0].count, 3U);
}

TEST(EdgeCases, DomainsThatNoSampleHasAreAnError) {
  Deposit deposit = lineOfHoles(3);
  deposit.blockModels = {modelWithRocks(std::vector<std::string>(12, "ORE"))};
  EstimationPlan plan = planOf({{}});
  plan.target = {.model = "blocks", .lattice = {}, .below = ""};
  plan.domain = {"rock", {}, "rock"};
  EXPECT_THAT(codesOf(outcomeOf(deposit, plan)),
              testing::ElementsAre("EST-NO-DOMAIN", "EST-NOTHING-REACHED"));
  plan.domain = {"", {}, "rock"};
  const PlanOutcome outcome = outcomeOf(deposit, plan);
  ASSERT_THAT(codesOf(outcome), testing::ElementsAre("EST-NO-COLUMN"));
  EXPECT_THAT(outcome.diagnostics[0].message, HasSubstr("without domain.column"));
}

TEST(EdgeCases, ANewModelHasANameThatNothingElseHas) {
  Deposit deposit = lineOfHoles(2);
  auto terrain = std::make_shared<geology::Terrain>();
  terrain->name = "estimate";
  deposit.terrains = {terrain};
  EXPECT_EQ(outcomeOf(deposit, planOf({{}})).model.name, "estimate 2");
}

TEST(EdgeCases, SevenTenthsCoveredAreSevenTenths) {
  Deposit deposit = lineOfHoles(1);
  auto holes = std::make_shared<geology::DrillHoles>(*deposit.drillholes.front());
  for (int i = 7; i < 10; ++i)
    holes->tables[0].columns[0].values[static_cast<std::size_t>(i)] = geology::kMissing;
  deposit.drillholes = {holes};
  EstimationPlan plan = planOf({{}});
  plan.composites.length = 10;
  plan.composites.leastCoverage = 0.7;
  EXPECT_EQ(outcomeOf(deposit, plan).samples.size(), 1U);
  plan.composites.leastCoverage = 0.71;
  EXPECT_EQ(outcomeOf(deposit, plan).samples.size(), 0U);
}

TEST(EdgeCases, OneSampleGivesEveryBlockItsValue) {
  const PlanOutcome outcome = outcomeOf(lineOfHoles(1, 1), planOf({{}}));
  EXPECT_THAT(codesOf(outcome), testing::ElementsAre("EST-ONE-SAMPLE"));
  ASSERT_GT(outcome.model.blockCount(), 0U);
  for (const float value : geology::findColumn(outcome.model.columns, "cu")->values) EXPECT_EQ(value, 1);
}

TEST(EdgeCases, HolesWithoutSamplesAreAnError) {
  Deposit deposit = lineOfHoles(2);
  auto holes = std::make_shared<geology::DrillHoles>(*deposit.drillholes.front());
  holes->tables[0] = {};
  holes->tables[0].name = "assay";
  holes->tables[0].columns = {geology::numericColumn("cu", {}, "%")};
  deposit.drillholes = {holes};
  EXPECT_THAT(codesOf(outcomeOf(deposit, planOf({{}}))), testing::ElementsAre("EST-NO-SAMPLES"));
}

TEST(EdgeCases, BlocksOfAPureNuggetHaveNoEfficiency) {
  EstimationPlan plan = planOf({{}});
  plan.estimator = OrdinaryKriging{{0.5, {}}};
  plan.points = {{3, 3, 3}};
  const PlanOutcome outcome = outcomeOf(lineOfHoles(2), plan);
  ASSERT_GT(outcome.model.blockCount(), 0U);
  const auto* efficiency = geology::findColumn(outcome.model.columns, "efficiency");
  const auto* variance = geology::findColumn(outcome.model.columns, "kriging_variance");
  const auto* samples = geology::findColumn(outcome.model.columns, "n_samples");
  for (std::size_t b = 0; b < outcome.model.blockCount(); ++b) {
    EXPECT_TRUE(std::isnan(efficiency->values[b])) << "minus infinity would be no value to draw";
    EXPECT_NEAR(variance->values[b], 0.5F / samples->values[b], 1e-6) << "that of the mean of the samples";
  }
}

TEST(EdgeCases, AStatedCellDeclustersWhateverItsMean) {
  // The crowd is poor: a cell that takes it back raises the mean.
  const std::vector<Vec3> positions{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {100, 100, 0}};
  const std::vector<double> values{1, 1, 1, 5};
  const Declustered one = declusterByCells(positions, values, {.smallest = 20, .largest = 20});
  EXPECT_EQ(one.cellSize, 20);
  EXPECT_GT(one.mean, 2.9);
  EXPECT_GT(one.weight[3], one.weight[0]);
}

TEST(EdgeCases, APowerBelowZeroIsAFault) {
  EstimationPlan plan = planOf({{}});
  plan.estimator = InverseDistance{-1};
  EXPECT_THAT(planFromJson(planToJson(plan)).fault, HasSubstr("the power is below 0"));
}

}  // namespace
}  // namespace adit::estimation
