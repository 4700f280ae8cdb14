// Plans: there and back as JSON, faults with their place, defaults from data, and a whole run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "geology/analysis/desurvey.h"
#include "geology/estimation/plan_defaults.h"
#include "geology/estimation/plan_json.h"
#include "geology/estimation/plan_review.h"
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

TEST(PlanReview, SaysWhatTheSamplesAre) {
  const Deposit deposit = drilledDeposit();
  EstimationPlan plan = smallPlan();
  plan.topCut = 3;
  Progress progress;
  const PlanReview review = reviewPlan(deposit, plan, progress);
  geology::Diagnostics diagnostics;
  const PlanSamples samples = samplesOf(deposit, plan, diagnostics);
  ASSERT_EQ(review.samples, samples.size());
  EXPECT_EQ(review.samples, 25U * 15);
  EXPECT_EQ(review.unit, "%");
  double sum = 0, squares = 0;
  for (const float v : samples.value) sum += static_cast<double>(v);
  const double mean = sum / 375;
  for (const float v : samples.value) squares += std::pow(static_cast<double>(v) - mean, 2);
  EXPECT_NEAR(review.mean, mean, 1e-9);
  EXPECT_NEAR(review.variance, squares / 375, 1e-9);
  EXPECT_LE(review.highest, 3);
  EXPECT_NEAR(review.spacing, 40, 1e-9) << "the grid of the holes";
  ASSERT_TRUE(review.topCut);
  EXPECT_GT(review.topCut->samplesCut, 0U);
  EXPECT_GT(review.topCut->metalLost(), 0);
}

TEST(PlanReview, DirectionsAreThoseOfTheFirstStructure) {
  EstimationPlan plan = smallPlan();
  Progress progress;
  EXPECT_EQ(reviewPlan(drilledDeposit(), plan, progress).variograms.size(), 2U) << "the same everywhere";
  auto& structure = std::get<OrdinaryKriging>(plan.estimator).variogram.structures[0];
  structure.shape = {axesOf(PlaneAngles{0, 90, 90}), {80, 40, 20}};  // long axis to the east
  const PlanReview review = reviewPlan(drilledDeposit(), plan, progress);
  ASSERT_EQ(review.variograms.size(), 5U);
  EXPECT_NEAR(review.variograms[2].direction.azimuth, 90, 1e-9);
  EXPECT_NEAR(review.variograms[2].direction.dip, 0, 1e-9);
  EXPECT_NEAR(std::abs(review.variograms[4].direction.dip), 90, 1e-6);
  // The grade grows to the east by 0.02 a metre: pairs 80 m apart differ by 1.6 and little more.
  for (const ExperimentalLag& lag : review.variograms[2].lags) {
    if (lag.pairs == 0 || lag.distance < 78 || lag.distance > 82) continue;
    EXPECT_NEAR(lag.gamma, 1.28, 0.1);
  }
}

TEST(PlanReview, DependsOnWhatDecidesTheSamplesAlone) {
  EstimationPlan plan = smallPlan();
  const EstimationPlan part = reviewedPart(plan);
  plan.passes[0].minSamples = 3;
  plan.search = sphere(1000);
  plan.target.model = "blocks";
  EXPECT_EQ(reviewedPart(plan), part);
  plan.topCut = 2;
  EXPECT_NE(reviewedPart(plan), part);
  plan = smallPlan();
  plan.composites.length = 6;
  EXPECT_NE(reviewedPart(plan), part);
  plan = smallPlan();
  std::get<OrdinaryKriging>(plan.estimator).variogram.structures[0].shape.range[2] = 20;
  EXPECT_NE(reviewedPart(plan), part) << "now there are directions";
}

TEST(PlanReview, TheFitIsThatOfTheProposal) {
  const Deposit deposit = drilledDeposit();
  Progress progress;
  const PlanProposal proposal = proposePlan(deposit, {}, progress);
  const PlanReview review = reviewPlan(deposit, proposal.plan, progress);
  ASSERT_TRUE(review.fitted);
  EXPECT_EQ(*review.fitted, std::get<OrdinaryKriging>(proposal.plan.estimator).variogram);
}

TEST(PlanReview, WithoutSamplesSaysWhy) {
  EstimationPlan plan = smallPlan();
  plan.column = "gold";
  Progress progress;
  const PlanReview review = reviewPlan(drilledDeposit(), plan, progress);
  EXPECT_EQ(review.samples, 0U);
  ASSERT_FALSE(review.diagnostics.empty());
  EXPECT_EQ(review.diagnostics.front().code, "EST-NO-COLUMN");
}

TEST(RunPlan, TonnesAreVolumeTimesTheStatedDensity) {
  EstimationPlan plan = smallPlan();
  plan.density.value = 2.5;
  plan.simulation = SimulationPlan{.realisations = 3, .seed = 1, .cutoff = {}, .points = {}, .variogram = {}};
  const PlanOutcome outcome = outcomeOf(drilledDeposit(), plan);
  const auto& grade = geology::findColumn(outcome.model.columns, "cu")->values;
  double tonnes = 0, metal = 0;
  for (const float g : grade) {
    if (std::isnan(g)) continue;
    tonnes += 20 * 20 * 10 * 2.5;
    metal += 20 * 20 * 10 * 2.5 * static_cast<double>(g);
  }
  EXPECT_GT(tonnes, 0);
  EXPECT_NEAR(outcome.tonnes, tonnes, 1e-6 * tonnes);
  EXPECT_NEAR(outcome.metal, metal, 1e-6 * metal);
  ASSERT_EQ(outcome.totals.size(), 3U);
  EXPECT_NEAR(outcome.totals[0].tonnes, tonnes, 1e-6 * tonnes);
}

TEST(RunPlan, BlocksWithoutADensityAreCounted) {
  Deposit deposit = drilledDeposit();
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice = smallPlan().target.lattice;
  std::vector<float> density(model->blockCount(), 3);
  for (std::size_t b = 0; b < 10; ++b) density[b] = b < 5 ? geology::kMissing : -1.0F;
  model->columns = {geology::numericColumn("sg", density)};
  deposit.blockModels = {model};
  EstimationPlan plan = smallPlan();
  plan.target.model = "blocks";
  plan.density.column = "sg";
  const PlanOutcome outcome = outcomeOf(deposit, plan);
  const auto said = std::find_if(outcome.diagnostics.begin(), outcome.diagnostics.end(),
                                 [](const auto& d) { return d.code == "EST-NO-DENSITY"; });
  ASSERT_NE(said, outcome.diagnostics.end());
  EXPECT_EQ(said->count, 10U);
  EXPECT_NEAR(outcome.tonnes, static_cast<double>(model->blockCount() - 10) * 4000 * 3, 1);
  plan.density.column = "rho";
  EXPECT_EQ(outcomeOf(deposit, plan).diagnostics.front().code, "EST-NO-COLUMN");
}

TEST(RunPlan, ANewModelHasANameOfItsOwn) {
  Deposit deposit = drilledDeposit();
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "estimate";
  deposit.blockModels = {model};
  EXPECT_EQ(outcomeOf(deposit, smallPlan()).model.name, "estimate 2");
}

}  // namespace
}  // namespace adit::estimation
