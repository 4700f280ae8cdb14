#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geology/planning/pit_ground.h"
#include "geology/planning/pit_json.h"
#include "geology/planning/present_value.h"

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::numericColumn;
using testing::HasSubstr;

/// Marvin's blocks: 30 m cubes of 2.26667 t/m3, that is 61,200 t.
BlockModel marvinBlocks(std::vector<float> copper, std::vector<float> gold) {
  BlockModel model;
  model.name = "marvin";
  model.lattice.size = {30, 30, 30};
  model.lattice.count = {static_cast<std::int64_t>(copper.size()), 1, 1};
  model.columns = {numericColumn("cu", std::move(copper), "%"), numericColumn("au", std::move(gold), "g/t")};
  return model;
}

/// MineLib's terms: Au x 0.6 x (12 - 0.2) + Cu% x 0.88 x (20 - 7.2) - 4.0 for a tonne, mining 0.9.
PitInputs marvinTerms() {
  PitInputs inputs;
  inputs.metals = {{"cu", "", 20, "grade", 7.2, .88}, {"au", "", 12, "grade", .2, .6}};
  inputs.density = 61'200.0 / 27'000;
  inputs.mining.perTonne = .9;
  inputs.processingCost = 4;
  return inputs;
}

TEST(BlockValues, OfMarvinAsCalculatedByHand) {
  const BlockModel model = marvinBlocks({0, .5F, .355F, 1}, {0, .2F, 0, 1});
  const PitInputs inputs = marvinTerms();
  const PitGroundAnswer answer = pitGround({model, nullptr, inputs});
  ASSERT_EQ(geology::countSeverity(answer.diagnostics, geology::Severity::Error), 0U);
  const PitGround& ground = answer.ground;
  EXPECT_NEAR(ground.tonnes[0], 61'200, 1e-2);
  EXPECT_NEAR(ground.value(0), -55'080, 1e-2);
  // Barren rock that is milled all the same would cost 299,880.
  EXPECT_NEAR(static_cast<double>(ground.tonnes[0]) * ground.profitPerTonne(0) - ground.miningCostOf(0),
              -299'880, 1e-2);
  EXPECT_FALSE(ground.isOre(0));
  // .5 x .88 x 12.8 + .2 x .6 x 11.8 - 4 = 3.048 for a tonne; less .9 for mining.
  EXPECT_NEAR(ground.value(1), 61'200 * (3.048 - .9), .1);
  EXPECT_TRUE(ground.isOre(1));
  EXPECT_FALSE(ground.isOre(2));  // .355 x 11.264 = 3.99872: just below what the mill costs
  // .88 x 12.8 + .6 x 11.8 - 4 = 14.344
  EXPECT_NEAR(ground.value(3), 61'200 * (14.344 - .9), .1);
}

TEST(BlockValues, CutOffsOfCopperAlone) {
  PitInputs inputs = marvinTerms();
  inputs.metals.resize(1);
  const CutOffs found = cutOffs(inputs, metalFactor(inputs.metals[0], "%").factor);
  EXPECT_NEAR(found.marginal, 4 / (.88 * 12.8), 1e-12);
  EXPECT_NEAR(found.marginal, .355, .0005);
  EXPECT_NEAR(found.breakEven, 4.9 / (.88 * 12.8), 1e-12);
}

TEST(BlockValues, PricesPerAmountOfMetal) {
  // 1 % of a tonne is 10 kg, or 22.046 lb; 1 g/t is 1/31.1034768 oz.
  EXPECT_NEAR(metalFactor({"cu", "", 9000, "t", 0, 1}, "%").factor.revenue, 90, 1e-9);
  EXPECT_NEAR(metalFactor({"cu", "", 4, "lb", .5, .9}, "%").factor.revenue, .9 * 4 * 22.0462262, 1e-6);
  EXPECT_NEAR(metalFactor({"cu", "", 4, "lb", .5, .9}, "%").factor.selling, .9 * .5 * 22.0462262, 1e-6);
  EXPECT_NEAR(metalFactor({"au", "", 2000, "oz", 0, 1}, "g/t").factor.revenue, 2000 / 31.1034768, 1e-9);
  EXPECT_NEAR(metalFactor({"au", "ppm", 60, "g", 0, 1}, "").factor.revenue, 60, 1e-9);
  EXPECT_THAT(metalFactor({"au", "", 60, "g", 0, 1}, "").fault, HasSubstr("nobody states the unit"));
  EXPECT_THAT(metalFactor({"au", "", 60, "barrel", 0, 1}, "g/t").fault, HasSubstr("barrel"));
}

TEST(BlockValues, DearerWithDepthAndNeverLowerAtAHigherPrice) {
  BlockModel model = marvinBlocks({0, 0}, {0, 0});
  model.lattice.count = {1, 1, 2};
  PitInputs inputs = marvinTerms();
  inputs.mining = {.9, .01, 60.0};
  const PitGround ground = pitGround({model, nullptr, inputs}).ground;
  EXPECT_NEAR(ground.value(0), -61'200 * (.9 + .45), .1);  // its centre lies 45 m below the reference level
  EXPECT_NEAR(ground.value(1), -61'200 * (.9 + .15), .1);
  const BlockModel rich = marvinBlocks({.2F, .4F, .9F}, {.1F, 0, .5F});
  const PitInputs terms = marvinTerms();
  const PitGround values = pitGround({rich, nullptr, terms}).ground;
  std::vector<std::int64_t> before = cellValues(values, 0, 100);
  for (const double factor : {.3, .6, .61, 1.0, 1.4}) {
    const std::vector<std::int64_t> now = cellValues(values, factor, 100);
    for (std::size_t b = 0; b < now.size(); ++b) EXPECT_GE(now[b], before[b]);
    before = now;
  }
}

TEST(BlockValues, AirGradesAndDensitiesThatAreMissingAreSaid) {
  BlockModel model = marvinBlocks({1, geology::kMissing, 1}, {1, geology::kMissing, 1});
  model.columns.push_back(numericColumn("density", {2, 3, geology::kMissing}, "t/m3"));
  PitInputs inputs = marvinTerms();
  inputs.densityColumn = "density";
  geology::Terrain terrain;
  terrain.columns = terrain.rows = 2;
  terrain.stepColumn = {100, 0};
  terrain.stepRow = {0, 100};
  terrain.heights = {15, 15, 15, 15};  // through the middle of the blocks
  const PitGroundAnswer filled = pitGround({model, &terrain, inputs});
  EXPECT_NEAR(filled.ground.tonnes[0], 27'000, 1);  // half of 54,000
  EXPECT_NEAR(filled.ground.tonnes[2], 30'600, 1);  // the gap takes the stated density
  ASSERT_EQ(filled.diagnostics.size(), 1U);
  EXPECT_EQ(filled.diagnostics[0].code, "PL-NO-GRADE");
  EXPECT_EQ(filled.diagnostics[0].count, 1U);
  EXPECT_LT(filled.ground.value(1), 0);
  inputs.density.reset();
  const PitGroundAnswer gap = pitGround({model, &terrain, inputs});
  EXPECT_EQ(gap.diagnostics[0].code, "PL-NO-DENSITY");
  terrain.heights = {-1, -1, -1, -1};
  const PitGroundAnswer air = pitGround({model, &terrain, inputs});
  EXPECT_EQ(air.diagnostics[0].code, "PL-AIR");
  EXPECT_EQ(air.ground.value(0), 0);
}

TEST(BlockValues, OnlyStatedCategoriesAreOre) {
  BlockModel model = marvinBlocks({1, 1}, {1, 1});
  model.columns.push_back(geology::categoryColumn("class", {"Indicated", "Inferred"}));
  PitInputs inputs = marvinTerms();
  inputs.ore = {"class", {"Measured", "Indicated"}};
  const PitGround ground = pitGround({model, nullptr, inputs}).ground;
  EXPECT_TRUE(ground.isOre(0));
  EXPECT_FALSE(ground.isOre(1));
  EXPECT_NEAR(ground.value(1), -55'080, 1e-2);
}

TEST(BlockValues, InFeetWeighWhatTheyWeigh) {
  const BlockModel model = marvinBlocks({0}, {0});
  const PitInputs inputs = marvinTerms();
  EXPECT_NEAR(pitGround({model, nullptr, inputs, .3048}).ground.tonnes[0], 61'200 * .028316846592, .01);
}

TEST(PresentValue, StatesItsConvention) {
  const std::vector<double> flow{100, 100, 100};
  EXPECT_NEAR(presentValue(flow, {.1, true}), 273.554, 5e-4);
  EXPECT_NEAR(presentValue(flow, {.1, false}), 248.685, 5e-4);
  EXPECT_NEAR(presentValue(flow, {.1, false}, .5),
              100 / std::pow(1.1, .5) + 100 / 1.1 + 100 / std::pow(1.1, 1.5), 1e-9);
}

TEST(NetPresentValue, ShortPeriodsAreDiscountedByTheirLength) {
  const std::array<double, 2> flow{0, 121};
  EXPECT_NEAR(netPresentValue(flow, std::array<double, 2>{2, 1}, 0.1, true), 100, 1e-9);
}

TEST(PresentValue, OfGroundAsFastAsMineAndMillAllow) {
  ScheduleInputs rates;
  rates.mineCapacity = 100;
  rates.millCapacity = 10;
  // 150 t of waste take 1.5 periods; 10 t of ore one more, half of it in the second.
  const std::vector<GroundPiece> pieces{{150, 0, -150}, {20, 10, 60}};
  EXPECT_THAT(cashFlowOf(pieces, rates),
              testing::ElementsAre(testing::DoubleNear(-100, 1e-9), testing::DoubleNear(-20, 1e-9),
                                   testing::DoubleNear(30, 1e-9)));
}

constexpr const char* kFile = R"({
  "model": "blocks", "currency": "AUD",
  "metals": [{"grade": "cu", "price": 4, "per": "lb", "sellingCost": 0.3, "recovery": 0.88, "unit": "%"}],
  "density": 2.7, "miningCost": {"perTonne": 2, "perTonneAndMetre": 0.004, "referenceLevel": 500},
  "processingCost": 8, "ore": {"column": "class", "names": ["Indicated"]}, "terrain": "topo",
  "slopes": {"regionColumn": "domain", "angle": 45, "regions": [{"code": "clay", "angle": [{"azimuth": 0, "angle": 30}, {"azimuth": 180, "angle": 35}]}]},
  "revenueFactors": {"from": 0.3, "to": 1.2, "step": 0.1}, "discountRate": 0.1, "firstPeriodUndiscounted": false,
  "pushbacks": {"count": 3, "minimumWidth": 80, "finalFactor": 0.9},
  "schedule": {"mineCapacity": 6e7, "millCapacity": 2e7, "firstYear": 2027, "sinkRate": 60, "stockpile": {"capacity": 1e7, "rehandleCost": 0.5}},
  "design": {"benchHeight": 12, "rampGradient": 0.08}
})";

TEST(PitJson, ReadsWhatItWrites) {
  const PitReading read = pitFromJson(kFile);
  ASSERT_TRUE(read.inputs) << read.fault;
  EXPECT_EQ(read.inputs->slopes.regions.size(), 2U);
  EXPECT_EQ(slopeAngleAt(read.inputs->slopes.regions[1].sectors, 200), 35);
  EXPECT_EQ(read.inputs->revenueFactors.size(), 10U);
  EXPECT_EQ(read.inputs->revenueFactors[7], 1);  // exactly
  EXPECT_EQ(read.inputs->schedule.firstYear, 2027);
  EXPECT_EQ(read.inputs->schedule.sinkRate, 60);
  const PitReading again = pitFromJson(pitToJson(*read.inputs));
  ASSERT_TRUE(again.inputs) << again.fault;
  EXPECT_EQ(*again.inputs, *read.inputs);
}

TEST(PitJson, SaysWhereAFaultIs) {
  const auto fault = [](const char* json) { return pitFromJson(json).fault; };
  EXPECT_THAT(fault("{"), HasSubstr("no JSON"));
  EXPECT_THAT(fault(R"({"slopes":{"angle":45}})"), HasSubstr("either \"metals\" or \"values\""));
  EXPECT_THAT(fault(R"({"values":"v"})"), HasSubstr("\"slopes\" is missing"));
  EXPECT_THAT(fault(R"({"values":"v","slopes":{"angle":95}})"), HasSubstr("slopes.angle: a slope is"));
  EXPECT_THAT(fault(R"({"values":"v","slopes":{"angle":45},"schedul":{}})"),
              HasSubstr("\"schedul\" is not known"));
  EXPECT_THAT(fault(R"({"metals":[],"slopes":{"angle":45}})"), HasSubstr("metals"));
  EXPECT_THAT(
      fault(R"({"metals":[{"grade":"cu","price":4,"per":"lb","recovery":88}],"slopes":{"angle":45}})"),
      HasSubstr("metals[0].recovery: a number from 0.0 to 1.0 is wanted"));
  EXPECT_THAT(fault(R"({"values":"v","slopes":{"angle":45},"revenueFactors":[1,1]})"),
              HasSubstr("revenueFactors[1]: factors have to rise"));
  EXPECT_THAT(fault(R"({"values":"v","slopes":{"angle":45},"schedule":{"mineCapacity":1}})"),
              HasSubstr("\"millCapacity\" is missing"));
}

}  // namespace
}  // namespace adit::planning
