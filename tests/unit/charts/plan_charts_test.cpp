// Charts of a mine plan: hand-computed periods.
#include <gmock/gmock.h>

#include <cmath>

#include "geology/planning/mine_order.h"
#include "viewer/charts/chart_question.h"

namespace adit::viewer {
namespace {

using reporting::ResourceClass;

/// Six blocks of 1000 m3 and 2.5 t/m3 in two years; of the second year one block has no grade.
struct Mine {
  std::shared_ptr<geology::Deposit> deposit = std::make_shared<geology::Deposit>();
  std::shared_ptr<geology::MinePlan> plan = std::make_shared<geology::MinePlan>();
  ViewState state;

  Mine() {
    auto model = std::make_shared<geology::BlockModel>();
    model->name = "blocks";
    model->lattice.size = {10, 10, 10};
    model->lattice.count = {6, 1, 1};
    model->columns = {geology::numericColumn("cu", {0.2F, 0.6F, 1.0F, 0.8F, geology::kMissing, 0.1F}, "%"),
                      geology::categoryColumn("class", {"IND", "IND", "INF", "MEAS", "INF", "INF"})};
    deposit->blockModels = {model};
    plan->name = "base";
    plan->periods = {{"2029", "", 1}, {"2030", "", 1}};
    plan->blocks = {{"blocks", "", {0, 0, 0, 1, 1, 1}, geology::PlanActivity::Pit, {}}};
    planning::timePlan(*plan, deposit->blockModels);
    deposit->plans = {plan};
    deposit->unitStated = true;
    state.layers["blocks"].colorBy = "cu";
    state.densities["blocks"] = {"", 2.5};
    state.cutoffs["cu"] = {0.5};
    state.categories["blocks"] = {"class",
                                  {{"MEAS", ResourceClass::Measured},
                                   {"IND", ResourceClass::Indicated},
                                   {"INF", ResourceClass::Inferred}}};
    state.plan.on = true;
    state.plan.time = 1.25;
  }
  ChartPage page(ChartKind kind) const {
    ChartChoice choice;
    choice.kind = kind;
    const auto question = chartQuestion(deposit, state, "blocks", "cu", choice);
    EXPECT_TRUE(question);
    SelectionCache cache;
    return chartOf(*question, cache, {});
  }
};

const ChartSeries& seriesOf(const ChartPage& page, const std::string& name) {
  static const ChartSeries kNone;
  const auto* body = std::get_if<XyBody>(&page.body);
  if (body == nullptr) {
    ADD_FAILURE() << "no chart: " << std::get<NoBody>(page.body).reason;
    return kNone;
  }
  for (const ChartSeries& series : body->series)
    if (series.name == name) return series;
  ADD_FAILURE() << "no series " << name;
  return kNone;
}

TEST(PlanCharts, TellOreWasteAndHeadGrade) {
  const ChartPage page = Mine().page(ChartKind::PlanTonnes);
  // In kt: a block has 2.5; ore is 0.6 and 1.0 in the first year, 0.8 in the second.
  EXPECT_THAT(seriesOf(page, "ore").y, testing::Pointwise(testing::DoubleNear(1e-9), {5.0, 2.5}));
  EXPECT_THAT(seriesOf(page, "waste").y, testing::Pointwise(testing::DoubleNear(1e-9), {2.5, 5.0}));
  EXPECT_THAT(seriesOf(page, "head grade (right)").y,
              testing::Pointwise(testing::DoubleNear(1e-6), {0.8, 0.8}));
  EXPECT_THAT(seriesOf(page, "now").x, testing::ElementsAre(1.25, 1.25));
  EXPECT_THAT(page.subtitle, testing::HasSubstr("not a reserve"));
  EXPECT_THAT(std::get<XyBody>(page.body).left.title, testing::HasSubstr("kt"));
}

/// 9 kt are planned of 7.5 in the first year, 6 of 7.5 in the second.
TEST(PlanCharts, TellPlannedTonnesBesideThoseOfTheBlocks) {
  Mine mine;
  auto plan = std::make_shared<geology::MinePlan>(*mine.plan);
  plan->figures = {{0, "ore", 5000, "cu", 0.9}, {0, "waste", 4000, "", 0}, {1, "total", 6000, "", 0}};
  mine.deposit->plans = {plan};
  const ChartPage page = mine.page(ChartKind::PlanTonnes);
  EXPECT_THAT(seriesOf(page, "planned").y, testing::Pointwise(testing::DoubleNear(1e-9), {9.0, 6.0}));
  EXPECT_THAT(
      page.footer,
      testing::Contains("Planned less what the blocks hold: +0 kt (0 %) in all, at most +1.50 kt in 2029"));
  mine.state.densities.clear();
  const ChartPage volumes = mine.page(ChartKind::PlanTonnes);
  EXPECT_THAT(volumes.footer, testing::Not(testing::Contains(testing::HasSubstr("Planned"))));
}

TEST(PlanCharts, TellTheStripRatioWithItsUnit) {
  Mine mine;
  const ChartPage page = mine.page(ChartKind::PlanStrip);
  EXPECT_THAT(seriesOf(page, "strip ratio").y, testing::Pointwise(testing::DoubleNear(1e-9), {0.5, 2.0}));
  EXPECT_THAT(std::get<XyBody>(page.body).left.title, testing::HasSubstr("t/t"));
  mine.state.densities.clear();
  EXPECT_THAT(std::get<XyBody>(mine.page(ChartKind::PlanStrip).body).left.title, testing::HasSubstr("m³/m³"));
}

TEST(PlanCharts, TellHowWellTheOreIsKnown) {
  const ChartPage page = Mine().page(ChartKind::PlanRisk);
  EXPECT_THAT(seriesOf(page, "inferred, or no class").y,
              testing::Pointwise(testing::DoubleNear(1e-9), {50.0, 0.0}));
  EXPECT_THAT(seriesOf(page, "indicated or probable").y,
              testing::Pointwise(testing::DoubleNear(1e-9), {50.0, 0.0}));
  EXPECT_THAT(seriesOf(page, "measured or proved").y,
              testing::Pointwise(testing::DoubleNear(1e-9), {0.0, 100.0}));
}

TEST(PlanCharts, TellCashFlowAndPresentValueWithTheirConvention) {
  Mine mine;
  auto plan = std::make_shared<geology::MinePlan>(*mine.plan);
  plan->economics.cashFlow = {-50e6, 121e6};
  plan->economics.discountRate = 0.1;
  plan->economics.firstPeriodUndiscounted = false;
  mine.deposit->plans = {plan};
  const ChartPage page = mine.page(ChartKind::PlanValue);
  EXPECT_THAT(seriesOf(page, "cash flow of the period").y, testing::ElementsAre(-50, 121));
  EXPECT_THAT(seriesOf(page, "present value so far").y,
              testing::Pointwise(testing::DoubleNear(1e-9), {-50 / 1.1, -50 / 1.1 + 100}));
  EXPECT_THAT(page.footer, testing::Contains(testing::HasSubstr("10 % a year, end of period")));
}

TEST(PlanCharts, SayWhyThereIsNone) {
  Mine mine;
  mine.state.cutoffs.clear();
  EXPECT_THAT(std::get<NoBody>(mine.page(ChartKind::PlanStrip).body).reason, testing::HasSubstr("cut-off"));
  EXPECT_THAT(seriesOf(mine.page(ChartKind::PlanTonnes), "rock").y,
              testing::Pointwise(testing::DoubleNear(1e-9), {7.5, 7.5}));
  EXPECT_THAT(std::get<NoBody>(Mine().page(ChartKind::PlanValue).body).reason,
              testing::HasSubstr("cash flow"));
  mine.state.plan.on = false;
  EXPECT_THAT(std::get<NoBody>(mine.page(ChartKind::PlanTonnes).body).reason, testing::HasSubstr("plan on"));
}

}  // namespace
}  // namespace adit::viewer
