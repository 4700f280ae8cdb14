#include "geology/estimation/variogram_fit.h"

#include <gtest/gtest.h>

#include "geology/analysis/desurvey.h"

namespace adit::estimation {
namespace {

/// An experimental variogram that lies on a model exactly.
ExperimentalVariogram onModel(const Variogram& model, const VariogramDirection& direction, double lag) {
  ExperimentalVariogram v;
  v.direction = direction;
  v.variance = model.sill();
  for (int k = 1; k <= 20; ++k) {
    const double h = lag * k;
    v.lags.push_back({100, h, model.at(analysis::tangentOf(direction.azimuth, direction.dip) * h)});
  }
  return v;
}

TEST(VariogramFit, FindsANuggetAndTwoStructuresAgain) {
  const Variogram truth{
      0.15, {{VariogramModel::Spherical, 0.5, sphere(40)}, {VariogramModel::Spherical, 0.35, sphere(150)}}};
  const ExperimentalVariogram experimental = onModel(truth, {}, 10);
  VariogramFit fit;
  fit.models = {VariogramModel::Spherical, VariogramModel::Spherical};
  const auto fitted = fitVariogram({&experimental, 1}, fit);
  ASSERT_TRUE(fitted);
  EXPECT_NEAR(fitted->variogram.nugget, 0.15, 0.002);
  EXPECT_NEAR(fitted->variogram.structures[0].sill, 0.5, 0.005);
  EXPECT_NEAR(fitted->variogram.structures[0].shape.range[0], 40, 0.4);
  EXPECT_NEAR(fitted->variogram.structures[1].sill, 0.35, 0.005);
  EXPECT_NEAR(fitted->variogram.structures[1].shape.range[2], 150, 1.5);
  EXPECT_LT(fitted->error, 1e-8);
}

TEST(VariogramFit, FindsTheRangesOfThreeAxesAgain) {
  const Axes axes = axesOf(PlaneAngles{60, 90, 90});
  for (const auto model :
       {VariogramModel::Spherical, VariogramModel::Exponential, VariogramModel::Gaussian}) {
    const Variogram truth{0.2, {{model, 0.8, {axes, {120, 60, 20}}}}};
    std::vector<ExperimentalVariogram> experimental;
    for (const VariogramDirection& direction :
         {VariogramDirection{"", 90, 60, 20, 0, false}, VariogramDirection{"", 0, 0, 20, 0, false},
          VariogramDirection{"", 270, 30, 20, 0, false}})
      experimental.push_back(onModel(truth, direction, 8));
    VariogramFit fit;
    fit.models = {model};
    fit.axes = axes;
    fit.isotropic = false;
    const auto fitted = fitVariogram(experimental, fit);
    ASSERT_TRUE(fitted);
    EXPECT_NEAR(fitted->variogram.nugget, 0.2, 1e-3) << variogramModelName(model);
    const double expected[] = {120, 60, 20};
    for (std::size_t a = 0; a < 3; ++a)
      EXPECT_NEAR(fitted->variogram.structures[0].shape.range[a], expected[a], 0.01 * expected[a]);
  }
}

TEST(VariogramFit, KnownNuggetAndSillAreKept) {
  const Variogram truth{0.3, {{VariogramModel::Spherical, 0.9, sphere(50)}}};
  const ExperimentalVariogram experimental = onModel(truth, {}, 7);
  VariogramFit fit;
  fit.nugget = 0.1;
  fit.sill = 1.0;
  const auto fitted = fitVariogram({&experimental, 1}, fit);
  ASSERT_TRUE(fitted);
  EXPECT_EQ(fitted->variogram.nugget, 0.1);
  EXPECT_NEAR(fitted->variogram.sill(), 1.0, 1e-5);
}

TEST(VariogramFit, NothingIsBelowZero) {
  // Falls with distance: no model with a positive sill follows it.
  ExperimentalVariogram falling;
  falling.variance = 1;
  for (int k = 1; k <= 8; ++k) falling.lags.push_back({50, 10.0 * k, 2.0 - 0.2 * k});
  const auto fitted = fitVariogram({&falling, 1}, {});
  ASSERT_TRUE(fitted);
  EXPECT_GE(fitted->variogram.nugget, 0);
  EXPECT_GE(fitted->variogram.structures[0].sill, 0);
}

TEST(VariogramFit, TooFewPointsAreNoFit) {
  ExperimentalVariogram two;
  two.lags = {{10, 5, 0.4}, {10, 10, 0.6}};
  EXPECT_FALSE(fitVariogram({&two, 1}, {}));
  EXPECT_FALSE(fitVariogram({}, {}));
}

}  // namespace
}  // namespace adit::estimation
