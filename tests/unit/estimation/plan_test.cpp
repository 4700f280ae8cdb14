// Plans: there and back as JSON, faults with their place, defaults from data, and a whole run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geology/analysis/desurvey.h"
#include "geology/estimation/plan_defaults.h"
#include "geology/estimation/plan_json.h"
#include "geology/estimation/run_plan.h"
#include "geology/synthetic/random.h"

namespace adit::estimation {
namespace {

using geology::Deposit;
using geology::Progress;
using testing::HasSubstr;

/// 25 vertical holes on a grid of 40 m, with a grade that grows to the east.
Deposit drilledDeposit() {
  auto holes = std::make_shared<geology::DrillHoles>();
  holes->name = "holes";
  geology::IntervalTable table;
  table.name = "assay";
  std::vector<float> grades;
  std::vector<std::string> rocks;
  synthetic::Random random(2);
  for (std::uint32_t h = 0; h < 25; ++h) {
    geology::DrillHole hole;
    hole.id = "H" + std::to_string(h);
    hole.collar = {40.0 * (h % 5), 40.0 * (h / 5), 100};
    hole.length = 60;
    hole.trace = analysis::desurvey(hole.collar, {}, hole.length);
    holes->holes.push_back(hole);
    for (int i = 0; i < 30; ++i) {
      table.hole.push_back(h);
      table.from.push_back(2.0 * i);
      table.to.push_back(2.0 * i + 2);
      grades.push_back(static_cast<float>(1 + 0.02 * hole.collar.x + random.uniform(0, 0.5)));
      rocks.push_back(i < 15 ? "oxide" : "fresh");
    }
  }
  table.columns = {geology::numericColumn("cu", std::move(grades), "%"),
                   geology::categoryColumn("rock", rocks)};
  holes->tables = {table};
  Deposit deposit;
  deposit.drillholes = {holes};
  return deposit;
}

EstimationPlan smallPlan() {
  EstimationPlan plan;
  plan.column = "cu";
  plan.composites.length = 4;
  plan.estimator = OrdinaryKriging{{0.05, {{VariogramModel::Spherical, 0.3, sphere(80)}}}};
  plan.search = {axesOf(PlaneAngles{30, 120, 45}), {90, 80, 70}};
  plan.passes = {{{1, 16, 4, 0}, 4, 2}, {{3, 16, 4, 3}, 1, 1}};
  plan.points = {{2, 2, 2}};
  plan.target.lattice.origin = {-10, -10, 40};
  plan.target.lattice.size = {20, 20, 10};
  plan.target.lattice.count = {9, 9, 6};
  return plan;
}

PlanOutcome outcomeOf(const Deposit& deposit, const EstimationPlan& plan) {
  Progress progress;
  return runPlan(deposit, plan, progress);
}

TEST(PlanJson, ThereAndBack) {
  EstimationPlan plan = smallPlan();
  plan.domain = {"rock", {"oxide"}, "rock"};
  plan.topCut = 2.5;
  plan.composites.unsampled = 0;
  plan.composites.residual = Residual::Distribute;
  plan.simulation =
      SimulationPlan{.realisations = 7, .seed = 9, .cutoff = 0.4, .points = {}, .variogram = {}};
  const std::string json = planToJson(plan);
  const PlanReading reading = planFromJson(json);
  ASSERT_TRUE(reading.plan) << reading.fault;
  EXPECT_EQ(planToJson(*reading.plan), json);
  EXPECT_EQ(reading.plan->passes, plan.passes);
  EXPECT_EQ(reading.plan->composites, plan.composites);
  EXPECT_EQ(reading.plan->domain, plan.domain);
  EXPECT_EQ(reading.plan->target, plan.target);
  EXPECT_EQ(reading.plan->simulation, plan.simulation);
  for (std::size_t a = 0; a < 3; ++a)
    EXPECT_NEAR(std::abs(dot(reading.plan->search.axis[a], plan.search.axis[a])), 1, 1e-12);
}

TEST(PlanJson, ATurnedLatticeThereAndBack) {
  EstimationPlan plan = smallPlan();
  const Axes turned = axesOf(GslibAngles{30, 0, 0});
  plan.target.lattice.axis = {turned[1] * -1, turned[0], turned[2]};
  const PlanReading reading = planFromJson(planToJson(plan));
  ASSERT_TRUE(reading.plan) << reading.fault;
  for (std::size_t a = 0; a < 3; ++a)
    EXPECT_NEAR(dot(reading.plan->target.lattice.axis[a], plan.target.lattice.axis[a]), 1, 1e-12);
}

TEST(PlanJson, FaultsSayWhere) {
  const std::string good = planToJson(smallPlan());
  const auto faultOf = [&](const std::string& from, const std::string& to) {
    std::string broken = good;
    const std::size_t at = broken.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    broken.replace(at, from.size(), to);
    const PlanReading reading = planFromJson(broken);
    EXPECT_FALSE(reading.plan) << to;
    return reading.fault;
  };
  EXPECT_THAT(faultOf("\"maxSamples\": 16", "\"maxSamples\": 1.5"), HasSubstr("passes[0].maxSamples"));
  EXPECT_THAT(faultOf("\"nugget\"", "\"nuget\""), HasSubstr("estimator.variogram: \"nuget\" is not known"));
  EXPECT_THAT(faultOf("\"spherical\"", "\"spheric\""), HasSubstr("is one of spherical"));
  EXPECT_THAT(faultOf("\"column\": \"cu\"", "\"column\": 3"), HasSubstr("column: a text"));
  EXPECT_THAT(faultOf("\"minSamples\": 4", "\"minSamples\": 400"), HasSubstr("more than maxSamples"));
  EXPECT_THAT(faultOf("\"ordinary-kriging\"", "\"simple-kriging\""), HasSubstr("needs the mean"));
  EXPECT_THAT(faultOf("{", "["), HasSubstr("no JSON"));
  EXPECT_THAT(planFromJson("{}").fault, HasSubstr("\"column\" is missing"));
  EXPECT_THAT(planFromJson("[1]").fault, HasSubstr("an object"));
}

TEST(RunPlan, IntoANewLattice) {
  const PlanOutcome outcome = outcomeOf(drilledDeposit(), smallPlan());
  EXPECT_EQ(geology::countSeverity(outcome.diagnostics, geology::Severity::Error), 0U);
  EXPECT_EQ(outcome.samples.size(), 25U * 15);
  EXPECT_EQ(outcome.model.blockCount(), 486U);
  const auto& cu = geology::findColumn(outcome.model.columns, "cu")->values;
  for (std::size_t b = 0; b < cu.size(); ++b)
    EXPECT_NEAR(cu[b], 1.25 + 0.02 * outcome.model.blockCenter(b).x, 0.35)
        << "the grade that grows to the east";
  const auto plan = std::find_if(outcome.model.source.choices.begin(), outcome.model.source.choices.end(),
                                 [](const auto& choice) { return choice.key == "estimate/plan"; });
  ASSERT_NE(plan, outcome.model.source.choices.end());
  EXPECT_TRUE(planFromJson(plan->value).plan) << "the model carries the plan that made it";
}

TEST(RunPlan, IntoAModelWithItsDomains) {
  Deposit deposit = drilledDeposit();
  deposit.synthetic = true;
  deposit.syntheticNote = "SYNTHETIC - test";
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice = smallPlan().target.lattice;
  std::vector<std::string> rocks;
  for (std::size_t b = 0; b < model->blockCount(); ++b)
    rocks.push_back(b % 3 == 0 ? "" : model->blockCenter(b).z > 70 ? "oxide" : "fresh");
  model->columns = {geology::categoryColumn("rock", rocks)};
  deposit.blockModels = {model};
  EstimationPlan plan = smallPlan();
  plan.target = {.model = "blocks", .lattice = {}, .below = ""};
  plan.domain = {"rock", {}, "rock"};
  const PlanOutcome outcome = outcomeOf(deposit, plan);
  EXPECT_EQ(outcome.counts.wanted, 324U) << "blocks without a domain are not asked for";
  EXPECT_EQ(outcome.model.columns.front().name, "rock");
  const auto* cu = geology::findColumn(outcome.model.columns, "cu");
  ASSERT_NE(cu, nullptr);
  ASSERT_NE(geology::findColumn(outcome.model.columns, "cu_pass"), nullptr);
  for (std::size_t b = 0; b < cu->size(); ++b) EXPECT_EQ(cu->hasValue(b), b % 3 != 0);
  EXPECT_TRUE(outcome.model.source.synthetic);
  EXPECT_EQ(outcome.model.source.note, "SYNTHETIC - test");
}

TEST(RunPlan, FaultsAreSaid) {
  const auto codeOf = [](const Deposit& deposit, const EstimationPlan& plan) {
    const PlanOutcome outcome = outcomeOf(deposit, plan);
    return outcome.diagnostics.empty() ? "" : outcome.diagnostics.front().code;
  };
  const Deposit deposit = drilledDeposit();
  EstimationPlan plan = smallPlan();
  EXPECT_EQ(codeOf({}, plan), "EST-NO-HOLES");
  plan.column = "au";
  EXPECT_EQ(codeOf(deposit, plan), "EST-NO-COLUMN");
  plan = smallPlan();
  plan.target.model = "none";
  EXPECT_EQ(codeOf(deposit, plan), "EST-NO-MODEL");
  plan = smallPlan();
  plan.target.below = "none";
  EXPECT_EQ(codeOf(deposit, plan), "EST-NO-TERRAIN");
  plan = smallPlan();
  plan.composites.leastCoverage = 2;
  EXPECT_EQ(codeOf(deposit, plan), "EST-NO-SAMPLES");
  plan = smallPlan();
  plan.target.lattice.origin.z = 1e6;
  EXPECT_EQ(codeOf(deposit, plan), "EST-NOTHING-REACHED");
}

TEST(RunPlan, HolesThatAreThereTwiceCountOnce) {
  Deposit deposit = drilledDeposit();
  auto holes = std::make_shared<geology::DrillHoles>(*deposit.drillholes.front());
  holes->holes[1].collar = holes->holes[0].collar;
  holes->holes[1].trace = holes->holes[0].trace;
  deposit.drillholes = {holes};
  const PlanOutcome outcome = outcomeOf(deposit, smallPlan());
  EXPECT_EQ(outcome.samples.duplicates, 15U);
  EXPECT_EQ(outcome.counts.singular, 0U);
  EXPECT_EQ(outcome.diagnostics.front().code, "EST-DUPLICATE");
}

TEST(PlanDefaults, AUsablePlanWithEveryChoiceSaid) {
  Progress progress;
  const Deposit deposit = drilledDeposit();
  const PlanProposal proposal =
      proposePlan(deposit, {.holes = "", .column = "", .mostBlocks = 5000}, progress);
  ASSERT_TRUE(proposal.usable);
  EXPECT_EQ(proposal.plan.column, "cu");
  EXPECT_EQ(proposal.plan.composites.length, 2);
  EXPECT_LE(proposal.plan.target.lattice.cellCount(), 6000);
  EXPECT_GE(proposal.diagnostics.size(), 5U);
  const PlanReading reading = planFromJson(planToJson(proposal.plan));
  ASSERT_TRUE(reading.plan) << reading.fault;
  EXPECT_GT(outcomeOf(deposit, *reading.plan).counts.estimated(), 1000U);
  EXPECT_FALSE(proposePlan({}, {}, progress).usable);
}

}  // namespace
}  // namespace adit::estimation
