// Simulation: normal scores, the fields, and what every realisation has to keep. Tolerances are those of the
// number of draws, stated at each.
#include "geology/estimation/simulation.h"

#include <gtest/gtest.h>

#include <numeric>

#include "geology/estimation/gaussian_field.h"
#include "geology/estimation/normal_score.h"
#include "tests/unit/estimation/random_samples.h"

namespace adit::estimation {
namespace {

using geology::Progress;
using geology::Vec3;

TEST(NormalScores, QuantilesAreThoseOfTheTables) {
  EXPECT_NEAR(normalQuantile(0.5), 0, 1e-12);
  EXPECT_NEAR(normalQuantile(0.975), 1.959963984540054, 1e-10);
  EXPECT_NEAR(normalQuantile(0.01), -2.326347874040841, 1e-10);
  EXPECT_NEAR(normalQuantile(1e-6), -4.753424308822899, 1e-8);
}

TEST(NormalScores, ThereAndBackAndEqualValuesShareAScore) {
  const std::vector<double> values{3, 1, 1, 7, 5};
  const NormalScores scores(values, {});
  for (const double v : values) EXPECT_DOUBLE_EQ(scores.valueOf(scores.scoreOf(v)), v);
  EXPECT_NEAR(scores.scoreOf(1), normalQuantile(0.2), 1e-12) << "the middle of the lowest two fifths";
  EXPECT_NEAR(scores.scoreOf(3), 0, 1e-12);
  EXPECT_EQ(scores.valueOf(-9), 1);
  EXPECT_EQ(scores.valueOf(9), 7);
  const NormalScores weighted(values, std::vector<double>{0, 1, 1, 1, 1});
  EXPECT_NEAR(weighted.scoreOf(1), normalQuantile(0.25), 1e-12);
}

TEST(GaussianField, HasTheCovarianceOfItsVariogram) {
  constexpr int kFields = 4000;  // a mean product is within 4 / sqrt(4000) = 0.063 of its expectation
  const Axes axes = axesOf(PlaneAngles{40, 70, 20});
  for (const auto model :
       {VariogramModel::Spherical, VariogramModel::Exponential, VariogramModel::Gaussian}) {
    const Variogram variogram{0.2, {{model, 0.8, {axes, {100, 50, 25}}}}};
    const Vec3 p{500'000, 4'000'000, 900};
    const std::vector<Vec3> lags{{}, axes[0] * 20, axes[0] * 50, axes[1] * 25, axes[2] * 20, axes[0] * 150};
    std::vector<double> product(lags.size());
    for (int f = 0; f < kFields; ++f) {
      const GaussianField field(variogram, {7, static_cast<std::uint64_t>(f)}, 8);
      const double z = field.at(p);
      for (std::size_t i = 0; i < lags.size(); ++i) product[i] += z * field.at(p + lags[i]) / kFields;
    }
    for (std::size_t i = 0; i < lags.size(); ++i)
      EXPECT_NEAR(product[i], 1 - variogram.at(lags[i]), 0.063) << variogramModelName(model) << " " << i;
  }
}

Variogram scoreVariogram() {
  return {0.1, {{VariogramModel::Spherical, 0.9, sphere(40)}}};
}

/// Values that are their own scores, correlated as the variogram says.
SimulationSamples gaussianSamples(std::size_t count, std::uint64_t seed) {
  synthetic::Random random(seed);
  const GaussianField field(scoreVariogram(), {seed, 1000}, 256);
  SimulationSamples samples;
  samples.position = tests::randomPositions(random, count, {0, 0, 0}, 120);
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < count; ++i) {
    samples.hole.push_back(static_cast<std::uint32_t>(i));
    order.push_back({field.at(samples.position[i]), i});
  }
  std::sort(order.begin(), order.end());
  samples.value.resize(count);
  for (std::size_t r = 0; r < count; ++r)
    samples.value[order[r].second] =
        normalQuantile((static_cast<double>(r) + 0.5) / static_cast<double>(count));
  return samples;
}

SimulationRequest simulationRequest(std::size_t realisations) {
  SimulationRequest request;
  request.variogram = scoreVariogram();
  request.search = sphere(80);
  request.passes = {{{.reach = 2, .maxSamples = 24, .maxPerHole = 0}, 1, 1}};
  request.realisations = realisations;
  request.seed = 3;
  return request;
}

geology::BlockModel cubeModel(std::int64_t side, double size) {
  geology::BlockModel model;
  model.lattice.origin = Vec3{-0.5, -0.5, -0.5} * (size * static_cast<double>(side));
  model.lattice.size = {size, size, size};
  model.lattice.count = {side, side, side};
  return model;
}

Simulation simulated(const SimulationSamples& samples, const SimulationRequest& request,
                     const geology::BlockModel& model) {
  Progress progress;
  return simulateBlocks(samples, request, model, progress);
}

const std::vector<float>& values(const Simulation& simulation, const char* name) {
  return geology::findColumn(simulation.columns, name)->values;
}

TEST(Simulation, EveryRealisationHonoursTheSamples) {
  SimulationSamples samples = gaussianSamples(60, 5);
  const geology::BlockModel model = cubeModel(7, 17);
  for (std::size_t b = 0; b < 20; ++b) samples.position[b] = model.blockCenter(17 * b);
  const Simulation simulation = simulated(samples, simulationRequest(20), model);
  for (std::size_t b = 0; b < 20; ++b) {
    EXPECT_NEAR(values(simulation, "sim_mean")[17 * b], samples.value[b], 1e-5);
    EXPECT_NEAR(values(simulation, "sim_sd")[17 * b], 0, 1e-5);
  }
}

TEST(Simulation, TheMeanMapIsSimpleKriging) {
  const SimulationSamples samples = gaussianSamples(150, 6);
  const geology::BlockModel model = cubeModel(8, 14);
  const Simulation simulation = simulated(samples, simulationRequest(400), model);
  EstimationSamples same;
  same.position = samples.position;
  same.hole = samples.hole;
  same.columns = {geology::numericColumn("z", {samples.value.begin(), samples.value.end()})};
  EstimationRequest kriging;
  kriging.search = sphere(80);
  kriging.passes = simulationRequest(1).passes;
  kriging.estimator = SimpleKriging{scoreVariogram(), 0};
  Progress progress;
  const BlockEstimates estimates = estimateBlocks(same, kriging, model, progress);
  double squares = 0, spread = 0, variance = 0;
  for (std::size_t b = 0; b < model.blockCount(); ++b) {
    squares += std::pow(values(simulation, "sim_mean")[b] - estimates.columns[0].values[b], 2);
    spread += std::pow(values(simulation, "sim_sd")[b], 2);
    variance += geology::findColumn(estimates.columns, "kriging_variance")->values[b];
  }
  const auto n = static_cast<double>(model.blockCount());
  // The mean of 400 draws with a deviation below 1 is within 0.05; no tails beyond the data takes a little.
  EXPECT_LT(std::sqrt(squares / n), 0.06);
  EXPECT_NEAR(spread / variance, 1, 0.06) << "the spread of the realisations is the kriging variance";
}

TEST(Simulation, HistogramOfTheRealisations) {
  // Samples far away: the realisations are as good as unconditional. Values with an exponential
  // distribution.
  SimulationSamples samples;
  for (int i = 0; i < 200; ++i) {
    samples.position.push_back({1e4 + 500.0 * i, 0, 0});
    samples.hole.push_back(0);
    samples.value.push_back(-std::log(1 - (i + 0.5) / 200));
  }
  SimulationRequest request = simulationRequest(300);
  request.passes.front().limits = {.reach = 1e4, .maxSamples = 4, .maxPerHole = 0};
  request.cutoff = 1.0;
  const Simulation simulation = simulated(samples, request, cubeModel(6, 30));
  double mean = 0, above = 0, p10 = 0, p90 = 0;
  for (std::size_t b = 0; b < 216; ++b) {
    mean += static_cast<double>(values(simulation, "sim_mean")[b]) / 216;
    above += static_cast<double>(values(simulation, "p_above")[b]) / 216;
    p10 += static_cast<double>(values(simulation, "sim_p10")[b]) / 216;
    p90 += static_cast<double>(values(simulation, "sim_p90")[b]) / 216;
  }
  EXPECT_NEAR(mean, 1, 0.05);
  EXPECT_NEAR(above, std::exp(-1.0), 0.02);
  EXPECT_NEAR(p10, -std::log(0.9), 0.02);
  EXPECT_NEAR(p90, -std::log(0.1), 0.1);
}

TEST(Simulation, TotalsAreOfTheDepositNotOfItsBlocks) {
  const SimulationSamples samples = gaussianSamples(40, 8);
  SimulationRequest request = simulationRequest(60);
  request.density = {2.5};
  request.cutoff = 0.5;
  const geology::BlockModel model = cubeModel(5, 20);
  const Simulation simulation = simulated(samples, request, model);
  ASSERT_EQ(simulation.totals.size(), 60U);
  double metal = 0;
  for (const RealisationTotal& total : simulation.totals) {
    EXPECT_NEAR(total.tonnes, 125 * 8000 * 2.5, 1e-3);
    EXPECT_GE(total.gradeAbove(), 0.5);
    metal += total.metal / 60;
  }
  const auto& mean = values(simulation, "sim_mean");
  EXPECT_NEAR(metal, std::accumulate(mean.begin(), mean.end(), 0.0) * 8000 * 2.5, 0.5);
}

TEST(Simulation, BlocksVaryLessThanPoints) {
  const SimulationSamples samples = gaussianSamples(40, 9);
  SimulationRequest request = simulationRequest(60);
  const geology::BlockModel model = cubeModel(4, 25);
  const Simulation points = simulated(samples, request, model);
  request.points = {{3, 3, 3}};
  const Simulation blocks = simulated(samples, request, model);
  const auto sum = [](const std::vector<float>& v) { return std::accumulate(v.begin(), v.end(), 0.0); };
  EXPECT_LT(sum(values(blocks, "sim_sd")), 0.8 * sum(values(points, "sim_sd")));
}

TEST(Simulation, ReproducibleBySeedForAnyNumberOfThreads) {
  const SimulationSamples samples = gaussianSamples(40, 10);
  SimulationRequest request = simulationRequest(8);
  const geology::BlockModel model = cubeModel(12, 10);
  request.threads = 1;
  const Simulation one = simulated(samples, request, model);
  request.threads = 4;
  const Simulation four = simulated(samples, request, model);
  EXPECT_EQ(values(one, "sim_p90"), values(four, "sim_p90"));
  for (std::size_t l = 0; l < 8; ++l) EXPECT_EQ(one.totals[l].metal, four.totals[l].metal);
  request.seed = 4;
  EXPECT_NE(values(simulated(samples, request, model), "sim_p90"), values(four, "sim_p90"));
}

TEST(Simulation, RefusesWhatHasNoAnswer) {
  EXPECT_THROW(simulated({}, simulationRequest(2), cubeModel(2, 10)), std::invalid_argument);
  SimulationRequest request = simulationRequest(2);
  request.variogram = {0, {{VariogramModel::Linear, 1, sphere(10)}}};
  EXPECT_THROW(simulated(gaussianSamples(5, 1), request, cubeModel(2, 10)), std::invalid_argument);
  Progress progress;
  progress.cancel();
  EXPECT_THROW(simulateBlocks(gaussianSamples(5, 1), simulationRequest(2), cubeModel(2, 10), progress),
               geology::Cancelled);
}

}  // namespace
}  // namespace adit::estimation
